using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>The employee adds an action of own making; the manager can be the one who does it.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record AddOwnAction(Guid Plan, Guid Goal, string Text, TipKind Kind, DateOnly Due, bool ByManager = false) : ICommand<Guid>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AddOwnAction, Guid>
    {
        public async Task<Guid> Handle(AddOwnAction request, CancellationToken cancellationToken)
        {
            var me = await db.Persons.AsNoTracking().Need(caller.Id, cancellationToken);
            var plan = await db.OwnPlan(request.Plan, me.Id, cancellationToken);
            Refuse.FieldIf(request.ByManager && plan.ManagerId is null, "owner", "development.owner-unknown");
            var today = await db.TodayOf(me.Id, clock, cancellationToken);
            var action = plan.Add(request.Goal, null, LocalText.Of(me.Language, request.Text), request.Kind, request.Due, request.ByManager ? plan.ManagerId!.Value : me.Id, today);
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return action.Id;
        }
    }
}
