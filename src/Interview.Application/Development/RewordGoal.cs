using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The employee says in own words what the goal is.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record RewordGoal(Guid Plan, Guid Goal, string? Was, string? Becomes) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<RewordGoal, Done>
    {
        public async Task<Done> Handle(RewordGoal request, CancellationToken cancellationToken)
        {
            (await db.OwnPlan(request.Plan, caller.Id, cancellationToken)).Reword(request.Goal, request.Was, request.Becomes);
            return Done.It;
        }
    }
}
