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
    private BlockKind kind;
    private bool afterBlank;

    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<SourceLine> Furniture) Read(SourceDocument document, LabelFile file, LabelMatcher labels) =>
        new BlockReader(document, file, labels).Run();

    private (IReadOnlyList<Block>, IReadOnlyList<SourceLine>) Run()
    {
        var furniture = PageFurniture.Of(document, file, line => labels.Match(line.Text) is not null);
        var (blankBefore, cut) = (false, false);
        foreach (var line in document.Lines)
        {
            if (furniture.Contains(line.Number)) { cut = true; continue; }
            if (line.IsBlank) { blankBefore = true; continue; }
            // A line that starts a page may go on with the sentence of the page before.
            var blank = blankBefore && !((line.StartsPage || cut) && !EndsSentence());
            blankBefore = cut = false;
            if (line.Bullet is null && !EndsTheSentence(line, blank) && labels.Match(line.Text) is { } hit) AddLabel(line, hit, blank);
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
        if (open.Count == 0 || line.Bullet is not null || blank || line.Heading > 0 || line.Text.Length == 0) return false;
        var last = open[^1];
        if (last.Heading > 0) return false;
        if (last.EndsInSoftHyphen) return true;
        if (EndsSentence()) return false;
        if (char.IsLower(line.Text[0])) return true;
        if (kind == BlockKind.Bullet && line.Indent > 0 && line.Indent >= open[0].TextColumn) return true;
        return text[^1] == ',' || file.FunctionWords.Contains(LastWord(), StringComparer.OrdinalIgnoreCase);
    }

    // The last word of a sentence may be one that elsewhere is a label.
    private bool EndsTheSentence(SourceLine line, bool blank) => !blank && line.Text.Length > 0 && line.Text[^1] == '.' && char.IsLower(line.Text[0]) && !EndsSentence();

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
