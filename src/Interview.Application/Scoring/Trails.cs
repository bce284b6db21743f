using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring.Agreement;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>One step after the sealed score: put right by its author, or revised in the consensus talk.</summary>
public sealed record TrailStep(RatingValue Old, RatingValue New, string Reason, DateTimeOffset At, bool InConsensus, bool KeyedIn);

/// <summary>One member's score of one item, as it was sealed and as it became.</summary>
public sealed record Trail(Guid Candidate, Guid Seat, Guid Item, RatingValue First, IReadOnlyList<TrailStep> Steps)
{
    public RatingValue Last => Steps.Count == 0 ? First : Steps[^1].New;
}

/// <summary>What others than the author may read, and nothing else: every page, export and figure reads scores through here.</summary>
internal static class Trails
{
    /// <summary>Candidates whose sealed forms this caller may read although not all are in: only by the rule 'after the own form', and only with the own form in.</summary>
    public static async Task<IReadOnlyList<Guid>> EarlyFor(this IInterviewDb db, Caller caller, PanelRules rules, CancellationToken ct) =>
        rules.Reveal == RevealRule.OwnForm ? await db.Own(caller).Where(c => c.ProcedureId == rules.ProcedureId && c.SealedAt != null).Select(c => c.CandidateId).ToListAsync(ct) : [];

    /// <summary>Scores of revealed candidates, and of those named in <paramref name="early"/> the ones that are sealed.</summary>
    public static async Task<IReadOnlyList<Trail>> TrailsOf(this IInterviewDb db, Guid procedure, CancellationToken ct, IReadOnlyList<Guid>? early = null)
    {
        var also = early ?? [];
        var cards = from card in db.Scorecards.AsNoTracking()
                    join candidate in db.Candidates on card.CandidateId equals candidate.Id
                    where candidate.ProcedureId == procedure && card.SealedAt != null && (candidate.RevealedAt != null || also.Contains(candidate.Id))
                    select card;
        var ratings = await (from rating in db.Ratings join card in cards on rating.CardId equals card.Id select new { card.CandidateId, card.SeatId, rating.ItemId, rating.Outcome, rating.Point }).ToListAsync(ct);
        var corrections = await (from correction in db.Corrections join card in cards on correction.CardId equals card.Id select new { card.CandidateId, card.SeatId, Correction = correction }).ToListAsync(ct);
        var revisions = await (from revision in db.Revisions
                               join consensus in db.Consensuses on revision.ConsensusId equals consensus.Id
                               join candidate in db.Candidates on consensus.CandidateId equals candidate.Id
                               where consensus.ProcedureId == procedure && candidate.RevealedAt != null
                               select new { consensus.CandidateId, Revision = revision }).ToListAsync(ct);
        var steps = corrections.Select(c => (Key: (c.CandidateId, c.SeatId, c.Correction.ItemId), c.Correction.Id, Step: new TrailStep(new(c.Correction.OldOutcome, c.Correction.OldPoint), new(c.Correction.NewOutcome, c.Correction.NewPoint), c.Correction.Reason, c.Correction.At, false, false)))
            .Concat(revisions.Where(r => r.Revision is { Counts: true, IsChange: true }).Select(r => (Key: (r.CandidateId, r.Revision.Seat, r.Revision.Item), r.Revision.Id,
                Step: new TrailStep(new(r.Revision.OldOutcome, r.Revision.OldPoint), new(r.Revision.NewOutcome, r.Revision.NewPoint), r.Revision.Reason ?? "", r.Revision.AnsweredAt ?? r.Revision.At, true, r.Revision.KeyedIn))))
            .OrderBy(s => s.Step.At).ThenBy(s => s.Id).ToLookup(s => s.Key, s => s.Step);
        return [.. ratings.Select(r => new Trail(r.CandidateId, r.SeatId, r.ItemId, new(r.Outcome, r.Point), [.. steps[(r.CandidateId, r.SeatId, r.ItemId)]]))];
    }

    /// <summary>Seats that have a form, in the order in which they were taken, with the names of who sat there.</summary>
    public static Task<List<MatrixMember>> ScoringMembers(this IInterviewDb db, Guid procedure, CancellationToken ct) =>
        (from seat in db.PanelSeats.AsNoTracking()
         where seat.ProcedureId == procedure && db.Scorecards.Any(c => c.SeatId == seat.Id)
         orderby seat.AddedAt, seat.Id
         select new MatrixMember(seat.Id, db.Persons.Where(p => p.Id == seat.PersonId).Select(p => p.Name).FirstOrDefault()
             ?? db.GuestLinks.Where(g => g.Id == seat.GuestLinkId).Select(g => g.Name).FirstOrDefault() ?? "", seat.Kind)).ToListAsync(ct);

    /// <summary>Each candidate's own guide: whoever stayed with an earlier version has the items of that one; its competencies and scale are the same.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FrozenGuide>> GuidesOf(this IInterviewDb db, Procedure procedure, CancellationToken ct)
    {
        Dictionary<Guid, FrozenGuide> guides = [];
        foreach (var candidate in await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).Select(c => new { c.Id, c.FrozenId }).ToListAsync(ct))
            guides[candidate.Id] = await db.GuideOf(candidate.FrozenId ?? procedure.FrozenId, ct);
        return guides;
    }

    /// <summary>
    /// One member's value for one competency of one candidate, exactly: of several questions the mean of those that were scored; null when none was.
    /// </summary>
    public static Rational? ValueOf(IEnumerable<Trail> own, Func<Trail, RatingValue> which) =>
        own.Select(which).Where(v => v.Outcome == RatingOutcome.Scored).Select(v => (Rational)v.Point!.Value).ToList() is { Count: > 0 } points ? Rational.Mean(points) : null;
}
