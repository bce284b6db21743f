using Interviewing.Application.Competencies;
using System.Text;

namespace Interviewing.Application.Import;

/// <summary>A text that may run over several blocks.</summary>
internal sealed class TextInProgress(ItemTrace start)
{
    private readonly StringBuilder text = new();
    private ItemTrace trace = start;

    public string Text => text.ToString();
    public int LastLine => trace.LastLine;

    public char Last => text.Length > 0 ? text[^1] : '\0';
    public int Length => text.Length;

    public void Add(Block block, IReadOnlySet<string> words) => Add(block.Text, block.Last, softHyphen: false, words);

    public void Add(string more, SourceLine last, bool softHyphen, IReadOnlySet<string> words, double atMost = 0.9)
    {
        if (text.Length == 0)
        {
            text.Append(more);
            return;
        }
        // Only the end of what is there decides how the next line joins; the whole is not copied each time.
        var tail = Tail(80);
        text.Length -= tail.Length;
        text.Append(Wording.Join(tail, more, softHyphen, words));
        trace = trace with { LastLine = Math.Max(trace.LastLine, last.Number), Confidence = Math.Min(trace.Confidence, atMost) };
    }

    public string Tail(int length)
    {
        length = Math.Min(length, text.Length);
        return text.ToString(text.Length - length, length);
    }

    public FoundText Done() => new(text.ToString(), trace);
}

internal sealed class AreaInProgress(SourceLine start, ImportLimits limits)
{
    public int? Number { get; init; }
    public TextInProgress? Title { get; set; }
    public List<(Block Block, FoundText Text)> Framework { get; } = [];
    public TextInProgress? Result { get; set; }
    public string? ActivitiesLabel { get; set; }
    public ActivityTree Activities { get; } = new(limits.MaxDepth);

    public FoundArea Read(RecordBuilder build, LabelFile file, string path) => new()
    {
        Number = Number, Title = Title?.Done(), Framework = Boundary(build, file, path), Result = Result?.Done(),
        ActivitiesLabel = ActivitiesLabel, Activities = Activities.Done(), Trace = Title?.Done().Trace ?? build.At(start, start, 0.7),
    };

    private FoundBoundary? Boundary(RecordBuilder build, LabelFile file, string path)
    {
        if (Framework.Count == 0) return null;
        var items = new List<FoundText>();
        foreach (var (_, text) in Framework)
        {
            var parts = GluedItems.Split(text.Text, file);
            items.AddRange(parts.Select(part => new FoundText(part.Text, text.Trace with { Confidence = Math.Min(part.Confidence, text.Trace.Confidence) })));
            if (parts.Count > 1) build.Find("glued-items", path + ".framework", text.Trace.Line, text.Text, string.Join(" | ", parts.Select(part => part.Text)));
        }
        var whole = new StringBuilder().AppendJoin(' ', Framework.Select(part => part.Text.Text)).ToString();
        var trace = Framework[0].Text.Trace with { LastLine = Framework[^1].Text.Trace.LastLine, Confidence = items.Min(item => item.Trace.Confidence) };
        return new FoundBoundary(whole, items, trace);
    }
}

/// <summary>Bullets made into a tree: the first glyph of a list is its upper level; a lesser glyph, or the same one further to the right, hangs under it.</summary>
internal sealed class ActivityTree(int maxDepth)
{
    private const string LesserGlyphs = "o◦▪▫○";
    private readonly List<Node> roots = [];
    private readonly List<(Node Node, int Indent)> path = [];
    private char? upper;

    private sealed record Node(string? Text, ItemTrace Trace)
    {
        public List<Node> Children { get; } = [];
        public FoundActivity Done() => new(Text, [.. Children.Select(child => child.Done())], Trace);
    }

    public int Count => roots.Count;
    public bool HasBullets => upper is not null;

    public bool HasDeeper(Block empty, Block? next) =>
        next is { Kind: BlockKind.Bullet } && ((IsLesser(next.First.Bullet) && !IsLesser(empty.First.Bullet)) || next.First.Indent > empty.First.Indent + 1);

    public void Add(Block block, ItemTrace trace)
    {
        var node = new Node(block.Text.Length == 0 ? null : block.Text, trace);
        var glyph = block.First.Bullet;
        var indent = block.Kind == BlockKind.Bullet ? block.First.Indent : 0;
        upper ??= glyph;
        if (IsLesser(glyph) && !IsLesser(upper) && roots.Count > 0) indent = Math.Max(indent, path[0].Indent + 2);
        // One column more or less is a matter of taste of whoever typed it, not a level.
        while (path.Count > 0 && indent < path[^1].Indent + 2) path.RemoveAt(path.Count - 1);
        while (path.Count >= maxDepth) path.RemoveAt(path.Count - 1);
        (path.Count == 0 ? roots : path[^1].Node.Children).Add(node);
        path.Add((node, indent));
    }

    public IReadOnlyList<FoundActivity> Done() => [.. roots.Select(root => root.Done())];

    private static bool IsLesser(char? glyph) => glyph is { } c && LesserGlyphs.Contains(c, StringComparison.Ordinal);
}

/// <summary>One list of one competency: a repeated bullet is kept once and counted.</summary>
internal sealed class ListInProgress
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<FoundText> items = [];

    public int Dropped { get; private set; }
    public int Count => items.Count;
    public bool HasBullets { get; private set; }
    public IReadOnlyList<FoundText> Items => items;

    public void Add(Block block, RecordBuilder build, double atMost = 1)
    {
        HasBullets |= block.Kind == BlockKind.Bullet;
        if (seen.Add(Wording.Key(block.Text)))
        {
            items.Add(build.Take(block, Math.Min(atMost, block.Kind == BlockKind.Bullet ? 1 : HasBullets ? 0.6 : 0.9)));
            return;
        }
        Dropped++;
        build.Duplicate(block);
    }
}

internal sealed class CompetencyInProgress(SourceLine start)
{
    // A field because it is filled by reference, like the fields of the function itself.
    public FoundText? Name;
    public FoundText? RequiredLevel;
    public TextInProgress? Definition { get; set; }
    public ListInProgress Indicators { get; } = new();
    public ListInProgress Questions { get; } = new();
    public ListInProgress Tips { get; } = new();

    public FoundCompetency Read(RecordBuilder build, LabelFile file, int index, List<SuggestedName> taken)
    {
        SuggestedName? suggestion = null;
        if (Name is null)
        {
            suggestion = NameSuggestions.ForCompetency(file.Language, Definition?.Text, Indicators.Items.Select(item => item.Text), taken);
            if (suggestion is not null) taken.Add(suggestion);
            build.Find("missing-name", $"competencies[{index}].name", start.Number, null, suggestion?.In(file.Language), "The name of this competency is not in the text; the name is a suggestion only.", ask: true);
        }
        Repeated(build, index, "indicators", Indicators);
        Repeated(build, index, "questions", Questions);
        Repeated(build, index, "tips", Tips);
        return new FoundCompetency
        {
            Names = Name is null ? new Dictionary<string, FoundText>(StringComparer.Ordinal) : new Dictionary<string, FoundText>(StringComparer.Ordinal) { [file.Language] = Name },
            SuggestedName = suggestion, Definition = Definition?.Done(), RequiredLevel = RequiredLevel,
            Indicators = [.. Indicators.Items.Select(item => new FoundIndicator(item.Text, true, null, item.Trace))],
            Questions = [.. Questions.Items.Select(item => new FoundQuestion(item.Text, null, null, [], [], [], item.Trace))],
            Tips = [.. Tips.Items.Select(item => new FoundTip(item.Text, TipAudience.Employee, null, item.Trace))],
            DuplicatesDropped = new DuplicatesDropped(Indicators.Dropped, Questions.Dropped, Tips.Dropped),
            Trace = build.At(start, start),
        };
    }

    private static void Repeated(RecordBuilder build, int index, string list, ListInProgress of)
    {
        if (of.Dropped > 0) build.Find("duplicate-list", $"competencies[{index}].{list}", of.Items[0].Trace.Line, note: $"{of.Dropped} repeated, kept once.");
    }
}
