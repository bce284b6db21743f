using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Guides;

/// <summary>
/// Begins a newer version of a frozen guide, with a reason. The frozen one stays as it is; once the new one is frozen too, later candidates of its procedure get it,
/// and the procedure keeps that as a deviation.
/// </summary>
[Needs(Permission.EditGuide)]
public sealed record ReviseGuide(Guid Guide, string Reason) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReviseGuide, Guid>
    {
        public async Task<Guid> Handle(ReviseGuide request, CancellationToken cancellationToken) =>
            db.Add((await db.NeedGuide(caller, request.Guide, null, cancellationToken)).Revise(request.Reason, caller.IdOrNull, clock.GetUtcNow())).Id;
    }
}
