using Interviewing.Application.Competencies;

namespace Interviewing.Application.Import;

public enum ItemKind
{
    Title, Framework, Cluster, Profile, Code, Family, Series, Group, PayScale, Purpose, Outline, Characteristic, Area, Boundary, BoundaryItem, Result, Activity,
    Need, Requirement, PayLevel, Competency, Definition, RequiredLevel, Level, Positive, Negative, Question, Probe, Anchor, EmployeeTip, ManagerTip,
    Module, Term, Notice,
    Organisation, Status, OverviewRow, Description, Criterion, Cell, ModuleReference,
}

/// <summary>One item of a record with the path that names it, as findings and decisions do.</summary>
/// <param name="Text">Null for a profile or competency without a name, and for a bullet without words.</param>
public sealed record RecordItem(string Path, ItemKind Kind, string? Text, ItemTrace Trace, int Depth);

/// <summary>A record as a flat list in reading order: what the review page shows, publishing checks and the tests count.</summary>
public static class RecordItems
{
    public static IReadOnlyList<RecordItem> Of(ImportRecord record)
    {
        var items = new List<RecordItem>();
        Add(items, "title", ItemKind.Title, record.Title, 0);
        if (record.Organisation is { Name: { } organisation } found) items.Add(new RecordItem("organisation", ItemKind.Organisation, organisation, found.Trace, 0));
        Add(items, "publication_status", ItemKind.Status, record.PublicationStatus, 0);
        for (var i = 0; i < record.Overview.Count; i++) items.Add(new RecordItem($"overview[{i}]", ItemKind.OverviewRow, record.Overview[i].Name, record.Overview[i].Trace, 0));
        if (record.Framework is { } framework) items.Add(new RecordItem("framework", ItemKind.Framework, framework.Name, framework.Trace, 0));
        for (var i = 0; i < record.Clusters.Count; i++) Add(items, $"clusters[{i}]", ItemKind.Cluster, record.Clusters[i].Name, 0);
        for (var i = 0; i < record.JobProfiles.Count; i++) Profile(items, $"job_profiles[{i}]", record.JobProfiles[i]);
        for (var i = 0; i < record.Competencies.Count; i++) Competency(items, $"competencies[{i}]", record.Competencies[i], record.Language);
        for (var i = 0; i < record.Modules.Count; i++) Module(items, $"modules[{i}]", record.Modules[i]);
        for (var i = 0; i < record.Definitions.Count; i++) items.Add(new RecordItem($"definitions[{i}]", ItemKind.Term, record.Definitions[i].Text, record.Definitions[i].Trace, 0));
        for (var i = 0; i < record.Notices.Count; i++) items.Add(new RecordItem($"notices[{i}]", ItemKind.Notice, record.Notices[i].Text, record.Notices[i].Trace, 0));
        return items;
    }

    private static void Profile(List<RecordItem> items, string path, FoundProfile profile)
    {
        items.Add(new RecordItem(path, ItemKind.Profile, profile.Name?.Text, profile.Name?.Trace ?? profile.Trace, 0));
        Add(items, path + ".code", ItemKind.Code, profile.Code, 1);
        Node(items, path + ".job_family", ItemKind.Family, profile.JobFamily);
        Node(items, path + ".job_series", ItemKind.Series, profile.JobSeries);
        Node(items, path + ".job_group", ItemKind.Group, profile.JobGroup);
        if (profile.PayScale is { } scale) items.Add(new RecordItem(path + ".pay_scale", ItemKind.PayScale, scale.Value, scale.Trace, 1));
        Add(items, path + ".purpose", ItemKind.Purpose, profile.Purpose, 1);
        Section(items, path + ".context", profile.Context);
        Section(items, path + ".job_outline", profile.JobOutline);
        Section(items, path + ".person_profile", profile.PersonProfile);
        Each(items, path + ".dominant_characteristics", ItemKind.Characteristic, profile.DominantCharacteristics, 1);
        for (var i = 0; i < profile.ResultAreas.Count; i++) Area(items, $"{path}.result_areas[{i}]", profile.ResultAreas[i]);
        for (var i = 0; i < profile.Competencies.Count; i++)
            if (profile.Competencies[i] is { Code: { } code } need) items.Add(new RecordItem($"{path}.competencies[{i}]", ItemKind.Need, code, need.Trace, 1));
        Each(items, path + ".requirements", ItemKind.Requirement, profile.Requirements, 1);
        for (var i = 0; i < profile.Levels.Count; i++)
            items.Add(new RecordItem($"{path}.levels[{i}]", ItemKind.PayLevel, profile.Levels[i].AsFound, profile.Levels[i].Trace, 1));
        Criteria(items, path + ".distinguishing_criteria.criteria", profile.DistinguishingCriteria);
        Each(items, path + ".module_refs", ItemKind.ModuleReference, profile.ModuleRefs, 1);
    }

    private static void Criteria(List<RecordItem> items, string path, FoundCriteria? criteria)
    {
        for (var i = 0; i < (criteria?.Criteria.Count ?? 0); i++)
        {
            var criterion = criteria!.Criteria[i];
            items.Add(new RecordItem($"{path}[{i}]", ItemKind.Criterion, criterion.Name, criterion.Trace, 1));
            foreach (var of in criteria.Classes) Add(items, $"{path}[{i}].cells.{of}", ItemKind.Cell, criterion.Cells.GetValueOrDefault(of), 2);
        }
    }

    private static void Area(List<RecordItem> items, string path, FoundArea area)
    {
        items.Add(new RecordItem(path, ItemKind.Area, area.Title?.Text, area.Title?.Trace ?? area.Trace, 1));
        Add(items, path + ".statement", ItemKind.Purpose, area.Statement, 2);
        if (area.Framework is { } boundary)
        {
            if (boundary.Items.Count < 2) items.Add(new RecordItem(path + ".framework", ItemKind.Boundary, boundary.Text, boundary.Trace, 2));
            else Each(items, path + ".framework.items", ItemKind.BoundaryItem, boundary.Items, 2);
        }
        Add(items, path + ".result", ItemKind.Result, area.Result, 2);
        Activities(items, path + ".activities", area.Activities, 2);
    }

    private static void Activities(List<RecordItem> items, string path, IReadOnlyList<FoundActivity> activities, int depth)
    {
        for (var i = 0; i < activities.Count; i++)
        {
            items.Add(new RecordItem($"{path}[{i}]", ItemKind.Activity, activities[i].Text, activities[i].Trace, depth));
            Activities(items, $"{path}[{i}].children", activities[i].Children, depth + 1);
        }
    }

    private static void Competency(List<RecordItem> items, string path, FoundCompetency competency, string language)
    {
        var name = competency.Names.GetValueOrDefault(language) ?? competency.Names.Values.FirstOrDefault();
        items.Add(new RecordItem(path, ItemKind.Competency, name?.Text, name?.Trace ?? competency.Trace, 0));
        Add(items, path + ".cluster", ItemKind.Cluster, competency.Cluster, 1);
        Add(items, path + ".definition", ItemKind.Definition, competency.Definition, 1);
        Add(items, path + ".required_level", ItemKind.RequiredLevel, competency.RequiredLevel, 1);
        for (var i = 0; i < competency.Levels.Count; i++)
            items.Add(new RecordItem($"{path}.levels[{i}]", ItemKind.Level, competency.Levels[i].Title?.Text, competency.Levels[i].Trace, 1));
        for (var i = 0; i < competency.Indicators.Count; i++)
        {
            var indicator = competency.Indicators[i];
            items.Add(new RecordItem($"{path}.indicators[{i}]", indicator.Positive ? ItemKind.Positive : ItemKind.Negative, indicator.Text, indicator.Trace, 1));
        }
        for (var i = 0; i < competency.Questions.Count; i++) Question(items, $"{path}.questions[{i}]", competency.Questions[i]);
        for (var i = 0; i < competency.Tips.Count; i++)
        {
            var tip = competency.Tips[i];
            items.Add(new RecordItem($"{path}.tips[{i}]", tip.Audience == TipAudience.Employee ? ItemKind.EmployeeTip : ItemKind.ManagerTip, tip.Text, tip.Trace, 1));
        }
    }

    private static void Question(List<RecordItem> items, string path, FoundQuestion question)
    {
        items.Add(new RecordItem(path, ItemKind.Question, question.Text, question.Trace, 1));
        for (var i = 0; i < question.Probes.Count; i++) items.Add(new RecordItem($"{path}.probes[{i}]", ItemKind.Probe, question.Probes[i].Text, question.Probes[i].Trace, 2));
        for (var i = 0; i < question.Anchors.Count; i++) items.Add(new RecordItem($"{path}.anchors[{i}]", ItemKind.Anchor, question.Anchors[i].Text, question.Anchors[i].Trace, 2));
    }

    private static void Module(List<RecordItem> items, string path, FoundModule module)
    {
        items.Add(new RecordItem(path, ItemKind.Module, module.Name.Text, module.Name.Trace, 0));
        Add(items, path + ".code", ItemKind.Code, module.Code, 1);
        Add(items, path + ".purpose", ItemKind.Purpose, module.Purpose, 1);
        for (var i = 0; i < module.TaskGroups.Count; i++) Area(items, $"{path}.task_groups[{i}]", module.TaskGroups[i]);
    }

    private static void Section(List<RecordItem> items, string path, FoundSection? section)
    {
        for (var i = 0; i < (section?.Blocks.Count ?? 0); i++)
        {
            var block = section!.Blocks[i];
            if (block.Text is not null) items.Add(new RecordItem($"{path}.blocks[{i}]", ItemKind.Outline, block.Text, block.Trace, 1));
            Each(items, $"{path}.blocks[{i}].items", ItemKind.Outline, block.Items, 2);
        }
    }

    private static void Node(List<RecordItem> items, string path, ItemKind kind, FoundNode? node)
    {
        if (node is null) return;
        items.Add(new RecordItem(path, kind, node.Name, node.Trace, 1));
        if (node.Description is { } description) items.Add(new RecordItem(path + ".description", ItemKind.Description, description, node.DescriptionTrace ?? node.Trace, 2));
    }

    private static void Each(List<RecordItem> items, string path, ItemKind kind, IReadOnlyList<FoundText> texts, int depth)
    {
        for (var i = 0; i < texts.Count; i++) Add(items, $"{path}[{i}]", kind, texts[i], depth);
    }

    private static void Add(List<RecordItem> items, string path, ItemKind kind, FoundText? text, int depth)
    {
        if (text is not null) items.Add(new RecordItem(path, kind, text.Text, text.Trace, depth));
    }
}
