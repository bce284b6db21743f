using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The employee ends the plan: completed when everything is done or dropped, else stopped. Its reminders stop.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record EndPlan(Guid Plan) : ICommand<PlanStatus>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<EndPlan, PlanStatus>
    {
        public async Task<PlanStatus> Handle(EndPlan request, CancellationToken cancellationToken)
        {
            var plan = await db.OwnPlan(request.Plan, caller.Id, cancellationToken);
            plan.End(clock.GetUtcNow());
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return plan.Status;
        }
    }
}
