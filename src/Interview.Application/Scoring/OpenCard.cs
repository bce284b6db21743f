using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

public sealed record RatingValue(RatingOutcome Outcome, int? Point);

/// <summary>A form as its author sees it: the frozen guide as steps, and what is on it.</summary>
public sealed record OpenedCard(Guid Card, int Version, ScorecardStatus Status, DateTimeOffset? SealedAt, bool Excused, string? ReopenedReason,
    Guid Procedure, string Title, string Code, string? CandidateName, bool Revealed, Appointment? When, int Minutes, FrozenGuide Guide, IReadOnlyList<FormStep> Steps,
    IReadOnlyDictionary<Guid, RatingValue> Ratings, IReadOnlyDictionary<Guid, string> Notes, IReadOnlyDictionary<Guid, TickMark> Ticks,
    IReadOnlyDictionary<Guid, string> Skipped, IReadOnlySet<Guid> NotAsked, IReadOnlyList<Guid> Blanks, int ExtraMinutes = 0)
{
    public bool IsOpen => !Excused && Status is ScorecardStatus.Empty or ScorecardStatus.Draft or ScorecardStatus.Reopened;
}

/// <summary>One's own form. Somebody else's does not exist, whoever asks.</summary>
[Needs(Permission.Score), Discloses(nameof(Card))]
public sealed record OpenCard(Guid Card) : IQuery<OpenedCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<OpenCard, OpenedCard>
    {
        public async Task<OpenedCard> Handle(OpenCard request, CancellationToken cancellationToken)
        {
            var card = await db.Own(caller).AsNoTracking().Include(c => c.Ratings).Include(c => c.Notes).Include(c => c.Ticks).Need(request.Card, cancellationToken);
            var procedure = await db.Procedures.AsNoTracking().Need(card.ProcedureId, cancellationToken);
            var candidate = await db.Candidates.AsNoTracking().Need(card.CandidateId, cancellationToken);
            var name = procedure.ShowsNames ? await db.CandidateIdentities.Where(c => c.Id == candidate.Id).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken) : null;
            var interview = await db.Interviews.AsNoTracking().Where(i => i.CandidateId == candidate.Id && i.Status != InterviewStatus.Cancelled)
                .OrderByDescending(i => i.When.Utc).FirstOrDefaultAsync(cancellationToken);
            var guide = await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, cancellationToken);
            var skipped = await db.SkippedQuestions.AsNoTracking().Where(s => s.CandidateId == candidate.Id).ToDictionaryAsync(s => s.QuestionId, s => s.Reason, cancellationToken);
            var notAsked = FormPlan.NotAsked(guide, skipped.Keys);
            return new(card.Id, card.Version, card.Status, card.SealedAt, card.IsExcused, card.Status == ScorecardStatus.Reopened ? card.ReopenedReason : null,
                procedure.Id, procedure.Title, candidate.Code, name, candidate.IsRevealed, interview?.When, interview?.Minutes ?? guide.Minutes, guide, FormPlan.Of(guide),
                card.Ratings.ToDictionary(r => r.ItemId, r => new RatingValue(r.Outcome, r.Point)), card.Notes.ToDictionary(n => n.QuestionId, n => n.Text),
                card.Ticks.ToDictionary(t => t.IndicatorId, t => t.Mark), skipped, notAsked, card.Blanks(guide, notAsked),
                await db.Adjustments.Where(a => a.Id == candidate.Id).Select(a => a.ExtraMinutes).FirstOrDefaultAsync(cancellationToken));
        }
    }
}
