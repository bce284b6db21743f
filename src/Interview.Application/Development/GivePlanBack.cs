using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The manager gives a plan back with what should be different.</summary>
[Needs(Permission.LeadTeam)]
public sealed record GivePlanBack(Guid Plan, string Note) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<GivePlanBack, Done>
    {
        public async Task<Done> Handle(GivePlanBack request, CancellationToken cancellationToken)
        {
            (await db.TeamPlan(request.Plan, caller.Id, cancellationToken)).GiveBack(request.Note, caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}
