using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>The employee or the manager tells how it goes; both read it.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record TellProgress(Guid Plan, string Text) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<TellProgress, Done>
    {
        public async Task<Done> Handle(TellProgress request, CancellationToken cancellationToken)
        {
            (await db.SharedPlan(request.Plan, caller.Id, cancellationToken)).Tell(request.Text, caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}
