namespace Interviewing.Application.Import;

/// <summary>One element of a list, on its way through what people decided.</summary>
/// <param name="found">What the reader found, with the facts that only this kind of item has; null for a line that became an item.</param>
internal sealed class Leaf(string key, string? text, ItemTrace trace, object? found)
{
    public string Key => key;
    public string? Text { get; set; } = text;
    public ItemTrace Trace { get; set; } = trace;
    public object? Found => found;
    public string List { get; set; } = "";

    public FoundText Say() => new(Text ?? "", Trace);
}

/// <summary>
/// A record as lists of leaves, in which people's splits, moves and joins are carried out. A text that stands alone (a definition, a purpose) is a list
/// with room for one.
/// </summary>
internal sealed partial class ReviewLists
{
    private static readonly string[] Containers = ["competencies", "job_profiles", ".result_areas", ".task_groups", ".criteria"];
    private readonly Dictionary<string, List<Leaf>> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Leaf> leaves = new(StringComparer.Ordinal);
    private readonly HashSet<string> slots = new(StringComparer.Ordinal);
    private readonly HashSet<string> pinned = new(StringComparer.Ordinal);

    public ReviewLists(ImportRecord record)
    {
        List("competencies", record.Competencies, c => c.Names.GetValueOrDefault(record.Language)?.Text, c => c.Trace);
        List("job_profiles", record.JobProfiles, p => p.Name?.Text, p => p.Trace);
        for (var i = 0; i < record.Competencies.Count; i++) Competency($"competencies[{i}]", record.Competencies[i]);
        for (var i = 0; i < record.JobProfiles.Count; i++) Profile($"job_profiles[{i}]", record.JobProfiles[i]);
        for (var i = 0; i < record.Modules.Count; i++) Areas($"modules[{i}].task_groups", record.Modules[i].TaskGroups);
        Fixed("definitions", record.Definitions, d => d.Text, d => d.Trace);
    }

    /// <summary>Key of an item that was taken in by another, to the key of that one.</summary>
    public Dictionary<string, string> Swallowed { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Leaf> this[string list] => lists.GetValueOrDefault(list) ?? [];

    public Leaf? Find(string key) => leaves.GetValueOrDefault(key) is { } leaf && !Swallowed.ContainsKey(key) ? leaf : null;

    public bool IsSlot(string list) => slots.Contains(list);

    /// <summary>What stands in this list stays there.</summary>
    public bool IsPinned(string list) => pinned.Contains(list);

    public static bool IsContainer(string list) => Containers.Any(end => end[0] == '.' ? list.EndsWith(end, StringComparison.Ordinal) : list == end);

    public Leaf? Next(Leaf leaf)
    {
        var list = lists[leaf.List];
        var at = list.IndexOf(leaf) + 1;
        return IsSlot(leaf.List) || IsPinned(leaf.List) || IsContainer(leaf.List) || at >= list.Count ? null : list[at];
    }

    /// <summary>Why an item cannot stand in that list; null when it can.</summary>
    public string? Hinders(Leaf leaf, string list)
    {
        if (!lists.ContainsKey(list) && !Opens(list)) return "import.no-place-there";
        if (IsPinned(list) || IsPinned(leaf.List)) return "import.no-place-there";
        if (IsContainer(list) != (leaf.List.Length > 0 && IsContainer(leaf.List)) || (IsContainer(list) && Shape(list) != Shape(leaf.List))) return "import.no-place-there";
        // Its cells are those of the classes of its own table.
        if (list.EndsWith(".criteria", StringComparison.Ordinal) && list != leaf.List) return "import.no-place-there";
        if (IsSlot(list) && list != leaf.List && lists[list].Count > 0) return "import.slot-taken";
        for (var under = Owner(list); under is not null; under = Owner(under.List))
            if (under == leaf) return "import.under-itself";
        return null;
    }

    public void Apply(ImportRecord record, IReadOnlyList<Decision> decisions)
    {
        // A part is known only after the item that it came off: the shorter path goes first.
        foreach (var decided in decisions.Where(d => d.Text is not null || d.Steps.Count > 0).OrderBy(d => d.Path.Length))
            if (leaves.TryGetValue(decided.Path, out var leaf)) Reword(leaf, decided);
        foreach (var decided in decisions.Where(d => d.Moved is not null)) Move(record, decided);
        foreach (var decided in decisions)
            foreach (var other in decided.Joined) Swallow(decided.Path, other);
    }

    private void Reword(Leaf leaf, Decision decided)
    {
        leaf.Text = decided.Text ?? leaf.Text;
        var at = lists[leaf.List].IndexOf(leaf);
        foreach (var (key, text) in decided.Parts)
            Insert(leaf.List, ++at, new Leaf(key, text, leaf.Trace with { Confidence = 1 }, leaf.Found is FoundQuestion q ? q with { Probes = [], Anchors = [] } : leaf.Found is FoundActivity a ? a with { Children = [] } : leaf.Found));
    }

    private void Move(ImportRecord record, Decision decided)
    {
        var leaf = leaves.GetValueOrDefault(decided.Path) ?? Adopted(record, decided);
        var (to, after) = decided.Moved!;
        if (leaf is null || Hinders(leaf, to) is not null) return;
        if (leaf.List.Length > 0) lists[leaf.List].Remove(leaf);
        var list = lists.TryGetValue(to, out var there) ? there : lists[to] = [];
        var at = after is null ? 0 : list.FindIndex(one => one.Key == after) + 1;
        Insert(to, after is not null && at == 0 ? list.Count : at, leaf);
    }

    // A line that the reader could not use, made an item by a person.
    private static Leaf? Adopted(ImportRecord record, Decision decided)
    {
        if (Reviewed.LineAt(record, decided.Path) is not { } line) return null;
        var near = RecordItems.Of(record).Where(item => item.Trace.Line <= line.Line).MaxBy(item => item.Trace.Line)?.Trace;
        return new Leaf(decided.Path, decided.Text ?? line.Text, new ItemTrace(record.Source.File, near?.Page ?? 1, line.Line, line.Line, 1), null);
    }

    private void Swallow(string into, string key)
    {
        if (Find(into) is not { } leaf || Find(key) is not { } other || leaf == other) return;
        lists[other.List].Remove(other);
        Swallowed[key] = into;
        leaf.Trace = leaf.Trace with { Line = Math.Min(leaf.Trace.Line, other.Trace.Line), LastLine = Math.Max(leaf.Trace.LastLine, other.Trace.LastLine) };
        foreach (var under in new[] { ".children", ".probes" })
            foreach (var one in this[key + under].ToList())
            {
                lists[key + under].Remove(one);
                Insert(into + under, this[into + under].Count, one);
            }
    }

    private void Insert(string list, int at, Leaf leaf)
    {
        if (!lists.TryGetValue(list, out var there)) lists[list] = there = [];
        there.Insert(at, leaf);
        leaf.List = list;
        leaves[leaf.Key] = leaf;
    }

    // Under an activity there is room for others, and under a question for what is asked on, even where the reader found none.
    private bool Opens(string list) =>
        (list.EndsWith(".children", StringComparison.Ordinal) && Owner(list) is { } activity && IsActivities(activity.List))
        || (list.EndsWith(".probes", StringComparison.Ordinal) && Owner(list) is { } question && question.List.EndsWith(".questions", StringComparison.Ordinal));

    public static bool IsActivities(string list) => list.EndsWith(".activities", StringComparison.Ordinal) || list.EndsWith(".children", StringComparison.Ordinal);

    private Leaf? Owner(string list) => list.LastIndexOf('.') is > 0 and var dot ? leaves.GetValueOrDefault(list[..dot]) : null;

    private static string Shape(string list) => list[(list.LastIndexOf('.') + 1)..];
}
