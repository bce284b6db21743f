using System.Globalization;

namespace Interviewing.Application.Import;

/// <summary>One row of the table in front, before it is known which function it belongs to.</summary>
/// <param name="Middle">Name and group in one text, where the columns ran together.</param>
internal sealed record OverviewLine(int? Page, string? Name, string? Series, string? Group, string? Scale, string? Middle, SourceLine First, SourceLine Last)
{
    /// <summary>The lines of its cells where they do not follow each other.</summary>
    public IReadOnlyList<SourceLine>? Cells { get; init; }
}

/// <summary>
/// The table in front of a function book: page, name, series, group and scale of every function. Its columns are found by the words in its head, in any order;
/// cells stand apart by tabs, bars or wide gaps, each on a line of its own, or run together.
/// </summary>
internal sealed class Overview
{
    private const int MostHeadLines = 7;
    private readonly List<OverviewLine> rows = [];
    private readonly List<SourceLine> heads = [];
    private readonly List<SourceLine> repeated = [];
    private readonly HashSet<int> lines = [];
    private readonly LabelFile file;
    private readonly IReadOnlyList<LabelHit?> labels;
    private readonly IReadOnlyList<SourceLine> source;
    private readonly LabelMatcher columnWords;
    private IReadOnlyList<string> columns = [];

    private Overview(SourceDocument document, LabelFile file, IReadOnlyList<LabelHit?> labels) =>
        (source, this.file, this.labels, columnWords) = (document.Lines, file, labels, LabelMatcher.For(file, "page", "overview-name", "name", "function-name", "series", "group", "scale", "indicative-scale"));

    public IReadOnlyList<OverviewLine> Rows => rows;
    public IReadOnlyList<SourceLine> Heads => heads;
    public IReadOnlyList<SourceLine> Repeated => repeated;
    public IReadOnlySet<int> Lines => lines;
    public bool Indicative => columns.Contains("indicative-scale");
    public int FirstLine => heads[0].Number;

    public static Overview? Find(SourceDocument document, LabelFile file, IReadOnlyList<LabelHit?> labels)
    {
        var table = new Overview(document, file, labels);
        for (var i = 0; i < document.Lines.Count; i++)
            if ((table.HeadAt(i) is var (columns, last) && table.Read(columns, i, last)) || table.ReadColumns(i)) return table;
        return null;
    }

    // The table was taken apart by column: each head with all its values under it.
    private bool ReadColumns(int from)
    {
        if (source[from] is not { Bullet: null, Text.Length: > 0 and <= 40 } || !columnWords.MayStart(source[from].Text) || Columns(source[from].Text) is not { Count: 1 }) return false;
        var found = new List<(string Column, SourceLine Head, List<SourceLine> Values)>();
        for (var i = from; i < source.Count; i++)
        {
            if (source[i].IsBlank) continue;
            if (source[i].Text.Length > 120) break;
            if (source[i].Bullet is null && Columns(source[i].Text) is { Count: 1 } head && !found.Exists(column => column.Column == head[0])) found.Add((head[0], source[i], []));
            else if (labels[i] is not null && RowLabel(source[i]) is false) break;
            else if (found.Count > 1 && found[^1].Values.Count == found[0].Values.Count) break;
            else found[^1].Values.Add(source[i]);
        }
        var rowCount = found.Count > 0 ? found[0].Values.Count : 0;
        if (rowCount < 2 || found.Exists(column => column.Values.Count != rowCount) || !found.Exists(column => column.Column == "overview-name") || !found.Exists(column => column.Column is "group" or "series" or "scale" or "indicative-scale")) return false;
        columns = [.. found.Select(column => column.Column)];
        for (var i = 0; i < rowCount; i++)
            if (Fit([.. found.Select(column => column.Values[i].Bullet is null ? column.Values[i].Text : Wording.Clean(column.Values[i].Raw))], found[0].Values[i], found[^1].Values[i]) is { } row) rows.Add(row with { Cells = [.. found.Select(column => column.Values[i])] });
        if (rows.Count < rowCount)
        {
            rows.Clear();
            return false;
        }
        foreach (var (_, head, values) in found)
        {
            Head(head);
            lines.UnionWith(values.Select(line => line.Number));
        }
        return true;
    }

    // A row may be the name of a module, which is also a label.
    private bool RowLabel(SourceLine line) => labels[line.Number - 1] is { Key: "module" };

    /// <summary>Whether the line at this place starts the head of such a table, and the line in which that head ends.</summary>
    private (IReadOnlyList<string> Columns, int Last)? HeadAt(int at)
    {
        if (source[at] is not { Bullet: null, Text.Length: > 0 and <= 120 } || !columnWords.MayStart(source[at].Text)) return null;
        var text = "";
        var n = 0;
        (IReadOnlyList<string>, int)? best = null;
        for (var i = at; i < source.Count && n < MostHeadLines && text.Length < 120; i++)
        {
            if (source[i].IsBlank) continue;
            if (source[i].Text.Length > 120) break;
            text = text.Length == 0 ? source[i].Text : text + " " + source[i].Text;
            n++;
            if ((n == 1 ? ColumnsApart(source[i].Raw) : null) is not { } found && (found = Columns(text)) is null)
            {
                // A cell of the head may be broken over two lines; two lines that do not fit mean that it has ended.
                if (best is not null || n > 2) break;
                continue;
            }
            if (found.Contains("overview-name") && found.Any(column => column is "group" or "series" or "scale" or "indicative-scale") && found.Count == found.Distinct(StringComparer.Ordinal).Count()) best = (found, i);
        }
        return best;
    }

    // Where the cells of the head stand apart 'Functie' and 'Reeks' are two columns, else they are one word.
    private List<string>? ColumnsApart(string raw)
    {
        if (raw.Length > 400) return null;
        var cells = raw.AsSpan().IndexOfAny('|', '\t') >= 0 ? [.. raw.Split('|', '\t').Select(Wording.Clean).Where(cell => cell.Length > 0)] : GapCells(raw.Trim());
        if (cells.Count is < 2 or > 8) return null;
        var found = cells.ConvertAll(cell => columnWords.KeyOf(cell.TrimEnd(':', ' ')));
        return found.Contains(null) ? null : found.ConvertAll(key => key is "name" or "function-name" ? "overview-name" : key!);
    }

    private List<string>? Columns(string text)
    {
        var words = text.Split([' ', '|', ';', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 24 || !words.All(word => word.Any(char.IsLetter))) return null;
        var found = new List<string>();
        for (var i = 0; i < words.Length;)
        {
            var length = Math.Min(6, words.Length - i);
            string? key = null;
            for (; length > 0 && key is null; length--) key = columnWords.KeyOf(string.Join(' ', words, i, length));
            if (key is null) return null;
            i += length + 1;
            found.Add(key is "name" or "function-name" ? "overview-name" : key);
        }
        return found;
    }

    private bool Read(IReadOnlyList<string> head, int first, int last)
    {
        columns = head;
        var cellPerLine = source.Skip(first).Take(last - first + 1).Count(line => !line.IsBlank) == head.Count && head.Count > 1;
        for (var i = first; i <= last; i++) Head(source[i]);
        if (cellPerLine ? ReadCells(last + 1) : ReadRows(last + 1)) return true;
        rows.Clear();
        heads.Clear();
        lines.Clear();
        return false;
    }

    private void Head(SourceLine line)
    {
        if (line.IsBlank) return;
        heads.Add(line);
        lines.Add(line.Number);
    }

    private bool ReadRows(int from)
    {
        var gone = 0;
        for (var i = from; i < source.Count; i++)
        {
            var line = source[i];
            if (line.IsBlank) continue;
            if (line.Text.Length <= 120 && IsRule(line)) { Head(line); continue; }
            if (line.Text.Length <= 120 && Columns(line.Text) is { Count: > 1 })
            {
                repeated.Add(line);
                lines.Add(line.Number);
                continue;
            }
            if (RowAt(i) is var (row, last))
            {
                rows.Add(row);
                for (; i <= last; i++) if (!source[i].IsBlank) lines.Add(source[i].Number);
                i = last;
                gone = 0;
                continue;
            }
            if (GoesOn(i)) { lines.Add(line.Number); continue; }
            // A footer, a page number or the header of the next page may stand between two rows.
            if (labels[i] is not null || ++gone > 3 || rows.Count == 0) break;
        }
        if (rows.Count > 0) LeaveFooters();
        return rows.Count > 0;
    }

    // The footer of the page that the table stands on has as many parts as a row; it comes back on the other pages, with another number.
    private void LeaveFooters()
    {
        var last = rows[^1].Last.Number;
        var elsewhere = source.Skip(last).Where(line => line is { Bullet: null, Text.Length: > 8 and <= 120 } && char.IsAsciiDigit(line.Text[^1])).Select(line => Wording.Letters(line.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.First == row.Last && elsewhere.Contains(Wording.Letters(row.First.Text)) && row.First.Text.Any(char.IsLetter)).ToList())
        {
            rows.Remove(row);
            repeated.Add(row.First);
        }
    }

    // The rest of a name that was too long for its cell.
    private bool GoesOn(int at)
    {
        if (rows.Count == 0 || labels[at] is not null || source[at] is not { Bullet: null, Text.Length: <= 60 } || at == 0 || source[at - 1].IsBlank || rows[^1] is not { Name: { } name } row || row.Last.Number != source[at].Number - 1) return false;
        if (!char.IsLower(source[at].Text[0]) && name[^1] is not ('&' or '-' or '/' or ',') && !file.FunctionWords.Contains(name.Split(' ')[^1], StringComparer.OrdinalIgnoreCase)) return false;
        rows[^1] = row with { Name = name + " " + source[at].Text, Last = source[at] };
        return true;
    }

    private (OverviewLine Row, int Last)? RowAt(int at)
    {
        var line = source[at];
        if (line.Text.Length > 240) return null;
        var cells = Cells(line);
        if (Fit(cells, line, line) is { } row) return (row, at);
        // One row over two lines: together they have as many cells as the head.
        if (at + 1 < source.Count && cells.Count > 1 && cells.Count < columns.Count && Of("page", cells) is { } page && IsPage(page) && source[at + 1] is { IsBlank: false } next)
        {
            var more = Cells(next);
            if (more.Count > 0 && !IsPage(more[0]) && Fit([.. cells.SkipLast(1), cells[^1] + " " + more[0], .. more.Skip(1)], line, next) is { } joined) return (joined, at + 1);
        }
        return cells.Count == 1 && Loose(line) is { } loose ? (loose, at) : null;
    }

    private static bool IsRule(SourceLine line) => line.Raw.Contains('-', StringComparison.Ordinal) && line.Raw.All(c => c is '-' or '|' or ':' or '+' or '=' or '_' || char.IsWhiteSpace(c)) && line.Raw.Trim().Length > 3;

    // A row of dots leads the eye from one cell to the next: a wide gap.
    private static string Leaders(string raw)
    {
        if (!raw.Contains("....", StringComparison.Ordinal)) return raw;
        var gaps = new System.Text.StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var dots = 0;
            while (i + dots < raw.Length && raw[i + dots] == '.') dots++;
            if (dots < 4) { gaps.Append(raw[i]); continue; }
            gaps.Append(' ', 3);
            i += dots - 1;
        }
        return gaps.ToString();
    }

    /// <summary>The cells of a line; an empty one counts only where tabs or bars show that it is there.</summary>
    private List<string> Cells(SourceLine line)
    {
        var raw = Leaders(line.Raw);
        if (raw.Contains('|', StringComparison.Ordinal)) return BarCells(raw.Trim());
        if (raw.Contains('\t', StringComparison.Ordinal))
        {
            var all = raw.Trim(' ', '\u00A0', '\r', '\f').Split('\t').Select(Wording.Clean).ToList();
            return all.Count == columns.Count ? all : [.. all.Where(cell => cell.Length > 0)];
        }
        if (raw.Contains(';', StringComparison.Ordinal) && raw.Split(';').Length == columns.Count) return [.. raw.Split(';').Select(Wording.Clean)];
        return GapCells(raw);
    }

    // An outer bar closes the row; between two bars a cell may be empty.
    private List<string> BarCells(string raw)
    {
        var cells = (raw[0] == '|' ? raw[1..] : raw).Split('|').Select(Wording.Clean).ToList();
        if (cells.Count == columns.Count + 1 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static List<string> GapCells(string raw)
    {
        var cells = new List<string>();
        var from = 0;
        for (var i = 0; i <= raw.Length; i++)
        {
            if (i < raw.Length && !(char.IsWhiteSpace(raw[i]) && i + 1 < raw.Length && char.IsWhiteSpace(raw[i + 1]))) continue;
            if (Wording.Clean(raw[from..i]) is { Length: > 0 } cell) cells.Add(cell);
            while (i < raw.Length && char.IsWhiteSpace(raw[i])) i++;
            from = i;
        }
        return cells;
    }

    private string? Of(string column, List<string> cells)
    {
        for (var i = 0; i < columns.Count && i < cells.Count; i++) if (columns[i] == column) return cells[i];
        return null;
    }

    private OverviewLine? Fit(List<string> cells, SourceLine first, SourceLine last)
    {
        if (cells.Count != columns.Count) return null;
        var name = Value(Of("overview-name", cells));
        var page = Of("page", cells);
        var scale = Of("scale", cells) ?? Of("indicative-scale", cells);
        if (name is null || (page is { Length: > 0 } && !IsPage(page) && !IsNone(page)) || scale is { Length: > 24 }) return null;
        return new OverviewLine(page is null ? null : PageOf(page), name, Value(Of("series", cells)), Value(Of("group", cells)), Value(scale), null, first, last);
    }

    // The columns ran together: a page number in front and a scale at the end still show a row.
    private OverviewLine? Loose(SourceLine line)
    {
        var words = line.Text.Split(' ');
        var from = 0;
        var to = words.Length;
        int? page = null;
        string? scale = null;
        if (line.Text.Length > 140 || words.Length < 3) return null;
        if (columns[0] == "page")
        {
            if (!IsPage(words[0])) return null;
            (page, from) = (PageOf(words[0]), 1);
        }
        if (columns[^1] is "scale" or "indicative-scale")
        {
            if (!IsScale(words[^1]) && !IsNone(words[^1])) return null;
            (scale, to) = (Value(words[^1]), to - 1);
        }
        if (from == 0 && to == words.Length || to <= from) return null;
        var withoutGroup = Value(words[to - 1]) is null && columns.Contains("group");
        if (withoutGroup) to--;
        var middle = string.Join(' ', words, from, to - from);
        if (middle.Length == 0) return null;
        var alone = withoutGroup || !columns.Any(column => column is "group" or "series");
        return new OverviewLine(page, alone ? middle : null, null, null, scale, alone ? null : middle, line, line);
    }

    // Every cell on a line of its own; a row is complete when each of its cells is of its kind.
    private bool ReadCells(int from)
    {
        var cells = new List<string>();
        var taken = new List<SourceLine>();
        for (var i = from; i < source.Count; i++)
        {
            var line = source[i];
            if (line.IsBlank) continue;
            var cell = line.Bullet is null ? line.Text : Wording.Clean(line.Raw);
            if (cell.Length > 80) break;
            if (columns[cells.Count] == "page" && !IsPage(cell)) break;
            if (columns[cells.Count] is "scale" or "indicative-scale" && !IsScale(cell) && !IsNone(cell)) break;
            cells.Add(cell);
            taken.Add(line);
            if (cells.Count < columns.Count) continue;
            if (Fit(cells, taken[0], taken[^1]) is not { } row) break;
            rows.Add(row);
            lines.UnionWith(taken.Select(l => l.Number));
            cells.Clear();
            taken.Clear();
        }
        return rows.Count > 0;
    }

    private string? Value(string? cell) => string.IsNullOrEmpty(cell) || IsNone(cell) ? null : cell;

    private bool IsNone(string cell) => cell.Length == 0 || cell.All(c => c is '-' or '–' or '—' or '−' or '/' or '.') || (file.Labels.GetValueOrDefault("none") ?? []).Contains(cell, StringComparer.OrdinalIgnoreCase);

    private static bool IsPage(string cell) => PageOf(cell) is not null;

    private static int? PageOf(string cell)
    {
        var digits = cell.TrimEnd('.', ')');
        var from = digits.Length;
        while (from > 0 && char.IsAsciiDigit(digits[from - 1])) from--;
        if (digits.Length - from is 0 or > 4 || from > 5 || digits[..from].Any(c => !char.IsLetter(c) && c is not (' ' or '.'))) return null;
        return int.Parse(digits[from..], CultureInfo.InvariantCulture);
    }

    internal static bool IsScale(string text)
    {
        if (text.Length is 0 or > 8 || !char.IsAsciiDigit(text[0])) return false;
        return text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '–') && text.Count(char.IsAsciiLetter) <= 2;
    }
}
