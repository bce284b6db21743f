using System.Text;

namespace Interviewing.Application.Import;

/// <summary>A table whose cells stand beside each other, kept apart by white space: the columns are where the words of many lines begin.</summary>
internal static class SideBySide
{
    private const int Slack = 2;

    private sealed class RowInProgress(int columns, SourceLine first)
    {
        public SourceLine First { get; } = first;
        public StringBuilder[] Texts { get; } = [.. Enumerable.Range(0, columns).Select(_ => new StringBuilder())];
        public SourceLine?[] From { get; } = new SourceLine?[columns];
        public SourceLine?[] To { get; } = new SourceLine?[columns];
    }

    public static List<CriterionRow>? Read(List<Block> body, int classes, RecordBuilder build, Func<string, bool> isNone)
    {
        if (body.Count == 0 || body.Any(line => line.First.Raw.Length > 1000)) return null;
        var parts = body.Select(line => Parts(line.First.Raw)).ToList();
        if (parts.Count(line => line.Count > 1) * 3 < parts.Count) return null;
        if (Columns(parts, classes + 1) is not { } columns) return null;
        var rows = new List<RowInProgress>();
        for (var i = 0; i < body.Count; i++)
        {
            var cells = Cells(body[i].First.Raw, parts[i], columns);
            var named = cells[0].Length > 0;
            var goesOn = rows.Count > 0 && (!named || (!body[i].AfterBlank && (cells[0].Length == 0 || char.IsLower(cells[0][0]) || Enumerable.Range(1, classes).Any(c => cells[c].Length > 0 && char.IsLower(cells[c][0])))));
            if (!goesOn) rows.Add(new RowInProgress(classes + 1, body[i].First));
            build.Item(body[i]);
            for (var c = 0; c <= classes; c++)
            {
                if (cells[c].Length == 0) continue;
                var text = rows[^1].Texts[c];
                var joined = Wording.Join(text.ToString(), cells[c], softHyphen: rows[^1].To[c] is { } last && last.Raw.Contains('\u00AD', StringComparison.Ordinal) && text.Length > 0 && text[^1] == '\u00AD', build.Document.Words);
                text.Clear().Append(joined);
                rows[^1].From[c] ??= body[i].First;
                rows[^1].To[c] = body[i].First;
            }
        }
        return [.. rows.Select(row => new CriterionRow(
            new FoundText(row.Texts[0].ToString().TrimEnd(':', ' '), build.At(row.From[0] ?? row.First, row.To[0] ?? row.First)),
            [.. Enumerable.Range(1, classes).Select(c => isNone(row.Texts[c].ToString()) ? null : new FoundText(row.Texts[c].ToString(), build.At(row.From[c]!, row.To[c]!, 0.9)))]))];
    }

    // Pieces of a line with two or more spaces between them, and where they begin.
    private static List<(int Start, int End)> Parts(string raw)
    {
        var parts = new List<(int, int)>();
        var from = -1;
        for (var i = 0; i <= raw.Length; i++)
        {
            var gap = i == raw.Length || (char.IsWhiteSpace(raw[i]) && (i + 1 >= raw.Length || char.IsWhiteSpace(raw[i + 1])));
            if (!gap && from < 0 && !char.IsWhiteSpace(raw[i])) from = i;
            if (!gap || from < 0) continue;
            parts.Add((from, i));
            from = -1;
        }
        return parts;
    }

    // The places where pieces begin most often, as many as there are columns.
    private static List<int>? Columns(List<List<(int Start, int End)>> parts, int wanted)
    {
        var starts = new SortedDictionary<int, int>();
        foreach (var (start, _) in parts.SelectMany(line => line)) starts[start] = starts.GetValueOrDefault(start) + 1;
        var groups = new List<(int Start, int Last, int Count)>();
        foreach (var (start, count) in starts)
            if (groups.Count > 0 && start - groups[^1].Last <= Slack) groups[^1] = (groups[^1].Start, start, groups[^1].Count + count);
            else groups.Add((start, start, count));
        if (groups.Count < wanted) return null;
        return [.. groups.OrderByDescending(group => group.Count).Take(wanted).Select(group => group.Start).Order()];
    }

    private static string[] Cells(string raw, List<(int Start, int End)> parts, List<int> columns)
    {
        var cells = new string[columns.Count];
        Array.Fill(cells, "");
        foreach (var (start, end) in parts)
        {
            var from = start;
            while (from < end)
            {
                var column = columns.FindLastIndex(at => at <= from + Slack);
                if (column < 0) column = 0;
                // A cell that fills its column leaves a single space before the next one.
                var to = end;
                if (column + 1 < columns.Count && columns[column + 1] < end - 1 && columns[column + 1] > from && char.IsWhiteSpace(raw[columns[column + 1] - 1])) to = columns[column + 1];
                var words = Wording.Clean(raw[from..to]);
                if (words.Length > 0) cells[column] = cells[column].Length == 0 ? words : cells[column] + " " + words;
                from = to;
            }
        }
        return cells;
    }
}
