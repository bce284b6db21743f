namespace Interviewing.Application.Import;

/// <summary>Bounds of time and memory for one document.</summary>
public sealed record ImportLimits
{
    public static ImportLimits Default { get; } = new();

    public int MaxBytes { get; init; } = 20 * 1024 * 1024;
    /// <summary>A larger document is read in the background.</summary>
    public int ReadAtOnceBytes { get; init; } = 512 * 1024;
    /// <summary>Deeper nested activities are kept as children of this level.</summary>
    public int MaxDepth { get; init; } = 6;
    /// <summary>Of one kind; the rest is counted in one closing finding.</summary>
    public int MaxFindingsPerCode { get; init; } = 200;
}
