namespace Interviewing.Application.Import;

public sealed record FoundProfile
{
    public FoundText? Name { get; init; }
    public string? LevelSuffix { get; init; }
    public SuggestedName? SuggestedName { get; init; }
    public FoundText? Code { get; init; }
    public FoundNode? JobFamily { get; init; }
    public FoundNode? JobSeries { get; init; }
    public FoundNode? JobGroup { get; init; }
    public FoundPayScale? PayScale { get; init; }
    public FoundText? Purpose { get; init; }
    public FoundSection? Context { get; init; }
    public FoundSection? JobOutline { get; init; }
    public FoundSection? PersonProfile { get; init; }
    public IReadOnlyList<FoundText> DominantCharacteristics { get; init; } = [];
    public IReadOnlyList<FoundArea> ResultAreas { get; init; } = [];
    public IReadOnlyList<FoundNeed> Competencies { get; init; } = [];
    public IReadOnlyList<FoundText> Requirements { get; init; } = [];
    public IReadOnlyList<FoundPayLevel> Levels { get; init; } = [];
    public FoundCriteria? DistinguishingCriteria { get; init; }
    public IReadOnlyList<FoundText> ModuleRefs { get; init; } = [];
    public required ItemTrace Trace { get; init; }

    /// <summary>The Roman numeral at the end of a name, which tells the level; the name keeps it.</summary>
    internal static string? SuffixOf(string? name) => name?.Split(' ') is { Length: > 1 } words && LabelMatcher.Roman(words[^1]) is not null ? words[^1] : null;
}

/// <summary>A competency that the profile asks for: one of this document (by index) or one of the library (by code).</summary>
public sealed record FoundNeed(int? Index, string? Code, int? Level, int Weight, ItemTrace Trace);

public sealed record FoundNode(string Name, string? Description, string? LabelAsFound, ItemTrace Trace)
{
    public ItemTrace? DescriptionTrace { get; init; }
}

public sealed record FoundPayScale(string Value, bool Indicative, PayScaleOrigin Origin, int? OverviewRow, string? AsFound, ItemTrace Trace);

public enum PayScaleOrigin { Overview, Body }

public sealed record FoundSection(string? Heading, IReadOnlyList<FoundBlock> Blocks, ItemTrace Trace);

/// <param name="IsList">A list: <paramref name="Text"/> is its lead-in. Otherwise a paragraph.</param>
public sealed record FoundBlock(bool IsList, string? Text, IReadOnlyList<FoundText> Items, ItemTrace Trace);

public sealed record FoundArea
{
    public int? Number { get; init; }
    public FoundText? Title { get; init; }
    public string? Role { get; init; }
    public bool Optional { get; init; }
    public FoundText? Statement { get; init; }
    public FoundBoundary? Framework { get; init; }
    public FoundText? Result { get; init; }
    public string? ActivitiesLabel { get; init; }
    public IReadOnlyList<FoundActivity> Activities { get; init; } = [];
    public required ItemTrace Trace { get; init; }
}

/// <summary>The framework (kader) of a result area: the text as it stands, and the separate frameworks in it.</summary>
public sealed record FoundBoundary(string Text, IReadOnlyList<FoundText> Items, ItemTrace Trace);

/// <param name="Text">Null only for a bullet that has no words of its own.</param>
public sealed record FoundActivity(string? Text, IReadOnlyList<FoundActivity> Children, ItemTrace Trace);

public sealed record FoundPayLevel(string Level, string? Scale, string? Text, string AsFound, ItemTrace Trace);

public sealed record FoundCriteria(string? Heading, IReadOnlyList<string> Classes, IReadOnlyList<FoundCriterion> Criteria, ItemTrace Trace);

public sealed record FoundCriterion(string Name, IReadOnlyDictionary<string, FoundText?> Cells,
    IReadOnlyDictionary<string, IReadOnlyList<string>> DefinitionRefs, ItemTrace Trace);
