using System.Globalization;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Microsoft.AspNetCore.Http;

namespace Interviewing.Web.Scoring;

/// <summary>What stands in the fields of the form: what is kept, or what was just posted and is not kept yet.</summary>
public sealed class FormValues
{
    private readonly OpenedCard card;
    private readonly IFormCollection? posted;

    private FormValues(OpenedCard card, IFormCollection? posted) => (this.card, this.posted) = (card, posted);

    public static FormValues Of(OpenedCard card, IFormCollection? posted = null) => new(card, posted);

    /// <summary>"1".."5", "NotObserved", or null for blank.</summary>
    public string? Rating(Guid item) =>
        posted is not null ? posted[Change.FieldOf(ChangeKind.Rating, item)].FirstOrDefault() : card.Ratings.GetValueOrDefault(item) is { } r ? Written(r) : null;

    public string Note(Guid question) => posted is not null ? posted[Change.FieldOf(ChangeKind.Note, question)].FirstOrDefault() ?? "" : card.Notes.GetValueOrDefault(question) ?? "";

    public TickMark Tick(Guid indicator) => posted is null ? card.Ticks.GetValueOrDefault(indicator)
        : Enum.TryParse<TickMark>(posted[Change.FieldOf(ChangeKind.Tick, indicator)].LastOrDefault(), out var mark) ? mark : TickMark.None;

    /// <summary>What was posted and differs from what is kept, as edits on the version the form was rendered with.</summary>
    public IReadOnlyList<Change> Edits(int seen)
    {
        if (posted is null) return [];
        var kept = Of(card);
        List<Change> edits = [];
        foreach (var step in card.Steps)
        {
            if (step.Scored is { } item && Rating(item) is { } rating && rating != kept.Rating(item)) edits.Add(Scored(item, rating, seen));
            if (Note(step.NoteId).ReplaceLineEndings("\n") is var note && note != kept.Note(step.NoteId)) edits.Add(new(ChangeKind.Note, step.NoteId, seen, Text: note));
            edits.AddRange(step.Indicators.Where(i => Tick(i.Id) != kept.Tick(i.Id)).Select(i => new Change(ChangeKind.Tick, i.Id, seen, Mark: Tick(i.Id))));
        }
        return edits;
    }

    private static Change Scored(Guid item, string value, int seen) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var point)
        ? new(ChangeKind.Rating, item, seen, RatingOutcome.Scored, point)
        : new(ChangeKind.Rating, item, seen, Enum.TryParse<RatingOutcome>(value, out var outcome) ? outcome : null);

    private static string Written(RatingValue value) => value.Point?.ToString(CultureInfo.InvariantCulture) ?? value.Outcome.ToString();
}
