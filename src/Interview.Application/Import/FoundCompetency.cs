using Interviewing.Application.Competencies;

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
    public required ItemTrace Trace { get; init; }
}

/// <summary>A step of the ladder, 1 lowest; its indicators are those of the competency that name this ordinal.</summary>
public sealed record FoundLevel(int Ordinal, FoundText? Title, ItemTrace Trace);

/// <param name="Level">Ordinal of the step it belongs to; null when the competency has no ladder.</param>
public sealed record FoundIndicator(string Text, bool Positive, int? Level, ItemTrace Trace);

/// <param name="Touches">Numbers of the competency's indicators, counted from 1 in document order.</param>
public sealed record FoundQuestion(string Text, QuestionType? Type, int? Minutes, IReadOnlyList<int> Touches,
    IReadOnlyList<FoundProbe> Probes, IReadOnlyList<FoundAnchor> Anchors, ItemTrace Trace);

public sealed record FoundProbe(StarrStep? Step, string Text, ItemTrace Trace);

public sealed record FoundAnchor(int Point, string Text, ItemTrace Trace);

public sealed record FoundTip(string Text, TipAudience Audience, TipKind? Kind, ItemTrace Trace);

public sealed record DuplicatesDropped(int Indicators, int Questions, int Tips);
