using Interviewing.Application.Search;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

public enum Polarity { Positive, Negative }

/// <summary>What a question asks for: what somebody did, would do, knows, or where somebody comes from; closing ones are not scored.</summary>
public enum QuestionType { PastBehaviour, Situational, Knowledge, Background, Closing }

/// <summary>Situation, task, action, result, reflection (the Dutch STARR).</summary>
public enum StarrStep { Situation, Task, Action, Result, Reflection }

public enum TipAudience { Employee, Manager }

public enum TipKind { OnTheJob, WithOthers, Course }

public enum ItemStatus { Active, Retired }

/// <summary>A follow-up under a lead question.</summary>
public sealed record Probe(StarrStep Step, LocalText Text);

/// <summary>What an answer looks like that earns a point of the scale.</summary>
public sealed record Anchor(int Point, LocalText Text);

/// <summary>
/// Code, names, definition; an optional ladder of 1..n levels (1 lowest); indicators, questions and tips. Every text is edited by itself, so two
/// people who change different texts both keep theirs. Used ones are retired, never deleted.
/// </summary>
public sealed class Competency : Root, ISearchable
{
    private readonly List<Level> levels = [];
    private readonly List<Indicator> indicators = [];
    private readonly List<Question> questions = [];
    private readonly List<Tip> tips = [];

    private Competency() { }

    public Competency(Guid edition, Guid? cluster, string code, LocalText name, LocalText definition, Trace? trace = null)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(code) || code.Length > 60, "code", "competencies.code-wrong");
        Refuse.FieldIf(name.IsEmpty, "name", "competencies.name-missing");
        (EditionId, ClusterId, Code, Name, Definition, Trace) = (edition, cluster, code.Trim(), name, definition, trace);
    }

    public Guid EditionId { get; private set; }
    public Guid? ClusterId { get; private set; }
    public string Code { get; private set; } = "";
    public LocalText Name { get; private set; } = LocalText.Empty;
    public LocalText Definition { get; private set; } = LocalText.Empty;
    public ItemStatus Status { get; private set; }
    public Trace? Trace { get; private set; }

    public IReadOnlyList<Level> Levels => levels;
    public IReadOnlyList<Indicator> Indicators => indicators;
    public IReadOnlyList<Question> Questions => questions;
    public IReadOnlyList<Tip> Tips => tips;

    public SearchKind SearchKind => SearchKind.Competency;

    public IEnumerable<(string Language, string Title, string Other)> SearchTexts() =>
        Name.All.Keys.Union(Definition.All.Keys).Select(l => (l, $"{Name.In(l).Text} {Code}", Definition[l] ?? ""));

    public void Translate(LocalText name, LocalText definition)
    {
        (Name, Definition) = (Name.Over(name), Definition.Over(definition));
        Touch();
    }

    public Level AddLevel(LocalText title)
    {
        Refuse.If(levels.Count >= 8, "competencies.too-many-levels");
        var level = new Level(Id, levels.Count + 1, title);
        levels.Add(level);
        Touch();
        return level;
    }

    public Indicator AddIndicator(LocalText text, Polarity polarity, int? level, Trace? trace = null)
    {
        Refuse.FieldIf(text.IsEmpty, "indicator", "competencies.text-missing");
        Refuse.FieldIf(level is { } l && (l < 1 || l > levels.Count), "level", "competencies.level-unknown");
        var indicator = new Indicator(Id, Next(indicators, i => i.Order), text, polarity, level, trace);
        indicators.Add(indicator);
        Touch();
        return indicator;
    }

    public Question AddQuestion(LocalText text, QuestionType type, int minutes, IReadOnlyList<Guid> touches, IReadOnlyList<Probe> probes, IReadOnlyList<Anchor> anchors, Trace? trace = null)
    {
        Refuse.FieldIf(text.IsEmpty, "question", "competencies.text-missing");
        Refuse.FieldIf(minutes is < 1 or > 60, "minutes", "competencies.minutes-wrong");
        var question = new Question(Id, Next(questions, q => q.Order), text, type, minutes, touches, probes, anchors, trace);
        questions.Add(question);
        Touch();
        return question;
    }

    public Tip AddTip(LocalText text, TipAudience audience, TipKind kind, Trace? trace = null)
    {
        Refuse.FieldIf(text.IsEmpty, "tip", "competencies.text-missing");
        var tip = new Tip(Id, Next(tips, t => t.Order), text, audience, kind, trace);
        tips.Add(tip);
        Touch();
        return tip;
    }

    /// <summary>
    /// Changes one text, if it still says what its editor saw; null when it already says so. <paramref name="item"/> is the competency itself
    /// (name, definition) or one of its loaded parts (text; title of a level; probe.0, anchor.3 of a question).
    /// </summary>
    public TextChange? Reword(Guid item, string field, string language, string? was, string? becomes)
    {
        Refuse.FieldIf(becomes is { Length: > 4000 }, field, "competencies.text-too-long", 4000);
        var place = Place(item, field);
        var change = place.Now.Reword(field, language, was, becomes, mayBeEmpty: place.MayBeEmpty);
        if (change is null) return null;
        place.Put(change.Text);
        Touch();
        return change;
    }

    /// <summary>What a document says of the competency itself takes the place of what it said.</summary>
    internal void Become(LocalText name, LocalText definition, ItemStatus status, Trace? trace)
    {
        (Name, Definition, Status, Trace) = (name, definition, status, trace);
        Touch();
    }

    /// <summary>Hangs it under another branch of its edition's tree.</summary>
    public void Hang(Guid? cluster)
    {
        if (ClusterId == cluster) return;
        ClusterId = cluster;
        Touch();
    }

    /// <summary>Puts a part in another place of its list, counted from 0. Levels move only while nobody measured on them: the indicators of a level go along.</summary>
    public void Move(Guid item, int to)
    {
        if (levels.Exists(l => l.Id == item)) MoveLevel(item, to);
        else if (indicators.Exists(i => i.Id == item)) Reorder(indicators, item, to, (i, order) => i.Order = order, i => i.Order);
        else if (questions.Exists(q => q.Id == item)) Reorder(questions, item, to, (q, order) => q.Order = order, q => q.Order);
        else if (tips.Exists(t => t.Id == item)) Reorder(tips, item, to, (t, order) => t.Order = order, t => t.Order);
        else throw Refusal.NotFound;
        Touch();
    }

    /// <summary>Takes a part away for good. Whether it was ever used is for the use case to find out; a used one is retired.</summary>
    public Part Remove(Guid item)
    {
        Part gone;
        if (levels.Find(l => l.Id == item) is { } level)
        {
            levels.Remove(level);
            foreach (var indicator in indicators.Where(i => i.Level >= level.Ordinal)) indicator.Level = indicator.Level == level.Ordinal ? null : indicator.Level - 1;
            foreach (var above in levels.Where(l => l.Ordinal > level.Ordinal)) above.Ordinal--;
            gone = level;
        }
        else if (indicators.Find(i => i.Id == item) is { } indicator)
        {
            indicators.Remove(indicator);
            foreach (var question in questions.Where(q => q.Touches.Contains(item))) question.Set(null, null, [.. question.Touches.Where(t => t != item)], null, null, null);
            gone = indicator;
        }
        else if (questions.Find(q => q.Id == item) is { } question)
        {
            questions.Remove(question);
            gone = question;
        }
        else if (tips.Find(t => t.Id == item) is { } tip)
        {
            tips.Remove(tip);
            gone = tip;
        }
        else throw Refusal.NotFound;
        Touch();
        return gone;
    }

    private void MoveLevel(Guid item, int to)
    {
        var was = levels.ToDictionary(l => l.Ordinal, l => l.Id);
        Reorder(levels, item, to, (l, order) => l.Ordinal = order + 1, l => l.Ordinal);
        var now = levels.ToDictionary(l => l.Id, l => l.Ordinal);
        foreach (var indicator in indicators.Where(i => i.Level is not null)) indicator.Level = now[was[indicator.Level!.Value]];
    }

    private static void Reorder<T>(List<T> parts, Guid item, int to, Action<T, int> number, Func<T, int> at) where T : Part
    {
        var order = parts.OrderBy(at).ToList();
        var moved = order.Find(p => p.Id == item)!;
        order.Remove(moved);
        order.Insert(Math.Clamp(to, 0, order.Count), moved);
        for (var i = 0; i < order.Count; i++) number(order[i], i);
    }

    public void Retire()
    {
        Status = ItemStatus.Retired;
        Touch();
    }

    public void Revive()
    {
        Status = ItemStatus.Active;
        Touch();
    }

    /// <summary>Takes one part out of use, or back in. The competency itself: <see cref="Retire"/> and <see cref="Revive"/>.</summary>
    public void Shelve(Guid item, ItemStatus status)
    {
        if (indicators.FirstOrDefault(i => i.Id == item) is { } indicator) indicator.Shelve(status);
        else if (questions.FirstOrDefault(q => q.Id == item) is { } question) question.Set(null, null, null, null, null, status);
        else if (tips.FirstOrDefault(t => t.Id == item) is { } tip) tip.Shelve(status);
        else throw Refusal.NotFound;
        Touch();
    }

    public Question QuestionOf(Guid id) => questions.FirstOrDefault(q => q.Id == id) ?? throw Refusal.NotFound;

    /// <summary>Changes what else a question is; null leaves it.</summary>
    public void Tune(Guid question, QuestionType? type = null, int? minutes = null, IReadOnlyList<Guid>? touches = null, IReadOnlyList<Probe>? probes = null, IReadOnlyList<Anchor>? anchors = null, ItemStatus? status = null)
    {
        Refuse.FieldIf(minutes is < 1 or > 60, "minutes", "competencies.minutes-wrong");
        QuestionOf(question).Set(type, minutes, touches, probes, anchors, status);
        Touch();
    }

    private static int Next<T>(List<T> parts, Func<T, int> order) => parts.Count == 0 ? 0 : parts.Max(order) + 1;

    private TextPlace Place(Guid item, string field)
    {
        if (item == Id && field == "name") return new(Name, text => Name = text);
        if (item == Id && field == "definition") return new(Definition, text => Definition = text, MayBeEmpty: true);
        if (field == "title" && levels.FirstOrDefault(l => l.Id == item) is { } level) return new(level.Title, level.Say);
        if (field == "text" && indicators.FirstOrDefault(i => i.Id == item) is { } indicator) return new(indicator.Text, indicator.Say);
        if (field == "text" && tips.FirstOrDefault(t => t.Id == item) is { } tip) return new(tip.Text, tip.Say);
        return QuestionOf(item).Place(field);
    }
}
