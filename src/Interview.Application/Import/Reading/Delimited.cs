using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Import;

/// <summary>Comma, semicolon, tab or bar separated text as rows of cells: quotes as in RFC 4180, every cell plain text, formulas too.</summary>
internal static class Delimited
{
    private const string Separators = ",;\t|";

    private const int LongestHeader = 4000;

    /// <summary>A file that is named a table is read as one; another text only when its first line is the header of a table that we know.</summary>
    public static Sheet? Table(string fileName, string text, ImportLimits limits) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".csv" or ".tsv" => Read(text, limits),
        ".md" or ".markdown" => null,
        _ => HasKnownHeader(text, limits) ? Read(text, limits) : null,
    };

    private static bool HasKnownHeader(string text, ImportLimits limits)
    {
        var first = text.AsSpan().TrimStart();
        var end = first.IndexOfAny('\n', '\r');
        if (end is <= 0 or > LongestHeader) return false;
        return Read(first[..end].ToString(), limits) is { } header && SheetColumns.Of(header, new Dictionary<string, IReadOnlyList<ColumnMeaning>>(StringComparer.Ordinal)) is { IsForm: true } columns && columns.Columns.All(column => column.Known);
    }

    /// <summary>The rows, or null when the text is no table with at least two columns.</summary>
    public static Sheet? Read(string text, ImportLimits limits)
    {
        if (SeparatorOf(text) is not { } separator) return null;
        var rows = new List<SheetRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        var (line, first) = (1, 1);
        var last = LinesIn(text);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
                else if (c == '"') quoted = false;
                else
                {
                    if (EndsLine(text, i)) line++;
                    cell.Append(c);
                }
                continue;
            }
            if (c == '"' && cell.Length == 0) { quoted = true; continue; }
            if (c == separator) { Cell(); continue; }
            if (c is not ('\n' or '\r')) { cell.Append(c); continue; }
            if (i < text.Length && !EndsLine(text, i)) continue;
            Cell();
            Row();
            line++;
            first = line;
        }
        return rows.Count == 0 ? null : new Sheet("", 1, rows);

        void Cell()
        {
            Refuse.If(cells.Count >= limits.MaxColumns, "import.too-many-columns", limits.MaxColumns);
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void Row()
        {
            if (cells.Exists(value => value.Length > 0))
            {
                Refuse.If(rows.Count >= limits.MaxRows, "import.too-many-rows", limits.MaxRows);
                // A quote that never closes swallows the last end of line, behind which there is no line any more.
                rows.Add(new SheetRow(first, Math.Max(first, Math.Min(line, last)), [.. cells]));
            }
            cells.Clear();
        }
    }

    private static int LinesIn(string text)
    {
        var ends = 0;
        for (var i = 0; i < text.Length; i++) if (EndsLine(text, i)) ends++;
        return text.Length > 0 && EndsLine(text, text.Length - 1) ? ends : ends + 1;
    }

    private static bool EndsLine(string text, int at) => text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));

    // The separator that stands equally often, outside quotes, on the first lines with words.
    private static char? SeparatorOf(string text)
    {
        var counts = new List<int[]>();
        var now = new int[Separators.Length];
        bool quoted = false, words = false;
        for (var i = 0; i <= text.Length && counts.Count < 20 && i < 1_000_000; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '"') quoted = !quoted;
            if (c is '\n' && (!quoted || i == text.Length))
            {
                if (words) counts.Add(now);
                (now, words) = (new int[Separators.Length], false);
                continue;
            }
            words |= !char.IsWhiteSpace(c);
            if (!quoted && Separators.IndexOf(c, StringComparison.Ordinal) is >= 0 and var which) now[which]++;
        }
        if (counts.Count == 0) return null;
        var best = Enumerable.Range(0, Separators.Length).Select(s => (s, head: counts[0][s], same: counts.Count(row => row[s] == counts[0][s]))).Where(x => x.head > 0)
            .OrderByDescending(x => x.same * 2 >= counts.Count).ThenByDescending(x => x.head).ToList();
        return best.Count == 0 ? null : Separators[best[0].s];
    }
}
