namespace Interviewing.Application.Import;

/// <summary>
/// Which row of the overview belongs to which function: by whole name, first as written, then without regard to capitals, then by the part before a slash.
/// Never by a part of a name: one function's name is often the beginning of another's.
/// </summary>
internal sealed class OverviewJoin
{
    private readonly Dictionary<string, Queue<string>> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<string>> folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<string>> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<string>> modules = new(StringComparer.Ordinal);
    private readonly HashSet<string> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> series = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly LabelMatcher moduleWord;

    public OverviewJoin(LabelFile file, IReadOnlyList<(string? Name, string? Series, string? Group)> functions, IReadOnlyList<string> moduleNames)
    {
        moduleWord = LabelMatcher.For(file, "module");
        for (var i = 0; i < functions.Count; i++)
        {
            if (functions[i].Group is { } group) groups.Add(Fold(group));
            if (functions[i].Series is { } over) series.Add(Fold(over));
            if (functions[i].Name is not { } name) continue;
            var path = $"job_profiles[{i}]";
            Put(exact, name, path);
            Put(folded, Fold(name), path);
            if (Head(name) is { } head) Put(aliases, Fold(head), path);
        }
        for (var i = 0; i < moduleNames.Count; i++) Put(modules, Fold(moduleNames[i]), $"modules[{i}]");
    }

    /// <summary>The row with its columns apart and the place it belongs to.</summary>
    public OverviewRow Row(OverviewLine line, RecordBuilder build)
    {
        var (name, group) = line.Middle is { } middle ? Split(middle) : (line.Name!, line.Group);
        var (path, match) = Match(name, group);
        var above = line.Series;
        if (line.Middle is not null && group is not null) (above, group) = SeriesOf(group);
        var confidence = match is OverviewMatch.Alias ? 0.7 : line.Middle is null ? 1 : 0.7;
        return new OverviewRow(line.Page, name, above, group, line.Scale, path, match, build.At(line.First, line.Last, confidence));
    }

    private (string? Path, OverviewMatch Match) Match(string name, string? group)
    {
        if (Take(exact, name) is { } same) return (same, OverviewMatch.Exact);
        if (Take(folded, Fold(name)) is { } cased) return (cased, OverviewMatch.Case);
        if (Module(name) is { } module && Take(modules, module) is { } of) return (of, OverviewMatch.Module);
        if (Take(aliases, Fold(name)) is { } part) return (part, OverviewMatch.Alias);
        if (Head(name) is { } head && Take(folded, Fold(head)) is { } whole) return (whole, OverviewMatch.Alias);
        return group is null && Take(modules, Fold(name)) is { } bare ? (bare, OverviewMatch.Module) : (null, OverviewMatch.None);
    }

    private string? Module(string name)
    {
        var gap = name.IndexOf(' ', StringComparison.Ordinal);
        return gap > 0 && moduleWord.KeyOf(name[..gap]) is not null ? Fold(name[(gap + 1)..]) : null;
    }

    // Name and group in one text: the longest name that is a function's goes first, else the longest group that is known.
    private (string Name, string? Group) Split(string middle)
    {
        var words = middle.Split(' ');
        for (var n = words.Length; n > 0; n--)
        {
            var name = string.Join(' ', words, 0, n);
            var key = Fold(name);
            if (folded.ContainsKey(key) || aliases.ContainsKey(key)) return (name, n < words.Length ? string.Join(' ', words, n, words.Length - n) : null);
        }
        for (var n = 1; n < words.Length; n++)
        {
            var group = string.Join(' ', words, n, words.Length - n);
            if (groups.Contains(Fold(group))) return (string.Join(' ', words, 0, n), group);
        }
        return (middle, null);
    }

    // Series and group in one text, in either order, where the functions name them both.
    private (string? Series, string Group) SeriesOf(string text)
    {
        if (groups.Contains(Fold(text))) return (null, text);
        var words = text.Split(' ');
        for (var n = 1; n < words.Length; n++)
        {
            var (first, second) = (string.Join(' ', words, 0, n), string.Join(' ', words, n, words.Length - n));
            if (series.Contains(Fold(first)) && groups.Contains(Fold(second))) return (first, second);
            if (groups.Contains(Fold(first)) && series.Contains(Fold(second))) return (second, first);
        }
        return (null, text);
    }

    private string? Take(Dictionary<string, Queue<string>> from, string key)
    {
        if (!from.TryGetValue(key, out var paths)) return null;
        while (paths.TryDequeue(out var path)) if (used.Add(path)) return path;
        return null;
    }

    private static void Put(Dictionary<string, Queue<string>> into, string key, string path)
    {
        if (!into.TryGetValue(key, out var paths)) into[key] = paths = new Queue<string>();
        paths.Enqueue(path);
    }

    private static string? Head(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 2 ? name[..slash].Trim() : null;
    }

    /// <summary>Capitals, white space and the way 'and' is written do not tell two functions apart.</summary>
    public static string Fold(string name)
    {
        var words = Wording.Key(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word is "&" or "en" or "EN" or "En" or "et" or "ET" or "and" or "AND" ? "&" : word);
        return string.Join(' ', words).ToLowerInvariant();
    }
}
