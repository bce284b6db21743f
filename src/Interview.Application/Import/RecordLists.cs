namespace Interviewing.Application.Import;

// A record taken apart: which lists it has, and the leaves in them as they were read.
internal sealed partial class ReviewLists
{
    private void Competency(string key, FoundCompetency competency)
    {
        Slot(key + ".cluster", competency.Cluster);
        Slot(key + ".definition", competency.Definition);
        Slot(key + ".required_level", competency.RequiredLevel);
        Fixed(key + ".levels", competency.Levels, l => l.Title?.Text, l => l.Title?.Trace ?? l.Trace);
        List(key + ".indicators", competency.Indicators, i => i.Text, i => i.Trace);
        List(key + ".questions", competency.Questions, q => q.Text, q => q.Trace);
        for (var i = 0; i < competency.Questions.Count; i++)
        {
            List($"{key}.questions[{i}].probes", competency.Questions[i].Probes, p => p.Text, p => p.Trace);
            Fixed($"{key}.questions[{i}].anchors", competency.Questions[i].Anchors, a => a.Text, a => a.Trace);
        }
        List(key + ".tips", competency.Tips, t => t.Text, t => t.Trace);
    }

    private void Profile(string key, FoundProfile profile)
    {
        Slot(key + ".code", profile.Code);
        foreach (var (name, node) in new[] { (".job_family", profile.JobFamily), (".job_series", profile.JobSeries), (".job_group", profile.JobGroup) }) Fixed(key + name, node?.Name, node?.Trace);
        Fixed(key + ".pay_scale", profile.PayScale?.Value, profile.PayScale?.Trace);
        Slot(key + ".purpose", profile.Purpose);
        Section(key + ".context", profile.Context);
        Section(key + ".job_outline", profile.JobOutline);
        Section(key + ".person_profile", profile.PersonProfile);
        Texts(key + ".dominant_characteristics", profile.DominantCharacteristics);
        Texts(key + ".requirements", profile.Requirements);
        Areas(key + ".result_areas", profile.ResultAreas);
        Fixed(key + ".competencies", profile.Competencies, need => need.Code, need => need.Trace);
        Fixed(key + ".levels", profile.Levels, level => level.AsFound, level => level.Trace);
        Criteria(key + ".distinguishing_criteria.criteria", profile.DistinguishingCriteria);
    }

    // Every cell has room for one text, also where the table left it empty.
    private void Criteria(string list, FoundCriteria? criteria)
    {
        List(list, criteria?.Criteria ?? [], c => c.Name, c => c.Trace);
        for (var i = 0; i < (criteria?.Criteria.Count ?? 0); i++)
            foreach (var of in criteria!.Classes) Slot($"{list}[{i}].cells.{of}", criteria.Criteria[i].Cells.GetValueOrDefault(of));
    }

    private void Areas(string list, IReadOnlyList<FoundArea> areas)
    {
        List(list, areas, a => a.Title?.Text, a => a.Title?.Trace ?? a.Trace);
        for (var i = 0; i < areas.Count; i++)
        {
            var key = $"{list}[{i}]";
            Slot(key + ".statement", areas[i].Statement);
            Slot(key + ".result", areas[i].Result);
            Boundary(key + ".framework", areas[i].Framework);
            Activities(key + ".activities", areas[i].Activities);
        }
    }

    // One framework is called by the list itself, several by their number: as RecordItems does.
    private void Boundary(string key, FoundBoundary? found)
    {
        lists[key] = [];
        if (found is null) return;
        if (found.Items.Count < 2) Insert(key, 0, new Leaf(key, found.Text, found.Trace, null));
        else for (var i = 0; i < found.Items.Count; i++) Insert(key, i, new Leaf($"{key}.items[{i}]", found.Items[i].Text, found.Items[i].Trace, null));
    }

    private void Activities(string list, IReadOnlyList<FoundActivity> activities)
    {
        List(list, activities, a => a.Text, a => a.Trace);
        for (var i = 0; i < activities.Count; i++)
            if (activities[i].Children.Count > 0) Activities($"{list}[{i}].children", activities[i].Children);
    }

    private void Section(string key, FoundSection? section)
    {
        for (var i = 0; i < (section?.Blocks.Count ?? 0); i++)
        {
            var block = section!.Blocks[i];
            Slot($"{key}.blocks[{i}]", block.Text is null ? null : new FoundText(block.Text, block.Trace));
            Texts($"{key}.blocks[{i}].items", block.Items);
        }
    }

    private void Slot(string key, FoundText? text)
    {
        slots.Add(key);
        lists[key] = [];
        if (text is not null) Insert(key, 0, new Leaf(key, text.Text, text.Trace, null));
    }

    // What belongs to its place: it may be worded otherwise, but stands nowhere else, and nothing else stands there.
    private void Fixed(string key, string? text, ItemTrace? trace)
    {
        pinned.Add(key);
        slots.Add(key);
        lists[key] = [];
        if (text is not null) Insert(key, 0, new Leaf(key, text, trace!, null));
    }

    private void Fixed<T>(string list, IReadOnlyList<T> found, Func<T, string?> text, Func<T, ItemTrace> trace) where T : class
    {
        pinned.Add(list);
        List(list, found, text, trace);
    }

    private void Texts(string list, IReadOnlyList<FoundText> texts) => List(list, texts, t => t.Text, t => t.Trace);

    private void List<T>(string list, IReadOnlyList<T> found, Func<T, string?> text, Func<T, ItemTrace> trace) where T : class
    {
        lists[list] = new List<Leaf>(found.Count);
        for (var i = 0; i < found.Count; i++) Insert(list, i, new Leaf($"{list}[{i}]", text(found[i]), trace(found[i]), found[i]));
    }
}
