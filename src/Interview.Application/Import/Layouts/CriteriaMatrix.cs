using System.Text;

namespace Interviewing.Application.Import;

/// <summary>
/// The table of criteria and classes. Its head names the classes; a row is the name of the criterion and a cell per class. Cells stand apart by tabs or bars, are
/// marked with their class, or follow each other in reading order: then the number of classes tells which line is a name.
/// </summary>
internal sealed class CriteriaMatrix(RecordBuilder build, LabelFile file)
{
    // A matrix with more terms than this is none that a person made.
    private const int MostTerms = 200;
    private readonly List<Block> lines = [];
    private readonly LabelMatcher classWords = LabelMatcher.For(file, "class");
    private List<string> classes = [];

    public Block? Heading { get; set; }

    public void Add(Block line) => lines.Add(line);

    public FoundCriteria? Read(IReadOnlyList<FoundDefinition> terms)
    {
        if (Heading is null) return null;
        if (ClassByClass() is { Count: > 0 } turned) return Found(turned, terms);
        var from = Head();
        if (classes.Count == 0)
        {
            foreach (var line in lines) build.Discard(line, line.Text.Length == 0 ? DiscardReason.EmptyBullet : DiscardReason.Fragment);
            build.Find("empty-label", "job_profiles[0].distinguishing_criteria", Heading.First.Number, Heading.Text, note: "The line with the classes is missing.");
            return null;
        }
        var body = lines.Skip(from).Where(line => !IsHeadAgain(line)).ToList();
        return Found(InCells(body) ?? SideBySide.Read(body, classes.Count, build, IsNone) ?? Marked(body) ?? new CellFlow(build, file, classes.Count).Read(body), terms);
    }

    private FoundCriteria Found(List<CriterionRow> rows, IReadOnlyList<FoundDefinition> all) =>
        Found(rows, (List<FoundDefinition>)[.. all.DistinctBy(term => (term.Marker, term.Term)).Take(MostTerms)]);

    private FoundCriteria Found(List<CriterionRow> rows, List<FoundDefinition> terms) =>
        new(Heading!.Text, classes, [.. rows.Select(row => Criterion(row, terms))], build.At(Heading.First, Heading.First));

    // The table turned: under each class all criteria with their one cell.
    private List<CriterionRow>? ClassByClass()
    {
        var heads = Enumerable.Range(0, lines.Count).Where(i => ClassesOn(lines[i].First) is { Count: 1 }).ToList();
        if (heads.Count < 2 || heads[0] > 1 || heads[1] < heads[0] + 3) return null;
        classes = [.. heads.Select(i => ClassesOn(lines[i].First)![0]).Distinct(StringComparer.Ordinal)];
        var names = new Dictionary<string, (FoundText Name, FoundText?[] Cells)>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var n = 0; n < heads[0]; n++) build.Discard(lines[n], DiscardReason.Fragment);
        for (var h = 0; h < heads.Count; h++)
        {
            var of = classes.IndexOf(ClassesOn(lines[heads[h]].First)![0]);
            build.Label(lines[heads[h]].First);
            var to = h + 1 < heads.Count ? heads[h + 1] : lines.Count;
            foreach (var row in new CellFlow(build, file, 1, names.Keys.ToHashSet(StringComparer.Ordinal)).Read(lines.GetRange(heads[h] + 1, to - heads[h] - 1)))
            {
                var key = Wording.Letters(row.Name.Text);
                if (!names.TryGetValue(key, out var there))
                {
                    names[key] = there = (row.Name, new FoundText?[classes.Count]);
                    order.Add(key);
                }
                there.Cells[of] ??= row.Cells.Count > 0 ? row.Cells[0] : null;
            }
        }
        return [.. order.Select(key => new CriterionRow(names[key].Name, names[key].Cells))];
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
        foreach (var word in Wording.Clean(line.Raw).Split([' ', '|', '/', ';', ',', ':', '(', ')', '–', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length <= 4 && word.All(char.IsAsciiLetterOrDigit) && !word.Any(char.IsAsciiLetterLower)) found.Add(word);
            else if (classWords.KeyOf(word) is null) return null;
        }
        return found.Count == found.Distinct(StringComparer.Ordinal).Count() ? found : null;
    }

    private List<CriterionRow>? InCells(List<Block> body)
    {
        var split = body.Select(line => (Line: line, Cells: CellsOf(line.First))).ToList();
        // Without tabs or bars wide gaps tell cells apart where every row has all of them on its line.
        var spaced = body.Select(line => (Line: line, Cells: SpacedCells(line.First))).ToList();
        if (spaced.Count > 1 && spaced.TrueForAll(line => line.Cells.Count == classes.Count + 1)) split = spaced;
        if (split.Count(line => line.Cells.Count == classes.Count + 1) * 2 < split.Count || split.Count == 0) return null;
        var rows = new List<CriterionRow>();
        foreach (var (line, cells) in split)
        {
            if (!line.First.Raw.Any(char.IsLetterOrDigit)) { build.Label(line.First); continue; }
            if (cells.Count != classes.Count + 1 || cells[0].Length == 0) { build.Discard(line, DiscardReason.Fragment); continue; }
            var trace = build.TraceOf(line);
            build.Item(line);
            rows.Add(new CriterionRow(new FoundText(cells[0], trace), [.. cells.Skip(1).Select(cell => IsNone(cell) ? null : new FoundText(cell, trace))]));
        }
        return rows;
    }

    private static List<string> SpacedCells(SourceLine line) =>
        line.Raw.AsSpan().IndexOfAny('|', '\t') >= 0 ? [] : [.. line.Raw.Trim().Replace('\u00A0', ' ').Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(Wording.Clean).Where(cell => cell.Length > 0)];

    private static List<string> CellsOf(SourceLine line)
    {
        var raw = line.Raw.Trim(' ', '\r', '\u00A0', '\f');
        if (raw.Contains('|', StringComparison.Ordinal)) return [.. raw.Trim('|').Split('|').Select(Wording.Clean)];
        return raw.Contains('\t', StringComparison.Ordinal) ? [.. raw.Split('\t').Select(Wording.Clean)] : [];
    }

    // Every cell says of which class it is.
    private List<CriterionRow>? Marked(List<Block> body)
    {
        var marks = body.Select(MarkOf).ToList();
        if (marks.OfType<(int, string)>().Take(classes.Count).Count() < classes.Count) return null;
        var rows = new List<CriterionRow>();
        Block? name = null;
        var cells = new (StringBuilder Text, List<SourceLine> Lines)[classes.Count];
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
                cell.Lines ??= [];
                if (words.Length > 0) cell.Text.Append(cell.Text.Length > 0 ? " " : "").Append(words);
                if (mark is not null && words.Length == 0) build.Label(line.First); else cell.Lines.Add(line.First);
            }
        }
        Flush();
        return rows;

        void Flush()
        {
            if (name is not null)
                rows.Add(new CriterionRow(new FoundText(name.Text.TrimEnd(':', ' '), build.TraceOf(name)),
                    [.. cells.Select(Text)]));
            Array.Clear(cells);
            name = null;
        }

        FoundText? Text((StringBuilder? Text, List<SourceLine>? Lines) cell)
        {
            var none = cell.Text is null || IsNone(cell.Text.ToString());
            foreach (var line in cell.Lines ?? []) if (none) build.Label(line); else build.Item(line);
            return none ? null : new FoundText(cell.Text!.ToString(), build.At(cell.Lines![0], cell.Lines[^1], 0.9));
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

    private FoundCriterion Criterion(CriterionRow row, List<FoundDefinition> terms)
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
    private List<string> References(FoundText cell, List<FoundDefinition> terms)
    {
        var found = new List<string>();
        for (var i = 1; i < cell.Text.Length; i++)
        {
            if (cell.Text[i] != '*' || !char.IsLetter(cell.Text[i - 1])) continue;
            var run = 1;
            while (i + run < cell.Text.Length && cell.Text[i + run] == '*') run++;
            var mark = new string('*', run);
            var before = cell.Text[Math.Max(0, i - 60)..i];
            var word = Wording.Letters(before.AsSpan(before.LastIndexOf(' ') + 1));
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
}
