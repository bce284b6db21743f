using System.Globalization;
using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>One draft on its way into one edition: record and decisions in, library nouns out. Every noun remembers file, page and line.</summary>
/// <param name="earlier">What an earlier version of the document put in this edition: then only the differences that a person ticked are carried out.</param>
internal sealed class Publication(IInterviewDb db, Draft draft, Edition edition, Comparison? earlier, Caller caller, DateTimeOffset now, EditionStock stock)
{
    // What the form does not say and the library needs; the page tells so before publishing.
    public const int UsualMinutes = 8;
    private const QuestionType UsualType = QuestionType.PastBehaviour;
    private const TipKind UsualKind = TipKind.OnTheJob;
    private const StarrStep UsualStep = StarrStep.Action;

    private readonly Reviewed reviewed = draft.Review();
    private readonly ImportRecord record = draft.Review().Record;
    private readonly Dropped dropped = draft.Review().Dropped;
    private readonly List<(string Path, Root Noun, MadeKind Kind, bool Added)> made = [];
    private readonly string language = draft.Language;
    private readonly Dictionary<int, Guid> byIndex = [];
    private readonly HashSet<Guid> updated = [];
    private readonly List<Node> nodes = stock.Nodes;
    private readonly Dictionary<string, Guid> byCode = stock.CompetencyCodes;
    private bool paged;

    public async Task<PublishedImport> Publish(CancellationToken ct)
    {
        paged = RecordItems.Of(record).Any(item => item.Trace.Page > 1);
        List<Guid> competencies = [], profiles = [];
        for (var i = 0; i < record.Competencies.Count; i++)
            if (!dropped.Contains($"competencies[{i}]") && await Competency(i, record.Competencies[i], ct) is { } competency) competencies.Add(byIndex[i] = competency);
        for (var i = 0; i < record.JobProfiles.Count; i++)
            if (!dropped.Contains($"job_profiles[{i}]") && await Profile(i, record.JobProfiles[i], ct) is { } profile) profiles.Add(profile);
        if (earlier is not null) TakeOver(earlier);
        Refuse.If(competencies.Count + profiles.Count == 0, "import.nothing-to-publish");
        draft.Remember([.. made.DistinctBy(m => m.Noun.Id).Select(m => new MadeItem(m.Path, m.Noun.Id, m.Kind, m.Added, m.Noun.Version) { Updated = !m.Added && m.Kind is MadeKind.Competency or MadeKind.Profile && updated.Contains(m.Noun.Id) })], earlier?.Follows);
        return new PublishedImport(edition.Id, competencies, profiles);
    }

    private void TakeOver(Comparison comparison)
    {
        var ticked = comparison.Differences.Where(d => d.Change.Taken).ToList();
        Refuse.If(ticked.Count == 0, "import.nothing-taken");
        foreach (var difference in ticked)
        {
            if (difference.Root is Competency competency) TakeOver(difference, competency);
            else if (difference.Root is Profile profile) TakeOver(difference, profile);
            if (difference.Root is Root root) updated.Add(root.Id);
        }
        // A new competency comes with the wish of the profiles that ask for it.
        foreach (var (index, profile) in comparison.Profiles)
            foreach (var need in record.JobProfiles[index].Competencies)
                if (need.Index is { } at && !comparison.Competencies.ContainsKey(at) && byIndex.TryGetValue(at, out var added))
                {
                    profile.Require(added, need.Level, need.Weight);
                    updated.Add(profile.Id);
                }
    }

    private void TakeOver(Difference difference, Competency competency)
    {
        var (change, path, _, item, field) = difference;
        if (change.Sort == ChangeSort.Removed)
        {
            if (field == "competency") competency.Retire();
            else if (field is "definition") Reword();
            else competency.Shelve(item, ItemStatus.Retired);
            if (field is not "definition") db.Remember(competency.Id, item, "retired", "", "", caller, now);
        }
        else if (change.Sort == ChangeSort.Changed) Reword();
        else
        {
            var added = Added(competency, field, path!);
            db.Remember(competency.Id, added, "added", "", change.After!, caller, now);
        }

        void Reword()
        {
            if (competency.Reword(item, field, language, change.Before, change.After) is { } done) db.Remember(competency.Id, item, done, caller, now);
        }
    }

    private Guid Added(Competency competency, string field, string path)
    {
        var found = record.Competencies[NumberIn(path, 0)];
        var ladder = competency.Levels.ToDictionary(l => l.Ordinal, l => l.Ordinal);
        var there = competency.Indicators.GroupBy(i => Wording.Key(i.Text[language] ?? ""), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        var number = NumberIn(path, 1);
        return field switch
        {
            "indicator" => db.Add(Indicator(competency, found.Indicators[number], ladder)).Id,
            "question" => db.Add(Question(competency, found.Questions[number], path, found.Indicators.Select((i, n) => (Key: Wording.Key(i.Text), n)).Where(i => there.ContainsKey(i.Key)).ToDictionary(i => i.n + 1, i => there[i.Key]))).Id,
            _ => db.Add(Tip(competency, found.Tips[number])).Id,
        };
    }

    private void TakeOver(Difference difference, Profile profile)
    {
        var (change, path, _, item, field) = difference;
        var area = path is not null && path.Contains(".result_areas[", StringComparison.Ordinal) ? record.JobProfiles[NumberIn(path, 0)].ResultAreas[NumberIn(path, 1)] : null;
        switch (field)
        {
            case "profile":
                profile.Retire();
                db.Remember(profile.Id, profile.Id, "retired", "", "", caller, now);
                break;
            case "area" when change.Sort == ChangeSort.Removed:
                var gone = profile.Keep(item);
                profile.RemoveResultArea(item);
                db.Remember(profile.Id, item, "removed", gone.Title.ToString(), "", caller, now, new Kept(Area: gone));
                break;
            case "area":
                var added = db.Add(Area(profile, area!, path!));
                db.Remember(profile.Id, added.Id, "added", "", added.Title.ToString(), caller, now);
                break;
            case "activities": profile.Do(item, area is null ? [] : Published.Activities(reviewed, area.Activities, path!, language)); break;
            case "pay-scale": profile.Pay(change.After); break;
            case "grading": profile.Regrade(path is null ? null : Published.Grading(reviewed, record.JobProfiles[NumberIn(path, 0)], path[..path.IndexOf('.', StringComparison.Ordinal)], language)); break;
            case "characteristics": profile.Characterise(path is null ? [] : Characteristics(record.JobProfiles[NumberIn(path, 0)], path[..path.LastIndexOf('.')])); break;
            case "need":
                var need = record.JobProfiles[NumberIn(path!, 0)].Competencies[NumberIn(path!, 1)];
                profile.Require(item, need.Level, need.Weight);
                break;
            default:
                if (profile.Reword(item, field, language, change.Before, change.After) is { } done) db.Remember(profile.Id, item, done, caller, now);
                break;
        }
    }

    private static int NumberIn(string path, int which) =>
        int.Parse(path.Split('[')[which + 1].Split(']')[0], CultureInfo.InvariantCulture);

    /// <summary>A framework that came with this publication goes with it when it is taken back.</summary>
    public void Made(Framework framework) => made.Add(("", framework, MadeKind.Framework, true));

    private async Task<Guid?> Competency(int at, FoundCompetency found, CancellationToken ct)
    {
        var path = $"competencies[{at}]";
        if (earlier?.Competencies.GetValueOrDefault(at) is { } same)
        {
            made.Add((reviewed.KeyOf(path), same, MadeKind.Competency, false));
            return same.Id;
        }
        if (earlier is not null && !earlier.Takes(path)) return null;
        var name = NameOf(path) ?? (found.Names.GetValueOrDefault(language) ?? found.Names.Values.First()).Text;
        var cluster = found.Cluster is { } c && !dropped.Contains(path + ".cluster") ? c.Text : null;
        if (found.Code is { } code && byCode.TryGetValue(code, out var there)) return await Join(there, name, cluster, found, path, ct);
        var node = cluster is null ? null : (Guid?)NodeOf(NodeKind.Cluster, cluster, null);
        var competency = db.Add(new Competency(edition.Id, node, found.Code ?? Slug(name), Say(name), Text(found.Definition, path + ".definition"), Where(found.Trace)));
        made.Add((reviewed.KeyOf(path), competency, MadeKind.Competency, true));
        db.Remember(competency.Id, competency.Id, "added", "", name, caller, now);
        stock.Put(competency);
        var ladder = new Dictionary<int, int>();
        foreach (var (level, l) in found.Levels.Select((level, l) => (level, l)).Where(x => !dropped.Contains($"{path}.levels[{x.l}]")))
            ladder.TryAdd(level.Ordinal, competency.AddLevel(Say(level.Title?.Text)).Ordinal);
        var indicators = new Dictionary<int, Guid>();
        for (var n = 0; n < found.Indicators.Count; n++)
            if (!dropped.Contains($"{path}.indicators[{n}]")) indicators[n + 1] = Indicator(competency, found.Indicators[n], ladder).Id;
        for (var q = 0; q < found.Questions.Count; q++)
            if (!dropped.Contains($"{path}.questions[{q}]")) Question(competency, found.Questions[q], $"{path}.questions[{q}]", indicators);
        for (var t = 0; t < found.Tips.Count; t++)
            if (!dropped.Contains($"{path}.tips[{t}]")) Tip(competency, found.Tips[t]);
        return competency.Id;
    }

    private Indicator Indicator(Competency competency, FoundIndicator found, Dictionary<int, int> ladder) =>
        competency.AddIndicator(Say(found.Text), found.Positive ? Polarity.Positive : Polarity.Negative, found.Level is { } step && ladder.TryGetValue(step, out var ordinal) ? ordinal : null, Where(found.Trace));

    private Question Question(Competency competency, FoundQuestion found, string path, Dictionary<int, Guid> indicators) =>
        competency.AddQuestion(Say(found.Text), found.Type ?? UsualType, found.Minutes ?? UsualMinutes,
            [.. found.Touches.Where(indicators.ContainsKey).Select(n => indicators[n])],
            [.. found.Probes.Where((_, p) => !dropped.Contains($"{path}.probes[{p}]")).Select(p => new Probe(p.Step ?? UsualStep, Say(p.Text)))],
            [.. found.Anchors.Where((_, a) => !dropped.Contains($"{path}.anchors[{a}]")).Select(a => new Anchor(a.Point, Say(a.Text)))], Where(found.Trace));

    private Tip Tip(Competency competency, FoundTip found) => competency.AddTip(Say(found.Text), found.Audience, found.Kind ?? UsualKind, Where(found.Trace));

    // The same competency in one more language: item by item in the same order, so both documents must have as many of each.
    private async Task<Guid> Join(Guid id, string name, string? cluster, FoundCompetency found, string path, CancellationToken ct)
    {
        var competency = await stock.Whole(db, id, ct);
        Refuse.If(competency.Name.Has(language), "import.code-taken", competency.Code, language);
        Same("levels", competency.Levels.Count, found.Levels.Count);
        Same("indicators", competency.Indicators.Count, found.Indicators.Count);
        Same("questions", competency.Questions.Count, found.Questions.Count);
        Same("tips", competency.Tips.Count, found.Tips.Count);
        Met(path, competency, MadeKind.Competency);
        competency.Translate(Say(name), Text(found.Definition, path + ".definition"));
        if (cluster is not null && nodes.Find(n => n.Id == competency.ClusterId) is { } node && !node.Name.Has(language)) node.Translate(Say(cluster));
        foreach (var (level, there) in found.Levels.Zip(competency.Levels.OrderBy(l => l.Ordinal).ToList())) if (level.Title is { } title) Reword(there.Id, "title", title.Text);
        foreach (var (indicator, there) in found.Indicators.Zip(competency.Indicators.OrderBy(i => i.Order).ToList())) Reword(there.Id, "text", indicator.Text);
        foreach (var (tip, there) in found.Tips.Zip(competency.Tips.OrderBy(t => t.Order).ToList())) Reword(there.Id, "text", tip.Text);
        foreach (var (question, there) in found.Questions.Zip(competency.Questions.OrderBy(q => q.Order).ToList()))
        {
            Reword(there.Id, "text", question.Text);
            Same("probes", there.Probes.Count, question.Probes.Count);
            Same("anchors", there.Anchors.Count, question.Anchors.Count);
            competency.Tune(there.Id,
                probes: [.. there.Probes.Zip(question.Probes, (was, more) => was with { Text = was.Text.Over(Say(more.Text)) })],
                anchors: [.. there.Anchors.OrderBy(a => a.Point).Zip(question.Anchors.OrderBy(a => a.Point), (was, more) => was with { Text = was.Text.Over(Say(more.Text)) })]);
        }
        return id;

        void Reword(Guid item, string field, string text) => competency.Reword(item, field, language, null, text);
        void Same(string what, int there, int here) => Refuse.If(there != here, "import.join-differs", competency.Code, what, there, here);
    }

    private async Task<Guid?> Profile(int at, FoundProfile found, CancellationToken ct)
    {
        var path = $"job_profiles[{at}]";
        if (earlier?.Profiles.GetValueOrDefault(at) is { } same)
        {
            made.Add((reviewed.KeyOf(path), same, MadeKind.Profile, false));
            return same.Id;
        }
        if (earlier is not null && !earlier.Takes(path)) return null;
        var name = NameOf(path) ?? found.Name!.Text;
        var code = found.Code?.Text;
        var there = code is null ? null : await stock.Profile(db, code, ct);
        if (there is not null) return Join(there, name, found, path);
        var profile = db.Add(new Profile(edition.Id, Branch(found, path), code ?? Slug(name), Say(name), Text(found.Purpose, path + ".purpose"),
            Published.PayScale(reviewed, found, path), Where(found.Trace)));
        stock.Put(profile);
        db.Remember(profile.Id, profile.Id, "added", "", name, caller, now);
        made.Add((reviewed.KeyOf(path), profile, MadeKind.Profile, true));
        profile.Characterise(Characteristics(found, path));
        if (Published.Grading(reviewed, found, path, language) is { } grading) profile.Grade(grading);
        for (var a = 0; a < found.ResultAreas.Count; a++)
            if (!dropped.Contains($"{path}.result_areas[{a}]")) Area(profile, found.ResultAreas[a], $"{path}.result_areas[{a}]");
        foreach (var (need, n) in found.Competencies.Select((need, n) => (need, n)).Where(x => !dropped.Contains($"{path}.competencies[{x.n}]")))
            if (Needed(need) is { } competency) profile.Require(competency, need.Level, need.Weight);
        return profile.Id;
    }

    private IReadOnlyList<LocalText> Characteristics(FoundProfile found, string path) =>
        [.. found.DominantCharacteristics.Where((_, i) => !dropped.Contains($"{path}.dominant_characteristics[{i}]")).Select(c => Say(c.Text))];

    private ResultArea Area(Profile profile, FoundArea area, string path) =>
        profile.AddResultArea(Say(Published.Title(area)), Say(Published.Boundary(reviewed, area, path)), area.Result is null ? Text(area.Statement, path + ".statement") : Text(area.Result, path + ".result"),
            Published.Activities(reviewed, area.Activities, path + ".activities", language), Where(area.Trace));

    private Guid Join(Profile profile, string name, FoundProfile found, string path)
    {
        Refuse.If(profile.Name.Has(language), "import.code-taken", profile.Code, language);
        Refuse.If(profile.ResultAreas.Count != found.ResultAreas.Count, "import.join-differs", profile.Code, "result_areas", profile.ResultAreas.Count, found.ResultAreas.Count);
        Met(path, profile, MadeKind.Profile);
        profile.Translate(Say(name), Text(found.Purpose, path + ".purpose"));
        if (Published.Grading(reviewed, found, path, language) is { } grading) profile.Grade(grading);
        foreach (var (area, there) in found.ResultAreas.Zip(profile.ResultAreas.OrderBy(a => a.Order).ToList()))
            there.Translate(Say(area.Title?.Text), Say(area.Framework?.Text), Say((area.Result ?? area.Statement)?.Text), Over(there.Activities, area.Activities, profile.Code));
        var branch = new[] { found.JobGroup, found.JobSeries, found.JobFamily }.OfType<FoundNode>().ToList();
        var node = nodes.Find(n => n.Id == profile.NodeId);
        foreach (var level in branch)
        {
            if (node is null) break;
            if (!node.Name.Has(language)) node.Translate(Say(level.Name));
            node = nodes.Find(n => n.Id == node.ParentId);
        }
        return profile.Id;
    }

    private IReadOnlyList<Activity> Over(IReadOnlyList<Activity> there, IReadOnlyList<FoundActivity> here, string code)
    {
        Refuse.If(there.Count != here.Count, "import.join-differs", code, "activities", there.Count, here.Count);
        return [.. there.Zip(here, (was, more) => new Activity(was.Text.Over(Say(more.Text)), Over(was.Children, more.Children, code)))];
    }

    private Guid? Needed(FoundNeed need)
    {
        if (need.Index is { } index) return byIndex.TryGetValue(index, out var own) ? own : null;
        Refuse.If(!byCode.ContainsKey(need.Code!), "import.competency-unknown", need.Code!, need.Trace.Line);
        return byCode[need.Code!];
    }

    private Guid? Branch(FoundProfile found, string path)
    {
        Guid? node = null;
        foreach (var (kind, level, under) in new[] { (NodeKind.Family, found.JobFamily, ".job_family"), (NodeKind.Series, found.JobSeries, ".job_series"), (NodeKind.Group, found.JobGroup, ".job_group") })
            if (level is not null && !dropped.Contains(path + under)) node = NodeOf(kind, level.Name, node);
        return node;
    }

    private Guid NodeOf(NodeKind kind, string name, Guid? parent)
    {
        if (nodes.Find(n => n.Kind == kind && n.ParentId == parent && n.Name[language] == name) is { } there) return there.Id;
        var node = db.Add(new Node(edition.Id, kind, Say(name), parent, nodes.Count(n => n.Kind == kind)));
        nodes.Add(node);
        made.Add(("", node, MadeKind.Node, true));
        return node.Id;
    }

    // There already, and brought up to date: taking it back would lose what it was.
    private void Met(string path, Root noun, MadeKind kind)
    {
        made.Add((reviewed.KeyOf(path), noun, kind, false));
        updated.Add(noun.Id);
    }

    private string? NameOf(string path) => reviewed.DecisionOf(reviewed.KeyOf(path))?.Name;

    private LocalText Text(FoundText? text, string path) => text is null || dropped.Contains(path) ? LocalText.Empty : Say(text.Text);

    private LocalText Say(string? text) => LocalText.Of(language, text);

    private Trace Where(ItemTrace trace) => new(trace.File, draft.FileId, paged ? trace.Page : null, trace.Line);

    /// <summary>A code for what has none: its name in small letters and digits, with a number when that is taken.</summary>
    private string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= 50) break;
        }
        var code = slug.ToString().Trim('-') is { Length: > 0 } made ? made : "zonder-code";
        var free = code;
        for (var n = 2; !stock.Take(free); n++) free = $"{code}-{n}";
        return free;
    }
}
