using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The employee starts the plan. Where the manager's yes is needed it goes to the manager first.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record ActivatePlan(Guid Plan) : ICommand<PlanStatus>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ActivatePlan, PlanStatus>
    {
        public async Task<PlanStatus> Handle(ActivatePlan request, CancellationToken cancellationToken)
        {
            var plan = await db.OwnPlan(request.Plan, caller.Id, cancellationToken);
            plan.Start(clock.GetUtcNow());
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return plan.Status;
        }
    }
}
