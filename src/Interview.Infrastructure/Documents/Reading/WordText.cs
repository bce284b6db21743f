using System.Globalization;
using System.Text;
using System.Xml;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents.Reading;

/// <summary>
/// A Word document as text, one paragraph per line: heading marks for heading styles and for short bold paragraphs, list glyphs with their indentation,
/// a row of a table as cells between tabs, a form feed where a page begins. Deleted text, field codes and pictures are no text.
/// </summary>
internal sealed class WordText(ZipParts parts, ImportLimits limits)
{
    private const int LongestBoldHeading = 80;
    private const int ShortCell = 40;

    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();
        public string? Style { get; set; }
        public string? List { get; set; }
        public int? ListLevel { get; set; }
        public int? Outline { get; set; }
        public bool AllBold { get; set; } = true;
        public bool HasWords { get; set; }
        public bool PageBefore { get; set; }
        public bool PageAfter { get; set; }
    }

    private sealed class Table
    {
        public List<List<List<string>>> Rows { get; } = [];
        public List<string>? Cell => Rows is [.., [.., var cell]] ? cell : null;
    }

    private readonly WordMarks marks = new(parts);
    private readonly StringBuilder text = new();
    private readonly Stack<Paragraph> paragraphs = [];
    private readonly Stack<Table> tables = [];
    private readonly Dictionary<(string, int), int> numbers = [];
    private bool bold;
    private bool blankBefore = true;

    public string Read()
    {
        foreach (var part in new[] { "word/document.xml", "word/footnotes.xml", "word/endnotes.xml" })
        {
            using var xml = parts.Xml(part);
            if (xml is not null) Walk(xml);
        }
        return text.ToString();
    }

    private void Walk(XmlReader xml)
    {
        var more = xml.Next();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "del" or "moveFrom" or "Fallback" or "instrText" or "delText" or "sectPr" or "pPrChange" or "rPrChange" or "tblPrChange")
            {
                xml.Skip();
                more = !xml.EOF;
                continue;
            }
            if (xml.NodeType == XmlNodeType.Element) Start(xml);
            else if (xml.NodeType == XmlNodeType.EndElement) End(xml.LocalName);
            more = xml.Next();
        }
        while (tables.Count > 0) CloseTable();
    }

    private void Start(XmlReader xml)
    {
        var empty = xml.IsEmptyElement;
        var at = paragraphs.TryPeek(out var open) ? open : null;
        switch (xml.LocalName)
        {
            case "p" when IsWord(xml):
                paragraphs.Push(new Paragraph());
                if (empty) End("p");
                break;
            case "tbl" when IsWord(xml) && !empty: tables.Push(new Table()); break;
            case "tr" when tables.TryPeek(out var table): table.Rows.Add([]); break;
            case "tc" when tables.TryPeek(out var table) && table.Rows.Count > 0: table.Rows[^1].Add([]); break;
            case "gridSpan" when tables.TryPeek(out var table) && table.Rows is [.., var row]:
                for (var span = WordMarks.Number(xml.Attribute("val")) ?? 1; span > 1 && row.Count < limits.MaxColumns; span--) row.Insert(row.Count - 1, []);
                break;
            case "pStyle" when at is not null: at.Style = xml.Attribute("val"); break;
            case "numId" when at is not null: at.List = xml.Attribute("val"); break;
            case "ilvl" when at is not null: at.ListLevel = WordMarks.Number(xml.Attribute("val")); break;
            case "outlineLvl" when at is not null: at.Outline = WordMarks.Number(xml.Attribute("val")); break;
            case "pageBreakBefore" when at is not null && xml.IsOn(): at.PageBefore = true; break;
            case "r" when IsWord(xml): bold = false; break;
            case "b" when IsWord(xml): bold = xml.IsOn(); break;
            case "t" when at is not null && !empty: Words(at, xml.Inside()); break;
            case "tab" when at is { Text.Length: > 0 }: at.Text.Append('\t'); break;
            case "noBreakHyphen" when at is not null: at.Text.Append('-'); break;
            case "softHyphen" when at is not null: at.Text.Append('\u00AD'); break;
            case "cr" when at is not null: at.Text.Append('\n'); break;
            case "br" when at is not null && xml.Attribute("type") == "page": Page(at); break;
            case "br" when at is not null: at.Text.Append('\n'); break;
            case "lastRenderedPageBreak" when at is not null: Page(at); break;
        }
    }

    private void End(string name)
    {
        if (name == "p" && paragraphs.TryPop(out var paragraph))
        {
            var line = Render(paragraph);
            if (tables.TryPeek(out var table) && table.Cell is { } cell) { if (line.Trim().Length > 0) cell.Add(line); }
            else Write(line);
        }
        else if (name == "tbl" && tables.Count > 0) CloseTable();
    }

    private void Words(Paragraph at, string words)
    {
        if (!string.IsNullOrWhiteSpace(words)) (at.HasWords, at.AllBold) = (true, at.AllBold && bold);
        at.Text.Append(words);
        Bound(at.Text.Length);
    }

    private static void Page(Paragraph at)
    {
        if (at.HasWords) at.PageAfter = true;
        else at.PageBefore = true;
    }

    private string Render(Paragraph paragraph)
    {
        var words = paragraph.Text.ToString().Replace("\f", " ", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        var (front, rest) = (paragraph.PageBefore ? "\f" : "", "");
        var heading = paragraph.Outline is >= 0 and < 9 and var outline ? Math.Min(outline + 1, 6) : marks.HeadingOf(paragraph.Style);
        var list = paragraph.List is { } own ? own == "0" ? ((string, int)?)null : (own, paragraph.ListLevel ?? 0) : marks.ListOf(paragraph.Style);
        var plain = words.Trim();
        if (heading > 0 && plain.Length > 0) front += new string('#', heading) + " ";
        else if (list is var (which, level) && !marks.HasNoMark(which, level))
        {
            var indent = 2 * Math.Clamp(level, 0, 20) + 2;
            front += new string(' ', indent) + Glyph(which, level) + " ";
            rest = new string(' ', indent + 2);
        }
        else if (paragraph.AllBold && plain.Length is > 1 and <= LongestBoldHeading && plain[^1] is not ('.' or ';' or ',') && tables.Count == 0 && !plain.Contains('\n', StringComparison.Ordinal)) front += "###### ";
        var lines = words.TrimEnd().Split('\n');
        return front + string.Join("\n" + rest, lines.Select((line, i) => i == 0 && front.Length > 0 ? line.TrimStart() : line)) + (paragraph.PageAfter ? "\f" : "");
    }

    // Only what a reader of lines takes for a number: more than two digits would be read as words.
    private string Glyph(string list, int level)
    {
        if (!marks.IsNumbered(list, level)) return "•";
        var number = numbers[(list, level)] = numbers.GetValueOrDefault((list, level)) + 1;
        for (var deeper = level + 1; deeper < 10; deeper++) numbers.Remove((list, deeper));
        return number < 100 ? number.ToString(CultureInfo.InvariantCulture) + "." : "•";
    }

    private void CloseTable()
    {
        var table = tables.Pop();
        foreach (var line in Lines(table))
        {
            if (tables.TryPeek(out var outer) && outer.Cell is { } cell) cell.Add(line);
            else Write(line);
        }
    }

    // A table of short cells is a table; one with paragraphs and lists in it only arranges text, and is read cell by cell.
    private static IEnumerable<string> Lines(Table table)
    {
        var columns = table.Rows.Count == 0 ? 0 : table.Rows.Max(row => row.Count);
        var cells = table.Rows.SelectMany(row => row);
        var isTable = columns > 1 && cells.All(cell => cell.Count <= 1 && (cell.Count == 0 || (!cell[0].Contains('\n', StringComparison.Ordinal) && (columns > 2 || cell[0].Length <= ShortCell))));
        foreach (var row in table.Rows)
        {
            if (isTable) yield return string.Join('\t', row.Select(cell => cell.Count == 0 ? "" : cell[0].Replace('\t', ' ').Trim())).TrimEnd();
            else foreach (var line in row.SelectMany(cell => cell)) yield return line;
        }
    }

    private void Write(string line)
    {
        // Readers of lines take a heading for the start of something new; the empty line says so too.
        if (line.TrimStart('\f') is ['#', ..] && !blankBefore) text.Append('\n');
        text.Append(line).Append('\n');
        blankBefore = line.Trim().Length == 0;
        Bound(text.Length);
    }

    private void Bound(int length) => Refuse.If(length > limits.MaxCharacters, "import.too-much-text", limits.MaxCharacters);

    private static bool IsWord(XmlReader xml) => xml.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);
}
