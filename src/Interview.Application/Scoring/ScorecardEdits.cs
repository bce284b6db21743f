using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Scoring;

public enum ChangeKind { Rating, Note, Tick, Quote, Memo }

/// <summary>
/// One edit on a form: the item (a scored item; the question of a note or memo; the indicator of a tick or quote), its new value, and the form's version the writer had seen.
/// </summary>
public sealed record Change(ChangeKind Kind, Guid Item, int Seen, RatingOutcome? Outcome = null, int? Point = null, string? Text = null, TickMark? Mark = null)
{
    /// <summary>The name of the field on the form, by which a refusal speaks of it.</summary>
    public string Field => FieldOf(Kind, Item);

    public static string FieldOf(ChangeKind kind, Guid item) => $"{kind switch { ChangeKind.Rating => "rating", ChangeKind.Note => "note", ChangeKind.Tick => "tick", ChangeKind.Quote => "quote", ChangeKind.Memo => "memo" }}.{item}";
}

/// <summary>How edits come onto a form: judged by the guide, compared with what another device wrote, and applied all or none.</summary>
public sealed partial class Scorecard
{
    /// <summary>Applies edits item by item. Values that are not allowed, and items that another device changed meanwhile, refuse the whole message; then nothing of it is kept.</summary>
    public void Write(FrozenGuide guide, IReadOnlySet<Guid> notAsked, IReadOnlyCollection<Change> changes, string device)
    {
        IsStillOpen();
        Judge(guide, notAsked, changes);
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

    /// <summary>Refuses values that this guide does not allow, each at its field.</summary>
    public static void Judge(FrozenGuide guide, IReadOnlySet<Guid> notAsked, IReadOnlyCollection<Change> changes)
    {
        var wrong = changes.SelectMany(change => Faults(guide, notAsked, change)).ToList();
        if (wrong.Count > 0) throw new Refusal(wrong);
    }

    /// <summary>Something may still be written on it.</summary>
    public void IsStillOpen()
    {
        Refuse.If(IsExcused, "scoring.excused");
        Refuse.If(IsSealed, "scoring.sealed");
    }

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
            case ChangeKind.Note or ChangeKind.Memo:
                var longest = change.Kind == ChangeKind.Note ? Note.Longest : Memo.Longest;
                if (FormPlan.Of(guide).All(s => s.NoteId != change.Item)) yield return new Reason("scoring.item-unknown", change.Field);
                else if (change.Text?.Length > longest) yield return new Reason("scoring.note-long", change.Field, longest);
                break;
            case ChangeKind.Tick or ChangeKind.Quote:
                if (guide.Competencies.All(c => c.Indicators.All(i => i.Id != change.Item))) yield return new Reason("scoring.item-unknown", change.Field);
                else if (change.Kind == ChangeKind.Quote)
                {
                    if (change.Text?.Length > Quote.Longest) yield return new Reason("scoring.note-long", change.Field, Quote.Longest);
                }
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
                var text = Written(change.Text);
                var note = notes.FirstOrDefault(n => n.QuestionId == change.Item);
                var newNote = note ?? new Note(Id, change.Item, text);
                return (newNote, note?.Text ?? "", text, () =>
                {
                    if (note is null) notes.Add(newNote);
                    else note.Set(text);
                });
            case ChangeKind.Quote:
                var lines = Written(change.Text);
                var quote = quotes.FirstOrDefault(q => q.IndicatorId == change.Item);
                var newQuote = quote ?? new Quote(Id, change.Item, lines);
                return (newQuote, quote?.Text ?? "", lines, () =>
                {
                    if (quote is null) quotes.Add(newQuote);
                    else quote.Set(lines);
                });
            case ChangeKind.Memo:
                var aid = Written(change.Text);
                var memo = memos.FirstOrDefault(m => m.QuestionId == change.Item);
                var newMemo = memo ?? new Memo(Id, change.Item, aid);
                return (newMemo, memo?.Text ?? "", aid, () =>
                {
                    if (memo is null) memos.Add(newMemo);
                    else memo.Set(aid);
                });
            case ChangeKind.Tick:
                var tick = ticks.FirstOrDefault(t => t.IndicatorId == change.Item);
                var ticked = tick ?? new Tick(Id, change.Item, change.Mark!.Value);
                return (ticked, (tick?.Mark ?? TickMark.None).ToString(), change.Mark!.Value.ToString(), () =>
                {
                    if (tick is null) ticks.Add(ticked);
                    else tick.Set(change.Mark!.Value);
                });
        }
        throw new ArgumentOutOfRangeException(nameof(change));
    }

    private static string Written(string? text) => (text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);

    private static string Say(RatingOutcome outcome, int? point) => point is { } p ? p.ToString(System.Globalization.CultureInfo.InvariantCulture) : outcome.ToString();
}
