namespace Interviewing.Application.Import;

/// <summary>A question that a person answers before publishing: a missing name, a doubtful item, something that did not fit.</summary>
public sealed record ToDo(string Code, string Path, ItemKind? Kind, int? Line, string? Found, string? Suggested, bool Done);

/// <summary>What stands between a draft and the library.</summary>
public static class DraftReview
{
    public const string MissingName = "missing-name";
    private const string Doubtful = "doubtful";

    public static IReadOnlyList<ToDo> ToDos(ImportRecord record, IReadOnlyList<Decision> decisions)
    {
        var byPath = decisions.ToDictionary(d => d.Path, StringComparer.Ordinal);
        var dropped = new Dropped(decisions);
        var findings = record.Findings.GroupBy(f => f.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var todos = new List<ToDo>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in RecordItems.Of(record))
        {
            var path = Together(item);
            var decided = byPath.GetValueOrDefault(path);
            if (item is { Kind: ItemKind.Profile or ItemKind.Competency, Text: null })
                todos.Add(new ToDo(MissingName, path, item.Kind, item.Trace.Line, null, SuggestedFor(record, path), decided?.Name is not null || dropped.Contains(path)));
            else if (item.Trace.IsDoubtful && asked.Add(path))
            {
                var why = findings.GetValueOrDefault(path)?.Find(f => f.Suggested is not null);
                todos.Add(new ToDo(why?.Code ?? Doubtful, path, item.Kind, item.Trace.Line, why?.Found ?? item.Text, why?.Suggested, decided is { Seen: true } || dropped.Contains(path)));
            }
        }
        foreach (var finding in record.Findings.Where(f => f is { Ask: true, Path.Length: > 0 } && f.Code != MissingName))
            if (asked.Add(finding.Path + finding.Code))
                todos.Add(new ToDo(finding.Code, finding.Path, null, finding.Line, finding.Found, finding.Suggested, byPath.GetValueOrDefault(finding.Path) is { Seen: true } || dropped.Contains(finding.Path)));
        return todos;
    }

    /// <summary>Worth knowing, nothing to answer.</summary>
    public static IEnumerable<Finding> Advice(ImportRecord record) => record.Findings.Where(f => !f.Ask && f.Code is not ("glued-items" or "inferred-level"));

    /// <summary>The path under which an item is asked about: the frameworks that were split out of one line are one question.</summary>
    public static string Together(RecordItem item) => item.Kind == ItemKind.BoundaryItem ? item.Path[..item.Path.LastIndexOf(".items", StringComparison.Ordinal)] : item.Path;

    private static string? SuggestedFor(ImportRecord record, string path) =>
        record.Findings.FirstOrDefault(f => f.Code == MissingName && f.Path == path + ".name")?.Suggested;
}

/// <summary>The dropped items: an item is dropped with whatever it hangs under.</summary>
public sealed class Dropped(IEnumerable<Decision> decisions)
{
    private readonly HashSet<string> paths = [.. decisions.Where(d => d.Dropped).Select(d => d.Path)];

    public bool Contains(string path)
    {
        if (paths.Count == 0) return false;
        for (var i = 1; i <= path.Length; i++)
            if ((i == path.Length || path[i] is '.' or '[') && paths.Contains(path[..i])) return true;
        return false;
    }
}
