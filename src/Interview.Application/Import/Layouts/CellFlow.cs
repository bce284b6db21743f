using System.Text;

namespace Interviewing.Application.Import;

/// <summary>One criterion with a cell per class, null where the table has none.</summary>
internal sealed record CriterionRow(FoundText Name, IReadOnlyList<FoundText?> Cells);

/// <summary>
/// Cells in reading order, told apart by empty lines. Which line is the name of a criterion is decided for the whole table at once: the reading in which
/// every criterion has as many cells as there are classes and every name looks like one costs least.
/// </summary>
internal sealed class CellFlow(RecordBuilder build, LabelFile file, int count, IReadOnlySet<string>? known = null)
{
    private enum Edge { Hard, Soft, Weak }

    private sealed record Unit(List<Block> Lines, Edge Before, bool AfterBreak);

    private const double Never = 1e9;
    private bool smallCells;

    public List<CriterionRow> Read(List<Block> body)
    {
        var units = Units(body);
        var n = units.Count;
        smallCells = units.Count(unit => unit.Lines[0].Text is { Length: > 0 } text && char.IsLower(text[0])) * 2 > n;
        var cost = new double[n + 1];
        var next = new int[n];
        var names = units.Select(NameCost).ToList();
        for (var i = n - 1; i >= 0; i--)
        {
            (cost[i], next[i]) = (cost[i + 1] + 4, i + 1);
            var name = names[i];
            if (name >= Never) continue;
            int apart = units[i].Lines.Count > 1 ? 1 : 0, soft = 0, weak = 0;
            double penalty = 0;
            for (var end = i + 1; end <= Math.Min(n, i + 3 * count + 6); end++)
            {
                if (end > i + 1)
                {
                    var unit = units[end - 1];
                    // Right behind a name on a line of its own the first cell begins, however that line ended.
                    var edge = apart == 0 ? Edge.Hard : unit.Before;
                    if (edge == Edge.Weak) weak++; else apart++;
                    if (edge == Edge.Soft) soft++;
                    if (edge != Edge.Soft && names[end - 1] <= 1) penalty += 0.8;
                }
                // A gap inside a cell and a sentence end between two cells are possible; a cell too many or too few is less so.
                var split = Math.Clamp(count - apart, 0, weak);
                var merged = Math.Clamp(apart - count, 0, soft);
                var off = 0.3 * split + 0.4 * (weak - split) + 0.6 * merged + 3.0 * Math.Max(0, apart - merged - count) + 2.0 * Math.Max(0, count - apart - split);
                var sum = name + penalty + off + cost[end];
                if (sum < cost[i]) (cost[i], next[i]) = (sum, end);
            }
        }
        var rows = new List<CriterionRow>();
        for (var i = 0; i < n; i = next[i])
        {
            if (next[i] == i + 1 && cost[i] >= cost[i + 1] + 4 - 1e-6) foreach (var line in units[i].Lines) build.Discard(line, line.Text.Length == 0 ? DiscardReason.EmptyBullet : DiscardReason.Fragment);
            else rows.Add(RowOf(units, i, next[i]));
        }
        return rows;
    }

    private List<Unit> Units(List<Block> body)
    {
        var units = new List<Unit>();
        foreach (var line in body)
        {
            var last = units.Count > 0 ? units[^1].Lines[^1] : null;
            var closed = last is null || last.Text.Length == 0 || last.Text[^1] is '.' or '…' or '!' or '?' or ';';
            var empty = line.Text.Length == 0;
            var small = !empty && char.IsLower(line.Text[0]);
            if (last is null || empty || last.Text.Length == 0) units.Add(new Unit([line], Edge.Hard, line.AfterBreak));
            else if (last.First.EndsInSoftHyphen) units[^1].Lines.Add(line);
            else if (line.AfterBreak) units.Add(new Unit([line], closed && !small ? Edge.Hard : Edge.Soft, true));
            else if (line.AfterBlank) units.Add(new Unit([line], !closed && small ? Edge.Soft : Edge.Hard, false));
            else if (closed && !small) units.Add(new Unit([line], Edge.Weak, false));
            else units[^1].Lines.Add(line);
        }
        return units;
    }

    private double NameCost(Unit unit)
    {
        var line = unit.Lines[0];
        var text = line.Text.TrimEnd(':', ' ');
        if (text.Length is 0 or > 60 || line.First.Bullet is not (null or '1') || text[^1] is '.' or ';' or ',' or '-' or '*' || unit.Before == Edge.Soft || !text.Any(char.IsLetter)) return Never;
        var words = text.Split(' ');
        if (words.Length > 6 || file.FunctionWords.Contains(words[^1], StringComparer.OrdinalIgnoreCase)) return Never;
        var cost = words.Length <= 3 ? 0 : words.Length == 4 ? 0.5 : 1.2;
        if (char.IsLower(text[0])) cost += 2;
        if (unit.Lines.Count == 1) cost += 0.3;
        else if (!smallCells && char.IsLower(unit.Lines[1].Text.Length > 0 ? unit.Lines[1].Text[0] : 'A')) cost += 1.5;
        return cost;
    }

    private CriterionRow RowOf(List<Unit> units, int from, int to)
    {
        var name = units[from].Lines[0];
        // The name of a criterion that was read before only says where this cell belongs.
        if (known?.Contains(Wording.Letters(name.Text)) == true) build.Label(name.First); else build.Item(name);
        var cells = new List<(List<Block> Lines, Edge Before, bool AfterBreak)>();
        if (units[from].Lines.Count > 1) cells.Add(([.. units[from].Lines.Skip(1)], Edge.Hard, false));
        for (var i = from + 1; i < to; i++) cells.Add(([.. units[i].Lines], cells.Count == 0 ? Edge.Hard : units[i].Before, units[i].AfterBreak));
        // A sentence end inside a cell joins unless a cell would be missing; a gap inside a sentence joins when there is a cell too many.
        var apart = cells.Count(cell => cell.Before != Edge.Weak);
        var split = count - apart;
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells[i].Before != Edge.Weak || split-- > 0) continue;
            cells[i - 1].Lines.AddRange(cells[i].Lines);
            cells.RemoveAt(i--);
        }
        foreach (var atBreak in new[] { true, false })
            for (var i = 1; i < cells.Count && cells.Count > count; i++)
            {
                if (cells[i].Before != Edge.Soft || cells[i].AfterBreak != atBreak) continue;
                cells[i - 1].Lines.AddRange(cells[i].Lines);
                cells.RemoveAt(i--);
            }
        var texts = new List<FoundText?>();
        foreach (var (lines, _, _) in cells)
        {
            if (texts.Count == count)
            {
                foreach (var line in lines) build.Discard(line, line.Text.Length == 0 ? DiscardReason.EmptyBullet : DiscardReason.Fragment);
                build.Find("column-scramble", "job_profiles[0].distinguishing_criteria", lines[0].First.Number, lines[0].Text, note: "There are more cells here than classes.");
            }
            else texts.Add(Cell(lines, apart < count));
        }
        if (texts.Count < count) build.Find("column-scramble", "job_profiles[0].distinguishing_criteria", name.First.Number, name.Text, note: "This criterion has fewer cells than there are classes; which one is missing is a guess.");
        return new CriterionRow(new FoundText(name.Text.TrimEnd(':', ' '), build.TraceOf(name)), texts);
    }

    private FoundText? Cell(List<Block> lines, bool guess)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (builder.Length == 0) builder.Append(lines[i].Text);
            else
            {
                var length = Math.Min(80, builder.Length);
                var tail = builder.ToString(builder.Length - length, length);
                builder.Length -= length;
                builder.Append(Wording.Join(tail, lines[i].Text, lines[i - 1].First.EndsInSoftHyphen, build.Document.Words));
            }
        }
        var text = builder.ToString();
        var none = text.Length == 0 || text.All(c => c is '-' or '–' or '—' or '/') || (file.Labels.GetValueOrDefault("none") ?? []).Any(word => string.Equals(word.TrimEnd('.'), text.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
        foreach (var line in lines) if (none) build.Label(line.First); else build.Item(line);
        return none ? null : new FoundText(text, build.At(lines[0].First, lines[^1].Last, guess ? 0.7 : lines.Count > 1 ? 0.9 : 1));
    }
}
