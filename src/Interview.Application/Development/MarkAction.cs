using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>Says how an action stands: by the employee, or by the manager for an action that is the manager's.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record MarkAction(Guid Plan, Guid Action, ActionStatus Status, string? Note = null) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MarkAction, Done>
    {
        public async Task<Done> Handle(MarkAction request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var mine = await db.Plans.AnyAsync(p => p.Id == request.Plan && p.EmployeeId == me, cancellationToken);
            var plan = mine ? await db.OwnPlan(request.Plan, me, cancellationToken) : await db.TeamPlan(request.Plan, me, cancellationToken);
            var action = plan.ActionOf(request.Action);
            Refuse.If(!mine && action.OwnerId != me, Refusal.NotAllowed);
            plan.Mark(request.Action, request.Status, request.Note, me, clock.GetUtcNow());
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return Done.It;
        }
    }
}
