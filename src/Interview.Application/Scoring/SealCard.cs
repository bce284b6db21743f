using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>Hands one's own form in. Blanks are refused by name; a second time answers the same. The last one in reveals the candidate's scores, in the same save.</summary>
[Needs(Permission.Score)]
public sealed record SealCard(Guid Card) : ICommand<SavedCard>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock, Raised raised) : IRequestHandler<SealCard, SavedCard>
    {
        public async Task<SavedCard> Handle(SealCard request, CancellationToken cancellationToken)
        {
            var card = await db.Own(caller).Include(c => c.Ratings).Include(c => c.Notes).Include(c => c.Ticks).Include(c => c.Quotes).Include(c => c.Memos).Need(request.Card, cancellationToken);
            if (card.IsSealed) return new(card.Version);
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Need(card.ProcedureId, cancellationToken);
            procedure.NotOver();
            Refuse.If(await db.PaperEntries.AnyAsync(p => p.CardId == card.Id && p.SettledAt == null, cancellationToken), "scoring.paper-waiting");
            var own = await db.Candidates.Where(c => c.Id == card.CandidateId).Select(c => c.FrozenId).FirstAsync(cancellationToken);
            var guide = await db.GuideOf(own ?? procedure.FrozenId, cancellationToken);
            card.Seal(guide, await db.NotAskedOf(guide, card.CandidateId, cancellationToken), now);
            await db.SettleCandidate(procedure, card.CandidateId, now, cancellationToken);
            raised.Raise(SignalKind.Forms, procedure.Id, card.CandidateId);
            return new(card.Version);
        }
    }
}

internal static class Settling
{
    /// <summary>Counts the candidate's forms again, and moves interview and procedure on when they are all in.</summary>
    public static async Task SettleCandidate(this IInterviewDb db, Procedure procedure, Guid candidateId, DateTimeOffset now, CancellationToken ct)
    {
        var candidate = await db.Candidates.Need(candidateId, ct);
        candidate.Settle(await db.Scorecards.Where(c => c.CandidateId == candidateId).ToListAsync(ct), now);
        if (candidate is { IsRevealed: false, IsOut: false }) return;
        if (candidate.IsRevealed) foreach (var interview in await db.Interviews.Where(i => i.CandidateId == candidateId).ToListAsync(ct)) interview.Reach(InterviewStatus.Consensus);
        // Whoever takes no part any more is not waited for.
        var others = await db.Candidates.Where(c => c.ProcedureId == procedure.Id && c.Id != candidateId).Select(c => new { Revealed = c.RevealedAt != null, Out = c.WithdrawnAt != null }).ToListAsync(ct);
        if (others.TrueForAll(c => c.Revealed || c.Out) && (candidate.IsRevealed || others.Exists(c => c.Revealed))) procedure.Deliberate();
    }
}
