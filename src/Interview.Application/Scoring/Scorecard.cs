using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Scoring;

public enum ScorecardStatus { Empty, Draft, Sealed, Reopened, Final }

public enum ChangeKind { Rating, Note, Tick }

/// <summary>
/// One edit on a form: the item (scored item, question or indicator), its new value, and the form's version the writer had seen.
/// </summary>
public sealed record Change(ChangeKind Kind, Guid Item, int Seen, RatingOutcome? Outcome = null, int? Point = null, string? Text = null, TickMark? Mark = null)
{
    /// <summary>The name of the field on the form, by which a refusal speaks of it.</summary>
    public string Field => FieldOf(Kind, Item);

    public static string FieldOf(ChangeKind kind, Guid item) => $"{kind switch { ChangeKind.Rating => "rating", ChangeKind.Note => "note", ChangeKind.Tick => "tick" }}.{item}";
}

/// <summary>
/// One seat's form for one candidate. Only its author reads and writes it until the reveal; sealing refuses blanks and keeps the values as they were then.
/// </summary>
public sealed class Scorecard : Root
{
    private readonly List<Rating> ratings = [];
    private readonly List<Note> notes = [];
    private readonly List<Tick> ticks = [];
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
    public IReadOnlyList<Correction> Corrections => corrections;

    public bool IsSealed => Status is ScorecardStatus.Sealed or ScorecardStatus.Final;
    public bool IsExcused => ExcusedAt is not null;
    public bool IsSettled => IsSealed || IsExcused;

    /// <summary>Applies edits item by item. Values that are not allowed, and items that another device changed meanwhile, refuse the whole message; then nothing of it is kept.</summary>
    public void Write(FrozenGuide guide, IReadOnlySet<Guid> notAsked, IReadOnlyCollection<Change> changes, string device)
    {
        Refuse.If(IsExcused, "scoring.excused");
        Refuse.If(IsSealed, "scoring.sealed");
        var wrong = changes.SelectMany(change => Faults(guide, notAsked, change)).ToList();
        if (wrong.Count > 0) throw new Refusal(wrong);
        List<Reason> stale = [];
        List<FormItem> changed = [];
        foreach (var change in changes)
        {
            var (item, theirs, yours, set) = Place(change);
            if (theirs == yours) continue;
            if (item.IsStaleFor(change.Seen, device)) stale.Add(new Reason(Refusal.ChangedCode, change.Field, theirs, yours, Version));
            else
            {
                set();
                changed.Add(item);
            }
        }
        if (stale.Count > 0) throw new Refusal(stale);
        if (changed.Count == 0) return;
        if (Status == ScorecardStatus.Empty) Status = ScorecardStatus.Draft;
        Touch();
        foreach (var item in changed) item.Changed(Version, device);
    }

    public IReadOnlyList<Guid> Blanks(FrozenGuide guide, IReadOnlySet<Guid> notAsked) =>
        [.. guide.ScoredIds.Where(item => !notAsked.Contains(item) && ratings.All(r => r.ItemId != item))];

    /// <summary>Hands the form in. A second time changes nothing.</summary>
    public void Seal(FrozenGuide guide, IReadOnlySet<Guid> notAsked, DateTimeOffset now)
    {
        if (IsSealed) return;
        Refuse.If(IsExcused, "scoring.excused");
        var blanks = Blanks(guide, notAsked);
        if (blanks.Count > 0)
        {
            var steps = FormPlan.Of(guide);
            throw new Refusal([.. blanks.Select(item => new Reason("scoring.blank", Change.FieldOf(ChangeKind.Rating, item), steps.FirstOrDefault(s => s.Scored == item)?.Number ?? 0))]);
        }
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
    });

    private static IEnumerable<Reason> Faults(FrozenGuide guide, IReadOnlySet<Guid> notAsked, Change change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Rating:
                if (!guide.ScoredIds.Contains(change.Item)) yield return new Reason("scoring.item-unknown", change.Field);
                else if (notAsked.Contains(change.Item)) yield return new Reason("scoring.not-asked", change.Field);
                else if (change.Outcome is null) yield return new Reason("scoring.outcome-missing", change.Field);
                else if (change.Outcome == RatingOutcome.NotAsked) yield return new Reason("scoring.not-asked-by-chair", change.Field);
                else if (change.Outcome == RatingOutcome.Scored && guide.Scale.All(p => p.Value != change.Point))
                    yield return new Reason("scoring.point-wrong", change.Field, guide.Scale.Min(p => p.Value), guide.Scale.Max(p => p.Value));
                else if (change.Outcome == RatingOutcome.NotObserved && change.Point is not null) yield return new Reason("scoring.point-without-score", change.Field);
                break;
            case ChangeKind.Note:
                if (FormPlan.Of(guide).All(s => s.NoteId != change.Item)) yield return new Reason("scoring.item-unknown", change.Field);
                else if (change.Text is { Length: > Note.Longest }) yield return new Reason("scoring.note-long", change.Field, Note.Longest);
                break;
            case ChangeKind.Tick:
                if (guide.Competencies.All(c => c.Indicators.All(i => i.Id != change.Item))) yield return new Reason("scoring.item-unknown", change.Field);
                else if (change.Mark is null || !Enum.IsDefined(change.Mark.Value)) yield return new Reason("scoring.mark-missing", change.Field);
                break;
        }
    }

    // Finds the item or makes it, with the value that stands there, the new one, and how to set it.
    private (FormItem Item, string Theirs, string Yours, Action Set) Place(Change change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Rating:
                var rating = ratings.FirstOrDefault(r => r.ItemId == change.Item);
                var fresh = rating ?? new Rating(Id, change.Item, change.Outcome!.Value, change.Point);
                return (fresh, rating is null ? "" : Say(rating.Outcome, rating.Point), Say(change.Outcome!.Value, change.Point), () =>
                {
                    if (rating is null) ratings.Add(fresh);
                    else rating.Set(change.Outcome!.Value, change.Point);
                });
            case ChangeKind.Note:
                var text = (change.Text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
                var note = notes.FirstOrDefault(n => n.QuestionId == change.Item);
                var written = note ?? new Note(Id, change.Item, text);
                return (written, note?.Text ?? "", text, () =>
                {
                    if (note is null) notes.Add(written);
                    else note.Set(text);
                });
            default:
                var tick = ticks.FirstOrDefault(t => t.IndicatorId == change.Item);
                var ticked = tick ?? new Tick(Id, change.Item, change.Mark!.Value);
                return (ticked, (tick?.Mark ?? TickMark.None).ToString(), change.Mark!.Value.ToString(), () =>
                {
                    if (tick is null) ticks.Add(ticked);
                    else tick.Set(change.Mark!.Value);
                });
        }
    }

    private void Put(Guid item, RatingOutcome outcome, int? point)
    {
        if (ratings.FirstOrDefault(r => r.ItemId == item) is { } there) there.Set(outcome, point);
        else ratings.Add(new Rating(Id, item, outcome, point));
    }

    private static string Say(RatingOutcome outcome, int? point) => point is { } p ? p.ToString(System.Globalization.CultureInfo.InvariantCulture) : outcome.ToString();
}
