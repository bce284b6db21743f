using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

/// <summary>A follow-up that was taken away, and its number from 0.</summary>
public sealed record GoneProbe(int Number, Probe Probe);

/// <summary>
/// A part that was taken away, as it was, so that the same record can come back to the same place (from 0). A level has none of the three texts.
/// <see cref="Tied"/>: the indicators that stood on the level, that the question touched, or the questions that touched the indicator.
/// </summary>
public sealed record GonePart(Guid Id, int Place, LocalText Text, IReadOnlyList<Guid> Tied, IndicatorText? Indicator = null, QuestionText? Question = null, TipText? Tip = null);

public sealed partial class Competency
{
    /// <summary>What is needed to bring a part back after it is gone.</summary>
    public GonePart Keep(Guid item)
    {
        if (levels.Find(l => l.Id == item) is { } level) return new(item, level.Ordinal - 1, level.Title, [.. indicators.Where(i => i.Level == level.Ordinal).Select(i => i.Id)]);
        if (indicators.Find(i => i.Id == item) is { } indicator)
            return new(item, Place(indicators, item, i => i.Order), indicator.Text, [.. questions.Where(q => q.Touches.Contains(item)).Select(q => q.Id)], Indicator: new(indicator.Text, indicator.Polarity, indicator.Level, indicator.Status, indicator.Trace));
        if (questions.Find(q => q.Id == item) is { } question)
            return new(item, Place(questions, item, q => q.Order), question.Text, question.Touches, Question: new(question.Text, question.Type, question.Minutes, [], question.Probes, question.Anchors, question.Status, question.Trace));
        if (tips.Find(t => t.Id == item) is { } tip) return new(item, Place(tips, item, t => t.Order), tip.Text, [], Tip: new(tip.Text, tip.Audience, tip.Kind, tip.Status, tip.Trace));
        throw Refusal.NotFound;
    }

    /// <summary>Brings a part back that was taken away, with what it was tied to as far as that is still there.</summary>
    public Part Restore(GonePart gone)
    {
        Refuse.If(levels.Exists(l => l.Id == gone.Id) || indicators.Exists(i => i.Id == gone.Id) || questions.Exists(q => q.Id == gone.Id) || tips.Exists(t => t.Id == gone.Id), "competencies.restored-already");
        Part back = gone switch
        {
            { Indicator: { } i } => Restored(gone, i),
            { Question: { } q } => Restored(gone, q),
            { Tip: { } t } => Restored(gone, t),
            _ => RestoredLevel(gone),
        };
        Touch();
        return back;
    }

    private Level RestoredLevel(GonePart gone)
    {
        Refuse.If(levels.Count >= 8, "competencies.too-many-levels");
        var level = new Level(Id, levels.Count + 1, gone.Text, gone.Id);
        levels.Add(level);
        MoveLevel(gone.Id, gone.Place);
        foreach (var indicator in indicators.Where(i => gone.Tied.Contains(i.Id) && i.Level is null)) indicator.Level = level.Ordinal;
        return level;
    }

    private Indicator Restored(GonePart gone, IndicatorText text)
    {
        var indicator = new Indicator(Id, indicators.Count, text.Text, text.Polarity, text.Level <= levels.Count ? text.Level : null, text.Trace, gone.Id);
        indicators.Add(indicator);
        indicator.Shelve(text.Status);
        Reorder(indicators, gone.Id, gone.Place, (i, order) => i.Order = order, i => i.Order);
        foreach (var question in questions.Where(q => gone.Tied.Contains(q.Id))) question.Set(null, null, [.. question.Touches, gone.Id], null, null, null);
        return indicator;
    }

    private Question Restored(GonePart gone, QuestionText text)
    {
        var question = new Question(Id, questions.Count, text.Text, text.Type, text.Minutes, [.. gone.Tied.Where(t => indicators.Exists(i => i.Id == t))], text.Probes, text.Anchors, text.Trace, gone.Id);
        questions.Add(question);
        question.Set(null, null, null, null, null, text.Status);
        Reorder(questions, gone.Id, gone.Place, (q, order) => q.Order = order, q => q.Order);
        return question;
    }

    private Tip Restored(GonePart gone, TipText text)
    {
        var tip = new Tip(Id, tips.Count, text.Text, text.Audience, text.Kind, text.Trace, gone.Id);
        tips.Add(tip);
        tip.Shelve(text.Status);
        Reorder(tips, gone.Id, gone.Place, (t, order) => t.Order = order, t => t.Order);
        return tip;
    }

    private static int Place<T>(List<T> parts, Guid item, Func<T, int> order) where T : Part => parts.OrderBy(order).ToList().FindIndex(p => p.Id == item);
}
