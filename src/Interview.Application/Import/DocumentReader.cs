namespace Interviewing.Application.Import;

/// <summary>Text to record: lines, the surest layout, and what that layout reads. Pure, and linear in the size of the document.</summary>
public static class DocumentReader
{
    private const double Threshold = 0.5;

    /// <summary>Reads a file that is text itself.</summary>
    /// <param name="own">Label words of the organisation, beside the built-in ones.</param>
    public static ImportRecord Read(string fileName, ReadOnlyMemory<byte> bytes, ImportLimits? limits = null, IReadOnlyCollection<OwnLabel>? own = null, ReadingWatch? watch = null) =>
        Read(SourceText.Read(fileName, bytes, limits), limits, own: own, watch: watch);

    /// <summary>Reads the text of any file.</summary>
    /// <param name="columns">What people said before about the columns under a header row.</param>
    /// <param name="own">Label words of the organisation, beside the built-in ones.</param>
    public static ImportRecord Read(SourceText source, ImportLimits? limits = null, IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>>? columns = null, IReadOnlyCollection<OwnLabel>? own = null, ReadingWatch? watch = null)
    {
        using var words = LabelFile.With(own ?? []);
        var document = SourceDocument.Of(source, limits ?? ImportLimits.Default, columns, watch);
        watch?.At(10);
        var (layout, sureness) = Layout.All.Select((l, n) => (Layout: l, Sureness: Weigh(l, n))).MaxBy(l => l.Sureness);
        return sureness >= Threshold ? UnsureCells.Ask(layout.Read(document), document) with { Sureness = sureness } : new Unrecognised().Read(document);

        double Weigh(Layout one, int n)
        {
            watch?.At(10 + 20 * n / Layout.All.Count);
            return one.Sureness(document);
        }
    }

    /// <summary>The lines as a reviewer sees them, with the numbers that the traces name.</summary>
    public static IReadOnlyList<SourceLine> Lines(string fileName, ReadOnlyMemory<byte> bytes) => LineReader.Read(SourceText.Read(fileName, bytes).Text);

    /// <summary>The lines of a kept file: of its text where it was made of other bytes, else of the bytes themselves.</summary>
    public static IReadOnlyList<SourceLine> Lines(Shared.StoredFile file) => file.Text is { } text ? LineReader.Read(text) : Lines(file.Name, file.Bytes);
}
