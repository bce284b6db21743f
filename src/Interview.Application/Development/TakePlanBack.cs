using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The employee takes a plan back that waits for approval, to change it first.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record TakePlanBack(Guid Plan) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<TakePlanBack, Done>
    {
        public async Task<Done> Handle(TakePlanBack request, CancellationToken cancellationToken)
        {
            (await db.OwnPlan(request.Plan, caller.Id, cancellationToken)).TakeBack(clock.GetUtcNow());
            return Done.It;
        }
    }
}
