namespace Interviewing.Application.Import;

/// <summary>Text to lines: place, indentation, list glyph, heading mark, table cells. One pass, no judgement about content.</summary>
internal static class LineReader
{
    private const string Glyphs = "•‣◦▪▫■□●○◆◇♦►▶▸➢➔→✓✔·∙‧»⁃❖❑❒▹▻⇒➜➡☐☑☞⦁⮚➤★☆\uF0B7\uF0A7\uF0D8\uF02D";
    private const string GlyphsBeforeSpace = "-–—−‐‑*+>o§¤¨";

    public static IReadOnlyList<SourceLine> Read(string text)
    {
        var lines = new List<SourceLine>();
        int start = 0, page = 1;
        var startsPage = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r')) continue;
            if (i == text.Length && start == i && lines.Count > 0) break;
            var raw = text[start..i];
            // A form feed ends a page: in front of the words it is this line that starts the next one, behind them the line after.
            var feeds = raw.AsSpan().Count('\f');
            var leading = feeds == 0 ? 0 : raw.AsSpan(0, raw.Length - raw.AsSpan().TrimStart().Length).Count('\f');
            page += leading;
            lines.Add(LineOf(raw, page, lines.Count + 1) with { StartsPage = startsPage || leading > 0 });
            page += feeds - leading;
            startsPage = feeds > leading;
            if (i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n') i++;
            start = i + 1;
        }
        ListMarks.Find(lines);
        return lines;
    }

    public static SourceLine LineOf(string raw, int page, int number)
    {
        int at = 0, column = 0;
        Indent(raw, ref at, ref column);
        var indent = column;
        char? bullet = null;
        var heading = 0;
        if (HeadingMark(raw, at) is > 0 and var marks) { heading = marks; at += marks; column += marks; }
        else if (GlyphAt(raw, at) is (var glyph, > 0 and var length)) { bullet = glyph; at += length; column += length; }
        if (heading > 0 || bullet is not null) Indent(raw, ref at, ref column);
        var words = raw[at..];
        return new SourceLine
        {
            Page = page, Number = number, Raw = raw, Text = Wording.Clean(words), Indent = indent, Bullet = bullet, Heading = heading, TextColumn = column,
            Cells = words.Contains('\t', StringComparison.Ordinal) || words.Contains('|', StringComparison.Ordinal)
                ? [.. words.Split('\t', '|').Select(Wording.Clean).Where(cell => cell.Length > 0)] : [],
            EndsInSoftHyphen = raw.AsSpan().TrimEnd().EndsWith("\u00AD"),
        };
    }

    private static void Indent(string raw, ref int at, ref int column)
    {
        for (; at < raw.Length && (char.IsWhiteSpace(raw[at]) || Wording.IsInvisible(raw[at])); at++)
            column = raw[at] == '\t' ? (column / 4 + 1) * 4 : column + 1;
    }

    private static int HeadingMark(string raw, int at)
    {
        var n = 0;
        while (at + n < raw.Length && raw[at + n] == '#' && n < 7) n++;
        return n is > 0 and < 7 && at + n < raw.Length && char.IsWhiteSpace(raw[at + n]) ? n : 0;
    }

    private static (char Glyph, int Length) GlyphAt(string raw, int at)
    {
        if (at >= raw.Length) return default;
        var c = raw[at];
        if (Glyphs.Contains(c, StringComparison.Ordinal)) return (c, 1);
        var last = at + 1 == raw.Length;
        if (GlyphsBeforeSpace.Contains(c, StringComparison.Ordinal) && (last ? c is '-' or '*' : char.IsWhiteSpace(raw[at + 1]))) return (c, 1);
        var digits = 0;
        while (digits < 3 && at + digits < raw.Length && char.IsAsciiDigit(raw[at + digits])) digits++;
        return digits is 1 or 2 && at + digits + 1 < raw.Length && raw[at + digits] is '.' or ')' && char.IsWhiteSpace(raw[at + digits + 1]) ? ('1', digits + 1) : default;
    }
}
