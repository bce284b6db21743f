using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

/// <summary>A step on one competency's ladder, 1 lowest.</summary>
public sealed class Level : Part
{
    private Level() { }

    internal Level(Guid competency, int ordinal, LocalText title, Guid? id = null) : base(id) => (CompetencyId, Ordinal, Title) = (competency, ordinal, title);

    public Guid CompetencyId { get; private set; }
    public int Ordinal { get; internal set; }
    public LocalText Title { get; private set; } = LocalText.Empty;

    internal void Say(LocalText title) => Title = title;

    internal void Become(int ordinal, LocalText title) => (Ordinal, Title) = (ordinal, title);
}

/// <summary>Observable behaviour, for (+) or against (−) the competency, perhaps of one level.</summary>
public sealed class Indicator : Part
{
    private Indicator() { }

    internal Indicator(Guid competency, int order, LocalText text, Polarity polarity, int? level, Trace? trace, Guid? id = null) : base(id) =>
        (CompetencyId, Order, Text, Polarity, Level, Trace) = (competency, order, text, polarity, level, trace);

    public Guid CompetencyId { get; private set; }
    public int Order { get; internal set; }
    public LocalText Text { get; private set; } = LocalText.Empty;
    public Polarity Polarity { get; private set; }
    public int? Level { get; internal set; }
    public ItemStatus Status { get; private set; }
    public Trace? Trace { get; private set; }

    internal void Say(LocalText text) => Text = text;

    internal void Shelve(ItemStatus status) => Status = status;

    internal void Become(int order, LocalText text, Polarity polarity, int? level, ItemStatus status, Trace? trace) =>
        (Order, Text, Polarity, Level, Status, Trace) = (order, text, polarity, level, status, trace);
}

/// <summary>A lead question with its minutes, the indicators of its own competency that it touches, probes and anchors.</summary>
public sealed class Question : Part
{
    private Question() { }

    internal Question(Guid competency, int order, LocalText text, QuestionType type, int minutes, IReadOnlyList<Guid> touches, IReadOnlyList<Probe> probes, IReadOnlyList<Anchor> anchors, Trace? trace, Guid? id = null) : base(id)
    {
        (CompetencyId, Order, Text, Type, Minutes) = (competency, order, text, type, minutes);
        (Touches, Probes, Anchors, Trace) = (touches, probes, anchors, trace);
    }

    public Guid CompetencyId { get; private set; }
    public int Order { get; internal set; }
    public LocalText Text { get; private set; } = LocalText.Empty;
    public QuestionType Type { get; private set; }
    public int Minutes { get; private set; }
    public IReadOnlyList<Guid> Touches { get; private set; } = [];
    public IReadOnlyList<Probe> Probes { get; private set; } = [];
    public IReadOnlyList<Anchor> Anchors { get; private set; } = [];
    public ItemStatus Status { get; private set; }
    public Trace? Trace { get; private set; }

    internal void Say(LocalText text) => Text = text;

    /// <summary>text, probe.{number from 0}, anchor.{point}; an anchor that is not there yet is written, and one without any text goes.</summary>
    internal TextPlace Place(string field)
    {
        if (field == "text") return new(Text, Say);
        if (field.Split('.') is not [var kind, var digits] || !int.TryParse(digits, out var number)) throw Refusal.NotFound;
        if (kind == "probe" && number >= 0 && number < Probes.Count)
            return new(Probes[number].Text, text => Probes = [.. Probes.Select((p, i) => i == number ? p with { Text = text } : p)]);
        if (kind == "anchor" && number is >= 0 and <= 10)
            return new(Anchors.FirstOrDefault(a => a.Point == number)?.Text ?? LocalText.Empty, text => Anchors =
                [.. Anchors.Where(a => a.Point != number).Concat(text.IsEmpty ? [] : [new Anchor(number, text)]).OrderBy(a => a.Point)], MayBeEmpty: true);
        throw Refusal.NotFound;
    }

    internal void Become(int order, LocalText text, Trace? trace) => (Order, Text, Trace) = (order, text, trace);

    internal void Set(QuestionType? type, int? minutes, IReadOnlyList<Guid>? touches, IReadOnlyList<Probe>? probes, IReadOnlyList<Anchor>? anchors, ItemStatus? status)
    {
        (Type, Minutes, Touches) = (type ?? Type, minutes ?? Minutes, touches ?? Touches);
        (Probes, Anchors, Status) = (probes ?? Probes, anchors ?? Anchors, status ?? Status);
    }
}

/// <summary>Something one can do to grow in the competency.</summary>
public sealed class Tip : Part
{
    private Tip() { }

    internal Tip(Guid competency, int order, LocalText text, TipAudience audience, TipKind kind, Trace? trace, Guid? id = null) : base(id) =>
        (CompetencyId, Order, Text, Audience, Kind, Trace) = (competency, order, text, audience, kind, trace);

    public Guid CompetencyId { get; private set; }
    public int Order { get; internal set; }
    public LocalText Text { get; private set; } = LocalText.Empty;
    public TipAudience Audience { get; private set; }
    public TipKind Kind { get; private set; }
    public ItemStatus Status { get; private set; }
    public Trace? Trace { get; private set; }

    internal void Say(LocalText text) => Text = text;

    internal void Shelve(ItemStatus status) => Status = status;

    internal void Become(int order, LocalText text, TipAudience audience, TipKind kind, ItemStatus status, Trace? trace) =>
        (Order, Text, Audience, Kind, Status, Trace) = (order, text, audience, kind, status, trace);
}
