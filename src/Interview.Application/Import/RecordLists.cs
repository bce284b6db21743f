namespace Interviewing.Application.Import;

// A record taken apart: which lists it has, and the leaves in them as they were read.
internal sealed partial class ReviewLists
{
    private void Competency(string key, FoundCompetency competency)
    {
        Slot(key + ".cluster", competency.Cluster);
        Slot(key + ".definition", competency.Definition);
        Slot(key + ".required_level", competency.RequiredLevel);
        List(key + ".indicators", competency.Indicators, i => i.Text, i => i.Trace);
        List(key + ".questions", competency.Questions, q => q.Text, q => q.Trace);
        for (var i = 0; i < competency.Questions.Count; i++) List($"{key}.questions[{i}].probes", competency.Questions[i].Probes, p => p.Text, p => p.Trace);
        List(key + ".tips", competency.Tips, t => t.Text, t => t.Trace);
    }

    private void Profile(string key, FoundProfile profile)
    {
        Slot(key + ".code", profile.Code);
        Slot(key + ".purpose", profile.Purpose);
        Section(key + ".context", profile.Context);
        Section(key + ".job_outline", profile.JobOutline);
        Section(key + ".person_profile", profile.PersonProfile);
        Texts(key + ".dominant_characteristics", profile.DominantCharacteristics);
        Texts(key + ".requirements", profile.Requirements);
        Areas(key + ".result_areas", profile.ResultAreas);
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

    private void Texts(string list, IReadOnlyList<FoundText> texts) => List(list, texts, t => t.Text, t => t.Trace);

    private void List<T>(string list, IReadOnlyList<T> found, Func<T, string?> text, Func<T, ItemTrace> trace) where T : class
    {
        lists[list] = new List<Leaf>(found.Count);
        for (var i = 0; i < found.Count; i++) Insert(list, i, new Leaf($"{list}[{i}]", text(found[i]), trace(found[i]), found[i]));
    }
}
