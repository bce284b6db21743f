using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents;

/// <summary>
/// An A4 document being written: real heading styles, one language with exceptions marked, tables whose head repeats, page numbers in the foot.
/// Text is text: nothing in it becomes markup, and what XML cannot hold is left out.
/// </summary>
internal sealed class WordSheet : IDisposable
{
    private readonly MemoryStream stream = new();
    private readonly WordprocessingDocument document;
    private readonly MainDocumentPart main;
    private readonly Body body = new();
    private readonly SectionProperties section = new();
    private readonly string language;

    public WordSheet(string language, string title, string author, DateTimeOffset? made)
    {
        this.language = language;
        document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        main = document.AddMainDocumentPart();
        main.Document = new Document(body);
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All(Tag(language));
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Dashes();
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new ThemeFontLanguages { Val = Tag(language) });
        (document.PackageProperties.Title, document.PackageProperties.Creator, document.PackageProperties.Language) = (Clean(title), Clean(author), Tag(language));
        if (made is { } at) document.PackageProperties.Created = document.PackageProperties.Modified = at.UtcDateTime;
    }

    public void Header(string text)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(Styled("Header", Run(text)));
        section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
    }

    public void Footer(string text)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(Styled("Footer", Run(text), new Run(new TabChar()), Field(" PAGE "), Run(" / "), Field(" NUMPAGES ")));
        section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
    }

    public void Heading(int level, string text, string? right)
    {
        var paragraph = Styled($"Heading{level.ToString(CultureInfo.InvariantCulture)}", Run(text));
        if (right is not null) paragraph.Append(new Run(new TabChar()), Run(right));
        body.Append(paragraph);
    }

    public void Paragraph(string style, string text) => body.Append(Styled(style, Run(text)));

    public void Paragraph(string style, LocalString text) => body.Append(Styled(style, Run(text)));

    public void Bullet(string lead, LocalString text) => body.Append(Styled("ListBullet", Run($"{lead}: "), Run(text)));

    /// <summary>What follows begins on a new page.</summary>
    public void NextPage() => body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));

    /// <summary>Empty lines to write on by hand.</summary>
    public void Lines(int count)
    {
        for (var i = 0; i < count; i++) body.Append(Styled("NoteLine"));
    }

    public void Table(IReadOnlyList<IReadOnlyList<string>> rows, bool hasHead, IReadOnlyCollection<int> headColumns)
    {
        const int width = 9400;
        var columns = rows[0].Count;
        var table = new Table(
            new TableProperties(new TableStyle { Val = "TableGrid" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLook { Val = "0420", FirstRow = hasHead, NoHorizontalBand = true, NoVerticalBand = true }),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = (width / columns).ToString(CultureInfo.InvariantCulture) })));
        foreach (var (cells, number) in rows.Select((r, i) => (r, i)))
        {
            var row = new TableRow();
            var isHead = hasHead && number == 0;
            row.Append(new TableRowProperties(isHead ? [new CantSplit(), new TableHeader()] : new OpenXmlElement[] { new CantSplit() }));
            foreach (var (text, column) in cells.Select((c, i) => (c, i)))
            {
                var head = isHead || headColumns.Contains(column);
                var properties = new TableCellProperties(new TableCellWidth { Width = (width / columns).ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
                if (head) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EDF1F1" });
                row.Append(new TableCell(properties, Styled(head ? "TableHead" : "TableText", Run(text))));
            }
            table.Append(row);
        }
        body.Append(table, Styled("AfterTable"));
    }

    public byte[] Close()
    {
        section.Append(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1247, Right = 1247, Header = 567, Footer = 567, Gutter = 0 });
        body.Append(section);
        document.Dispose();
        return stream.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }

    private static Paragraph Styled(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    private static Run Run(string text)
    {
        var run = new Run();
        foreach (var (line, number) in Clean(text).Split('\n').Select((l, i) => (l, i)))
        {
            if (number > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private Run Run(LocalString text)
    {
        var run = Run(text.Text);
        if (text.Language != language) run.PrependChild(new RunProperties(new Languages { Val = Tag(text.Language) }));
        return run;
    }

    private static SimpleField Field(string instruction) => new(new Run(new Text("1"))) { Instruction = instruction };

    // Word wants a region: nl-NL, not nl.
    private static string Tag(string language) => language switch { "nl" => "nl-NL", "en" => "en-GB", "fr" => "fr-FR", _ => language };

    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]) && text[i] != '\r') clean.Append(text[i]);
        }
        return clean.ToString();
    }
}
