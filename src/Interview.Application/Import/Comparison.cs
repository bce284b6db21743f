using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;

namespace Interviewing.Application.Import;

public enum ChangeSort { Added, Changed, Removed }

/// <summary>One difference between a document and what an earlier version of it put in the library. Nothing happens with it unless it is <see cref="Taken"/>.</summary>
/// <param name="Key">The item of the draft; for what is gone, the library's own id.</param>
/// <param name="Under">The competency or profile it belongs to.</param>
public sealed record Change(string Key, ChangeSort Sort, ItemKind Kind, string? Under, string? Before, string? After, int? Line, bool Taken);

/// <param name="Path">Where the item stands in the reviewed record; null for what is gone.</param>
/// <param name="Item">The library's item; the root itself for its own fields.</param>
internal sealed record Difference(Change Change, string? Path, object? Root, Guid Item, string Field);

/// <summary>
/// What a new version of a document says, beside what is in the library of the earlier one. Competencies and profiles are known again by code, else by name, else
/// by what they say; the texts in them by what they say.
/// </summary>
internal sealed partial class Comparison
{
    private const int ShortestPart = 8;
    private readonly Reviewed reviewed;
    private readonly string language;
    private readonly List<Difference> differences = [];

    private readonly IReadOnlySet<string> known;
    // What the document said before and says still.
    private readonly List<string> still;

    private Comparison(Reviewed reviewed, string language, IReadOnlySet<string> known)
    {
        (this.reviewed, this.language, this.known) = (reviewed, language, known);
        still = [.. RecordItems.Of(reviewed.Record).Select(item => Wording.Key(item.Text ?? "")).Where(key => key.Length > 0 && known.Contains(key)).Distinct()];
    }

    public IReadOnlyList<Difference> Differences => differences;
    public Dictionary<int, Competency> Competencies { get; private set; } = [];
    public Dictionary<int, Profile> Profiles { get; private set; } = [];
    /// <summary>The earlier draft.</summary>
    public Guid Follows { get; init; }

    public bool Takes(string path) => reviewed.DecisionOf(reviewed.KeyOf(path)) is { Taken: true };

    /// <param name="known">What the earlier version said, as keys of texts: what people made of that is no difference between the two.</param>
    public static Comparison Of(Reviewed reviewed, string language, IReadOnlyList<Competency> competencies, IReadOnlyList<Profile> profiles, IReadOnlySet<string> known, Guid follows)
    {
        var it = new Comparison(reviewed, language, known) { Follows = follows };
        var record = reviewed.Record;
        it.Competencies = Roots(Kept(record.Competencies, "competencies"), competencies, c => c.Code, c => it.NameOf("competencies", record.Competencies.IndexOf(c), c), c => c.Definition?.Text, c => c.Code, c => c.Name[language], c => c.Definition[language]);
        it.Profiles = Roots(Kept(record.JobProfiles, "job_profiles"), profiles, p => p.Code?.Text, p => it.NameOf("job_profiles", record.JobProfiles.IndexOf(p), p), p => p.Purpose?.Text, p => p.Code, p => p.Name[language], p => p.Purpose[language]);
        foreach (var (i, found) in Kept(record.Competencies, "competencies")) it.Competency($"competencies[{i}]", found, it.Competencies.GetValueOrDefault(i));
        foreach (var gone in competencies.Where(c => c.Status == ItemStatus.Active).Except(it.Competencies.Values)) it.Gone(ItemKind.Competency, null, gone.Name[language], gone, gone.Id, "competency");
        foreach (var (i, found) in Kept(record.JobProfiles, "job_profiles")) it.Profile($"job_profiles[{i}]", found, it.Profiles.GetValueOrDefault(i));
        foreach (var gone in profiles.Where(p => p.Status == ItemStatus.Active).Except(it.Profiles.Values)) it.Gone(ItemKind.Profile, null, gone.Name[language], gone, gone.Id, "profile");
        return it;

        List<(int, T)> Kept<T>(IReadOnlyList<T> found, string list) => [.. found.Select((one, i) => (i, one)).Where(x => !reviewed.IsDropped($"{list}[{x.i}]"))];
    }

    public string? NameOf(string list, int index, object found) =>
        reviewed.DecisionOf(reviewed.KeyOf($"{list}[{index}]"))?.Name ?? (found is FoundCompetency c ? (c.Names.GetValueOrDefault(language) ?? c.Names.Values.FirstOrDefault())?.Text : ((FoundProfile)found).Name?.Text);

    private static Dictionary<int, TOld> Roots<TNew, TOld>(List<(int Index, TNew Found)> now, IReadOnlyList<TOld> was,
        Func<TNew, string?> code, Func<TNew, string?> name, Func<TNew, string?> says, Func<TOld, string> oldCode, Func<TOld, string?> oldName, Func<TOld, string?> oldSays) where TOld : class
    {
        var pairs = new Dictionary<int, TOld>();
        Match((found, old) => string.Equals(code(found), oldCode(old), StringComparison.OrdinalIgnoreCase));
        Match((found, old) => Wording.Letters(name(found) ?? "") is { Length: > 0 } letters && letters == Wording.Letters(oldName(old) ?? ""));
        // What still has no pair may have another name, but says nearly the same.
        var (left, free) = (now.Where(n => !pairs.ContainsKey(n.Index)).ToList(), was.Except(pairs.Values).ToList());
        foreach (var (n, w) in TextSimilarity.Pairs([.. left.Select(l => $"{name(l.Found)} {says(l.Found)}")], [.. free.Select(f => $"{oldName(f)} {oldSays(f)}")])) pairs[left[n].Index] = free[w];
        return pairs;

        void Match(Func<TNew, TOld, bool> same)
        {
            foreach (var (index, found) in now)
                if (!pairs.ContainsKey(index) && was.FirstOrDefault(old => !pairs.ContainsValue(old) && same(found, old)) is { } old) pairs[index] = old;
        }
    }

    private void Competency(string path, FoundCompetency found, Competency? there)
    {
        var name = NameOf("competencies", IndexOf(path), found);
        if (there is null)
        {
            Add(path, ChangeSort.Added, ItemKind.Competency, null, null, name, found.Trace.Line, null, Guid.Empty, "competency");
            return;
        }
        Text(path, ItemKind.Competency, there.Name[language], there.Name[language], name, found.Trace.Line, there, there.Id, "name");
        Text(path + ".definition", ItemKind.Definition, there.Name[language], there.Definition[language], Kept(found.Definition, path + ".definition"), found.Definition?.Trace.Line, there, there.Id, "definition");
        foreach (var level in found.Levels)
            if (there.Levels.FirstOrDefault(l => l.Ordinal == level.Ordinal) is { } step && level.Title is { } title)
                Text($"{path}.levels[{level.Ordinal - 1}]", ItemKind.Level, there.Name[language], step.Title[language], title.Text, level.Trace.Line, there, step.Id, "title");
        Parts(path + ".indicators", [.. found.Indicators.Select(i => (i.Text, i.Positive ? ItemKind.Positive : ItemKind.Negative, i.Trace.Line))],
            [.. there.Indicators.Select(i => (i.Id, i.Text[language] ?? "", i.Polarity == Polarity.Positive ? ItemKind.Positive : ItemKind.Negative, i.Status == ItemStatus.Active))], there, there.Name[language], "indicator");
        Parts(path + ".questions", [.. found.Questions.Select(q => (q.Text, ItemKind.Question, q.Trace.Line))],
            [.. there.Questions.Select(q => (q.Id, q.Text[language] ?? "", ItemKind.Question, q.Status == ItemStatus.Active))], there, there.Name[language], "question");
        Parts(path + ".tips", [.. found.Tips.Select(t => (t.Text, t.Audience == TipAudience.Employee ? ItemKind.EmployeeTip : ItemKind.ManagerTip, t.Trace.Line))],
            [.. there.Tips.Select(t => (t.Id, t.Text[language] ?? "", t.Audience == TipAudience.Employee ? ItemKind.EmployeeTip : ItemKind.ManagerTip, t.Status == ItemStatus.Active))], there, there.Name[language], "tip");
    }

    private void Profile(string path, FoundProfile found, Profile? there)
    {
        var name = NameOf("job_profiles", IndexOf(path), found);
        if (there is null)
        {
            Add(path, ChangeSort.Added, ItemKind.Profile, null, null, name, found.Trace.Line, null, Guid.Empty, "profile");
            return;
        }
        var under = there.Name[language];
        Text(path, ItemKind.Profile, under, under, name, found.Trace.Line, there, there.Id, "name");
        Text(path + ".purpose", ItemKind.Purpose, under, there.Purpose[language], Kept(found.Purpose, path + ".purpose"), found.Purpose?.Trace.Line, there, there.Id, "purpose");
        var characteristics = string.Join("; ", found.DominantCharacteristics.Where((_, i) => !reviewed.IsDropped($"{path}.dominant_characteristics[{i}]")).Select(c => c.Text));
        Text(path + ".dominant_characteristics", ItemKind.Characteristic, under, string.Join("; ", there.Characteristics.Select(c => c[language])), characteristics,
            found.DominantCharacteristics.Count > 0 ? found.DominantCharacteristics[0].Trace.Line : null, there, there.Id, "characteristics");
        if (found.PayScale is not null || !found.Levels.All(level => known.Contains(Wording.Key(level.AsFound))))
            Text(path + ".pay_scale", ItemKind.PayScale, under, there.PayScale, Published.PayScale(reviewed, found, path), found.PayScale?.Trace.Line ?? (found.Levels is [var first, ..] ? first.Trace.Line : null), there, there.Id, "pay-scale");
        Criteria(path, found, there, under);
        Areas(path, found, there, under);
        Needs(path, found, there, under);
    }

    private void Areas(string path, FoundProfile found, Profile there, string? under)
    {
        var areas = found.ResultAreas.Select((area, i) => (Area: area, Path: $"{path}.result_areas[{i}]")).Where(a => !reviewed.IsDropped(a.Path)).ToList();
        var was = there.ResultAreas.OrderBy(a => a.Order).ToList();
        var pairs = TextSimilarity.Pairs([.. areas.Select(a => TitleOf(a.Area) ?? "")], [.. was.Select(a => a.Title[language] ?? "")]).ToDictionary(p => p.Now, p => was[p.Was]);
        for (var i = 0; i < areas.Count; i++)
        {
            var (area, at) = areas[i];
            if (!pairs.TryGetValue(i, out var old))
            {
                Add(at, ChangeSort.Added, ItemKind.Area, under, null, TitleOf(area), area.Trace.Line, there, Guid.Empty, "area");
                continue;
            }
            var line = area.Trace.Line;
            Text(at, ItemKind.Area, under, old.Title[language], TitleOf(area), line, there, old.Id, "title");
            Text(at + ".framework", ItemKind.Boundary, under, old.Framework[language], Published.Boundary(reviewed, area, at), area.Framework?.Trace.Line ?? line, there, old.Id, "framework");
            Text(at + ".result", ItemKind.Result, under, old.Result[language], Kept(area.Result, at + ".result"), area.Result?.Trace.Line ?? line, there, old.Id, "result");
            Text(at + ".activities", ItemKind.Activity, under, Published.Lines(old.Activities, language), Published.Lines(Published.Activities(reviewed, area.Activities, at + ".activities", language), language), line, there, old.Id, "activities");
        }
        foreach (var gone in was.Except(pairs.Values)) Gone(ItemKind.Area, under, gone.Title[language], there, gone.Id, "area");
    }

    // A competency that the document asks for and the profile does not yet; one that is new itself comes with its own tick.
    private void Needs(string path, FoundProfile found, Profile there, string? under)
    {
        for (var i = 0; i < found.Competencies.Count; i++)
            if (!reviewed.IsDropped($"{path}.competencies[{i}]") && found.Competencies[i].Index is { } index && Competencies.TryGetValue(index, out var competency) && there.Requires.All(r => r.CompetencyId != competency.Id))
                Add($"{path}.competencies[{i}]", ChangeSort.Added, ItemKind.Need, under, null, competency.Name[language], found.Competencies[i].Trace.Line, there, competency.Id, "need");
    }

    private void Parts(string list, IReadOnlyList<(string Text, ItemKind Kind, int Line)> found, IReadOnlyList<(Guid Id, string Text, ItemKind Kind, bool Active)> was, object root, string? under, string field)
    {
        var now = found.Select((item, i) => (Item: item, Path: $"{list}[{i}]")).Where(x => !reviewed.IsDropped(x.Path)).ToList();
        var pairs = TextSimilarity.Pairs([.. now.Select(n => n.Item.Text)], [.. was.Select(w => w.Text)]).ToDictionary(p => p.Now, p => was[p.Was]);
        for (var i = 0; i < now.Count; i++)
        {
            var (item, path) = now[i];
            if (pairs.TryGetValue(i, out var old)) Text(path, item.Kind, under, old.Text, item.Text, item.Line, root, old.Id, "text");
            else Add(path, ChangeSort.Added, item.Kind, under, null, item.Text, item.Line, root, Guid.Empty, field);
        }
        foreach (var gone in was.Where(w => w.Active).Except(pairs.Values)) Gone(gone.Kind, under, gone.Text, root, gone.Id, field);
    }

    private void Text(string path, ItemKind kind, string? under, string? before, string? after, int? line, object root, Guid item, string field)
    {
        if (Wording.Key(before ?? "") == Wording.Key(after ?? "")) return;
        // Every piece was there before, and no piece of the earlier version is gone: then people worded it otherwise, not the document.
        if (!string.IsNullOrEmpty(after) && Pieces(after).All(piece => known.Contains(Wording.Key(piece))) && Pieces(before ?? "").All(piece => !known.Contains(Wording.Key(piece)) || IsStillThere(piece))) return;
        if (string.IsNullOrEmpty(after))
        {
            if (field is not ("name" or "title" or "text")) Gone(kind, under, before, root, item, field, path);
            return;
        }
        Add(path, ChangeSort.Changed, kind, under, before, after, line, root, item, field);
    }

    private static string[] Pieces(string text) => [.. text.Split('\n').SelectMany(line => line.Split("; ")).Select(piece => piece.TrimStart('–', ' ')).Where(piece => piece.Length > 0)];

    // Joined, split or moved by a person: the words are still in the document.
    private bool IsStillThere(string text)
    {
        var key = Wording.Key(text);
        return still.Exists(one => one.Contains(key, StringComparison.OrdinalIgnoreCase) || (one.Length >= ShortestPart && key.Contains(one, StringComparison.OrdinalIgnoreCase)));
    }

    private void Gone(ItemKind kind, string? under, string? before, object root, Guid item, string field, string? path = null)
    {
        if (field is not ("competency" or "profile") && before is { Length: > 0 } && Pieces(before).All(IsStillThere)) return;
        Note(path is null ? $"gone/{item:N}" : $"gone/{item:N}/{field}", null, ChangeSort.Removed, kind, under, before, null, null, root, item, field);
    }

    private void Add(string path, ChangeSort sort, ItemKind kind, string? under, string? before, string? after, int? line, object? root, Guid item, string field)
    {
        if (sort == ChangeSort.Added && field is "indicator" or "question" or "tip" && known.Contains(Wording.Key(after ?? ""))) return;
        Note(reviewed.KeyOf(path), path, sort, kind, under, before, after, line, root, item, field);
    }

    private void Note(string key, string? path, ChangeSort sort, ItemKind kind, string? under, string? before, string? after, int? line, object? root, Guid item, string field) =>
        differences.Add(new Difference(new Change(key, sort, kind, under, before, after, line, reviewed.DecisionOf(key) is { Taken: true }), path, root, item, field));

    private string? Kept(FoundText? text, string path) => text is null || reviewed.IsDropped(path) ? null : text.Text;

    private static string? TitleOf(FoundArea area) => Published.Title(area);

    private static int IndexOf(string path) => int.Parse(path.AsSpan(path.IndexOf('[', StringComparison.Ordinal) + 1, path.IndexOf(']', StringComparison.Ordinal) - path.IndexOf('[', StringComparison.Ordinal) - 1), System.Globalization.CultureInfo.InvariantCulture);
}

internal static class Positions
{
    public static int IndexOf<T>(this IReadOnlyList<T> list, T item) where T : class
    {
        for (var i = 0; i < list.Count; i++)
            if (ReferenceEquals(list[i], item)) return i;
        return -1;
    }
}
