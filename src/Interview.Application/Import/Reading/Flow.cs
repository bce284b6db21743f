using System.Text;

namespace Interviewing.Application.Import;

/// <summary>How the lines under a label hang together.</summary>
internal enum Flow
{
    /// <summary>Every line is a block.</summary>
    Lines,
    /// <summary>Lines are joined, also over empty lines and pages, until a sentence ends before an empty line.</summary>
    Paragraph,
    /// <summary>A title that may be broken over two lines, then a list.</summary>
    Title,
    /// <summary>Bullets, or lines when there are none.</summary>
    List,
    /// <summary>A name of one line, then a paragraph.</summary>
    Named,
    /// <summary>A title that may be broken over two lines, then a paragraph, then a list.</summary>
    Role,
}

/// <summary>
/// Lines to blocks for documents of many labels, in which the label decides how the lines under it are joined. Which line is a label, and which lines
/// are left out (page furniture, tables that are read apart), is known beforehand.
/// </summary>
internal sealed class FlowReader(SourceDocument document, LabelFile file, IReadOnlyList<LabelHit?> labels, Func<string, Flow> flowOf, IReadOnlySet<int> skip, IReadOnlySet<int>? table = null)
{
    private readonly List<Block> blocks = [];
    private readonly List<SourceLine> open = [];
    private readonly StringBuilder text = new();
    private readonly bool closedItems = ItemsAreClosed(document, skip);
    private BlockKind kind;
    private Flow flow = Flow.Lines;
    private bool afterBlank;
    private bool afterBreak;
    private bool sectionHasBullets;
    private bool smallItems;
    private bool titleOpen;

    public IReadOnlyList<Block> Read()
    {
        bool blank = false, pageBreak = false;
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i];
            if (skip.Contains(line.Number))
            {
                // A sentence goes on below a footer or a note, not below a table.
                if (table?.Contains(line.Number) == true) Close();
                pageBreak = true;
                continue;
            }
            pageBreak |= line.StartsPage;
            if (line.IsBlank) { blank = true; continue; }
            if (labels[i] is { } hit) Label(i, line, hit, blank, pageBreak);
            else if (open.Count > 0 && Continues(line, blank, pageBreak)) Append(line, line.Text);
            else Start(line, line.Text, line.Bullet is null ? BlockKind.Text : BlockKind.Bullet, blank, pageBreak);
            blank = pageBreak = false;
        }
        Close();
        return blocks;
    }

    private void Label(int at, SourceLine line, LabelHit hit, bool blank, bool pageBreak)
    {
        Close();
        blocks.Add(new Block(BlockKind.Label, hit.AsFound, line, line, hit, blank) { AfterBreak = pageBreak });
        flow = flowOf(hit.Key);
        if (flow is Flow.List or Flow.Title or Flow.Role) LookAhead(at);
        titleOpen = flow is Flow.Title or Flow.Named or Flow.Role;
        if (hit.Rest.Length == 0) return;
        var rest = hit.Rest;
        if (flow == Flow.Named)
        {
            var colon = rest.IndexOf(':', StringComparison.Ordinal);
            Start(line, (colon < 0 ? rest : rest[..colon]).Trim(), BlockKind.Text, blank: false, pageBreak: false);
            Close();
            titleOpen = false;
            rest = colon < 0 ? "" : rest[(colon + 1)..].Trim();
        }
        if (flow == Flow.Role && rest.IndexOf(':', StringComparison.Ordinal) is > 0 and var end && end < rest.Length - 1)
        {
            Start(line, rest[..end], BlockKind.Text, blank: false, pageBreak: false);
            rest = rest[(end + 1)..].Trim();
        }
        if (rest.Length > 0) Start(line, rest, BlockKind.Text, blank: false, pageBreak: false);
    }

    // Whether the lines under this label are bulleted, and how items without a bullet begin.
    private void LookAhead(int at)
    {
        (sectionHasBullets, smallItems) = (false, false);
        SourceLine? first = null;
        for (var i = at + 1; i < document.Lines.Count && labels[i] is null; i++)
        {
            var line = document.Lines[i];
            if (line.IsBlank || skip.Contains(line.Number)) continue;
            first ??= line;
            if (line.Bullet is null) continue;
            sectionHasBullets = true;
            return;
        }
        smallItems = first is { Text.Length: > 0 } && char.IsLower(first.Text[0]);
    }

    private bool Continues(SourceLine line, bool blank, bool pageBreak)
    {
        if (open[^1].EndsInSoftHyphen && line.Bullet is null) return true;
        if (line.Bullet is not null || line.Heading > 0) return false;
        // A glyph on a line of its own: its words are on the next.
        if (text.Length == 0) return kind == BlockKind.Bullet && (!blank || pageBreak);
        if (flow == Flow.Lines) return false;
        var small = char.IsLower(line.Text[0]);
        if (titleOpen && flow == Flow.Role) return !blank && !IsHeadingEnd() && (IsUnfinished() || line.Text[0] == '(');
        if (titleOpen && kind == BlockKind.Text) return flow == Flow.Title && !blank && (IsUnfinished() || (sectionHasBullets && (small || line.Text[0] == '(')));
        if (flow is Flow.Paragraph or Flow.Named || (flow == Flow.Role && kind == BlockKind.Text) || kind == BlockKind.Text && sectionHasBullets)
            return small || !IsClosed() || !(blank || pageBreak);
        if (!sectionHasBullets) return IsUnfinished(mayEnd: smallItems) || (line.Indent > open[0].Indent + 1 && !blank && !IsClosed()) || (small && !smallItems && !IsClosed());
        if (IsClosed()) return small && !blank;
        return !blank || pageBreak || small || closedItems;
    }

    private bool IsHeadingEnd() => text.Length > 0 && text[^1] is ')' or ':';

    /// <summary>A sentence or list item has come to its end.</summary>
    private bool IsClosed() => text.Length == 0 || text[^1] is '.' or '?' or '!' or ';';

    // Short sentences without a subject may end in a word that otherwise asks for more ('stelt rapporten op').
    private bool IsUnfinished(bool mayEnd = false)
    {
        if (text.Length == 0) return true;
        if (text[^1] is ',' or '-' or '&' or '/' or '(') return true;
        var from = text.Length;
        while (from > 0 && text.Length - from < 20 && char.IsLetter(text[from - 1])) from--;
        var last = text.ToString(from, text.Length - from);
        return file.FunctionWords.Contains(last, StringComparer.OrdinalIgnoreCase) && !(mayEnd && (file.Labels.GetValueOrDefault("particle") ?? []).Contains(last, StringComparer.OrdinalIgnoreCase));
    }

    private void Start(SourceLine line, string words, BlockKind of, bool blank, bool pageBreak)
    {
        if (open.Count > 0)
        {
            Close();
            titleOpen = false;
        }
        open.Add(line);
        text.Append(words);
        (kind, afterBlank, afterBreak) = (of, blank, pageBreak);
        if (of == BlockKind.Bullet) titleOpen = false;
        if (flow != Flow.Named || !titleOpen) return;
        Close();
        titleOpen = false;
    }

    private void Append(SourceLine line, string words)
    {
        var length = Math.Min(80, text.Length);
        var tail = text.ToString(text.Length - length, length);
        text.Length -= length;
        text.Append(Wording.Join(tail, words, open[^1].EndsInSoftHyphen, document.Words));
        open.Add(line);
    }

    private void Close()
    {
        // A pair of marks that a line break took apart is only seen when the lines are joined.
        var words = open.Count > 1 ? Wording.Unmarked(text.ToString(), open) : text.ToString();
        if (open.Count > 0)
            blocks.Add(new Block(kind, words, open[0], open[^1], AfterBlank: afterBlank, Joined: open.Count > 1) { Inside = [.. open], AfterBreak = afterBreak });
        open.Clear();
        text.Clear();
    }

    // Whether list items of this document end in a mark, so that one without is not at its end.
    private static bool ItemsAreClosed(SourceDocument document, IReadOnlySet<int> skip)
    {
        int items = 0, closed = 0;
        var inside = false;
        char last = default;
        foreach (var line in document.Lines)
        {
            if (line.Text.Length == 0 || skip.Contains(line.Number)) continue;
            if (line.Bullet is not null)
            {
                if (inside) { items++; if (last is '.' or ';' or '!' or '?') closed++; }
                inside = true;
            }
            last = line.Text[^1];
        }
        return items > 0 && closed * 4 > items * 3;
    }
}
