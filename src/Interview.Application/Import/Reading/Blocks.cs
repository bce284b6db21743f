namespace Interviewing.Application.Import;

public enum BlockKind { Label, Bullet, Text }

/// <summary>A label, a list item or a paragraph: one or more lines that belong together.</summary>
public sealed record Block(BlockKind Kind, string Text, SourceLine First, SourceLine Last, LabelHit? Label = null, bool AfterBlank = false, bool Joined = false)
{
    public IReadOnlyList<SourceLine> Inside { get; init; } = [First];
    /// <summary>Put together from pieces that do not follow one another.</summary>
    public bool Scrambled { get; init; }
    /// <summary>The list glyph in front; several items may stand on one line.</summary>
    public char? Glyph { get; init; } = First.Bullet;
    /// <summary>A page ended between this block and the one before.</summary>
    public bool AfterBreak { get; init; }
}

/// <summary>Lines to blocks: labels apart, page furniture out, lines that one sentence was broken over joined.</summary>
internal sealed class BlockReader(SourceDocument document, LabelFile file, LabelMatcher labels)
{
    private readonly List<Block> blocks = [];
    private readonly List<SourceLine> open = [];
    private readonly System.Text.StringBuilder text = new();
    private readonly LabelHit?[] hits = [.. document.Lines.Select(line => line.Bullet is null ? labels.Match(line.Text) : null)];
    private BlockKind kind;
    private bool afterBlank;
    private bool smallLabels;
    private int width;

    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<SourceLine> Furniture) Read(SourceDocument document, LabelFile file, LabelMatcher labels) =>
        new BlockReader(document, file, labels).Run();

    private (IReadOnlyList<Block>, IReadOnlyList<SourceLine>) Run()
    {
        var furniture = PageFurniture.Of(document, file, line => hits[line.Number - 1] is not null);
        smallLabels = hits.Count(hit => hit is { Distance: 0 } && char.IsLower(hit.AsFound[0])) * 3 > hits.Count(hit => hit is { Distance: 0 } && !char.IsLower(hit.AsFound[0]));
        width = WrappedAt(document.Lines);
        var (blankBefore, cut) = (false, false);
        foreach (var line in document.Lines)
        {
            if (furniture.Contains(line.Number)) { cut = true; continue; }
            if (line.IsBlank) { blankBefore = true; continue; }
            // A line that starts a page may go on with the sentence of the page before.
            var blank = blankBefore && !((line.StartsPage || cut) && !EndsSentence());
            blankBefore = cut = false;
            if (hits[line.Number - 1] is { } hit && !IsInSentence(line, hit, blank)) AddLabel(line, hit, blank);
            else if (Continues(line, blank)) Append(line);
            else Start(line, line.Bullet is null ? BlockKind.Text : BlockKind.Bullet, blank);
        }
        Close();
        return (blocks, [.. document.Lines.Where(line => furniture.Contains(line.Number))]);
    }

    private void AddLabel(SourceLine line, LabelHit hit, bool blank)
    {
        Close();
        blocks.Add(new Block(BlockKind.Label, hit.AsFound, line, line, hit, blank));
        if (hit.Rest.Length == 0) return;
        open.Add(line);
        text.Append(hit.Rest);
        kind = BlockKind.Text;
        afterBlank = false;
    }

    private bool Continues(SourceLine line, bool blank)
    {
        if (open.Count == 0 || line.Bullet is not null || line.Heading > 0 || line.Text.Length == 0) return false;
        // Over a gap only a sentence that has not ended goes on, in small letters.
        if (blank) return !EndsSentence() && char.IsLower(line.Text[0]) && (kind == BlockKind.Bullet || text[^1] == ',' || file.FunctionWords.Contains(LastWord(), StringComparer.OrdinalIgnoreCase));
        var last = open[^1];
        if (last.Heading > 0) return false;
        if (last.EndsInSoftHyphen) return true;
        // A list item hangs under its glyph; at the margin it goes on where its last line had no room for the next word.
        if (kind == BlockKind.Bullet && line.Indent > 0 && line.Indent >= open[0].TextColumn) return true;
        if (EndsSentence()) return kind == BlockKind.Bullet && text.Length > 0 && text[^1] is '.' or '?' or '!' && width > 0 && last.Raw.AsSpan().TrimEnd().Length + 1 + FirstWord(line) > width && !LabelFollows(line);
        if (char.IsLower(line.Text[0])) return true;
        return text[^1] == ',' || file.FunctionWords.Contains(LastWord(), StringComparer.OrdinalIgnoreCase);
    }

    // The words with which a sentence goes on may elsewhere be a label, or resemble one.
    private bool IsInSentence(SourceLine line, LabelHit hit, bool blank)
    {
        if (blank || open.Count == 0 || EndsSentence() || !char.IsLower(line.Text[0])) return false;
        if (!smallLabels || text[^1] is ',' or '-' || file.FunctionWords.Contains(LastWord(), StringComparer.OrdinalIgnoreCase)) return true;
        if (line.Text.Contains(':', StringComparison.Ordinal)) return false;
        return line.Text[^1] == '.' || (kind == BlockKind.Bullet && line.Indent > 0 && line.Indent >= open[0].TextColumn);
    }

    private bool LabelFollows(SourceLine line) => line.Number < hits.Length && hits[line.Number] is not null;

    private static int FirstWord(SourceLine line) => line.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : line.Text.Length;

    // The width at which lines were wrapped, 0 when they were not.
    private static int WrappedAt(IReadOnlyList<SourceLine> lines)
    {
        var wraps = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Count(i => lines[i] is { Bullet: null, Text.Length: > 0 } && char.IsLower(lines[i].Text[0]) && lines[i - 1].Text.Length > 0 && !LineFlow.IsClosed(lines[i - 1].Text));
        var longest = lines.Count == 0 ? 0 : lines.Max(line => line.Raw.AsSpan().TrimEnd().Length);
        return wraps >= 3 && longest <= 160 ? longest : 0;
    }

    private bool EndsSentence() => text.Length == 0 || text[^1] is '.' or '?' or '!' or ';' or ':';

    private string LastWord()
    {
        var from = text.Length;
        while (from > 0 && text.Length - from < 20 && char.IsLetter(text[from - 1])) from--;
        return text.ToString(from, text.Length - from);
    }

    private void Start(SourceLine line, BlockKind of, bool blank)
    {
        Close();
        open.Add(line);
        text.Append(line.Text);
        kind = of;
        afterBlank = blank;
    }

    private void Append(SourceLine line)
    {
        // Only the end of what is there decides how the next line joins; the whole is not copied each time.
        var tailLength = Math.Min(80, text.Length);
        var tail = text.ToString(text.Length - tailLength, tailLength);
        text.Length -= tailLength;
        text.Append(Wording.Join(tail, line.Text, open[^1].EndsInSoftHyphen, document.Words));
        open.Add(line);
    }

    private void Close()
    {
        if (open.Count > 0) blocks.Add(new Block(kind, text.ToString(), open[0], open[^1], AfterBlank: afterBlank, Joined: open.Count > 1) { Inside = [.. open] });
        open.Clear();
        text.Clear();
    }
}
