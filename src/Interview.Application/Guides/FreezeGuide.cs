using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>
/// The explicit act of recruiter or chair after which nothing in the guide changes any more: every text is copied into one document, kept as text with its hash.
/// Without it no form exists.
/// </summary>
[Needs(Permission.ReadProcedure)]
public sealed record FreezeGuide(Guid Guide, int Version) : ICommand<FrozenStamp>, IMerges
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
            var now = clock.GetUtcNow();
            var scale = guide.ScaleId is { } chosen ? await db.Scales.Need(chosen, cancellationToken) : await db.Scales.FirstAsync(s => s.IsDefault, cancellationToken);
            scale.Use(now);
            guide.MeasureOn(scale.Id, now);
            var document = await db.WriteOut(guide, cancellationToken);
            var before = guide.RevisionOf is { } old ? await db.FrozenDocuments.AsNoTracking().FirstAsync(d => d.GuideId == old, cancellationToken) : null;
            if (before is not null) document.MustFollow(before.Read());
            var frozen = db.Add(guide.Freeze(document, caller.IdOrNull ?? Guid.Empty, now));
            if (before is not null) await db.GoOnWith(frozen, before.Id, guide.RevisionReason!, caller, now, cancellationToken);
            return new FrozenStamp(frozen.Id, frozen.Hash, frozen.FrozenAt, null);
        }
    }
}
