using System.Globalization;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Microsoft.Extensions.Primitives;

namespace Interviewing.Web.Scoring;

/// <summary>What stands in the fields of the form: what is kept, or what was just posted and is not kept yet.</summary>
public sealed class FormValues
{
    private readonly OpenedCard card;
    private readonly IReadOnlyDictionary<string, StringValues>? posted;

    private FormValues(OpenedCard card, IReadOnlyDictionary<string, StringValues>? posted) => (this.card, this.posted) = (card, posted);

    public static FormValues Of(OpenedCard card, IEnumerable<KeyValuePair<string, StringValues>>? posted = null) => new(card, posted?.ToDictionary(f => f.Key, f => f.Value));

    /// <summary>"1".."5", "NotObserved", or null for blank.</summary>
    public string? Rating(Guid item) =>
        posted is not null ? Posted(ChangeKind.Rating, item).FirstOrDefault() : card.Ratings.GetValueOrDefault(item) is { } r ? Written(r) : null;

    public string Note(Guid question) => Text(ChangeKind.Note, question, card.Notes);

    public string Memo(Guid question) => Text(ChangeKind.Memo, question, card.Memos);

    public string Quote(Guid indicator) => Text(ChangeKind.Quote, indicator, card.Quotes);

    public TickMark Tick(Guid indicator) => posted is null ? card.Ticks.GetValueOrDefault(indicator)
        : Enum.TryParse<TickMark>(Posted(ChangeKind.Tick, indicator).LastOrDefault(), out var mark) ? mark : TickMark.None;

    /// <summary>What was posted and differs from what is kept, as edits on the version the form was rendered with.</summary>
    public IReadOnlyList<Change> Edits(int seen)
    {
        if (posted is null) return [];
        var kept = Of(card);
        List<Change> edits = [];
        void Compare(ChangeKind kind, Guid item, string now, string before)
        {
            if (now.ReplaceLineEndings("\n") is var text && text != before) edits.Add(new(kind, item, seen, Text: text));
        }
        foreach (var step in card.Steps)
        {
            edits.AddRange(from item in step.Items where Rating(item) is { } rating && rating != kept.Rating(item) select Scored(item, Rating(item)!, seen));
            Compare(ChangeKind.Note, step.NoteId, Note(step.NoteId), kept.Note(step.NoteId));
            Compare(ChangeKind.Memo, step.NoteId, Memo(step.NoteId), kept.Memo(step.NoteId));
            edits.AddRange(step.Indicators.Where(i => Tick(i.Id) != kept.Tick(i.Id)).Select(i => new Change(ChangeKind.Tick, i.Id, seen, Mark: Tick(i.Id))));
            foreach (var indicator in step.Indicators) Compare(ChangeKind.Quote, indicator.Id, Quote(indicator.Id), kept.Quote(indicator.Id));
        }
        return edits;
    }

    private StringValues Posted(ChangeKind kind, Guid item) => posted!.GetValueOrDefault(Change.FieldOf(kind, item));

    // A field that was not on the page says nothing; an empty one says that it is empty now.
    private string Text(ChangeKind kind, Guid item, IReadOnlyDictionary<Guid, string> kept) =>
        posted is not null && posted.TryGetValue(Change.FieldOf(kind, item), out var text) ? text.FirstOrDefault() ?? "" : kept.GetValueOrDefault(item) ?? "";

    private static Change Scored(Guid item, string value, int seen) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var point)
        ? new(ChangeKind.Rating, item, seen, RatingOutcome.Scored, point)
        : new(ChangeKind.Rating, item, seen, Enum.TryParse<RatingOutcome>(value, out var outcome) ? outcome : null);

    private static string Written(RatingValue value) => value.Point?.ToString(CultureInfo.InvariantCulture) ?? value.Outcome.ToString();
}
