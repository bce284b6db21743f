namespace Interviewing.Application.Import;

/// <summary>
/// Flow lines to blocks, for running text: a sentence that a line end, a page end or a footer broke is one block again. In a text that was wrapped at
/// a fixed width a line that had room for the next word ended on purpose.
/// </summary>
internal sealed class Paragraphs
{
    private const int RunningText = 100;
    private const int LookBack = 40;
    private readonly IReadOnlyList<FlowLine> lines;
    private readonly IReadOnlyDictionary<int, HeadingHit> headings;
    private readonly LabelFile file;
    private readonly IReadOnlySet<string> words;
    private readonly List<Block> blocks = [];
    private readonly List<FlowLine> open = [];
    private readonly List<(int Block, FlowLine Last)> unfinished = [];
    private TextInProgress? text;
    private int? resumed;
    private readonly bool isWrapped;
    private readonly bool isExact;
    private readonly int width;
    private readonly bool bulletsClose;
    private readonly bool isSpaced;

    private Paragraphs(IReadOnlyList<FlowLine> lines, IReadOnlyDictionary<int, HeadingHit> headings, SourceDocument document, LabelFile file)
    {
        (this.lines, this.headings, this.file, words) = (lines, headings, file, document.Words);
        width = lines.Count == 0 ? 0 : lines.Max(Width);
        var wraps = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Where(i => lines[i] is { Bullet: null, AfterBlank: false, AfterBreak: false, StartsLow: true } && !lines[i - 1].EndsClosed).ToList();
        isWrapped = wraps.Count >= 3 && width <= 160;
        isExact = isWrapped && wraps.Count(i => Width(lines[i - 1]) + 1 + FirstWord(lines[i]) > width) >= 0.9 * wraps.Count;
        var bullets = Enumerable.Range(0, lines.Count).Where(i => lines[i].Bullet is not null).ToList();
        var texts = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Where(i => lines[i].Bullet is null && !lines[i].AfterBreak).ToList();
        isSpaced = !isWrapped && texts.Count(i => lines[i].AfterBlank) >= 0.8 * texts.Count;
        bulletsClose = bullets.Count(i => lines[i].EndsClosed) * 2 > bullets.Count;
    }

    public static IReadOnlyList<Block> Join(IReadOnlyList<FlowLine> lines, IReadOnlyDictionary<int, HeadingHit> headings, SourceDocument document, LabelFile file)
    {
        var paragraphs = new Paragraphs(lines, headings, document, file);
        paragraphs.Run();
        return paragraphs.blocks;
    }

    /// <summary>A text asks for more: it ends in a comma, an open hyphen or a word that cannot stand last.</summary>
    public static bool Hangs(string tail, LabelFile file)
    {
        if (tail.Length == 0) return false;
        if (tail[^1] is ',' or '-' or '/' or '(' or '&') return true;
        var from = tail.Length;
        while (from > 0 && char.IsLetter(tail[from - 1])) from--;
        return from < tail.Length && file.FunctionWords.Contains(tail[from..], StringComparer.OrdinalIgnoreCase);
    }

    private void Run()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (headings.TryGetValue(i, out var hit)) Heading(line, hit);
            else if (GoesOnWithHeading(line)) blocks[^1] = blocks[^1] with { Text = Wording.Join(blocks[^1].Text, line.Text, false, words), Last = line.Inside[^1], Inside = [.. blocks[^1].Inside, .. line.Inside] };
            else if (Continues(line, i + 1 < lines.Count ? lines[i + 1] : null)) Append(line);
            else if (!Resumes(line)) Start(line);
        }
        Close();
    }

    private void Heading(FlowLine line, HeadingHit hit)
    {
        Close();
        blocks.Add(line.AsBlock(BlockKind.Label) with { Label = new LabelHit(hit.Key, hit.AsFound, null, hit.Rest, 0) });
    }

    // A line that cannot open a text, where the one before it has ended: the rest of a sentence that a column cut off some blocks ago.
    private bool Resumes(FlowLine line)
    {
        if (line is not { Bullet: null, StartsLow: true, AfterBlank: true } || (open.Count > 0 && text!.Last is ':' or ';')) return false;
        Close();
        if (unfinished.Count == 0 || blocks.Count - unfinished[^1].Block > LookBack || (!isWrapped && !Hangs(unfinished[^1].Last.Text, file) && !LineFlow.IsClosed(line.Text))) return false;
        (resumed, var last) = unfinished[^1];
        unfinished.RemoveAt(unfinished.Count - 1);
        var block = blocks[resumed.Value];
        text = new TextInProgress(new ItemTrace("", block.First.Page, block.First.Number, block.Last.Number, 1));
        text.Add(block, words);
        open.Add(last);
        Append(line);
        return true;
    }

    private bool GoesOnWithHeading(FlowLine line) =>
        open.Count == 0 && blocks.Count > 0 && blocks[^1] is { Kind: BlockKind.Label, Text.Length: < RunningText, Inside.Count: < 3 } heading && line is { Bullet: null, AfterBlank: false, AfterBreak: false }
        && !LineFlow.IsClosed(heading.Text) && (line.StartsLow || Hangs(heading.Text, file));

    private bool Continues(FlowLine line, FlowLine? next)
    {
        if (open.Count == 0 || line.Bullet is not null || line.Source.Heading > 0) return false;
        var last = open[^1];
        if (last.Inside[^1].EndsInSoftHyphen) return true;
        var tail = text!.Tail(40);
        var closed = LineFlow.IsClosed(tail);
        var gap = line.AfterBlank || line.AfterBreak;
        if (open[0].Bullet is not null) return BulletContinues(line, last, tail, closed, gap) && !IsHeadingAfterItem(line, next);
        // Where every paragraph stands apart, one that follows a page end without a gap is the rest of the one before.
        if (isSpaced && line is { AfterBreak: true, AfterBlank: false } && text.Length > RunningText / 2) return true;
        if (line is { AfterBreak: true, StartsLow: true } && tail[^1] is not (';' or ':')) return true;
        // A page that ends in a full line most likely ends in the middle of a paragraph.
        if (line.AfterBreak && isExact && text.Length > Width(last) / 2 && !HadRoom(last, line)) return true;
        if (gap) return !closed && (line.StartsLow || (Hangs(tail, file) && (isWrapped || line.AfterBreak || !char.IsLetter(tail[^1]))) || (line.AfterBreak && text.Length > RunningText));
        return (line.StartsLow && tail[^1] is not (';' or ':')) || (isWrapped && !HadRoom(last, line)) || (!closed && Hangs(tail, file));
    }

    private bool BulletContinues(FlowLine line, FlowLine last, string tail, bool closed, bool gap)
    {
        if (line.StartsLow) return !line.AfterBlank || line.AfterBreak || (!closed && (isWrapped || Hangs(tail, file)));
        if (gap) return !closed && (Hangs(tail, file) || (line.AfterBreak && bulletsClose));
        var hanging = line.Source.Indent > 0 && line.Source.Indent >= open[0].Source.TextColumn;
        if (closed) return hanging && isWrapped && !HadRoom(last, line);
        return hanging || Hangs(tail, file) || (isWrapped && !HadRoom(last, line));
    }

    // In a text that is not wrapped an item stands on one line, whatever word it ends in; a short line between it and the next bullet heads what follows.
    private bool IsHeadingAfterItem(FlowLine line, FlowLine? next) =>
        (!isWrapped || IsCapitals(line.Text) || (line.AfterBlank && EndsInParticle(open[^1].Text))) && !line.StartsLow && line is { AfterBreak: false, Text.Length: <= 80 } && (!line.EndsClosed || line.Text[^1] == ':') && line.Source.Indent <= open[0].Source.Indent && next is { Bullet: not null } && open[^1].Text[^1] is not (',' or '-' or '/' or '(' or '&') && !Hangs(line.Text, file);

    private static bool IsCapitals(string text) => text.Count(char.IsUpper) > 5 && !text.Any(char.IsLower);

    // 'stelt rapporten op': a short sentence may end in a word that otherwise asks for more.
    private bool EndsInParticle(string text) => (file.Labels.GetValueOrDefault("particle") ?? []).Contains(text[(text.LastIndexOf(' ') + 1)..], StringComparer.OrdinalIgnoreCase);

    private bool HadRoom(FlowLine last, FlowLine line) => Width(last) + 1 + FirstWord(line) <= (isExact ? width : 0.8 * width);

    private static int Width(FlowLine line) => line.Inside[^1].Raw.AsSpan().TrimEnd().Length;

    private static int FirstWord(FlowLine line) => line.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : line.Text.Length;

    private void Start(FlowLine line)
    {
        Close();
        open.Add(line);
        text = new TextInProgress(new ItemTrace("", line.Source.Page, line.Source.Number, line.Inside[^1].Number, 1));
        text.Add(line.AsBlock(BlockKind.Text), words);
    }

    private void Append(FlowLine line)
    {
        text!.Add(line.Text, line.Inside[^1], open[^1].Inside[^1].EndsInSoftHyphen, words);
        open.Add(line);
    }

    private void Close()
    {
        if (open.Count > 0 && resumed is { } at)
        {
            IReadOnlyList<SourceLine> inside = [.. blocks[at].Inside, .. open.Skip(1).SelectMany(line => line.Inside)];
            blocks[at] = blocks[at] with { Text = text!.Text, Last = inside[^1], Inside = inside, Joined = true, Scrambled = true };
        }
        else if (open.Count > 0)
        {
            var inside = open.SelectMany(line => line.Inside).ToList();
            blocks.Add(open[0].AsBlock(open[0].Bullet is null ? BlockKind.Text : BlockKind.Bullet, text!.Text) with { Last = inside[^1], Inside = inside, Joined = inside.Count > 1, Glyph = open[0].Bullet });
            if (!LineFlow.IsClosed(text.Tail(40)) && (Hangs(text.Tail(40), file) || (blocks.Count > 1 && text.Length > RunningText / 2) || (open[0].Bullet is not null && bulletsClose))) unfinished.Add((blocks.Count - 1, open[^1]));
        }
        open.Clear();
        (text, resumed) = (null, null);
    }
}
