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
    public ReadingWatch? Watch { get; init; }
    public IReadOnlyList<Sheet> Sheets => source.Sheets;
    /// <summary>What people said before about the columns under a header row.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>> Columns { get; init; } = new Dictionary<string, IReadOnlyList<ColumnMeaning>>(StringComparer.Ordinal);
    /// <summary>Every word of the document, lower case: tells whether a broken word is elsewhere written whole. Empty when no line ends in a hyphen.</summary>
    public IReadOnlySet<string> Words => words ??= !lines.Any(line => line.Text.EndsWith('-')) ? [] : [.. lines.SelectMany(line => Wording.WordsOf(line.Text)).Select(word => word.ToLowerInvariant())];

    /// <summary>Something that is worked out once for this document, whoever asks.</summary>
    public T Once<T>(string what, Func<T> make) where T : notnull
    {
        if (!known.TryGetValue(what, out var there)) known[what] = there = make();
        return (T)there;
    }

    public static SourceDocument Of(SourceText source, ImportLimits limits, IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>>? columns = null, ReadingWatch? watch = null) =>
        columns is null ? new(source, LinesOf(source), limits) { Watch = watch } : new(source, LinesOf(source), limits) { Columns = columns, Watch = watch };

    // Without running heads a new page says nothing about the lines beside it.
    private static IReadOnlyList<SourceLine> LinesOf(SourceText source)
    {
        var lines = LineReader.Read(source.Text);
        return source.HasRunningHeads ? lines : [.. lines.Select(line => line.StartsPage ? line with { StartsPage = false } : line)];
    }
}
