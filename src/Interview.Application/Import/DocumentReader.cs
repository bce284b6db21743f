namespace Interviewing.Application.Import;

/// <summary>Text to record: lines, the surest layout, and what that layout reads. Pure, and linear in the size of the document.</summary>
public static class DocumentReader
{
    private const double Threshold = 0.5;

    /// <summary>Reads a file that is text itself.</summary>
    public static ImportRecord Read(string fileName, ReadOnlyMemory<byte> bytes, ImportLimits? limits = null) =>
        Read(SourceText.Read(fileName, bytes, limits), limits);

    /// <summary>Reads the text of any file.</summary>
    /// <param name="columns">What people said before about the columns under a header row.</param>
    public static ImportRecord Read(SourceText source, ImportLimits? limits = null, IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>>? columns = null)
    {
        var document = SourceDocument.Of(source, limits ?? ImportLimits.Default, columns);
        var (layout, sureness) = Layout.All.Select(l => (Layout: l, Sureness: l.Sureness(document))).MaxBy(l => l.Sureness);
        return sureness >= Threshold ? layout.Read(document) with { Sureness = sureness } : new Unrecognised().Read(document);
    }

    /// <summary>The lines as a reviewer sees them, with the numbers that the traces name.</summary>
    public static IReadOnlyList<SourceLine> Lines(string fileName, ReadOnlyMemory<byte> bytes) => LineReader.Read(SourceText.Read(fileName, bytes).Text);

    /// <summary>The lines of a kept file: of its text where it was made of other bytes, else of the bytes themselves.</summary>
    public static IReadOnlyList<SourceLine> Lines(Shared.StoredFile file) => file.Text is { } text ? LineReader.Read(text) : Lines(file.Name, file.Bytes);
}
