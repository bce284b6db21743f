using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The manager agrees; the plan is active from now on. <see cref="Seen"/> is the version that the manager read.</summary>
[Needs(Permission.LeadTeam)]
public sealed record ApprovePlan(Guid Plan, int? Seen = null) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ApprovePlan, Done>
    {
        public async Task<Done> Handle(ApprovePlan request, CancellationToken cancellationToken)
        {
            var plan = await db.TeamPlan(request.Plan, caller.Id, cancellationToken);
            if (request.Seen is { } seen) db.Expect(plan, seen);
            plan.Approve(caller.Id, clock.GetUtcNow());
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return Done.It;
        }
    }
}
