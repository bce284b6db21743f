using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies.Exchange;

/// <summary>A whole edition as one document.</summary>
[Needs(Permission.ReadLibrary)]
public sealed record ExportEdition(Guid Edition) : IQuery<EditionDocument>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ExportEdition, EditionDocument>
    {
        public async Task<EditionDocument> Handle(ExportEdition request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.ReadLibrary).Need(request.Edition, cancellationToken);
            return await (await db.WholeEdition(edition, cancellationToken)).Write(db, cancellationToken);
        }
    }
}

/// <summary>Everything of an edition, tracked, so that parts find their root: one query per list.</summary>
internal sealed record WholeEdition(Edition Edition, Framework Framework, List<Node> Nodes, List<Competency> Competencies, List<Profile> Profiles)
{
    public async Task<EditionDocument> Write(IInterviewDb db, CancellationToken ct)
    {
        var branches = new List<(Node Node, int Depth)>();
        foreach (var side in Enum.GetValues<TreeSide>()) Walk(new Tree([.. Nodes.Where(n => n.Side == side)]), null, 1);
        var number = branches.Select((b, i) => (b.Node.Id, i)).ToDictionary(b => b.Id, b => b.i + 1);
        int? Branch(Guid? id) => id is { } known && number.TryGetValue(known, out var n) ? n : null;
        var codes = Competencies.ToDictionary(c => c.Id, c => new RequiredText(c.Code, null, 1));
        var foreign = Profiles.SelectMany(p => p.Requires).Select(r => r.CompetencyId).Where(id => !codes.ContainsKey(id)).Distinct().ToList();
        foreach (var other in await (from c in db.Competencies where foreign.Contains(c.Id) join e in db.Editions on c.EditionId equals e.Id join f in db.Frameworks on e.FrameworkId equals f.Id select new { c.Id, c.Code, f.Name, e.Label }).ToListAsync(ct))
            codes[other.Id] = new RequiredText(other.Code, null, 1, other.Name, other.Label);
        return new EditionDocument(EditionDocument.CurrentSchema, Framework.Name, Framework.Owner, Framework.Licence, Edition.Label, Edition.ClusterLevels, Edition.ProfileLevels,
            [.. branches.Select(b => new BranchText(b.Depth, b.Node.Kind, b.Node.Name))],
            [.. Competencies.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => TextOf(c, Branch(c.ClusterId)))],
            [.. Profiles.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => TextOf(p, Branch(p.NodeId), codes))]);

        void Walk(Tree tree, Guid? parent, int depth)
        {
            foreach (var node in tree.Under(parent))
            {
                branches.Add((node, depth));
                Walk(tree, node.Id, depth + 1);
            }
        }
    }

    public static CompetencyText TextOf(Competency competency, int? branch)
    {
        var indicators = competency.Indicators.OrderBy(i => i.Order).ThenBy(i => i.Id).ToList();
        return new CompetencyText(competency.Code, branch, competency.Name, competency.Definition, competency.Status, competency.Trace,
            [.. competency.Levels.OrderBy(l => l.Ordinal).Select(l => l.Title)],
            [.. indicators.Select(i => new IndicatorText(i.Text, i.Polarity, i.Level, i.Status, i.Trace))],
            [.. competency.Questions.OrderBy(q => q.Order).ThenBy(q => q.Id).Select(q => new QuestionText(q.Text, q.Type, q.Minutes,
                [.. q.Touches.Select(t => indicators.FindIndex(i => i.Id == t) + 1).Where(n => n > 0)], q.Probes, q.Anchors, q.Status, q.Trace))],
            [.. competency.Tips.OrderBy(t => t.Order).ThenBy(t => t.Id).Select(t => new TipText(t.Text, t.Audience, t.Kind, t.Status, t.Trace))]);
    }

    private static ProfileText TextOf(Profile profile, int? branch, Dictionary<Guid, RequiredText> codes) => new(profile.Code, branch, profile.Name, profile.Purpose, profile.PayScale, profile.Characteristics, profile.Status, profile.Trace,
        [.. profile.ResultAreas.OrderBy(a => a.Order).ThenBy(a => a.Id).Select(a => new ResultAreaText(a.Title, a.Framework, a.Result, [.. Flat(a.Activities, 1)], a.Trace))],
        [.. profile.Requires.OrderBy(r => r.Order).ThenBy(r => r.Id).Select(r => codes[r.CompetencyId] with { Level = r.Level, Weight = r.Weight })], profile.Grading);

    private static IEnumerable<ActivityText> Flat(IReadOnlyList<Activity> activities, int depth) =>
        activities.SelectMany(a => Flat(a.Children, depth + 1).Prepend(new ActivityText(depth, a.Text)));
}

internal static class Editions
{
    public static async Task<WholeEdition> WholeEdition(this IInterviewDb db, Edition edition, CancellationToken ct)
    {
        var id = edition.Id;
        // A version that is still being written is not part of the edition yet.
        var competencies = await db.Competencies.Where(c => c.EditionId == id && !c.InPreparation).ToListAsync(ct);
        await db.Levels.Where(l => db.Competencies.Any(c => c.Id == l.CompetencyId && c.EditionId == id)).LoadAsync(ct);
        await db.Indicators.Where(i => db.Competencies.Any(c => c.Id == i.CompetencyId && c.EditionId == id)).LoadAsync(ct);
        await db.Questions.Where(q => db.Competencies.Any(c => c.Id == q.CompetencyId && c.EditionId == id)).LoadAsync(ct);
        await db.Tips.Where(t => db.Competencies.Any(c => c.Id == t.CompetencyId && c.EditionId == id)).LoadAsync(ct);
        var profiles = await db.Profiles.Where(p => p.EditionId == id).ToListAsync(ct);
        await db.ResultAreas.Where(a => db.Profiles.Any(p => p.Id == a.ProfileId && p.EditionId == id)).LoadAsync(ct);
        await db.RequiredCompetencies.Where(r => db.Profiles.Any(p => p.Id == r.ProfileId && p.EditionId == id)).LoadAsync(ct);
        return new WholeEdition(edition, await db.Frameworks.Need(edition.FrameworkId, ct), await db.Nodes.Where(n => n.EditionId == id).ToListAsync(ct), competencies, profiles);
    }
}
