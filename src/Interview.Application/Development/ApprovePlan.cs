using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The manager agrees; the plan is active from now on.</summary>
[Needs(Permission.LeadTeam)]
public sealed record ApprovePlan(Guid Plan) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ApprovePlan, Done>
    {
        public async Task<Done> Handle(ApprovePlan request, CancellationToken cancellationToken)
        {
            var plan = await db.TeamPlan(request.Plan, caller.Id, cancellationToken);
            plan.Approve(caller.Id, clock.GetUtcNow());
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return Done.It;
        }
    }
}
