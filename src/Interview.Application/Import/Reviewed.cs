using System.Globalization;

namespace Interviewing.Application.Import;

/// <summary>
/// A record as people decided that it should be: what they reworded, split, joined, moved and named is carried out in a record of the same shape. An item
/// keeps the key under which it was read, wherever it now stands; what was dropped is still there and says so.
/// </summary>
public sealed partial class Reviewed
{
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Decision> decisions;
    private readonly ReviewLists lists;
    private readonly Dropped dropped;

    private Reviewed(ImportRecord record, IReadOnlyList<Decision> decided)
    {
        decisions = decided.ToDictionary(d => d.Path, StringComparer.Ordinal);
        lists = new ReviewLists(record);
        Record = record;
        if (decided.Any(d => d.Text is not null || d.Steps.Count > 0 || d.Moved is not null))
        {
            lists.Apply(record, decided);
            Record = Rebuild(record);
        }
        dropped = new Dropped(from d in decided where d.Dropped let path = PathOf(d.Path) where path is not null select d with { Path = path });
    }

    public ImportRecord Record { get; }

    public static Reviewed Of(ImportRecord record, IReadOnlyList<Decision> decisions) => new(record, decisions);

    /// <summary>The key of what stands at this path of <see cref="Record"/>: its path when it was read.</summary>
    public string KeyOf(string path) => Resolve(keys, path);

    /// <summary>Where the item with this key stands in <see cref="Record"/>; null when another took it in.</summary>
    public string? PathOf(string key) => lists.Swallowed.ContainsKey(key) ? null : Resolve(paths, key);

    /// <summary>What was left out, by its path in <see cref="Record"/>.</summary>
    public Dropped Dropped => dropped;

    public bool IsDropped(string path) => dropped.Contains(path);

    public Decision? DecisionOf(string key) => decisions.GetValueOrDefault(key);

    internal ReviewLists Lists => lists;

    internal Leaf? Find(string key) => lists.Find(key);

    /// <summary>What can be done about the item: everything in a list of texts, rewording alone for what belongs to its place, order and another name for what holds others.</summary>
    public Remedies May(string key)
    {
        if (Find(key) is not { } leaf) return Remedies.Drop;
        if (lists.IsPinned(leaf.List)) return Remedies.Drop | Remedies.Edit;
        if (ReviewLists.IsContainer(leaf.List)) return Remedies.Drop | Remedies.Move | Remedies.Edit;
        if (lists.IsSlot(leaf.List)) return Remedies.Drop | Remedies.Edit | Remedies.Move;
        return Remedies.Drop | Remedies.Edit | Remedies.Move | (leaf.Text is null ? Remedies.None : Remedies.Split) | (lists.Next(leaf) is null ? Remedies.None : Remedies.Join);
    }

    /// <summary>The line of the source that nobody used, by the path of its finding; null for any other path.</summary>
    public static DiscardedLine? LineAt(ImportRecord record, string path) =>
        path.StartsWith("discarded[", StringComparison.Ordinal) && int.TryParse(path.AsSpan(10, Math.Max(0, path.Length - 11)), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < record.Discarded.Count
            ? record.Discarded[index] : null;

    private static string Resolve(Dictionary<string, string> map, string path)
    {
        if (map.Count == 0) return path;
        for (var end = path.Length; end > 0; end--)
            if ((end == path.Length || path[end] is '.' or '[' or '/') && map.TryGetValue(path[..end], out var to)) return to + path[end..];
        return path;
    }
}
