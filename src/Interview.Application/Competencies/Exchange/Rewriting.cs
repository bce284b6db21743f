using Interviewing.Application.Import;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies.Exchange;

/// <summary>
/// Makes a draft edition what a document says. Competencies and profiles are known again by their code, parts by what they say, branches by name under the same
/// branch; so nothing comes twice, and what guides and plans lean on stays the same record. What the document lacks goes, or is retired when it was used.
/// </summary>
internal sealed class Rewriting(IInterviewDb db, WholeEdition whole, EditionDocument document)
{
    private readonly List<Node> branches = [];
    private readonly List<Guid> removed = [];
    private HashSet<Guid> used = [];

    public async Task Do(CancellationToken ct)
    {
        used = await Used(ct);
        whole.Edition.Say(TreeSide.Competencies, document.ClusterLevels);
        whole.Edition.Say(TreeSide.Profiles, document.ProfileLevels);
        whole.Edition.Rearranged();
        Branches();
        var competencies = Competencies();
        await Profiles(competencies, ct);
        db.Competencies.RemoveRange(whole.Competencies.Where(c => removed.Contains(c.Id)));
        db.Nodes.RemoveRange(whole.Nodes.Except(branches));
        db.SearchEntries.RemoveRange(await db.SearchEntries.Where(s => removed.Contains(s.SubjectId)).ToListAsync(ct));
        db.LibraryChanges.RemoveRange(await db.LibraryChanges.Where(h => removed.Contains(h.SubjectId)).ToListAsync(ct));
    }

    private async Task<HashSet<Guid>> Used(CancellationToken ct)
    {
        var (competencies, profiles) = (whole.Competencies.ConvertAll(c => c.Id), whole.Profiles.ConvertAll(p => p.Id));
        List<Guid> found = [.. await db.GuideCompetencies.Where(g => competencies.Contains(g.CompetencyId)).Select(g => g.CompetencyId).ToListAsync(ct),
            .. await db.ReviewAnswers.Where(a => competencies.Contains(a.CompetencyId)).Select(a => a.CompetencyId).ToListAsync(ct),
            .. await db.Goals.Where(g => competencies.Contains(g.CompetencyId)).Select(g => g.CompetencyId).ToListAsync(ct),
            .. await db.RequiredCompetencies.Where(r => competencies.Contains(r.CompetencyId) && !profiles.Contains(r.ProfileId)).Select(r => r.CompetencyId).ToListAsync(ct),
            .. await db.CompetencyLinks.Where(l => competencies.Contains(l.FromId) || competencies.Contains(l.ToId)).Select(l => competencies.Contains(l.FromId) ? l.FromId : l.ToId).ToListAsync(ct),
            .. await db.Guides.Where(g => profiles.Contains(g.ProfileId)).Select(g => g.ProfileId).ToListAsync(ct),
            .. await db.Procedures.Where(p => profiles.Contains(p.ProfileId)).Select(p => p.ProfileId).ToListAsync(ct),
            .. await db.Reviews.Where(r => profiles.Contains(r.ProfileId)).Select(r => r.ProfileId).ToListAsync(ct),
            .. await db.Employments.Where(e => e.ProfileId != null && profiles.Contains(e.ProfileId.Value)).Select(e => e.ProfileId!.Value).ToListAsync(ct)];
        return [.. found];
    }

    private void Branches()
    {
        List<Node?> path = [];
        foreach (var text in document.Tree)
        {
            path.RemoveRange(text.Depth - 1, path.Count - text.Depth + 1);
            var parent = path.Count == 0 ? null : path[^1]!.Id as Guid?;
            var order = branches.Count(b => b.ParentId == parent && b.Side == Node.SideOf(text.Kind));
            var node = whole.Nodes.Except(branches).FirstOrDefault(n => n.ParentId == parent && n.Kind == text.Kind && n.Name.All.Any(name => text.Name[name.Key] == name.Value));
            if (node is null) node = db.Add(new Node(whole.Edition.Id, text.Kind, text.Name, parent, order));
            else
            {
                node.Become(text.Name);
                node.Hang(parent, order);
            }
            branches.Add(node);
            path.Add(node);
        }
    }

    private Guid? Branch(int? number) => number is { } n ? branches[n - 1].Id : null;

    private Dictionary<string, Guid> Competencies()
    {
        var there = whole.Competencies.ToDictionary(c => c.Code);
        Dictionary<string, Guid> ids = [];
        foreach (var text in document.Competencies)
        {
            if (!there.Remove(text.Code, out var competency)) competency = db.Add(new Competency(whole.Edition.Id, Branch(text.Branch), text.Code, text.Name, text.Definition, text.Trace));
            competency.Hang(Branch(text.Branch));
            competency.Become(text.Name, text.Definition, text.Status, text.Trace);
            Parts(competency, text);
            ids[text.Code] = competency.Id;
        }
        foreach (var gone in there.Values)
        {
            // What asks for it in this edition is rewritten before it goes; what stands outside keeps a retired one.
            if (used.Contains(gone.Id)) gone.Retire();
            else removed.Add(gone.Id);
        }
        return ids;
    }

    private void Parts(Competency competency, CompetencyText text)
    {
        while (competency.Levels.Count > text.Levels.Count) db.Levels.Remove((Level)competency.Remove(competency.Levels.MaxBy(l => l.Ordinal)!.Id));
        var levels = competency.Levels.OrderBy(l => l.Ordinal).ToList();
        for (var i = 0; i < text.Levels.Count; i++)
        {
            if (i < levels.Count) levels[i].Become(i + 1, text.Levels[i]);
            else db.Add(competency.AddLevel(text.Levels[i]));
        }
        var indicators = Matched(competency.Indicators, text.Indicators, i => i.Text, i => i.Text, i => i.Order, i => db.Add(competency.AddIndicator(i.Text, i.Polarity, i.Level, i.Trace)), Gone);
        for (var i = 0; i < text.Indicators.Count; i++) indicators[i].Become(i, text.Indicators[i].Text, text.Indicators[i].Polarity, text.Indicators[i].Level, text.Indicators[i].Status, text.Indicators[i].Trace);
        var questions = Matched(competency.Questions, text.Questions, q => q.Text, q => q.Text, q => q.Order, q => db.Add(competency.AddQuestion(q.Text, q.Type, q.Minutes, [], q.Probes, q.Anchors, q.Trace)), Gone);
        for (var i = 0; i < text.Questions.Count; i++)
        {
            var says = text.Questions[i];
            questions[i].Become(i, says.Text, says.Trace);
            questions[i].Set(says.Type, says.Minutes, [.. says.Touches.Select(t => indicators[t - 1].Id)], says.Probes, says.Anchors, says.Status);
        }
        var tips = Matched(competency.Tips, text.Tips, t => t.Text, t => t.Text, t => t.Order, t => db.Add(competency.AddTip(t.Text, t.Audience, t.Kind, t.Trace)), Gone);
        for (var i = 0; i < text.Tips.Count; i++) tips[i].Become(i, text.Tips[i].Text, text.Tips[i].Audience, text.Tips[i].Kind, text.Tips[i].Status, text.Tips[i].Trace);

        void Gone(Part part)
        {
            if (used.Contains(competency.Id)) competency.Shelve(part.Id, ItemStatus.Retired);
            else competency.Remove(part.Id);
        }
    }

    // The parts of the document in its order, each the one that says the same or nearly the same, or a new one.
    private static List<TPart> Matched<TPart, TText>(IReadOnlyList<TPart> there, IReadOnlyList<TText> texts, Func<TPart, LocalText> was, Func<TText, LocalText> now, Func<TPart, int> order, Func<TText, TPart> add, Action<TPart> gone) where TPart : Part
    {
        var old = there.OrderBy(order).ToList();
        var pairs = TextSimilarity.Pairs([.. texts.Select(t => Say(now(t)))], [.. old.Select(o => Say(was(o)))]).ToDictionary(p => p.Now, p => old[p.Was]);
        foreach (var part in old.Except(pairs.Values).ToList()) gone(part);
        return [.. texts.Select((text, i) => pairs.TryGetValue(i, out var same) ? same : add(text))];
    }

    private static string Say(LocalText text) => string.Join('\n', text.All.Values);

    private async Task Profiles(Dictionary<string, Guid> competencies, CancellationToken ct)
    {
        var there = whole.Profiles.ToDictionary(p => p.Code);
        foreach (var text in document.Profiles)
        {
            if (!there.Remove(text.Code, out var profile)) profile = db.Add(new Profile(whole.Edition.Id, Branch(text.Branch), text.Code, text.Name, text.Purpose, text.PayScale, text.Trace));
            profile.Hang(Branch(text.Branch));
            profile.Become(text.Name, text.Purpose, text.PayScale, text.Characteristics, text.Status, text.Trace);
            profile.Regrade(text.Grading);
            var areas = Matched(profile.ResultAreas, text.ResultAreas, a => a.Title, a => a.Title, a => a.Order, a => db.Add(profile.AddResultArea(a.Title, a.Framework, a.Result, [], a.Trace)), a => profile.RemoveResultArea(a.Id));
            for (var i = 0; i < text.ResultAreas.Count; i++)
            {
                var at = 0;
                areas[i].Become(i, text.ResultAreas[i].Title, text.ResultAreas[i].Framework, text.ResultAreas[i].Result, Nested(text.ResultAreas[i].Activities, 1, ref at), text.ResultAreas[i].Trace);
            }
            await Requires(profile, text, competencies, ct);
        }
        foreach (var gone in there.Values)
        {
            if (used.Contains(gone.Id)) gone.Retire();
            else
            {
                removed.Add(gone.Id);
                // Before its competencies go.
                db.RequiredCompetencies.RemoveRange(gone.Requires);
                db.Profiles.Remove(gone);
            }
        }
    }

    private async Task Requires(Profile profile, ProfileText text, Dictionary<string, Guid> competencies, CancellationToken ct)
    {
        List<Guid> asked = [];
        foreach (var required in text.Requires)
        {
            var id = required.Edition is null ? competencies[required.Code] : await Elsewhere(required, ct);
            Refuse.FieldIf(asked.Contains(id), "file", "competencies.document-code-twice", required.Code);
            asked.Add(id);
        }
        foreach (var dropped in profile.Requires.Select(r => r.CompetencyId).Except(asked).ToList())
        {
            db.RequiredCompetencies.Remove(profile.Requires.First(r => r.CompetencyId == dropped));
            profile.StopRequiring(dropped);
        }
        for (var i = 0; i < asked.Count; i++)
        {
            var known = profile.Requires.Any(r => r.CompetencyId == asked[i]);
            profile.Require(asked[i], text.Requires[i].Level, text.Requires[i].Weight);
            if (!known) db.Add(profile.Requires[^1]);
        }
        profile.Order(asked);
    }

    private async Task<Guid> Elsewhere(RequiredText required, CancellationToken ct)
    {
        var found = await (from c in db.Competencies where c.Code == required.Code join e in db.Editions on c.EditionId equals e.Id where e.Label == required.Edition join f in db.Frameworks on e.FrameworkId equals f.Id select new { c.Id, f.Name }).ToListAsync(ct);
        return found.Find(f => required.Framework is null || f.Name.All.Any(n => required.Framework[n.Key] == n.Value))?.Id
            ?? throw Refusal.At("file", "competencies.document-edition-unknown", required.Code, $"{required.Framework} {required.Edition}");
    }

    private static List<Activity> Nested(IReadOnlyList<ActivityText> flat, int depth, ref int at)
    {
        List<Activity> here = [];
        while (at < flat.Count && flat[at].Depth == depth)
        {
            var text = flat[at++].Text;
            here.Add(new Activity(text, Nested(flat, depth + 1, ref at)));
        }
        return here;
    }
}
