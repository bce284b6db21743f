using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>Takes a goal out of a plan that is still being made.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record DropGoal(Guid Plan, Guid Goal) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<DropGoal, Done>
    {
        public async Task<Done> Handle(DropGoal request, CancellationToken cancellationToken)
        {
            (await db.OwnPlan(request.Plan, caller.Id, cancellationToken)).DropGoal(request.Goal);
            return Done.It;
        }
    }
}
