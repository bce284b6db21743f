using System.Globalization;
using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>One draft on its way into one edition: record and decisions in, library nouns out. Every noun remembers file, page and line.</summary>
internal sealed class Publication(IInterviewDb db, Draft draft, Edition edition, Caller caller, DateTimeOffset now)
{
    // What the form does not say and the library needs; the page tells so before publishing.
    public const int UsualMinutes = 8;
    private const QuestionType UsualType = QuestionType.PastBehaviour;
    private const TipKind UsualKind = TipKind.OnTheJob;
    private const StarrStep UsualStep = StarrStep.Action;

    private readonly ImportRecord record = draft.Read();
    private readonly Dropped dropped = new(draft.Decisions);
    private readonly string language = draft.Language;
    private readonly Dictionary<string, Guid> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, Guid> byIndex = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private List<Node> nodes = [];
    private bool paged;

    public async Task<PublishedImport> Publish(CancellationToken ct)
    {
        nodes = await db.Nodes.Where(n => n.EditionId == edition.Id).ToListAsync(ct);
        paged = RecordItems.Of(record).Any(item => item.Trace.Page > 1);
        foreach (var there in await db.Competencies.Where(c => c.EditionId == edition.Id).Select(c => new { c.Id, c.Code }).ToListAsync(ct)) byCode[there.Code] = there.Id;
        taken.UnionWith(byCode.Keys);
        List<Guid> competencies = [], profiles = [];
        for (var i = 0; i < record.Competencies.Count; i++)
            if (!dropped.Contains($"competencies[{i}]")) competencies.Add(byIndex[i] = await Competency(i, record.Competencies[i], ct));
        for (var i = 0; i < record.JobProfiles.Count; i++)
            if (!dropped.Contains($"job_profiles[{i}]")) profiles.Add(await Profile(i, record.JobProfiles[i], ct));
        Refuse.If(competencies.Count + profiles.Count == 0, "import.nothing-to-publish");
        return new PublishedImport(edition.Id, competencies, profiles);
    }

    private async Task<Guid> Competency(int at, FoundCompetency found, CancellationToken ct)
    {
        var path = $"competencies[{at}]";
        var name = NameOf(path) ?? (found.Names.GetValueOrDefault(language) ?? found.Names.Values.First()).Text;
        var cluster = found.Cluster is { } c && !dropped.Contains(path + ".cluster") ? c.Text : null;
        if (found.Code is { } code && byCode.TryGetValue(code, out var there)) return await Join(there, name, cluster, found, path, ct);
        var node = cluster is null ? null : (Guid?)NodeOf(NodeKind.Cluster, cluster, null);
        var competency = db.Add(new Competency(edition.Id, node, found.Code ?? Slug(name), Say(name), Text(found.Definition, path + ".definition"), Where(found.Trace)));
        db.Remember(competency.Id, competency.Id, "added", "", name, caller, now);
        byCode[competency.Code] = competency.Id;
        var ladder = new Dictionary<int, int>();
        foreach (var (level, l) in found.Levels.Select((level, l) => (level, l)).Where(x => !dropped.Contains($"{path}.levels[{x.l}]")))
            ladder.TryAdd(level.Ordinal, competency.AddLevel(Say(level.Title?.Text)).Ordinal);
        var indicators = new Dictionary<int, Guid>();
        foreach (var (indicator, n) in found.Indicators.Select((indicator, n) => (indicator, n)).Where(x => !dropped.Contains($"{path}.indicators[{x.n}]")))
            indicators[n + 1] = competency.AddIndicator(Say(indicator.Text), indicator.Positive ? Polarity.Positive : Polarity.Negative,
                indicator.Level is { } step && ladder.TryGetValue(step, out var ordinal) ? ordinal : null, Where(indicator.Trace)).Id;
        foreach (var (question, q) in found.Questions.Select((question, q) => (question, q)).Where(x => !dropped.Contains($"{path}.questions[{x.q}]")))
            competency.AddQuestion(Say(question.Text), question.Type ?? UsualType, question.Minutes ?? UsualMinutes,
                [.. question.Touches.Where(indicators.ContainsKey).Select(n => indicators[n])],
                [.. question.Probes.Where((_, p) => !dropped.Contains($"{path}.questions[{q}].probes[{p}]")).Select(p => new Probe(p.Step ?? UsualStep, Say(p.Text)))],
                [.. question.Anchors.Where((_, a) => !dropped.Contains($"{path}.questions[{q}].anchors[{a}]")).Select(a => new Anchor(a.Point, Say(a.Text)))], Where(question.Trace));
        foreach (var (tip, t) in found.Tips.Select((tip, t) => (tip, t)).Where(x => !dropped.Contains($"{path}.tips[{x.t}]")))
            competency.AddTip(Say(tip.Text), tip.Audience, tip.Kind ?? UsualKind, Where(tip.Trace));
        return competency.Id;
    }

    // The same competency in one more language: item by item in the same order, so both documents must have as many of each.
    private async Task<Guid> Join(Guid id, string name, string? cluster, FoundCompetency found, string path, CancellationToken ct)
    {
        var competency = await db.Competencies.Need(id, ct);
        await db.Levels.Where(l => l.CompetencyId == id).LoadAsync(ct);
        await db.Indicators.Where(i => i.CompetencyId == id).LoadAsync(ct);
        await db.Questions.Where(q => q.CompetencyId == id).LoadAsync(ct);
        await db.Tips.Where(t => t.CompetencyId == id).LoadAsync(ct);
        Refuse.If(competency.Name.Has(language), "import.code-taken", competency.Code, language);
        Same("levels", competency.Levels.Count, found.Levels.Count);
        Same("indicators", competency.Indicators.Count, found.Indicators.Count);
        Same("questions", competency.Questions.Count, found.Questions.Count);
        Same("tips", competency.Tips.Count, found.Tips.Count);
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

    private async Task<Guid> Profile(int at, FoundProfile found, CancellationToken ct)
    {
        var path = $"job_profiles[{at}]";
        var name = NameOf(path) ?? found.Name!.Text;
        var code = found.Code?.Text;
        var there = code is null ? null : await db.Profiles.Include(p => p.ResultAreas).FirstOrDefaultAsync(p => p.EditionId == edition.Id && p.Code == code, ct);
        if (there is not null) return Join(there, name, found, path);
        taken.UnionWith(await db.Profiles.Where(p => p.EditionId == edition.Id).Select(p => p.Code).ToListAsync(ct));
        var profile = db.Add(new Profile(edition.Id, Branch(found, path), code ?? Slug(name), Say(name), Text(found.Purpose, path + ".purpose"),
            dropped.Contains(path + ".pay_scale") ? null : found.PayScale?.Value ?? Scales(found, path), Where(found.Trace)));
        profile.Characterise([.. found.DominantCharacteristics.Where((_, i) => !dropped.Contains($"{path}.dominant_characteristics[{i}]")).Select(c => Say(c.Text))]);
        if (Criteria(found, path) is { } grading) profile.Grade(grading);
        foreach (var (area, a) in found.ResultAreas.Select((area, a) => (area, a)).Where(x => !dropped.Contains($"{path}.result_areas[{x.a}]")))
        {
            var under = $"{path}.result_areas[{a}]";
            profile.AddResultArea(Say(area.Title?.Text ?? area.Result?.Text ?? area.Framework?.Text), Boundary(area, under), area.Result is null ? Text(area.Statement, under + ".statement") : Text(area.Result, under + ".result"),
                Activities(area.Activities, under + ".activities"), Where(area.Trace));
        }
        foreach (var (need, n) in found.Competencies.Select((need, n) => (need, n)).Where(x => !dropped.Contains($"{path}.competencies[{x.n}]")))
            if (Needed(need) is { } competency) profile.Require(competency, need.Level, need.Weight);
        return profile.Id;
    }

    private Guid Join(Profile profile, string name, FoundProfile found, string path)
    {
        Refuse.If(profile.Name.Has(language), "import.code-taken", profile.Code, language);
        Refuse.If(profile.ResultAreas.Count != found.ResultAreas.Count, "import.join-differs", profile.Code, "result_areas", profile.ResultAreas.Count, found.ResultAreas.Count);
        profile.Translate(Say(name), Text(found.Purpose, path + ".purpose"));
        if (Criteria(found, path) is { } grading) profile.Grade(grading);
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

    // A document that describes one function defines its terms for that function; the criteria of several share them.
    private Grading? Criteria(FoundProfile found, string path)
    {
        if (found.DistinguishingCriteria is not { } criteria || dropped.Contains(path + ".distinguishing_criteria")) return null;
        return new Grading(criteria.Classes,
            [.. criteria.Criteria.Select((criterion, c) => (criterion, at: $"{path}.distinguishing_criteria.criteria[{c}]")).Where(x => !dropped.Contains(x.at))
                .Select(x => new GradingCriterion(Say(x.criterion.Name), [.. criteria.Classes.Select(of => Text(x.criterion.Cells.GetValueOrDefault(of), $"{x.at}.cells.{of}"))]))],
            [.. record.Definitions.Where((_, d) => !dropped.Contains($"definitions[{d}]")).Select(term => new GradingTerm(Say(term.Term), Say(term.Text)))]);
    }

    private LocalText Boundary(FoundArea area, string path)
    {
        if (area.Framework is not { } found || dropped.Contains(path + ".framework")) return LocalText.Empty;
        return Say(string.Join("; ", found.Items.Where((_, i) => !dropped.Contains($"{path}.framework.items[{i}]")).Select(item => item.Text)));
    }

    private IReadOnlyList<Activity> Activities(IReadOnlyList<FoundActivity> found, string path) =>
        [.. found.Select((activity, i) => (activity, at: $"{path}[{i}]")).Where(x => !dropped.Contains(x.at)).Select(x => new Activity(Say(x.activity.Text), Activities(x.activity.Children, x.at + ".children")))];

    private string? Scales(FoundProfile found, string path)
    {
        var scales = found.Levels.Where((_, i) => !dropped.Contains($"{path}.levels[{i}]")).Select(l => l.Scale).OfType<string>().ToList();
        return scales.Count == 0 ? null : string.Join(", ", scales) is { Length: <= 40 } all ? all : scales[0];
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
        return node.Id;
    }

    private string? NameOf(string path) => draft.Decisions.FirstOrDefault(d => d.Path == path)?.Name;

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
        for (var n = 2; !taken.Add(free); n++) free = $"{code}-{n}";
        return free;
    }
}
