namespace Interviewing.Application.Import;

/// <summary>Bytes to record: text, lines, the surest layout, and what that layout reads. Pure, and linear in the size of the document.</summary>
public static class DocumentReader
{
    private const double Threshold = 0.5;

    public static ImportRecord Read(string fileName, ReadOnlyMemory<byte> bytes, ImportLimits? limits = null)
    {
        limits ??= ImportLimits.Default;
        var document = SourceDocument.Of(SourceText.Read(fileName, bytes, limits), limits);
        var (layout, sureness) = Layout.All.Select(l => (Layout: l, Sureness: l.Sureness(document))).MaxBy(l => l.Sureness);
        return sureness >= Threshold ? layout.Read(document) with { Sureness = sureness } : new Unrecognised().Read(document);
    }

    /// <summary>The lines as a reviewer sees them, with the numbers that the traces name.</summary>
    public static IReadOnlyList<SourceLine> Lines(string fileName, ReadOnlyMemory<byte> bytes) => LineReader.Read(SourceText.Read(fileName, bytes).Text);
}
