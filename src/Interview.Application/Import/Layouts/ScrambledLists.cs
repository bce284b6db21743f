namespace Interviewing.Application.Import;

/// <summary>
/// Nested lists whose lines were cut by pages and put in another order by columns. An item goes on until the next glyph; a line that cannot open a text
/// belongs to the last item that was left unfinished; lower items belong to the upper one above them, unless the marks at the ends of the lists say
/// that their column goes on with another one.
/// </summary>
internal sealed class ScrambledLists
{
    // How far back a cut sentence or a waiting list is looked for: some pages, and it keeps the reading linear.
    private const int LookBack = 64;
    private readonly RecordBuilder build;
    private readonly LabelFile file;
    private readonly IReadOnlySet<string> words;
    private readonly BulletLevels levels;
    private readonly bool itemsClose;
    private readonly bool listsEndInStop;
    private readonly bool parentsEndInColon;
    private readonly HashSet<FlowLine> runsOfTwoLists = [];
    private readonly List<int> indents = [];
    private readonly List<(SchoolArea Area, ListNode Node, SourceLine LastLine)> unfinished = [];
    private SchoolArea? area;
    private SchoolArea? listArea;
    private ListNode? current;
    private ListNode? parent;
    private SourceLine? lastLine;

    public ScrambledLists(RecordBuilder build, LabelFile file, IReadOnlyList<FlowLine> lines, Func<FlowLine, bool> isLabel)
    {
        (this.build, this.file, words) = (build, file, build.Document.Words);
        var all = Items(lines, isLabel);
        var items = all.Where(item => item.First is not null).ToList();
        levels = BulletLevels.Of([.. items.Select(item => (item.Glyph, item.End == ':'))]);
        var ended = items.Count(item => item.End is '.' or ';' or ':' or '?' or '!');
        itemsClose = ended * 10 >= items.Count * 6;
        var inner = Enumerable.Range(0, Math.Max(0, items.Count - 1)).Where(i => levels.Of(items[i].Glyph) > 0 && levels.Of(items[i + 1].Glyph) > 0).ToList();
        listsEndInStop = inner.Count(i => items[i].End == ';') > 2 * inner.Count(i => items[i].End == '.');
        var parents = Enumerable.Range(0, Math.Max(0, items.Count - 1)).Where(i => levels.Of(items[i].Glyph) < levels.Of(items[i + 1].Glyph)).ToList();
        parentsEndInColon = parents.Count(i => items[i].End == ':') * 2 >= parents.Count;
        FindRuns(all);
    }

    // A run of lower items with a full stop before its end holds more than one list.
    private void FindRuns(List<(char Glyph, char End, FlowLine? First)> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!IsLower(items[i])) continue;
            var from = i;
            var stops = 0;
            for (; i < items.Count && IsLower(items[i]); i++) if (items[i].End == '.' && i + 1 < items.Count && IsLower(items[i + 1])) stops++;
            if (stops > 0) runsOfTwoLists.Add(items[from].First!);
        }

        bool IsLower((char Glyph, char End, FlowLine? First) item) => item.First is not null && levels.Of(item.Glyph) > 0;
    }

    // The glyph of each item and the mark its text ends in before the next one.
    private static List<(char Glyph, char End, FlowLine? First)> Items(IReadOnlyList<FlowLine> lines, Func<FlowLine, bool> isLabel)
    {
        var items = new List<(char Glyph, char End, FlowLine? First)>();
        foreach (var line in lines)
        {
            var end = line.Text.TrimEnd(' ', ')', '"') is { Length: > 0 } text ? text[^1] : '\0';
            if (line.Bullet is { } glyph) items.Add((glyph, end, line));
            else if (isLabel(line)) items.Add(('\0', '\0', null));
            else if (items.Count > 0) items[^1] = items[^1] with { End = end };
        }
        return items;
    }

    public void Item(SchoolArea of, FlowLine line)
    {
        if (area != of) indents.Clear();
        var level = levels.ByIndent ? BulletTree.ByIndent(indents, line.Source.Indent) : levels.Of(line.Bullet!.Value);
        Leave();
        if (level == 0 || area != of && !Resumed) (area, listArea, parent) = (of, of, null);
        if (line.Text.Length == 0) Empty(line, level);
        else if (level == 0) current = Hang(of, null, 0, line, 1);
        else Lower(line, level);
        if (level == 0) parent = current;
        lastLine = line.Inside[^1];
    }

    private bool Resumed => listArea != area;

    // A glyph without words is kept: others hang under it, and if none do it is taken out again.
    private void Empty(FlowLine line, int level)
    {
        build.Item(line.Source);
        current = area!.Tree.Under(level == 0 ? null : parent, level, null, build.At(line.Source, line.Source, 0.7));
        if (level == 0) build.Find("empty-parent", $"{area.Path}.activities[{area.Tree.Roots.Count - 1}]", line.Source.Number, note: "A bullet without words holds nested ones.");
    }

    private void Lower(FlowLine line, int level)
    {
        var upper = level == 1 ? Column(runsOfTwoLists.Contains(line)) : current;
        while (upper is not null && upper.Level >= level) upper = upper.Parent;
        current = Hang(listArea!, upper, level, line, 1);
    }

    // The upper item whose column the run of lower items goes on with.
    private ListNode? Column(bool startsTwoLists)
    {
        if (parent is null || parent.Text is null || !parentsEndInColon) return parent;
        var complete = parent.Children.Count > 0 && listsEndInStop && parent.Children[^1].Text?.Last == '.';
        var closed = parent.Children.Count == 0 && parent.Text.Last is '.' or ';';
        var announced = parent is { Children.Count: 0, Text.Last: ':' } && startsTwoLists && listsEndInStop;
        if (!complete && !closed && !announced) return parent;
        var roots = listArea!.Tree.Roots;
        var waits = roots.Skip(roots.Count - LookBack).FirstOrDefault(root => root != parent && root.Text?.Last == ':' && (root.Children.Count == 0 || (closed && listsEndInStop && root.Children[^1].Text?.Last == ';')));
        if (waits is null) return parent;
        parent = waits;
        build.Find("column-scramble", $"{listArea.Path}.activities[{Index(roots, waits)}].children", lastLine?.Number, note: "The items of two columns stand in one run; what follows the end of a list is given to the next item that announces one.", ask: true);
        return parent;
    }

    private static int Index(IReadOnlyList<ListNode> roots, ListNode node)
    {
        for (var i = 0; i < roots.Count; i++) if (roots[i] == node) return i;
        return 0;
    }

    private ListNode Hang(SchoolArea into, ListNode? upper, int level, FlowLine line, double confidence)
    {
        foreach (var source in line.Inside) build.Item(source);
        var trace = build.At(line.Source, line.Inside[^1], confidence);
        var text = new TextInProgress(trace);
        text.Add(line.Text, line.Inside[^1], softHyphen: false, words);
        return into.Tree.Under(upper, level, text, trace);
    }

    /// <summary>A line without a glyph: the rest of an item, or an item whose glyph was lost. False when it is neither.</summary>
    public bool GoesOn(SchoolArea of, FlowLine line, FlowLine? next)
    {
        if (area != of && of.Tree.Roots.Count == 0)
        {
            // Right under a new heading only the tail of a sentence that a column cut off.
            if (!line.StartsLow || !line.AfterBlank || Paragraphs.Hangs(of.TitleText, file)) return false;
            Leave();
            return Resume(line);
        }
        if (current is null) return false;
        if (current.Text is null) { Lost(line); return true; }
        var tail = current.Text.Tail(40);
        if (lastLine!.EndsInSoftHyphen || !LineFlow.IsClosed(tail)) return OpenGoesOn(line, tail);
        if (line.StartsLow) return Resume(line) || Append(line, 0.9);
        if (Paragraphs.Hangs(Unfinished(firm: true)?.Node.Text!.Tail(40) ?? "", file)) return Resume(line);
        if (!line.AfterBlank && current.Text.Last is '.' or ')') return Append(line, 0.9);
        // After the end of a list only what announces more, or what stands before more items, is an item itself.
        if (!LineFlow.IsClosed(line.Text) || (current.Text.Last is '.' && line.Text[^1] == '.' && next?.Bullet is null)) return false;
        Lost(line);
        return true;
    }

    private bool OpenGoesOn(FlowLine line, string tail)
    {
        var left = !itemsClose && line.StartsLow && !lastLine!.EndsInSoftHyphen && line.AfterBlank && !Paragraphs.Hangs(tail, file) ? Unfinished(firm: true) : null;
        return left is null ? Append(line, 0.9) : Resume(line);
    }

    private bool Append(FlowLine line, double confidence)
    {
        foreach (var source in line.Inside) build.Item(source);
        current!.Text!.Add(line.Text, line.Inside[^1], lastLine!.EndsInSoftHyphen, words, confidence);
        lastLine = line.Inside[^1];
        return true;
    }

    // The sentence that a column cut off goes on; so does the list it stands in.
    private bool Resume(FlowLine line)
    {
        if (Unfinished(firm: !itemsClose) is not { } left) return false;
        unfinished.Remove(left);
        (listArea, current, lastLine) = (left.Area, left.Node, left.LastLine);
        parent = current;
        while (parent.Parent is not null) parent = parent.Parent;
        build.Find("column-scramble", left.Area.Path + ".activities", line.Source.Number, RecordBuilder.Short(line.Text), note: $"The sentence stops at line {lastLine.Number} and goes on here.", ask: true);
        return Append(line, 0.7);
    }

    private (SchoolArea Area, ListNode Node, SourceLine LastLine)? Unfinished(bool firm)
    {
        for (var i = unfinished.Count - 1; i >= 0; i--)
            if (!firm || unfinished[i].LastLine.EndsInSoftHyphen || Paragraphs.Hangs(unfinished[i].Node.Text!.Tail(40), file)) return unfinished[i];
        return null;
    }

    // An item that another one follows while its sentence has not ended.
    private void Leave()
    {
        if (current is { Text: { } text } && !LineFlow.IsClosed(text.Tail(40)) && (unfinished.Count == 0 || unfinished[^1].Node != current)) unfinished.Add((listArea!, current, lastLine!));
        if (unfinished.Count > LookBack) unfinished.RemoveAt(0);
    }

    private void Lost(FlowLine line)
    {
        var upper = current!.Text is null || current.Text.Last == ':' ? current : current.Parent;
        Leave();
        current = Hang(listArea!, upper, upper is null ? 0 : upper.Level + 1, line, 0.6);
        if (upper is null) parent = current;
        lastLine = line.Inside[^1];
    }
}
