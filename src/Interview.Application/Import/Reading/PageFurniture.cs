namespace Interviewing.Application.Import;

/// <summary>Page numbers, and the headers and footers that stand beside them again and again.</summary>
internal static class PageFurniture
{
    internal const int Longest = 120;
    /// <summary>A page holds more lines than this.</summary>
    internal const int LinesApart = 12;
    /// <summary>A list item is not longer than this.</summary>
    internal const int MostLinesOfItem = 6;

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
            if (PageNumbers.IsOne(lines[i], pageWords) || (isLabel?.Invoke(lines[i]) != true && PageNumbers.Counts(lines[i], pageWords))) Found(i);
        }
        foreach (var i in isLabel is null ? [] : PageNumbers.CountingUp(lines, isLabel).Concat(PageNumbers.Bare(lines, isLabel)).Concat(Interruptions.Recurring(lines, isLabel)).Concat(Interruptions.InTheWay(lines, isLabel))) Found(i);
        var repeated = edges.Where(i => Wording.Letters(lines[i].Text).Length > 2).GroupBy(i => Shape(lines[i].Text), StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g);
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

    /// <summary>The next line with words, when it is near.</summary>
    internal static SourceLine? NextWords(IReadOnlyList<SourceLine> lines, int at)
    {
        for (var i = at + 1; i < lines.Count && i < at + 4; i++) if (!lines[i].IsBlank) return lines[i];
        return null;
    }

    private static string Shape(string text) => new([.. text.Where(c => !char.IsAsciiDigit(c))]);
}
