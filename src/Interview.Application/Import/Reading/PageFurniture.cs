namespace Interviewing.Application.Import;

/// <summary>Page numbers, and the headers and footers that stand beside them again and again.</summary>
internal static class PageFurniture
{
    private const int Longest = 120;
    // A page holds more lines than this.
    private const int LinesApart = 12;

    /// <param name="isLabel">Lines that the layout knows: never taken for a header or footer.</param>
    public static HashSet<int> Of(SourceDocument document, LabelFile file, Func<SourceLine, bool>? isLabel = null)
    {
        var lines = document.Lines;
        var found = new HashSet<int>();
        var pageWords = LabelMatcher.For(file, "page");
        var edges = new HashSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsPage) { Edge(i, -1); Edge(i - 1, 1); }
            if (IsPageNumber(lines[i], pageWords)) Found(i);
        }
        foreach (var i in isLabel is null ? [] : Counting(lines, isLabel)) Found(i);
        var repeated = edges.GroupBy(i => Shape(lines[i].Text), StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g);
        found.UnionWith(repeated.Select(i => lines[i].Number));
        return found;

        void Found(int at)
        {
            found.Add(lines[at].Number);
            Edge(at - 1, 1);
            Edge(at + 1, -1);
        }

        // The nearest line with words before (1) or after (-1) a page boundary may be a running header or footer.
        void Edge(int at, int back)
        {
            while (at >= 0 && at < lines.Count && lines[at].IsBlank) at -= back;
            if (at >= 0 && at < lines.Count && lines[at] is { Bullet: null, Text.Length: > 0 and <= Longest } line && isLabel?.Invoke(line) != true) edges.Add(at);
        }
    }

    // A footer that counts the pages without saying so: the same words again and again, each time with the next number behind them.
    private static List<int> Counting(IReadOnlyList<SourceLine> lines, Func<SourceLine, bool> isLabel)
    {
        var runs = new Dictionary<string, List<(int At, int Number)>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (lines[i].Bullet is not null || text.Length is < 5 or > Longest || !char.IsAsciiDigit(text[^1])) continue;
            var from = text.Length - 1;
            while (from > 0 && char.IsAsciiDigit(text[from - 1])) from--;
            if (text.Length - from > 4 || Wording.Letters(text.AsSpan(0, from)).Length < 3 || isLabel(lines[i])) continue;
            var words = text[..from];
            if (!runs.TryGetValue(words, out var run)) runs[words] = run = [];
            run.Add((i, int.Parse(text.AsSpan(from), System.Globalization.CultureInfo.InvariantCulture)));
        }
        return [.. runs.Values.Where(run => run.Count > 1 && run[0].Number is 1 or 2 && run.Zip(run.Skip(1)).All(p => p.Second.Number == p.First.Number + 1 && p.Second.At - p.First.At > LinesApart)).SelectMany(run => run.Select(p => p.At))];
    }

    private static bool IsPageNumber(SourceLine line, LabelMatcher pageWords)
    {
        var text = line.Text;
        if (text.Length is 0 or > 40 || !text.Any(char.IsAsciiDigit)) return false;
        if (line.StartsPage && text.All(char.IsAsciiDigit)) return true;
        var words = Wording.WordsOf(text).ToList();
        var letters = words.Where(word => char.IsLetter(word[0])).ToList();
        if (letters.Count is 0 or > 2 || words.Count - letters.Count is 0 or > 2) return false;
        return pageWords.ExactKeyOf(letters[0]) is not null && !char.IsDigit(text[0]) && (letters.Count == 1 || letters[1] is "van" or "of" or "sur" or "de");
    }

    private static string Shape(string text) => new([.. text.Where(c => !char.IsAsciiDigit(c))]);
}
