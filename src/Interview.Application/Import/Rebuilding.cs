using Interviewing.Application.Competencies;

namespace Interviewing.Application.Import;

// The lists put together again: a record of the same shape, as people decided that it should be.
public sealed partial class Reviewed
{
    private ImportRecord Rebuild(ImportRecord record) => record with
    {
        Competencies = Each("competencies", "competencies", Competency),
        JobProfiles = Each("job_profiles", "job_profiles", Profile),
        Modules = [.. record.Modules.Select((module, i) => module with { TaskGroups = Each($"modules[{i}].task_groups", $"modules[{i}].task_groups", Area) })],
        Definitions = Each("definitions", "definitions", (leaf, _) => ((FoundDefinition)leaf.Found!) with { Text = leaf.Text ?? "" }),
    };

    private FoundCompetency Competency(Leaf leaf, string path) => ((FoundCompetency)leaf.Found!) with
    {
        Cluster = Slot(leaf, path, ".cluster"),
        Definition = Slot(leaf, path, ".definition"),
        RequiredLevel = Slot(leaf, path, ".required_level"),
        Levels = Each(leaf.Key + ".levels", path + ".levels", (level, _) => ((FoundLevel)level.Found!) with { Title = level.Text is null ? null : level.Say() }),
        Indicators = Each(leaf.Key + ".indicators", path + ".indicators", Indicator),
        Questions = Each(leaf.Key + ".questions", path + ".questions", (question, at) => Question(question, at, leaf.Key + ".indicators")),
        Tips = Each(leaf.Key + ".tips", path + ".tips", Tip),
    };

    private static FoundIndicator Indicator(Leaf leaf, string path) =>
        leaf.Found is FoundIndicator found ? found with { Text = leaf.Text ?? "", Trace = leaf.Trace } : new FoundIndicator(leaf.Text ?? "", true, null, leaf.Trace);

    private static FoundTip Tip(Leaf leaf, string path) =>
        leaf.Found is FoundTip found ? found with { Text = leaf.Text ?? "", Trace = leaf.Trace } : new FoundTip(leaf.Text ?? "", TipAudience.Employee, null, leaf.Trace);

    private FoundQuestion Question(Leaf leaf, string path, string indicators)
    {
        var found = leaf.Found as FoundQuestion;
        return new FoundQuestion(leaf.Text ?? "", found?.Type, found?.Minutes, Touches(leaf.Key, found, indicators),
            Each(leaf.Key + ".probes", path + ".probes", (probe, _) => new FoundProbe((probe.Found as FoundProbe)?.Step, probe.Text ?? "", probe.Trace)),
            Each(leaf.Key + ".anchors", path + ".anchors", (anchor, _) => ((FoundAnchor)anchor.Found!) with { Text = anchor.Text ?? "" }), leaf.Trace);
    }

    // The indicators may have moved: they are numbered again, as they stand now.
    private int[] Touches(string key, FoundQuestion? found, string indicators)
    {
        if (found is null || key.IndexOf(".questions[", StringComparison.Ordinal) is not (>= 0 and var end)) return [];
        var here = lists[indicators].Select((leaf, n) => (leaf.Key, n)).ToDictionary(x => x.Key, x => x.n + 1, StringComparer.Ordinal);
        return [.. found.Touches.Select(n => Standing($"{key[..end]}.indicators[{n - 1}]")).Where(here.ContainsKey).Select(one => here[one]).Distinct()];
    }

    private string Standing(string key)
    {
        while (lists.Swallowed.TryGetValue(key, out var into)) key = into;
        return key;
    }

    private FoundProfile Profile(Leaf leaf, string path)
    {
        var found = (FoundProfile)leaf.Found!;
        var order = lists["competencies"].Select((competency, n) => (competency.Key, n)).ToDictionary(x => x.Key, x => x.n, StringComparer.Ordinal);
        return found with
        {
            Code = Slot(leaf, path, ".code"),
            JobFamily = Node(found.JobFamily, leaf, path, ".job_family"),
            JobSeries = Node(found.JobSeries, leaf, path, ".job_series"),
            JobGroup = Node(found.JobGroup, leaf, path, ".job_group"),
            PayScale = found.PayScale is null ? null : found.PayScale with { Value = Slot(leaf, path, ".pay_scale")!.Text },
            Purpose = Slot(leaf, path, ".purpose"),
            Context = Section(found.Context, leaf.Key + ".context", path + ".context"),
            JobOutline = Section(found.JobOutline, leaf.Key + ".job_outline", path + ".job_outline"),
            PersonProfile = Section(found.PersonProfile, leaf.Key + ".person_profile", path + ".person_profile"),
            DominantCharacteristics = Each(leaf.Key + ".dominant_characteristics", path + ".dominant_characteristics", Say),
            Requirements = Each(leaf.Key + ".requirements", path + ".requirements", Say),
            ResultAreas = Each(leaf.Key + ".result_areas", path + ".result_areas", Area),
            Competencies = Each(leaf.Key + ".competencies", path + ".competencies", (need, _) => Need((FoundNeed)need.Found!, need.Text, order)),
            Levels = Each(leaf.Key + ".levels", path + ".levels", (level, _) => PayLevelText.Reword((FoundPayLevel)level.Found!, level.Text!)),
            DistinguishingCriteria = found.DistinguishingCriteria is not { } criteria ? null : criteria with
            {
                Criteria = Each(leaf.Key + ".distinguishing_criteria.criteria", path + ".distinguishing_criteria.criteria", (criterion, at) => Criterion(criterion, at, criteria.Classes)),
            },
        };
    }

    private static FoundNeed Need(FoundNeed found, string? code, Dictionary<string, int> order) =>
        found.Index is { } index ? found with { Index = order[$"competencies[{index}]"] } : found with { Code = code };

    private FoundNode? Node(FoundNode? found, Leaf leaf, string path, string name) => found is null ? null : found with { Name = Slot(leaf, path, name)!.Text };

    private FoundCriterion Criterion(Leaf leaf, string path, IReadOnlyList<string> classes) => ((FoundCriterion)leaf.Found!) with
    {
        Name = leaf.Text ?? "",
        Cells = classes.ToDictionary(of => of, of => Slot(leaf, path, $".cells.{of}"), StringComparer.Ordinal),
    };

    private FoundArea Area(Leaf leaf, string path)
    {
        var found = (FoundArea)leaf.Found!;
        return found with
        {
            Title = leaf.Text is null ? null : leaf.Say(),
            Statement = Slot(leaf, path, ".statement"),
            Result = Slot(leaf, path, ".result"),
            Framework = Boundary(found.Framework, leaf.Key + ".framework", path + ".framework"),
            Activities = Each(leaf.Key + ".activities", path + ".activities", Activity),
        };
    }

    private FoundActivity Activity(Leaf leaf, string path) => new(leaf.Text, Each(leaf.Key + ".children", path + ".children", Activity), leaf.Trace);

    private FoundBoundary? Boundary(FoundBoundary? found, string key, string path)
    {
        var items = lists[key];
        if (items.Count == 0) return null;
        if (items.Count == 1) Map(items[0], path);
        else for (var i = 0; i < items.Count; i++) Map(items[i], $"{path}.items[{i}]");
        var trace = items[0].Trace with { LastLine = items.Max(item => item.Trace.LastLine), Confidence = items.Min(item => item.Trace.Confidence) };
        return new FoundBoundary(string.Join(' ', items.Select(item => item.Text)), [.. items.Select(item => item.Say())], found is null ? trace : found.Trace with { Confidence = trace.Confidence });
    }

    private FoundSection? Section(FoundSection? found, string key, string path) => found is null ? null : found with
    {
        Blocks = [.. found.Blocks.Select((block, i) => block with
        {
            Text = Slot(key, path, $".blocks[{i}]")?.Text,
            Items = Each($"{key}.blocks[{i}].items", $"{path}.blocks[{i}].items", Say),
        })],
    };

    private FoundText? Slot(Leaf owner, string path, string name) => Slot(owner.Key, path, name);

    private FoundText? Slot(string key, string path, string name)
    {
        if (lists[key + name] is not [var leaf, ..]) return null;
        Map(leaf, path + name);
        return leaf.Say();
    }

    private static FoundText Say(Leaf leaf, string path) => leaf.Say();

    private List<T> Each<T>(string key, string path, Func<Leaf, string, T> make) => [.. lists[key].Select((leaf, i) => make(leaf, Map(leaf, $"{path}[{i}]")))];

    private string Map(Leaf leaf, string path)
    {
        (keys[path], paths[leaf.Key]) = (leaf.Key, path);
        return path;
    }
}
