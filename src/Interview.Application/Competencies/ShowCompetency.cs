using Interviewing.Application.Development;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

public sealed record LevelCard(Guid Id, int Ordinal, LocalText Title);

public sealed record IndicatorCard(Guid Id, LocalText Text, Polarity Polarity, int? Level, ItemStatus Status, Trace? Trace);

public sealed record QuestionCard(Guid Id, LocalText Text, QuestionType Type, int Minutes, IReadOnlyList<Guid> Touches, IReadOnlyList<Probe> Probes, IReadOnlyList<Anchor> Anchors, ItemStatus Status, Trace? Trace)
{
    public QuestionTuning Tuning => new(Type, Minutes, Touches);
}

public sealed record TipCard(Guid Id, LocalText Text, TipAudience Audience, TipKind Kind, ItemStatus Status, Trace? Trace);

/// <summary>Everything of one competency, and whether who looks may change it.</summary>
public sealed record CompetencyCard(Guid Id, int Version, string Code, LocalText Name, LocalText Definition, ItemStatus Status, Trace? Trace,
    Guid EditionId, LocalText Framework, string Edition, EditionStatus EditionStatus, LocalText? Cluster,
    IReadOnlyList<LevelCard> Levels, IReadOnlyList<IndicatorCard> Indicators, IReadOnlyList<QuestionCard> Questions, IReadOnlyList<TipCard> Tips,
    IReadOnlyList<ScalePoint> Scale, int Profiles, int OpenGuides, int Plans, bool MayEdit);

[Needs(Permission.ReadLibrary)]
public sealed record ShowCompetency(Guid Competency) : IQuery<CompetencyCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ShowCompetency, CompetencyCard>
    {
        public async Task<CompetencyCard> Handle(ShowCompetency request, CancellationToken cancellationToken)
        {
            var id = request.Competency;
            var found = await (
                from c in db.CompetenciesFor(caller, Permission.ReadLibrary).AsNoTracking()
                where c.Id == id
                join e in db.Editions on c.EditionId equals e.Id
                join f in db.Frameworks on e.FrameworkId equals f.Id
                from n in db.Nodes.Where(n => n.Id == c.ClusterId).DefaultIfEmpty()
                from scale in db.Scales.Where(s => s.Code == Scales.Default).DefaultIfEmpty()
                select new { c, e, FrameworkId = f.Id, Framework = f.Name, Cluster = n!.Name, Profiles = db.RequiredCompetencies.Count(r => r.CompetencyId == c.Id),
                    Guides = db.GuideCompetencies.Count(g => g.CompetencyId == c.Id && db.Guides.Any(x => x.Id == g.GuideId && x.Status == GuideStatus.Draft)),
                    Scale = scale,
                    Plans = db.Goals.Count(g => g.CompetencyId == c.Id && db.Plans.Any(x => x.Id == g.PlanId && x.Status != PlanStatus.Completed && x.Status != PlanStatus.Stopped)) })
                .FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var levels = await db.Levels.AsNoTracking().Where(l => l.CompetencyId == id).OrderBy(l => l.Ordinal)
                .Select(l => new LevelCard(l.Id, l.Ordinal, l.Title)).ToListAsync(cancellationToken);
            var indicators = await db.Indicators.AsNoTracking().Where(i => i.CompetencyId == id).OrderBy(i => i.Order).ThenBy(i => i.Id)
                .Select(i => new IndicatorCard(i.Id, i.Text, i.Polarity, i.Level, i.Status, i.Trace)).ToListAsync(cancellationToken);
            var questions = await db.Questions.AsNoTracking().Where(q => q.CompetencyId == id).OrderBy(q => q.Order).ThenBy(q => q.Id)
                .Select(q => new QuestionCard(q.Id, q.Text, q.Type, q.Minutes, q.Touches, q.Probes, q.Anchors, q.Status, q.Trace)).ToListAsync(cancellationToken);
            var tips = await db.Tips.AsNoTracking().Where(t => t.CompetencyId == id).OrderBy(t => t.Order).ThenBy(t => t.Id)
                .Select(t => new TipCard(t.Id, t.Text, t.Audience, t.Kind, t.Status, t.Trace)).ToListAsync(cancellationToken);
            return new CompetencyCard(id, found.c.Version, found.c.Code, found.c.Name, found.c.Definition, found.c.Status, found.c.Trace,
                found.e.Id, found.Framework, found.e.Label, found.e.Status, found.Cluster, levels, indicators, questions, tips,
                (found.Scale ?? Scale.Default()).Points, found.Profiles, found.Guides, found.Plans, caller.May(Permission.EditLibrary, Scope.Framework(found.FrameworkId)));
        }
    }
}

public static class Scales
{
    public const string Default = "default";

    /// <summary>The scale of the house: the one called default, as long as there is one, else the one we ship.</summary>
    public static async Task<Scale> DefaultScale(this IInterviewDb db, CancellationToken ct) =>
        await db.Scales.AsNoTracking().FirstOrDefaultAsync(s => s.Code == Default, ct) ?? Scale.Default();
}
