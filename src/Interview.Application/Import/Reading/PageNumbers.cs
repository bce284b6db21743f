namespace Interviewing.Application.Import;

/// <summary>Lines that count the pages: with the word for it, at the end of a title, or as a bare number.</summary>
internal static class PageNumbers
{
    private const int WideGap = 5;

    /// <summary>'Page 3', 'Page 3 of 8', or a number alone that starts a page.</summary>
    public static bool IsOne(SourceLine line, LabelMatcher pageWords)
    {
        var text = line.Text;
        if (text.Length is 0 or > 40 || !text.Any(char.IsAsciiDigit)) return false;
        if (line.StartsPage && text.All(char.IsAsciiDigit)) return true;
        var words = Wording.WordsOf(text).ToList();
        var letters = words.Where(word => char.IsLetter(word[0])).ToList();
        if (letters.Count is 0 or > 2 || words.Count - letters.Count is 0 or > 2) return false;
        return pageWords.ExactKeyOf(letters[0]) is not null && !char.IsDigit(text[0]) && (letters.Count == 1 || letters[1] is "van" or "of" or "sur" or "de");
    }

    /// <summary>'Some title | page 3 of 8', 'Page 3 – Some title', 'Some title   3/8': a page is counted apart from the words beside it.</summary>
    public static bool Counts(SourceLine line, LabelMatcher pageWords)
    {
        if (line.Bullet is not null || line.Text.Length is 0 or > PageFurniture.Longest || !line.Text.Any(char.IsAsciiDigit)) return IsBetweenDashes(line);
        var raw = line.Raw.AsSpan().Trim();
        var words = Apart(raw);
        // 'Some title | 3', '3 | Some title', 'Some title          3'
        if (words.Count > 2 && words[^1] is var last && last.Word.Length < 4 && IsNumber(last.Word) && (words[^2].Word == "|" || (last.Gap >= WideGap && words.Exists(word => word.Word.Any(char.IsLetter))))) return true;
        if (words.Count > 2 && words[1].Word == "|" && words[0].Word.Length < 4 && IsNumber(words[0].Word) && char.IsUpper(words[2].Word[0]) && words.Count(word => word.Word == "|") == 1 && !LineFlow.IsClosed(line.Text)) return true;
        var to = words.Count;
        while (to > 0 && IsCount(words[to - 1].Word)) to--;
        if (to == words.Count) return StartsWithPage(words, pageWords);
        if (to > 0 && pageWords.ExactKeyOf(words[to - 1].Word) is not null && char.IsAsciiDigit(words[to].Word[0])) return to == 1 || words[to - 1].Apart || !char.IsLetter(words[to - 2].Word[^1]);
        return to > 0 && (words[to].Apart || !words[to - 1].Word.Any(char.IsLetterOrDigit)) && IsPageOfPages(words.Skip(to).Select(word => word.Word));
    }

    private static bool StartsWithPage(List<(string Word, bool Apart, int Gap)> words, LabelMatcher pageWords)
    {
        if (words.Count < 3 || pageWords.ExactKeyOf(words[0].Word) is null || !IsNumber(words[1].Word)) return false;
        var from = 2;
        while (from < words.Count && IsCount(words[from].Word)) from++;
        return from < words.Count && (words[from].Apart || !char.IsLetterOrDigit(words[from].Word[0]));
    }

    // The words of a line, and whether a wide gap stands before each.
    private static List<(string Word, bool Apart, int Gap)> Apart(ReadOnlySpan<char> raw)
    {
        var words = new List<(string, bool, int)>();
        for (var i = 0; i < raw.Length;)
        {
            var gap = i;
            while (i < raw.Length && char.IsWhiteSpace(raw[i])) i++;
            var from = i;
            while (i < raw.Length && !char.IsWhiteSpace(raw[i])) i++;
            if (i > from) words.Add((raw[from..i].ToString(), from - gap > 1 || (from > gap && raw[gap] == '\t'), raw[gap] == '\t' ? WideGap : from - gap));
        }
        return words;
    }

    // '3/8', '3 / 8'
    private static bool IsPageOfPages(IEnumerable<string> words)
    {
        var text = string.Concat(words).AsSpan();
        var bar = text.IndexOf('/');
        return bar is > 0 and < 4 && text.Length - bar is > 1 and < 5 && IsNumber(text[..bar]) && IsNumber(text[(bar + 1)..]) && ValueOf(text[..bar]) <= ValueOf(text[(bar + 1)..]);
    }

    // '- 7 -'
    private static bool IsBetweenDashes(SourceLine line)
    {
        var text = line.Raw.AsSpan().Trim();
        return text.Length is > 2 and < 10 && text[0] is '-' or '–' or '—' && text[^1] == text[0] && IsNumber(text[1..^1].Trim());
    }

    private static bool IsCount(string word) => (char.IsAsciiDigit(word[0]) && word.All(c => char.IsAsciiDigit(c) || c is '/' or '-')) || word is "van" or "of" or "sur" or "de" or "/";

    private static int ValueOf(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    internal static bool IsNumber(ReadOnlySpan<char> word) => word.Length > 0 && !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>Footers that count the pages without saying so: the same words again and again, each time with the next number behind them.</summary>
    public static List<int> CountingUp(IReadOnlyList<SourceLine> lines, Func<SourceLine, bool> isLabel)
    {
        var runs = new Dictionary<string, List<(int At, int Number)>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (lines[i].Bullet is not null || text.Length is < 5 or > PageFurniture.Longest || !char.IsAsciiDigit(text[^1])) continue;
            var from = text.Length - 1;
            while (from > 0 && char.IsAsciiDigit(text[from - 1])) from--;
            if (text.Length - from > 4 || Wording.Letters(text.AsSpan(0, from)).Length < 3 || isLabel(lines[i])) continue;
            var words = text[..from];
            if (!runs.TryGetValue(words, out var run)) runs[words] = run = [];
            run.Add((i, ValueOf(text.AsSpan(from))));
        }
        return [.. runs.Values.Where(run => run.Count > 1 && run[0].Number is 1 or 2 && run.Zip(run.Skip(1)).All(p => p.Second.Number == p.First.Number + 1 && p.Second.At - p.First.At > PageFurniture.LinesApart)).SelectMany(run => run.Select(p => p.At))];
    }

    /// <summary>Bare page numbers: they count up from page to page, or stand where a list goes on.</summary>
    public static IEnumerable<int> Bare(IReadOnlyList<SourceLine> lines, Func<SourceLine, bool> isLabel)
    {
        var found = new List<(int At, int Number, bool InList, bool IsValue)>();
        var sinceItem = int.MaxValue;
        SourceLine? before = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank) continue;
            var number = line.Text.AsSpan().Trim("[]() ");
            if (line.Bullet is null && number.Length is > 0 and < 4 && IsNumber(number) && before is not null && !before.Text.All(char.IsAsciiDigit))
            {
                var (next, under) = (PageFurniture.NextWords(lines, i), isLabel(before));
                var heads = under && next is { Bullet: not null };
                found.Add((i, ValueOf(number), heads || (!under && (sinceItem < PageFurniture.MostLinesOfItem || line.Text[0] == '[')), under && !heads && (next is null || isLabel(next))));
            }
            sinceItem = isLabel(line) ? int.MaxValue : line.Bullet is not null ? 0 : Math.Min(sinceItem, int.MaxValue - 1) + 1;
            before = line;
        }
        var last = new Dictionary<int, int>();
        var counted = new HashSet<int>();
        foreach (var (at, number, _, isValue) in found)
        {
            if (isValue) continue;
            if (last.TryGetValue(number - 1, out var earlier) && at - earlier > PageFurniture.LinesApart) { counted.Add(earlier); counted.Add(at); }
            last[number] = at;
        }
        return found.Where(one => one.InList || counted.Contains(one.At)).Select(one => one.At);
    }
}
