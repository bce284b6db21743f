using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Guides;

/// <summary>
/// The explicit act of recruiter or chair after which nothing in the guide changes any more: every text is copied into one document, kept as text with its hash.
/// Without it no form exists.
/// </summary>
[Needs(Permission.ReadProcedure)]
public sealed record FreezeGuide(Guid Guide, int Version) : ICommand<FrozenStamp>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<FreezeGuide, FrozenStamp>
    {
        public async Task<FrozenStamp> Handle(FreezeGuide request, CancellationToken cancellationToken)
        {
            var guide = await db.GuidesFor(caller, Permission.EditGuide, Permission.Steer, Permission.ReadProcedure).Need(request.Guide, cancellationToken);
            var scope = guide.ProcedureId is { } procedure ? Scope.Procedure(procedure) : Scope.Organisation;
            Refuse.If(!caller.May(Permission.EditGuide, scope) && !caller.May(Permission.Steer, scope) && (guide.MadeById is null || guide.MadeById != caller.IdOrNull), Refusal.NotAllowed);
            await db.LoadParts(guide, cancellationToken);
            db.Expect(guide, request.Version);
            var frozen = db.Add(guide.Freeze(await db.WriteOut(guide, cancellationToken), caller.IdOrNull ?? Guid.Empty, clock.GetUtcNow()));
            return new FrozenStamp(frozen.Id, frozen.Hash, frozen.FrozenAt, null);
        }
    }
}
