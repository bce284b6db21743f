using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>An action as a page says it, in the reader's language.</summary>
public sealed record ActionWords(string Text, DateOnly Due, bool ByManager = false, int? Effort = null, string? Help = null);

/// <summary>
/// The employee changes an action: its words, its day, who does it, the hours it takes and the help it needs. Its reminders go along. <see cref="Was"/> is what the
/// page showed, so that what somebody else changed meanwhile is not lost.
/// </summary>
[Needs(Permission.OwnDevelopment)]
public sealed record ChangeAction(Guid Plan, Guid Action, ActionWords Was, ActionWords Becomes) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ChangeAction, Done>
    {
        public async Task<Done> Handle(ChangeAction request, CancellationToken cancellationToken)
        {
            var me = await db.Persons.AsNoTracking().Need(caller.Id, cancellationToken);
            var plan = await db.OwnPlan(request.Plan, me.Id, cancellationToken);
            var (was, becomes) = (request.Was, request.Becomes);
            Refuse.FieldIf(becomes.ByManager && plan.ManagerId is null, "owner", "development.owner-unknown");
            ActionTerms Terms(ActionWords said) => new(said.ByManager && plan.ManagerId is { } manager ? manager : plan.EmployeeId, said.Effort, said.Help);
            if (was.Text != becomes.Text) plan.Say(request.Action, me.Language, was.Text, becomes.Text);
            if (Terms(was) is var terms && terms != Terms(becomes)) plan.Arrange(request.Action, terms, Terms(becomes));
            // A day that has passed stays where it is as long as nobody moves it.
            if (was.Due != becomes.Due) plan.Move(request.Action, was.Due, becomes.Due, await db.TodayOf(me.Id, clock, cancellationToken));
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return Done.It;
        }
    }
}
