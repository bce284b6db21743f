namespace Interviewing.Application.Import;

/// <summary>
/// What a page repeats or counts in a text without page marks: bare page numbers, footers that end in a page number, headers that come back.
/// Wider than <see cref="PageFurniture"/>, so only for layouts whose own words do not come back line by line.
/// </summary>
internal static class RepeatedLines
{
    private const int Longest = 120;

    public static HashSet<int> Of(SourceDocument document, LabelFile file, Func<SourceLine, bool> isLabel)
    {
        var found = PageFurniture.Of(document, file, isLabel);
        var shapes = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var line in document.Lines)
        {
            if (line.IsBlank) continue;
            if (isLabel(line)) { found.Remove(line.Number); continue; }
            if (IsPageCount(line)) { found.Add(line.Number); continue; }
            if (Shape(line) is not { } shape) continue;
            if (!shapes.TryGetValue(shape, out var same)) shapes[shape] = same = [];
            same.Add(line.Number);
        }
        found.UnionWith(AboveNumbers(document.Lines, found, isLabel).ToList());
        foreach (var same in shapes.Values.Where(same => same.Count > 1)) found.UnionWith(same);
        found.UnionWith(InsideSentences(document.Lines, file, found, isLabel).ToList());
        return found;
    }

    // A header or footer that comes only once: beside the end of a page, where the sentence before has not ended and goes on after it.
    private static IEnumerable<int> InsideSentences(IReadOnlyList<SourceLine> lines, LabelFile file, HashSet<int> found, Func<SourceLine, bool> isLabel)
    {
        SourceLine? before = null, held = null;
        bool atBreak = false, heldAtBreak = false;
        foreach (var line in lines)
        {
            atBreak |= line.StartsPage || found.Contains(line.Number);
            if (line.IsBlank || found.Contains(line.Number)) continue;
            if (held is not null && (heldAtBreak || atBreak) && line.Bullet is null && line.Text.Length > 0 && char.IsLower(line.Text[0])) yield return held.Number;
            var mayBe = before is not null && IsCut(before, file) && Shape(line) is not null && !LineFlow.IsClosed(line.Text) && !isLabel(line) && !isLabel(before);
            (heldAtBreak, held, before, atBreak) = (atBreak, mayBe ? line : null, line, false);
        }
    }

    // A version or date apart from the text, with only a page number below it.
    private static IEnumerable<int> AboveNumbers(IReadOnlyList<SourceLine> lines, HashSet<int> found, Func<SourceLine, bool> isLabel)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (!found.Contains(lines[i].Number) || !IsPageCount(lines[i])) continue;
            var at = i - 1;
            while (at > 0 && lines[at].IsBlank) at--;
            if (at > 0 && lines[at - 1].IsBlank && lines[at] is { Bullet: null, Text.Length: > 2 and <= 80 } line && line.Text.Any(char.IsAsciiDigit) && !LineFlow.IsClosed(line.Text) && !isLabel(line)) yield return line.Number;
        }
    }

    private static bool IsCut(SourceLine line, LabelFile file) =>
        line.Text.Length > 0 && !LineFlow.IsClosed(line.Text) && (line.Bullet is not null || line.Text.Length > 90 || char.IsLower(line.Text[0]) || Paragraphs.Hangs(line.Text, file));

    // '7', '- 7 -', '7/12', '7 | 12'
    private static bool IsPageCount(SourceLine line)
    {
        var text = Wording.Clean(line.Raw);
        return text.Length is > 0 and <= 12 && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '–' or '—' or '/' or '|' or '[' or ']')
            && text.Count(char.IsAsciiDigit) <= 6;
    }

    // A line that may be a header or footer: short, no list item, no end of a sentence, not the middle of one.
    private static string? Shape(SourceLine line)
    {
        var text = line.Text;
        if (line.Bullet is not null || text.Length is < 3 or > Longest || char.IsLower(text[0]) || text[^1] is '.' or ';' or ':' or ',' or '?' or '!' or '-') return null;
        var shape = Wording.Letters(text);
        return shape.Length >= 3 || (shape.Length > 0 && char.IsAsciiDigit(text[^1])) ? shape : null;
    }
}
