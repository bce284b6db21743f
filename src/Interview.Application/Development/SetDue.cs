using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The employee moves an action; its reminders move along. <see cref="Was"/> is the day the page showed.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record SetDue(Guid Plan, Guid Action, DateOnly Was, DateOnly Due) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<SetDue, Done>
    {
        public async Task<Done> Handle(SetDue request, CancellationToken cancellationToken)
        {
            var plan = await db.OwnPlan(request.Plan, caller.Id, cancellationToken);
            plan.Move(request.Action, request.Was, request.Due, await db.TodayOf(caller.Id, clock, cancellationToken));
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return Done.It;
        }
    }
}
