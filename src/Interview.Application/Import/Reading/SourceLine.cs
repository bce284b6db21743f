namespace Interviewing.Application.Import;

/// <summary>One line of the source with its place and what its layout hints at.</summary>
public sealed record SourceLine
{
    public required int Page { get; init; }
    public required int Number { get; init; }
    public required string Raw { get; init; }
    /// <summary>The words alone: without bullet, heading mark and markup residue, white space folded.</summary>
    public required string Text { get; init; }
    public required int Indent { get; init; }
    /// <summary>The list glyph in front, '1' for a number; null when there is none.</summary>
    public char? Bullet { get; init; }
    /// <summary>Column in which the words after the bullet start.</summary>
    public int TextColumn { get; init; }
    /// <summary>1 to 6 for a line that marks itself as a heading.</summary>
    public int Heading { get; init; }
    public IReadOnlyList<string> Cells { get; init; } = [];
    public bool EndsInSoftHyphen { get; init; }
    /// <summary>The first line after a page break.</summary>
    public bool StartsPage { get; init; }

    public bool IsBlank => Text.Length == 0 && Bullet is null;
}

/// <summary>All lines of one document, the input of every layout.</summary>
public sealed class SourceDocument(SourceText source, IReadOnlyList<SourceLine> lines, ImportLimits limits)
{
    private readonly Dictionary<string, object> known = new(StringComparer.Ordinal);
    private HashSet<string>? words;

    public ImportSource Source => source.Source;
    public IReadOnlyList<SourceLine> Lines => lines;
    public ImportLimits Limits => limits;
    /// <summary>Every word of the document, lower case: tells whether a broken word is elsewhere written whole.</summary>
    public IReadOnlySet<string> Words => words ??= [.. lines.SelectMany(line => Wording.WordsOf(line.Text)).Select(word => word.ToLowerInvariant())];

    /// <summary>Something that is worked out once for this document, whoever asks.</summary>
    public T Once<T>(string what, Func<T> make) where T : notnull
    {
        if (!known.TryGetValue(what, out var there)) known[what] = there = make();
        return (T)there;
    }

    public static SourceDocument Of(SourceText source, ImportLimits limits) => new(source, LineReader.Read(source.Text), limits);
}
