namespace Interviewing.Application.Import;

/// <summary>One kind of document: its labels and structure, and how sure it is that a document is of this kind.</summary>
internal abstract class Layout
{
    /// <summary>0 (not mine) to 1 (certainly mine).</summary>
    public abstract double Sureness(SourceDocument document);

    public abstract ImportRecord Read(SourceDocument document);

    public static IReadOnlyList<Layout> All { get; } = [new MarkdownCompetency(), new MarkdownProfile(), new CompetencySheet(), new CompetencyBook(), new UfoDescription(), new NarrativeProfile(), new SchoolResults(), new FunctionBook(), new FederalProfile()];

    protected static string IdOf(string file)
    {
        var digits = new string([.. file.TakeWhile(char.IsAsciiDigit)]);
        return digits.Length > 0 ? digits : Path.GetFileNameWithoutExtension(file);
    }
}

/// <summary>What is left when no layout knows the text: every line is listed, nothing is guessed.</summary>
internal sealed class Unrecognised : Layout
{
    public override double Sureness(SourceDocument document) => 0;

    public override ImportRecord Read(SourceDocument document)
    {
        var language = LanguageOf(document);
        var build = new RecordBuilder(document, language);
        build.Find("unrecognised-layout", "", note: "No known layout fits this text; every line is listed as discarded.", ask: true);
        return build.Close(new ImportRecord { Id = IdOf(document.Source.File), Source = document.Source, DocumentKind = DocumentKind.Unrecognised, Language = language });
    }

    private static string LanguageOf(SourceDocument document)
    {
        var words = document.Lines.Take(2000).SelectMany(line => Wording.WordsOf(line.Text)).Take(20_000).Select(word => word.ToLowerInvariant()).ToList();
        return LabelFile.All.MaxBy(file => words.Count(word => file.FunctionWords.Contains(word, StringComparer.Ordinal)))!.Language;
    }
}
