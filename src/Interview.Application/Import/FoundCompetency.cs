namespace Interviewing.Application.Import;

public sealed record FoundCompetency
{
    public string? Code { get; init; }
    /// <summary>Language tag to name; a document of one language fills one.</summary>
    public IReadOnlyDictionary<string, FoundText> Names { get; init; } = new Dictionary<string, FoundText>(StringComparer.Ordinal);
    public SuggestedName? SuggestedName { get; init; }
    public FoundText? Cluster { get; init; }
    public FoundText? Definition { get; init; }
    public FoundText? RequiredLevel { get; init; }
    public IReadOnlyList<FoundLevel> Levels { get; init; } = [];
    public IReadOnlyList<FoundIndicator> Indicators { get; init; } = [];
    public IReadOnlyList<FoundQuestion> Questions { get; init; } = [];
    public IReadOnlyList<FoundTip> Tips { get; init; } = [];
    public DuplicatesDropped DuplicatesDropped { get; init; } = new(0, 0, 0);
    public required Trace Trace { get; init; }
}

/// <summary>A step of the ladder, 1 lowest; its indicators are those of the competency that name this ordinal.</summary>
public sealed record FoundLevel(int Ordinal, FoundText? Title, Trace Trace);

/// <param name="Level">Ordinal of the step it belongs to; null when the competency has no ladder.</param>
public sealed record FoundIndicator(string Text, bool Positive, int? Level, Trace Trace);

/// <param name="Touches">Numbers of the competency's indicators, counted from 1 in document order.</param>
public sealed record FoundQuestion(string Text, FoundQuestionType? Type, int? Minutes, IReadOnlyList<int> Touches,
    IReadOnlyList<FoundProbe> Probes, IReadOnlyList<FoundAnchor> Anchors, Trace Trace);

public enum FoundQuestionType { PastBehaviour, Situational, Knowledge, Background, Closing }

public sealed record FoundProbe(FoundStep? Step, string Text, Trace Trace);

/// <summary>The steps of STARR: situation, task, action, result, reflection.</summary>
public enum FoundStep { Situation, Task, Action, Result, Reflection }

public sealed record FoundAnchor(int Point, string Text, Trace Trace);

public sealed record FoundTip(string Text, FoundAudience Audience, FoundTipKind? Kind, Trace Trace);

public enum FoundAudience { Employee, Manager }

public enum FoundTipKind { OnTheJob, WithOthers, Course }

public sealed record DuplicatesDropped(int Indicators, int Questions, int Tips);
