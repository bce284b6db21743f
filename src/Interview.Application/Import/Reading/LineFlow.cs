namespace Interviewing.Application.Import;

/// <summary>A line with words, as the layouts see it that join lines by their meaning: furniture out, every list item in front of its own glyph.</summary>
/// <param name="AfterBlank">A blank line stood before it.</param>
/// <param name="AfterBreak">A page ended before it, or a header, footer or page number stood there.</param>
internal sealed record FlowLine(SourceLine Source, string Text, char? Bullet, bool AfterBlank, bool AfterBreak)
{
    /// <summary>All source lines it was made of: a glyph alone on its line takes the words from the next.</summary>
    public IReadOnlyList<SourceLine> Inside { get; init; } = [Source];

    public bool StartsLow => Text.Length > 0 && (char.IsLower(Text[0]) || Text[0] is ',' or ';' or ':' or '.' or ')' || (Text[0] is '(' or '"' or '“' or '\'' or '‘' or '/' or '&' && Text.Length > 1 && char.IsLower(Text[1])));
    public bool EndsClosed => LineFlow.IsClosed(Text);

    public Block AsBlock(BlockKind kind, string? text = null) => new(kind, text ?? Text, Source, Inside[^1], AfterBlank: AfterBlank, Joined: Inside.Count > 1) { Inside = Inside };
}

/// <summary>Lines to flow lines: headers and footers dropped, glyphs found that stand alone, behind one another, or in the middle of a line.</summary>
internal sealed class LineFlow
{
    private const string FirmGlyphs = "•●▪■◦○➢►▶✓\uF0B7\uF0A7\uF0D8";
    private readonly SourceDocument document;
    private readonly HashSet<int> labels;
    private readonly HashSet<int> furniture;
    private readonly HashSet<char> glyphs;
    private readonly bool letters;
    private readonly bool roundDigits;
    private readonly List<FlowLine> lines = [];
    private FlowLine? waiting;

    private LineFlow(SourceDocument document, LabelFile file, Func<SourceLine, bool> isLabel)
    {
        this.document = document;
        labels = [.. document.Lines.Where(isLabel).Select(line => line.Number)];
        furniture = RepeatedLines.Of(document, file, line => labels.Contains(line.Number));
        glyphs = [.. document.Lines.Where(line => line.Bullet is not null).Select(line => BulletLevels.ClassOf(line.Bullet!.Value))];
        letters = document.Lines.Count(line => line.Bullet is null && IsLettered(line.Text)) > 1;
        roundDigits = document.Lines.Count(line => line.Bullet is null && IsRound(line.Text)) > 1;
    }

    /// <param name="isLabel">Lines that the layout knows: never taken for a header or footer.</param>
    public static (IReadOnlyList<FlowLine> Lines, IReadOnlyList<SourceLine> Furniture) Read(SourceDocument document, LabelFile file, Func<SourceLine, bool> isLabel)
    {
        var flow = new LineFlow(document, file, isLabel);
        flow.Run();
        return (flow.lines, [.. document.Lines.Where(line => flow.furniture.Contains(line.Number))]);
    }

    /// <summary>A sentence or part of a list has ended: closing brackets and quotes aside, the last mark is . ; : ? or !</summary>
    public static bool IsClosed(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" )]\"”’'»");
        return text.IsEmpty || text[^1] is '.' or ';' or ':' or '?' or '!' or '…';
    }

    private void Run()
    {
        bool blank = false, cut = false;
        foreach (var line in document.Lines)
        {
            cut |= line.StartsPage;
            if (furniture.Contains(line.Number)) { cut = true; continue; }
            if (line.IsBlank) { blank = true; continue; }
            if (line.Bullet is null && line.Text.Length > 2 && !line.Text.Any(char.IsLetterOrDigit)) { furniture.Add(line.Number); continue; }
            Split(line, blank, cut);
            blank = cut = false;
        }
        if (waiting is not null) lines.Add(waiting);
    }

    private void Split(SourceLine line, bool blank, bool cut)
    {
        var glyph = GlyphOf(line);
        var text = glyph is null || line.Bullet is not null ? line.Text : line.Text[1..].TrimStart('.', ')', ' ');
        while (glyph is not null && InnerGlyph(text) is { } inner)
        {
            Add(new FlowLine(line, "", glyph, blank, cut));
            (glyph, text, blank, cut) = (inner, text[1..].TrimStart(), false, false);
        }
        var from = 0;
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i - 1] != ' ' || text[i + 1] != ' ' || !StartsItemInside(text, i)) continue;
            Add(new FlowLine(line, text[from..i].Trim(), glyph, blank, cut));
            (glyph, from, blank, cut) = (text[i], i + 1, false, false);
        }
        // The glyph of the next item may have stayed behind at the end of the line.
        var left = text.Length - 1 > from && EndsInGlyph(text);
        Add(new FlowLine(line, text[from..(left ? ^1 : ^0)].Trim(), glyph, blank, cut));
        if (left) Add(new FlowLine(line, "", text[^1], false, false));
    }

    private bool EndsInGlyph(string text) =>
        text.Length > 3 && text[^2] == ' ' && (FirmGlyphs.Contains(text[^1], StringComparison.Ordinal) || (text[^1] is '-' or '–' or 'o' && text[^3] is ';' or ':' or '.' && glyphs.Contains(BulletLevels.ClassOf(text[^1]))));

    // Where bullets lost their line ends they still stand behind the mark that closed the item before.
    private bool StartsItemInside(string text, int at)
    {
        var next = text[at + 2];
        if (FirmGlyphs.Contains(text[at], StringComparison.Ordinal)) return char.IsLetter(next) || next == '(';
        return (text[at] is '-' or '–' or 'o') && at > 2 && text[at - 2] is ';' or ':' or '.' && glyphs.Contains(BulletLevels.ClassOf(text[at])) && (char.IsUpper(next) || next == '(');
    }

    private char? GlyphOf(SourceLine line)
    {
        if (line.Bullet is { } glyph) return glyph;
        var text = line.Text;
        if (text.Length == 0) return null;
        if (text is "o" or "O" or "°" or "–" or "—" or "·") return text[0];
        if (text.Length < 2 || labels.Contains(line.Number)) return null;
        if (text[0] is '-' or '–' or '—' or '°' or '¤' or '§' && (char.IsUpper(text[1]) || (text[1] == ' ' && text.Length > 2 && char.IsLetter(text[2])))) return text[0];
        if (char.IsBetween(text[0], '\uE000', '\uF8FF')) return text[0];
        if (roundDigits && IsRound(text)) return 'o';
        return letters && IsLettered(text) ? 'a' : null;
    }

    private static bool IsRound(string text) => text.Length > 3 && text[0] is 'O' or '0' && text[1] == ' ' && char.IsUpper(text[2]);

    private static bool IsLettered(string text) => text.Length > 4 && char.IsBetween(text[0], 'a', 'z') && text[1] is '.' or ')' && text[2] == ' ' && char.IsLetter(text[3]);

    private char? InnerGlyph(string text)
    {
        if (text.Length < 3 || text[1] != ' ') return null;
        return text[0] is 'o' or '-' or '–' or '+' or '*' or '>' || FirmGlyphs.Contains(text[0], StringComparison.Ordinal)
            ? glyphs.Contains(BulletLevels.ClassOf(text[0])) && (char.IsUpper(text[2]) || text[2] == '(') ? text[0] : null : null;
    }

    private void Add(FlowLine line)
    {
        if (waiting is { } empty)
        {
            waiting = null;
            if (line.Bullet is null && !labels.Contains(line.Source.Number))
            {
                lines.Add(empty with { Text = line.Text, Inside = [empty.Source, .. line.Inside] });
                return;
            }
            lines.Add(empty);
        }
        if (line.Bullet is not null && line.Text.Length == 0) waiting = line;
        else lines.Add(line);
    }
}
