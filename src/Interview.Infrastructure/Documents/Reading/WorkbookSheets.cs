using System.Text;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents.Reading;

/// <summary>The sheets of an Excel workbook as rows of text, and the same as lines: one per row, cells between tabs. A formula counts by its last value.</summary>
internal sealed class WorkbookSheets(ZipParts parts, ImportLimits limits)
{
    private readonly List<string> shared = [];
    private readonly StringBuilder text = new();
    private int line;

    public (IReadOnlyList<Sheet> Sheets, string Text) Read()
    {
        ReadShared();
        var sheets = new List<Sheet>();
        foreach (var (name, part) in Parts())
        {
            // Each sheet is a page.
            if (sheets.Count > 0) text.Append('\f');
            sheets.Add(new Sheet(name, sheets.Count + 1, Rows(part)));
        }
        return (sheets, text.ToString());
    }

    private List<(string Name, string Part)> Parts()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var links = parts.Xml("xl/_rels/workbook.xml.rels"))
            while (links is not null && links.Next())
                if (links.Starts("Relationship") && links.Attribute("Id") is { } id && links.Attribute("Target") is { } target) targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        var found = new List<(string, string)>();
        using var book = parts.Xml("xl/workbook.xml");
        while (book is not null && book.Next())
        {
            if (!book.Starts("sheet") || book.Attribute("state") is "hidden" or "veryHidden") continue;
            if (LinkOf(book) is { } link && targets.TryGetValue(link, out var part) && parts.Has(part)) found.Add((book.Attribute("name") ?? "", part));
            Refuse.If(found.Count > limits.MaxSheets, "import.too-many-sheets", limits.MaxSheets);
        }
        return found;
    }

    // The link has the local name 'id' in the namespace of relations; the sheet's own number is 'sheetId'.
    private static string? LinkOf(System.Xml.XmlReader sheet) => sheet.Attribute("id");

    private void ReadShared()
    {
        using var xml = parts.Xml("xl/sharedStrings.xml");
        var entry = new StringBuilder();
        var phonetic = false;
        while (xml is not null && xml.Next())
        {
            if (xml.Starts("rPh")) phonetic = !xml.IsEmptyElement;
            else if (xml.Ends("rPh")) phonetic = false;
            else if (xml.Starts("si") && xml.IsEmptyElement) shared.Add("");
            else if (xml.Ends("si")) { shared.Add(entry.ToString()); entry.Clear(); }
            else if (xml.Starts("t") && !phonetic) entry.Append(xml.Inside());
        }
    }

    private List<SheetRow> Rows(string part)
    {
        var rows = new List<SheetRow>();
        var cells = new List<string>();
        int number = 0, column = 0, first = line;
        string? kind = null;
        var value = new StringBuilder();
        using var xml = parts.Xml(part)!;
        while (xml.Next())
        {
            if (xml.Starts("row"))
            {
                number = WordMarks.Number(xml.Attribute("r")) is { } told && told > number ? told : number + 1;
                Refuse.If(number > limits.MaxRows, "import.too-many-rows", limits.MaxRows);
                column = 0;
                cells.Clear();
            }
            else if (xml.Starts("c"))
            {
                column = ColumnOf(xml.Attribute("r")) ?? column + 1;
                kind = xml.Attribute("t");
                value.Clear();
            }
            else if (xml.Starts("v") || xml.Starts("t")) value.Append(xml.Inside());
            else if (xml.Starts("rPh") && !xml.IsEmptyElement) SkipPhonetic(xml);
            else if (xml.Ends("c")) Cell(cells, column, ValueOf(kind, value.ToString()));
            else if (xml.Ends("row")) Row(rows, cells, number, first);
        }
        if (line == first) Line("");
        return rows;
    }

    private static void SkipPhonetic(System.Xml.XmlReader xml)
    {
        while (xml.Next() && !xml.Ends("rPh")) { }
    }

    private string ValueOf(string? kind, string value)
    {
        if (kind == "s") return WordMarks.Number(value) is { } at && at < shared.Count ? shared[at] : "";
        return kind == "e" ? "" : value;
    }

    private void Cell(List<string> cells, int column, string value)
    {
        value = value.Replace("\f", " ", StringComparison.Ordinal).Trim();
        if (value.Length == 0) return;
        Refuse.If(column > limits.MaxColumns, "import.too-many-columns", limits.MaxColumns);
        while (cells.Count < column) cells.Add("");
        cells[column - 1] = value;
    }

    private void Row(List<SheetRow> rows, List<string> cells, int number, int first)
    {
        if (cells.Count == 0) return;
        // Empty rows are lines too, so that a line number of the first sheet is the row number that Excel shows.
        while (line < first + number - 1) Line("");
        Line(string.Join('\t', cells.Select(OneLine)));
        rows.Add(new SheetRow(line, line, [.. cells]));
        cells.Clear();
    }

    private static string OneLine(string cell) => cell.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? cell : cell.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ');

    private void Line(string words)
    {
        text.Append(words).Append('\n');
        line++;
        Refuse.If(text.Length > limits.MaxCharacters, "import.too-much-text", limits.MaxCharacters);
    }

    // 'AB12' is column 28.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            if (column > 1_000_000) return column;
            column = column * 26 + c - 'A' + 1;
        }
        return column == 0 ? null : column;
    }
}
