using Interviewing.Application.Audit;
using Interviewing.Application.Development;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

public sealed record RatingValue(RatingOutcome Outcome, int? Point);

/// <summary>
/// A form as its author sees it: the frozen guide as steps, and what is on it; <see cref="Bare"/> are extreme scores that still lack evidence.
/// Of the others it says only how many forms are in.
/// </summary>
public sealed record OpenedCard(Guid Card, int Version, ScorecardStatus Status, DateTimeOffset? SealedAt, bool Excused, string? ReopenedReason,
    Guid Procedure, string Title, string Code, string? CandidateName, bool Revealed, Appointment? When, int Minutes, FrozenGuide Guide, IReadOnlyList<FormStep> Steps,
    IReadOnlyDictionary<Guid, RatingValue> Ratings, IReadOnlyDictionary<Guid, string> Notes, IReadOnlyDictionary<Guid, TickMark> Ticks,
    IReadOnlyDictionary<Guid, string> Quotes, IReadOnlyDictionary<Guid, string> Memos, WaitingPaper? Paper, Guid Candidate, Guid Owner,
    IReadOnlyDictionary<Guid, string> Skipped, IReadOnlySet<Guid> NotAsked, IReadOnlyList<Guid> Blanks, IReadOnlyList<Guid> Bare, int FormsIn, int FormsAsked, int ExtraMinutes = 0)
{
    public bool IsOpen => !Excused && Status is ScorecardStatus.Empty or ScorecardStatus.Draft or ScorecardStatus.Reopened;
}

/// <summary>One's own form. Somebody else's does not exist, whoever asks.</summary>
[Needs(Permission.Score), Discloses(nameof(Card))]
public sealed record OpenCard(Guid Card) : IQuery<OpenedCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, IPrivateText privacy) : IRequestHandler<OpenCard, OpenedCard>
    {
        public async Task<OpenedCard> Handle(OpenCard request, CancellationToken cancellationToken)
        {
            var card = await db.Own(caller).AsNoTracking().Include(c => c.Ratings).Include(c => c.Notes).Include(c => c.Ticks).Include(c => c.Quotes).Include(c => c.Memos).Need(request.Card, cancellationToken);
            var procedure = await db.Procedures.AsNoTracking().Need(card.ProcedureId, cancellationToken);
            var candidate = await db.Candidates.AsNoTracking().Need(card.CandidateId, cancellationToken);
            var name = procedure.ShowsNames ? await db.CandidateIdentities.Where(c => c.Id == candidate.Id).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken) : null;
            var interview = await db.Interviews.AsNoTracking().Where(i => i.CandidateId == candidate.Id && i.Status != InterviewStatus.Cancelled)
                .OrderByDescending(i => i.When.Utc).FirstOrDefaultAsync(cancellationToken);
            var guide = await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, cancellationToken);
            var skipped = await db.SkippedQuestions.AsNoTracking().Where(s => s.CandidateId == candidate.Id).ToDictionaryAsync(s => s.QuestionId, s => s.Reason, cancellationToken);
            foreach (var memo in card.Memos) memo.Open(privacy, caller.Me);
            var notAsked = FormPlan.NotAsked(guide, skipped.Keys);
            var forms = await db.Scorecards.Where(c => c.CandidateId == candidate.Id && c.ExcusedAt == null).Select(c => c.SealedAt != null).ToListAsync(cancellationToken);
            return new(card.Id, card.Version, card.Status, card.SealedAt, card.IsExcused, card.Status == ScorecardStatus.Reopened ? card.ReopenedReason : null,
                procedure.Id, procedure.Title, candidate.Code, name, candidate.IsRevealed, interview?.When, interview?.Minutes ?? guide.Minutes, guide, FormPlan.Of(guide),
                card.Ratings.ToDictionary(r => r.ItemId, r => new RatingValue(r.Outcome, r.Point)), card.Notes.ToDictionary(n => n.QuestionId, n => n.Text),
                card.Ticks.ToDictionary(t => t.IndicatorId, t => t.Mark),
                card.Quotes.ToDictionary(q => q.IndicatorId, q => q.Text), card.Memos.ToDictionary(m => m.QuestionId, m => m.Text), await db.WaitingOn(card.Id, privacy, caller.Me, cancellationToken), candidate.Id, caller.Me, skipped, notAsked, card.Blanks(guide, notAsked), card.WithoutEvidence(guide, notAsked), forms.Count(f => f), forms.Count,
                await db.Adjustments.Where(a => a.Id == candidate.Id).Select(a => a.ExtraMinutes).FirstOrDefaultAsync(cancellationToken));
        }
    }
}
