using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Scoring;

public enum ScorecardStatus { Empty, Draft, Sealed, Reopened, Final }

/// <summary>
/// One seat's form for one candidate. Only its author reads and writes it until the reveal; sealing refuses blanks and keeps the values as they were then.
/// </summary>
public sealed partial class Scorecard : Root
{
    private readonly List<Rating> ratings = [];
    private readonly List<Note> notes = [];
    private readonly List<Tick> ticks = [];
    private readonly List<Quote> quotes = [];
    private readonly List<Memo> memos = [];
    private readonly List<Correction> corrections = [];

    private Scorecard() { }

    public Scorecard(Guid procedure, Guid candidate, Guid seat) => (ProcedureId, CandidateId, SeatId) = (procedure, candidate, seat);

    public Guid ProcedureId { get; private set; }
    public Guid CandidateId { get; private set; }
    public Guid SeatId { get; private set; }
    public ScorecardStatus Status { get; private set; }
    public DateTimeOffset? SealedAt { get; private set; }
    /// <summary>The form as it was sealed, as JSON text, and its SHA-256.</summary>
    [Secret] public string? SealedText { get; private set; }
    [Secret] public string? SealedHash { get; private set; }
    public DateTimeOffset? ExcusedAt { get; private set; }
    public Guid? ExcusedBy { get; private set; }
    public string? ExcusedReason { get; private set; }
    public DateTimeOffset? ReopenedAt { get; private set; }
    public Guid? ReopenedBy { get; private set; }
    public string? ReopenedReason { get; private set; }

    public IReadOnlyList<Rating> Ratings => ratings;
    public IReadOnlyList<Note> Notes => notes;
    public IReadOnlyList<Tick> Ticks => ticks;
    public IReadOnlyList<Quote> Quotes => quotes;
    public IReadOnlyList<Memo> Memos => memos;
    public IReadOnlyList<Correction> Corrections => corrections;

    public bool IsSealed => Status is ScorecardStatus.Sealed or ScorecardStatus.Final;
    public bool IsExcused => ExcusedAt is not null;
    public bool IsSettled => IsSealed || IsExcused;

    public IReadOnlyList<Guid> Blanks(FrozenGuide guide, IReadOnlySet<Guid> notAsked) =>
        [.. guide.ScoredIds.Where(item => !notAsked.Contains(item) && ratings.All(r => r.ItemId != item))];

    /// <summary>Extreme scores under which nothing is written, where the guide asks for it.</summary>
    public IReadOnlyList<Guid> WithoutEvidence(FrozenGuide guide, IReadOnlySet<Guid> notAsked) => !guide.EvidenceAtExtremes ? []
        : [.. ratings.Where(r => !notAsked.Contains(r.ItemId) && r.Point is { } point && guide.IsExtreme(point) && !HasEvidence(guide, r.ItemId)).Select(r => r.ItemId)];

    private bool HasEvidence(FrozenGuide guide, Guid item)
    {
        var places = FormPlan.PlacesOf(guide, item);
        return notes.Any(n => !string.IsNullOrWhiteSpace(n.Text) && places.Notes.Contains(n.QuestionId)) || quotes.Any(q => !string.IsNullOrWhiteSpace(q.Text) && places.Indicators.Contains(q.IndicatorId));
    }

    /// <summary>Hands the form in; private memos go. A second time changes nothing.</summary>
    public void Seal(FrozenGuide guide, IReadOnlySet<Guid> notAsked, DateTimeOffset now)
    {
        if (IsSealed) return;
        Refuse.If(IsExcused, "scoring.excused");
        var blanks = Blanks(guide, notAsked);
        if (blanks.Count > 0)
            throw new Refusal([.. blanks.Select(item => new Reason("scoring.blank", Change.FieldOf(ChangeKind.Rating, item), FormPlan.NumberOf(guide, item)))]);
        if (WithoutEvidence(guide, notAsked) is { Count: > 0 } bare)
            throw new Refusal([.. bare.Select(item => new Reason("scoring.evidence-missing", Change.FieldOf(ChangeKind.Rating, item), FormPlan.NumberOf(guide, item)))]);
        memos.Clear();
        foreach (var item in notAsked.Where(guide.ScoredIds.Contains)) Put(item, RatingOutcome.NotAsked, null);
        (Status, SealedAt) = (ScorecardStatus.Sealed, now);
        Touch();
        SealedText = Contents();
        SealedHash = FrozenGuide.HashOf(SealedText);
    }

    /// <summary>Back to its author, before the reveal only.</summary>
    public void Reopen(Guid by, string reason, bool revealed, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "scoring.reason-missing");
        Refuse.If(revealed, "scoring.revealed");
        Refuse.If(Status != ScorecardStatus.Sealed, "scoring.not-sealed");
        (Status, SealedAt, SealedText, SealedHash) = (ScorecardStatus.Reopened, null, null, null);
        (ReopenedBy, ReopenedReason, ReopenedAt) = (by, reason.Trim(), now);
        Touch();
    }

    /// <summary>This form is not asked for any more; it cannot be taken back.</summary>
    public void Excuse(string reason, Guid? by, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "scoring.reason-missing");
        Refuse.If(IsSealed, "scoring.sealed");
        if (IsExcused) return;
        (ExcusedAt, ExcusedBy, ExcusedReason) = (now, by, reason.Trim());
        memos.Clear();
        Touch();
    }

    /// <summary>After the reveal, by its author: the sealed value stays, the correction is laid over it.</summary>
    public void Correct(FrozenGuide guide, Guid item, RatingOutcome outcome, int? point, string reason, Actor by, bool revealed, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "scoring.reason-missing");
        Refuse.If(!revealed || Status != ScorecardStatus.Sealed, "scoring.not-revealed");
        var wrong = Faults(guide, new HashSet<Guid>(), new Change(ChangeKind.Rating, item, Version, outcome, point)).ToList();
        if (wrong.Count > 0) throw new Refusal(wrong);
        var rating = ratings.FirstOrDefault(r => r.ItemId == item) ?? throw Refusal.NotFound;
        var last = corrections.Where(c => c.ItemId == item).MaxBy(c => c.At);
        var was = last is null ? rating : new Rating(Id, item, last.NewOutcome, last.NewPoint);
        Refuse.If(was.Outcome == RatingOutcome.NotAsked, "scoring.not-asked");
        if (was.Outcome == outcome && was.Point == point) return;
        corrections.Add(new Correction(Id, item, was, outcome, point, reason, by, now));
        Touch();
    }

    /// <summary>The decision is made: nothing of it changes any more.</summary>
    public void Finish()
    {
        if (Status != ScorecardStatus.Sealed) return;
        Status = ScorecardStatus.Final;
        Touch();
    }

    /// <summary>Values and notes in a fixed order, as text.</summary>
    public string Contents() => JsonText.Write(new
    {
        Ratings = ratings.OrderBy(r => r.ItemId).Select(r => new { r.ItemId, r.Outcome, r.Point }),
        Notes = notes.Where(n => n.Text.Length > 0).OrderBy(n => n.QuestionId).Select(n => new { n.QuestionId, n.Text }),
        Ticks = ticks.Where(t => t.Mark != TickMark.None).OrderBy(t => t.IndicatorId).Select(t => new { t.IndicatorId, t.Mark }),
        Quotes = quotes.Where(q => q.Text.Length > 0).OrderBy(q => q.IndicatorId).Select(q => new { q.IndicatorId, q.Text }),
    });

    private void Put(Guid item, RatingOutcome outcome, int? point)
    {
        if (ratings.FirstOrDefault(r => r.ItemId == item) is { } there) there.Set(outcome, point);
        else ratings.Add(new Rating(Id, item, outcome, point));
    }
}
