namespace Interviewing.Application.Import;

/// <summary>Headers and footers that show by what they stand in the way of: a list, a sentence, the texts under one label after another.</summary>
internal static class Interruptions
{
    /// <summary>
    /// Headers that come back between the items of lists or in the middle of sentences, or under one label after another. What stands twice right under a label is a
    /// value.
    /// </summary>
    public static List<int> Recurring(IReadOnlyList<SourceLine> lines, Func<SourceLine, bool> isLabel)
    {
        var same = new Dictionary<string, Recurrence>(StringComparer.Ordinal);
        int sinceItem = int.MaxValue, sinceLabel = int.MaxValue;
        var label = "";
        SourceLine? before = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank) continue;
            var labelled = isLabel(line);
            if (!labelled && MayRecur(line))
            {
                if (!same.TryGetValue(line.Text, out var seen)) same[line.Text] = seen = new Recurrence { Words = line.Text.Count(c => c == ' ') + 1 };
                var next = PageFurniture.NextWords(lines, i);
                var heads = sinceLabel == 0 && next is { Bullet: not null };
                seen.At.Add(i);
                seen.Labels.Add(label);
                if (heads) { seen.Heads++; seen.Under.Add(Wording.Letters(label)); }
                if (sinceLabel == 0 && !heads) seen.Values++;
                else if (heads || sinceItem < PageFurniture.MostLinesOfItem || (next is { Bullet: null, Text.Length: > 0 } && char.IsLower(next.Text[0]) && before is { Text.Length: > 0 } && !LineFlow.IsClosed(before.Text))) seen.Apart++;
            }
            if (labelled) label = line.Text;
            sinceLabel = labelled ? 0 : Math.Min(sinceLabel, int.MaxValue - 1) + 1;
            sinceItem = labelled ? int.MaxValue : line.Bullet is not null ? 0 : Math.Min(sinceItem, int.MaxValue - 1) + 1;
            before = line;
        }
        return [.. same.Values.Where(line => line.IsHeader).SelectMany(line => line.At)];
    }

    private sealed class Recurrence
    {
        public List<int> At { get; } = [];
        public HashSet<string> Labels { get; } = new(StringComparer.Ordinal);
        public int Values { get; set; }
        /// <summary>How often it stands between a label and a list, and under how many labels, their numbers aside.</summary>
        public int Heads { get; set; }
        public HashSet<string> Under { get; } = new(StringComparer.Ordinal);
        public int Apart { get; set; }
        public required int Words { get; init; }

        // Under one and the same label each time it is that label's own: the title of a result area that two functions share.
        private bool IsTitle => Heads == At.Count && Under.Count == 1;

        public bool IsHeader => !IsTitle && At.Count > 1 && At[^1] - At[0] > PageFurniture.LinesApart && Values * 2 < At.Count && (Apart * 2 > At.Count || (Apart > 0 && Labels.Count > 1 && (At.Count > 2 || Words > 2)));
    }

    private static bool MayRecur(SourceLine line) =>
        line is { Bullet: null, Heading: 0, Text.Length: > 4 and <= PageFurniture.Longest } && !char.IsLower(line.Text[0]) && line.Text[^1] is not ('.' or ';' or ':' or ',' or '?' or '!' or '-');

    /// <summary>Lines that end in a number where a sentence has not ended and goes on behind them, or between two items that have.</summary>
    public static List<int> InTheWay(IReadOnlyList<SourceLine> lines, Func<SourceLine, bool> isLabel)
    {
        var found = new List<int>();
        SourceLine? before = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank) continue;
            if (before is { Text.Length: > 0 } && MayRecur(line) && EndsInNumber(line.Text) && !isLabel(line) && !isLabel(before) && PageFurniture.NextWords(lines, i) is { Text.Length: > 0 } next)
            {
                var cut = !LineFlow.IsClosed(before.Text) && next.Bullet is null && char.IsLower(next.Text[0]) && !isLabel(next) && (lines[i - 1].IsBlank || i + 1 < lines.Count && lines[i + 1].IsBlank || before.Bullet is not null);
                if (cut || (LineFlow.IsClosed(before.Text) && before.Text[^1] != ':' && next.Bullet is not null && Bulleted(lines, i))) found.Add(i);
            }
            before = line;
        }
        return found;
    }

    private static bool EndsInNumber(string text)
    {
        var gap = text.LastIndexOf(' ');
        return gap > 0 && text.AsSpan(0, gap).Contains(' ') && text.Length - gap is 2 or 3 && PageNumbers.IsNumber(text.AsSpan(gap + 1));
    }

    // The item before it is a few lines up.
    private static bool Bulleted(IReadOnlyList<SourceLine> lines, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - PageFurniture.MostLinesOfItem; i--) if (lines[i].Bullet is not null) return true;
        return false;
    }
}
