namespace Interviewing.Application.Import;

/// <summary>A question that a person answers before publishing: a missing name, a doubtful item, something that did not fit. A remark has the same shape and may be left.</summary>
public sealed record ToDo(string Code, string Path, ItemKind? Kind, int? Line, string? Found, string? Suggested, bool Done)
{
    /// <summary>Where the text would be split: end of the first part, beginning of the second.</summary>
    public (int At, int To)? Cut { get; init; }
    /// <summary>For a line that nobody used: where it would stand, and as what.</summary>
    public Spot? Place { get; init; }
    /// <summary>The line of the text that says the same.</summary>
    public int? Twin { get; init; }
}

/// <summary>What stands between a draft and the library.</summary>
public static class DraftReview
{
    public const string MissingName = "missing-name";
    public const string RunOn = "run-on";
    public const string Repeated = "repeated";
    public const string UnusedLine = "unused-line";
    private const string Doubtful = "doubtful";
    private const int MostRemarks = 200;

    public static IReadOnlyList<ToDo> ToDos(ImportRecord record, IReadOnlyList<Decision> decisions, Reviewed? reviewed = null)
    {
        reviewed ??= Reviewed.Of(record, decisions);
        var findings = record.Findings.GroupBy(f => f.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var todos = new List<ToDo>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in RecordItems.Of(record))
        {
            var path = Together(item);
            if (item is { Kind: ItemKind.Profile or ItemKind.Competency, Text: null })
                todos.Add(new ToDo(MissingName, path, item.Kind, item.Trace.Line, null, SuggestedFor(record, path), reviewed.DecisionOf(path)?.Name is not null || IsGone(path)));
            else if (item.Trace.IsDoubtful && asked.Add(path))
            {
                var why = findings.GetValueOrDefault(path)?.Find(f => f.Suggested is not null);
                todos.Add(new ToDo(why?.Code ?? Doubtful, path, item.Kind, item.Trace.Line, why?.Found ?? item.Text, why?.Suggested, IsSeen(path, item.Path) || IsGone(path)));
            }
        }
        foreach (var finding in record.Findings.Where(f => f is { Ask: true, Path.Length: > 0 } && f.Code != MissingName))
            if (asked.Add(finding.Path + finding.Code))
                todos.Add(new ToDo(finding.Code, finding.Path, null, finding.Line, finding.Found, finding.Suggested, IsSeen(finding.Path, finding.Path) || IsGone(finding.Path)));
        return todos;

        // Whoever took an item into another has seen it.
        bool IsGone(string key) => reviewed.PathOf(key) is not { } path || reviewed.IsDropped(path);
        bool IsSeen(string path, string item) => reviewed.DecisionOf(path) is { Seen: true } || reviewed.DecisionOf(item) is { Seen: true };
    }

    /// <summary>What may be better and may also stay as it is: a sentence that is two, a text that stands there twice, a line that nobody used.</summary>
    public static IReadOnlyList<ToDo> Remarks(ImportRecord record, IReadOnlyList<Decision> decisions, Reviewed? reviewed = null)
    {
        reviewed ??= Reviewed.Of(record, decisions);
        var remarks = new List<ToDo>();
        var first = new Dictionary<(ItemKind, string), RecordItem>();
        var items = RecordItems.Of(reviewed.Record);
        foreach (var item in items)
        {
            if (item.Text is not { Length: > 0 } text || reviewed.IsDropped(item.Path)) continue;
            var key = reviewed.KeyOf(item.Path);
            var seen = reviewed.DecisionOf(key) is { Seen: true };
            if (RunOnSentence.Find(item, record.Language) is { } cut && !seen)
                remarks.Add(new ToDo(RunOn, key, item.Kind, item.Trace.Line, text, null, false) { Cut = cut });
            if (item.Kind is not (ItemKind.Positive or ItemKind.Negative or ItemKind.Question or ItemKind.EmployeeTip or ItemKind.ManagerTip or ItemKind.Activity)) continue;
            if (!first.TryAdd((item.Kind, Wording.Key(text)), item) && !seen)
                remarks.Add(new ToDo(Repeated, key, item.Kind, item.Trace.Line, text, null, false) { Twin = first[(item.Kind, Wording.Key(text))].Trace.Line });
        }
        foreach (var finding in record.Findings.Where(f => f.Code == UnusedLine))
            if (reviewed.DecisionOf(finding.Path) is not ({ Seen: true } or { Moved: not null }))
                remarks.Add(Unused(finding, items, reviewed));
        return [.. remarks.OrderBy(remark => remark.Line).Take(MostRemarks)];
    }

    /// <summary>Worth knowing, nothing to answer.</summary>
    public static IEnumerable<Finding> Advice(ImportRecord record) => record.Findings.Where(f => !f.Ask && f.Code is not ("glued-items" or "inferred-level" or UnusedLine or "repeated-across-areas"));

    /// <summary>The path under which an item is asked about: the frameworks that were split out of one line are one question.</summary>
    public static string Together(RecordItem item) => Together(item.Kind, item.Path);

    public static string Together(ItemKind kind, string path) =>
        kind == ItemKind.BoundaryItem && path.LastIndexOf(".items", StringComparison.Ordinal) is > 0 and var end ? path[..end] : path;

    // An unused line most likely goes on where the item before it stopped.
    private static ToDo Unused(Finding finding, IReadOnlyList<RecordItem> items, Reviewed reviewed)
    {
        var before = items.Where(item => item.Trace.LastLine < finding.Line && reviewed.May(reviewed.KeyOf(item.Path)).HasFlag(Remedies.Split)).MaxBy(item => (item.Trace.LastLine, item.Trace.Line));
        var key = before is null ? null : reviewed.KeyOf(before.Path);
        return new ToDo(UnusedLine, finding.Path, before?.Kind, finding.Line, finding.Found, null, false) { Place = key is null ? null : new Spot(reviewed.Find(key)!.List, key) };
    }

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
