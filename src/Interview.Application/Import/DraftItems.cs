namespace Interviewing.Application.Import;

/// <summary>The items of a reviewed record as its reviewer sees them, and where they may be moved to.</summary>
internal static class DraftItems
{
    private const int MostParents = 400;

    /// <summary>What stands in these lines of the source, each under what it hangs under.</summary>
    public static IReadOnlyList<DraftItem> In(ImportRecord read, Reviewed reviewed, int from, int until)
    {
        var items = RecordItems.Of(reviewed.Record);
        var wanted = new bool[items.Count];
        var above = new Stack<int>();
        for (var i = 0; i < items.Count; i++)
        {
            while (above.Count > 0 && items[above.Peek()].Depth >= items[i].Depth) above.Pop();
            if (items[i].Trace.LastLine >= from && items[i].Trace.Line < until)
            {
                wanted[i] = true;
                foreach (var parent in above) wanted[parent] = true;
            }
            above.Push(i);
        }
        var texts = RecordItems.Of(read).ToDictionary(item => item.Path, item => item.Text, StringComparer.Ordinal);
        return [.. items.Where((_, i) => wanted[i]).Select(item => Shown(item, reviewed, texts))];
    }

    public static IReadOnlyList<MoveParent> Parents(Reviewed reviewed)
    {
        var parents = new List<MoveParent>();
        var record = reviewed.Record;
        for (var i = 0; i < record.JobProfiles.Count; i++)
        {
            var path = $"job_profiles[{i}]";
            parents.Add(Parent(path, ItemKind.Profile, reviewed.DecisionOf(reviewed.KeyOf(path))?.Name ?? record.JobProfiles[i].Name?.Text,
                (".purpose", ItemKind.Purpose), (".dominant_characteristics", ItemKind.Characteristic), (".requirements", ItemKind.Requirement), (".result_areas", ItemKind.Area)));
            for (var a = 0; a < record.JobProfiles[i].ResultAreas.Count; a++) parents.Add(Area($"{path}.result_areas[{a}]", record.JobProfiles[i].ResultAreas[a]));
            if (record.JobProfiles[i].DistinguishingCriteria is not { } criteria) continue;
            for (var c = 0; c < criteria.Criteria.Count; c++)
                parents.Add(Parent($"{path}.distinguishing_criteria.criteria[{c}]", ItemKind.Criterion, criteria.Criteria[c].Name, [.. criteria.Classes.Select(of => ($".cells.{of}", ItemKind.Cell))]));
        }
        for (var i = 0; i < record.Competencies.Count; i++)
        {
            var path = $"competencies[{i}]";
            parents.Add(Parent(path, ItemKind.Competency, reviewed.DecisionOf(reviewed.KeyOf(path))?.Name ?? (record.Competencies[i].Names.GetValueOrDefault(record.Language) ?? record.Competencies[i].Names.Values.FirstOrDefault())?.Text,
                (".definition", ItemKind.Definition), (".indicators", ItemKind.Positive), (".questions", ItemKind.Question), (".tips", ItemKind.EmployeeTip)));
        }
        for (var m = 0; m < record.Modules.Count; m++)
            for (var a = 0; a < record.Modules[m].TaskGroups.Count; a++) parents.Add(Area($"modules[{m}].task_groups[{a}]", record.Modules[m].TaskGroups[a]));
        return [.. parents.Where(p => p.Places.Count > 0).Take(MostParents)];

        MoveParent Area(string path, FoundArea area) =>
            Parent(path, ItemKind.Area, Published.Title(area), (".framework", ItemKind.Boundary), (".result", ItemKind.Result), (".activities", ItemKind.Activity));

        MoveParent Parent(string path, ItemKind kind, string? name, params (string List, ItemKind Kind)[] lists)
        {
            var key = reviewed.KeyOf(path);
            return new MoveParent(key, kind, name, reviewed.IsDropped(path) ? [] : [.. lists.Select(l => (List: key + l.List, l.Kind))
                .Where(l => !reviewed.Lists.IsSlot(l.List) || reviewed.Lists[l.List].Count == 0).Select(l => new MovePlace(l.List, l.Kind, reviewed.Lists[l.List] is [.., var last] ? last.Key : null) { Of = l.Kind == ItemKind.Cell ? l.List[(key.Length + ".cells.".Length)..] : null })]);
        }
    }

    private static DraftItem Shown(RecordItem item, Reviewed reviewed, Dictionary<string, string?> read)
    {
        var key = reviewed.KeyOf(item.Path);
        var decided = reviewed.DecisionOf(key);
        var own = decided is { Dropped: true };
        var leaf = reviewed.Find(key);
        var isPart = key.LastIndexOf('/') > 0;
        var seen = decided is { Seen: true } || reviewed.DecisionOf(DraftReview.Together(item.Kind, key)) is { Seen: true };
        return new DraftItem(key, item.Kind, item.Text, decided?.Name ?? (item.Kind is ItemKind.Profile or ItemKind.Competency ? item.Text : null),
            item.Trace.Line, item.Trace.LastLine, item.Depth, item.Trace.IsDoubtful && !seen, own, !own && reviewed.IsDropped(item.Path))
        {
            List = leaf?.List,
            AsRead = decided is not null && decided.Done.HasFlag(Remedies.Edit) && !isPart && read.GetValueOrDefault(key) is { } text && text != item.Text ? text : null,
            Done = (decided?.Done ?? Remedies.None) | (isPart ? Remedies.Split : Remedies.None),
            May = reviewed.May(key),
            Next = leaf is null ? null : reviewed.Lists.Next(leaf)?.Text,
        };
    }
}
