using System.Text.Json.Serialization;

namespace Interviewing.Application.Import;

/// <summary>Where an item stands in its document, and how sure the reader is of it: 1 is certain, 0 a guess.</summary>
public sealed record ItemTrace(string File, int Page, int Line, int LastLine, double Confidence)
{
    /// <summary>Below this a person must have looked at the item before it may be published.</summary>
    public const double Sure = 0.75;

    [JsonIgnore] public bool IsDoubtful => Confidence < Sure;
}

public sealed record FoundText(string Text, ItemTrace Trace);

/// <summary>
/// What was read from one document: every text as the source has it, with its place. A superset of the exchange shape that
/// <see cref="GoldProjection"/> prints. It is never changed afterwards: what a person decides about it stands beside it in the draft.
/// </summary>
public sealed record ImportRecord
{
    public string Schema { get; init; } = "interview-import/1";
    public required string Id { get; init; }
    public required ImportSource Source { get; init; }
    public required DocumentKind DocumentKind { get; init; }
    /// <summary>How sure the chosen layout was that this is its kind of document.</summary>
    public double Sureness { get; init; }
    public string? KindLabel { get; init; }
    public required string Language { get; init; }
    public FoundText? Title { get; init; }
    public FoundOrganisation? Organisation { get; init; }
    public FoundText? PublicationStatus { get; init; }
    public IReadOnlyList<OverviewRow> Overview { get; init; } = [];
    public FoundFramework? Framework { get; init; }
    public IReadOnlyList<FoundCluster> Clusters { get; init; } = [];
    public IReadOnlyList<FoundProfile> JobProfiles { get; init; } = [];
    public IReadOnlyList<FoundCompetency> Competencies { get; init; } = [];
    public IReadOnlyList<FoundModule> Modules { get; init; } = [];
    public IReadOnlyList<FoundDefinition> Definitions { get; init; } = [];
    public IReadOnlyList<FoundNotice> Notices { get; init; } = [];
    public IReadOnlyList<DiscardedLine> Discarded { get; init; } = [];
    [JsonPropertyName("issues")] public IReadOnlyList<Finding> Findings { get; init; } = [];
    /// <summary>What became of every line, in runs.</summary>
    public IReadOnlyList<LineRun> Lines { get; init; } = [];
}

public enum DocumentKind
{
    NarrativeFunctionProfile, UfoFunctionDescription, SchoolResultList, Hr21FunctionBook, BeFederalGenericProfile, GenericJobDescription,
    CompetencyForm, ProfileForm, CompetencySheet, CompetencyBook, Unrecognised,
}

public sealed record ImportSource(string File, string Sha256, long Bytes, string Encoding, bool Bom, string Newline);

public sealed record FoundOrganisation(string? Name, string? Abbreviation, string? Unit, ItemTrace Trace);

public sealed record FoundFramework(string Name, string? Edition, ItemTrace Trace);

public sealed record FoundCluster(FoundText Name, FoundText? Description);

public sealed record OverviewRow(int? Page, string Name, string? Series, string? Group, string? Scale, string? Matches, OverviewMatch Match, ItemTrace Trace);

public enum OverviewMatch { Exact, Case, Alias, Module, None }

public sealed record FoundDefinition(string? Marker, string Term, string Text, ItemTrace Trace);

public sealed record FoundNotice(NoticeKind Kind, string Text, ItemTrace Trace);

public enum NoticeKind { Copyright, Confidentiality, GenderNote }

public sealed record FoundModule
{
    public required FoundText Name { get; init; }
    public string? LevelSuffix { get; init; }
    public FoundText? Code { get; init; }
    public FoundText? Purpose { get; init; }
    public IReadOnlyList<FoundArea> TaskGroups { get; init; } = [];
    public int? OverviewRow { get; init; }
}

public sealed record DiscardedLine(string Text, DiscardReason Reason, int Line);

public enum DiscardReason { NavigationResidue, DuplicateTitle, EmptyHeading, EmptyBullet, PageFurniture, Fragment }

public enum LineUse { Blank, Item, Label, Duplicate, Discarded }

public sealed record LineRun(int From, int To, LineUse Use);

/// <summary>What a reviewer should be shown. A suggestion is never applied to the value by itself.</summary>
/// <param name="Ask">True when a person has to answer before publishing; false for advice.</param>
public sealed record Finding(string Code, string Path, int? Line, string? Found, string? Suggested, string? Note, bool Ask = false);

/// <summary>A proposal for a name that the text does not give, in the three languages of the interface.</summary>
public sealed record SuggestedName(string Nl, string En, string Fr)
{
    public string In(string language) => language switch { "en" => En, "fr" => Fr, _ => Nl };
}
