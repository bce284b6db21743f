using System.Globalization;

namespace Interviewing.Application.Import;

/// <summary>
/// List marks that one author chose: a sign nobody thought of, a dash without a space behind it, a letter that was a symbol in another font, letters in order. What
/// stands in front of many lines of a document is a mark there; in front of one line it is not.
/// </summary>
internal static class ListMarks
{
    private const int Fewest = 3;
    private const string Never = "([{<\"'“”„‘’‚«#|.,;:!?…)]}*&@€$£%©®`^\\";
    private const string Dashes = "-–—−‐‑‒";
    // These stand in front of words in running text too, so that they are marks only with a space behind them.
    private const string WithSpace = "+>=_~/";
    // What symbol fonts print as a tick, an arrow or a box.
    private const string FontLetters = "üØvqnlx";

    public static void Find(List<SourceLine> lines)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = 0;
        var opensWithA = false;
        foreach (var line in lines)
        {
            if (line.Bullet is not null) known++;
            else if (MarkOn(line) is { } mark)
            {
                count[mark.Kind] = count.GetValueOrDefault(mark.Kind) + 1;
                opensWithA |= mark.Glyph == 'a' && line.Text.TrimStart('(')[0] is 'a' or 'A';
            }
        }
        // A word that was broken at its hyphen may open a line as well; beside the marks of the lists those are few.
        var marks = count.Where(mark => mark.Value >= Fewest && mark.Value * 4 >= known && (mark.Key != "a" || opensWithA)).Select(mark => mark.Key).ToHashSet(StringComparer.Ordinal);
        if (marks.Count == 0) return;
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Bullet is null && MarkOn(lines[i]) is { } mark && marks.Contains(mark.Kind)) lines[i] = Marked(lines[i], mark.Glyph, mark.Length);
    }

    private static SourceLine Marked(SourceLine line, char glyph, int length)
    {
        var raw = line.Raw;
        var at = 0;
        while (char.IsWhiteSpace(raw[at]) || Wording.IsInvisible(raw[at])) at++;
        var from = at + length;
        while (from < raw.Length && (char.IsWhiteSpace(raw[from]) || Wording.IsInvisible(raw[from]))) from++;
        return line with { Bullet = glyph, Text = Wording.Clean(raw[from..]), TextColumn = line.Indent + from - at };
    }

    private static (string Kind, char Glyph, int Length)? MarkOn(SourceLine line)
    {
        if (line.Heading > 0 || line.Text.Length < 3) return null;
        var raw = line.Raw.AsSpan().TrimStart();
        while (raw.Length > 0 && Wording.IsInvisible(raw[0])) raw = raw[1..].TrimStart();
        if (raw.Length < 3) return null;
        var c = raw[0];
        if (char.IsLetterOrDigit(c) || c == '(') return Lettered(raw) ?? (FontLetters.Contains(c, StringComparison.Ordinal) && char.IsWhiteSpace(raw[1]) && Opens(raw[1..]) ? (c.ToString(), c == 'l' ? '•' : c, 1) : null);
        if (Never.Contains(c, StringComparison.Ordinal) || char.IsLowSurrogate(c)) return null;
        var length = char.IsHighSurrogate(c) ? 2 : 1;
        if (raw.Length > length && raw[length] == '\uFE0F') length++;
        if (raw.Length <= length || (WithSpace.Contains(c, StringComparison.Ordinal) && !char.IsWhiteSpace(raw[1])) || !Opens(raw[length..])) return null;
        return Dashes.Contains(c, StringComparison.Ordinal) ? ("-", c, 1) : (raw[..length].ToString(), char.IsHighSurrogate(c) ? '◆' : c, length);
    }

    // 'a)', 'b.', '(c)', '(1)'.
    private static (string Kind, char Glyph, int Length)? Lettered(ReadOnlySpan<char> raw)
    {
        var open = raw[0] == '(' ? 1 : 0;
        if (!char.IsAsciiLetterOrDigit(raw[open])) return null;
        var digits = open;
        while (digits < open + 2 && digits < raw.Length && char.IsAsciiDigit(raw[digits])) digits++;
        var end = digits > open ? digits : open + 1;
        if (end + 1 >= raw.Length || !(raw[end] == ')' || (open == 0 && digits == open && raw[end] == '.')) || !char.IsWhiteSpace(raw[end + 1]) || !Opens(raw[(end + 1)..])) return null;
        return digits > open ? ("1", '1', end + 1) : ("a", 'a', end + 1);
    }

    private static bool Opens(ReadOnlySpan<char> words)
    {
        var apart = words.Length > 0 && char.IsWhiteSpace(words[0]);
        words = words.TrimStart();
        return words.Length > 1 && (char.IsLetter(words[0]) || words[0] is '*' or '<' || (apart && char.IsAsciiDigit(words[0])) || char.GetUnicodeCategory(words[0]) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation);
    }
}
