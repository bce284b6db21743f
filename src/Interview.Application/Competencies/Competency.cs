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
        Name.All.Keys.Union(Definition.All.Keys).Select(l => (l, $"{Name[l]} {Code}", Definition[l] ?? ""));

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
        var indicator = new Indicator(Id, indicators.Count, text, polarity, level, trace);
        indicators.Add(indicator);
        Touch();
        return indicator;
    }

    public Question AddQuestion(LocalText text, QuestionType type, int minutes, IReadOnlyList<Guid> touches, IReadOnlyList<Probe> probes, IReadOnlyList<Anchor> anchors, Trace? trace = null)
    {
        Refuse.FieldIf(text.IsEmpty, "question", "competencies.text-missing");
        Refuse.FieldIf(minutes is < 1 or > 60, "minutes", "competencies.minutes-wrong");
        var question = new Question(Id, questions.Count, text, type, minutes, touches, probes, anchors, trace);
        questions.Add(question);
        Touch();
        return question;
    }

    public Tip AddTip(LocalText text, TipAudience audience, TipKind kind, Trace? trace = null)
    {
        Refuse.FieldIf(text.IsEmpty, "tip", "competencies.text-missing");
        var tip = new Tip(Id, tips.Count, text, audience, kind, trace);
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
