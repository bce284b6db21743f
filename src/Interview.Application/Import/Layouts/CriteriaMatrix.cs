using System.Text;

namespace Interviewing.Application.Import;

/// <summary>
/// The table of criteria and classes. Its head names the classes; a row is the name of the criterion and a cell per class. Cells stand apart by tabs or bars, are
/// marked with their class, or follow each other in reading order: then the number of classes tells which line is a name.
/// </summary>
internal sealed class CriteriaMatrix(RecordBuilder build, LabelFile file)
{
    private readonly List<Block> lines = [];
    private readonly LabelMatcher classWords = LabelMatcher.For(file, "class");
    private List<string> classes = [];

    public Block? Heading { get; set; }

    public void Add(Block line) => lines.Add(line);

    public FoundCriteria? Read(IReadOnlyList<FoundDefinition> terms)
    {
        if (Heading is null) return null;
        var from = Head();
        if (classes.Count == 0)
        {
            foreach (var line in lines) build.Discard(line, line.Text.Length == 0 ? DiscardReason.EmptyBullet : DiscardReason.Fragment);
            build.Find("empty-label", "job_profiles[0].distinguishing_criteria", Heading.First.Number, Heading.Text, note: "The line with the classes is missing.");
            return null;
        }
        var body = lines.Skip(from).Where(line => !IsHeadAgain(line)).ToList();
        var rows = InCells(body) ?? Marked(body) ?? new CellFlow(build, file, classes.Count).Read(body);
        var criteria = rows.Select(row => Criterion(row, terms)).ToList();
        return new FoundCriteria(Heading.Text, classes, criteria, build.At(Heading.First, Heading.First));
    }

    // The classes on one line, or each on its own.
    private int Head()
    {
        for (var i = 0; i < Math.Min(lines.Count, 6); i++)
        {
            if (ClassesOn(lines[i].First) is { Count: > 0 } found)
            {
                var to = i + 1;
                if (found.Count == 1)
                    while (to < lines.Count && ClassesOn(lines[to].First) is { Count: 1 } next && !found.Contains(next[0])) { found.Add(next[0]); to++; }
                if (found.Count < 2) continue;
                classes = found;
                for (var n = 0; n < to; n++) build.Label(lines[n].First);
                return to;
            }
        }
        return 0;
    }

    private bool IsHeadAgain(Block line)
    {
        if (ClassesOn(line.First) is not { } again || !again.SequenceEqual(classes)) return false;
        build.Discard(line, DiscardReason.PageFurniture);
        return true;
    }

    // 'C B A1 A2', 'Criterium | Klasse C | Klasse B': names of one to three letters and digits.
    private List<string>? ClassesOn(SourceLine line)
    {
        if (line.Raw.Length > 200) return null;
        var found = new List<string>();
        foreach (var word in Wording.Clean(line.Raw).Split([' ', '|', '/', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length <= 4 && word.All(char.IsAsciiLetterOrDigit) && !char.IsAsciiLetterLower(word[0]) && word.Count(char.IsAsciiLetterLower) == 0) found.Add(word);
            else if (classWords.KeyOf(word) is null) return null;
        }
        return found.Count == found.Distinct(StringComparer.Ordinal).Count() ? found : null;
    }

    private sealed record Row(FoundText Name, IReadOnlyList<FoundText?> Cells, SourceLine Last);

    private List<Row>? InCells(List<Block> body)
    {
        var split = body.Select(line => (Line: line, Cells: CellsOf(line.First))).ToList();
        if (split.Count(line => line.Cells.Count == classes.Count + 1) * 2 < split.Count || split.Count == 0) return null;
        var rows = new List<Row>();
        foreach (var (line, cells) in split)
        {
            if (cells.Count != classes.Count + 1 || cells[0].Length == 0) { build.Discard(line, DiscardReason.Fragment); continue; }
            var trace = build.TraceOf(line);
            build.Item(line);
            rows.Add(new Row(new FoundText(cells[0], trace), [.. cells.Skip(1).Select(cell => IsNone(cell) ? null : new FoundText(cell, trace))], line.Last));
        }
        return rows;
    }

    private static List<string> CellsOf(SourceLine line)
    {
        var raw = line.Raw.Trim(' ', '\r', '\u00A0', '\f');
        if (raw.Contains('|', StringComparison.Ordinal)) return [.. raw.Trim('|').Split('|').Select(Wording.Clean)];
        return raw.Contains('\t', StringComparison.Ordinal) ? [.. raw.Split('\t').Select(Wording.Clean)] : [];
    }

    // Every cell says of which class it is.
    private List<Row>? Marked(List<Block> body)
    {
        var marks = body.Select(MarkOf).ToList();
        if (marks.Count(mark => mark is not null) < classes.Count) return null;
        var rows = new List<Row>();
        Block? name = null;
        var cells = new (StringBuilder Text, SourceLine? First, SourceLine? Last)[classes.Count];
        var at = -1;
        for (var i = 0; i < body.Count; i++)
        {
            var (line, mark) = (body[i], marks[i]);
            var startsRow = mark is null && i + 1 < body.Count && marks[i + 1] is { Class: 0 };
            if (startsRow)
            {
                Flush();
                name = line;
                build.Item(line);
                at = -1;
            }
            else if (name is null || (mark is null && at < 0)) build.Discard(line, DiscardReason.Fragment);
            else
            {
                if (mark is { } of) at = of.Class;
                var words = mark is null ? line.Text : mark.Value.Words;
                ref var cell = ref cells[at];
                cell.Text ??= new StringBuilder();
                if (words.Length > 0) cell.Text.Append(cell.Text.Length > 0 ? " " : "").Append(words);
                cell.First ??= line.First;
                cell.Last = line.Last;
                if (mark is not null && words.Length == 0) build.Label(line.First); else build.Item(line);
            }
        }
        Flush();
        return rows;

        void Flush()
        {
            if (name is not null)
                rows.Add(new Row(new FoundText(name.Text.TrimEnd(':', ' '), build.TraceOf(name)),
                    [.. cells.Select(cell => cell.Text is { Length: > 0 } text && !IsNone(text.ToString()) ? new FoundText(text.ToString(), build.At(cell.First!, cell.Last!, 0.9)) : null)], cells.Select(cell => cell.Last).LastOrDefault(last => last is not null) ?? name.Last));
            Array.Clear(cells);
            name = null;
        }
    }

    private (int Class, string Words)? MarkOf(Block line)
    {
        var text = line.Text;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && classWords.KeyOf(text[..space]) is not null) text = text[(space + 1)..];
        var end = 0;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        var at = classes.IndexOf(text[..end]);
        if (at < 0) return null;
        var rest = text[end..].TrimStart();
        if (rest.Length == 0) return (at, "");
        return rest[0] is ':' or ')' or '–' or '—' or '=' or '-' ? (at, rest[1..].Trim()) : null;
    }

    private bool IsNone(string text) => text.Length == 0 || text.All(c => c is '-' or '–' or '—' or '/' or '.' or '*') || (file.Labels.GetValueOrDefault("none") ?? []).Contains(text.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)
        || (file.Labels.GetValueOrDefault("none") ?? []).Contains(text, StringComparer.OrdinalIgnoreCase);

    private FoundCriterion Criterion(Row row, IReadOnlyList<FoundDefinition> terms)
    {
        var cells = new Dictionary<string, FoundText?>(StringComparer.Ordinal);
        var refs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = 0; i < classes.Count; i++)
        {
            var cell = i < row.Cells.Count ? row.Cells[i] : null;
            cells[classes[i]] = cell;
            if (cell is not null && References(cell, terms) is { Count: > 0 } found) refs[classes[i]] = found;
        }
        return new FoundCriterion(row.Name.Text, cells, refs, row.Name.Trace with { LastLine = row.Name.Trace.Line });
    }

    /// <summary>The terms that the starred words of a cell mean: a word need only resemble its term, as 'gespecialiseerd' does 'specialisatie'.</summary>
    private List<string> References(FoundText cell, IReadOnlyList<FoundDefinition> terms)
    {
        var found = new List<string>();
        for (var i = 1; i < cell.Text.Length; i++)
        {
            if (cell.Text[i] != '*' || !char.IsLetter(cell.Text[i - 1])) continue;
            var run = 1;
            while (i + run < cell.Text.Length && cell.Text[i + run] == '*') run++;
            var mark = new string('*', run);
            var before = cell.Text[Math.Max(0, i - 60)..i];
            var word = Wording.Letters(before[(before.LastIndexOf(' ') + 1)..]);
            var same = terms.Where(term => term.Marker == mark).ToList();
            var best = (same.Count > 0 ? same : terms).Select(term => (term.Term, Score: term.Term.Split(' ').Max(part => Common(word, Wording.Letters(part))))).OrderByDescending(term => term.Score).FirstOrDefault();
            if (best.Score >= 4 || (same.Count == 1 && run > 1)) { if (!found.Contains(best.Term)) found.Add(best.Term); }
            else build.Find("definition-unknown", "job_profiles[0].distinguishing_criteria", cell.Trace.Line, before[(before.LastIndexOf(' ') + 1)..] + mark, note: "No definition resembles this word.");
            i += run;
        }
        return found;
    }

    // The longest run of letters that two words share.
    private static int Common(string a, string b)
    {
        if (a.Length > 60 || b.Length > 60) return 0;
        var best = 0;
        var row = new int[b.Length + 1];
        foreach (var c in a)
        {
            for (var j = b.Length; j > 0; j--)
            {
                row[j] = c == b[j - 1] ? row[j - 1] + 1 : 0;
                best = Math.Max(best, row[j]);
            }
        }
        return best;
    }

    /// <summary>
    /// Cells in reading order, told apart by empty lines. Which line is the name of a criterion is decided for the whole table at once: the reading in which
    /// every criterion has as many cells as there are classes and every name looks like one costs least.
    /// </summary>
    private sealed class CellFlow(RecordBuilder build, LabelFile file, int count)
    {
        private enum Edge { Hard, Soft, Weak }

        private sealed record Unit(List<Block> Lines, Edge Before, bool AfterBreak);

        private const double Never = 1e9;
        private bool smallCells;

        public List<Row> Read(List<Block> body)
        {
            var units = Units(body);
            var n = units.Count;
            smallCells = units.Count(unit => unit.Lines[0].Text is { Length: > 0 } text && char.IsLower(text[0])) * 2 > n;
            var cost = new double[n + 1];
            var next = new int[n];
            for (var i = n - 1; i >= 0; i--)
            {
                (cost[i], next[i]) = (cost[i + 1] + 4, i + 1);
                var name = NameCost(units[i]);
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
                        if (edge != Edge.Soft && NameCost(unit) <= 1) penalty += 0.8;
                    }
                    // A gap inside a cell and a sentence end between two cells are possible; a cell too many or too few is less so.
                    var split = Math.Clamp(count - apart, 0, weak);
                    var merged = Math.Clamp(apart - count, 0, soft);
                    var off = 0.3 * split + 0.4 * (weak - split) + 0.6 * merged + 3.0 * Math.Max(0, apart - merged - count) + 2.0 * Math.Max(0, count - apart - split);
                    var sum = name + penalty + off + cost[end];
                    if (sum < cost[i]) (cost[i], next[i]) = (sum, end);
                }
            }
            var rows = new List<Row>();
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

        private Row RowOf(List<Unit> units, int from, int to)
        {
            var name = units[from].Lines[0];
            build.Item(name);
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
            return new Row(new FoundText(name.Text.TrimEnd(':', ' '), build.TraceOf(name)), texts, units[to - 1].Lines[^1].Last);
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
}
