using Interviewing.Application.Development;
using Interviewing.Application.Guides;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>What goes along with a change: only what is named here moves. Plans have no names outside their team, so they go together or not at all.</summary>
public sealed record Migration(IReadOnlyList<Guid> Profiles, IReadOnlyList<Guid> Guides, bool Plans)
{
    public static Migration None { get; } = new([], [], false);
}

public sealed record TouchedProfile(Guid Id, string Code, LocalText Name, int Changed, int Gone);

public sealed record TouchedGuide(Guid Id, LocalText Title, int Changed, int Gone);

/// <summary>The profiles, open guides and running plans that a change would touch.</summary>
public sealed record Reach(IReadOnlyList<TouchedProfile> Profiles, IReadOnlyList<TouchedGuide> Guides, int Plans)
{
    public static Reach Nothing { get; } = new([], [], 0);
}

/// <summary>What leans on competencies that others replace, and how it goes over. Frozen guides, scores, reviews and finished plans never change.</summary>
internal sealed class Touched(IInterviewDb db, Impact impact, IQueryable<Guid> replaced)
{
    private readonly HashSet<string> changed = [.. impact.Lines.Where(l => l.Kind != ImpactKind.Competency).Select(l => l.Code)];

    public IReadOnlyList<ImpactLine> Lines => impact.Lines;

    private IQueryable<Profile> Profiles => db.Profiles.Where(p => p.Status == ItemStatus.Active && db.RequiredCompetencies.Any(r => r.ProfileId == p.Id && replaced.Contains(r.CompetencyId)));

    private IQueryable<Guide> Guides => db.Guides.Where(g => g.Status == GuideStatus.Draft && db.GuideCompetencies.Any(r => r.GuideId == g.Id && replaced.Contains(r.CompetencyId)));

    private IQueryable<Plan> Plans => db.Plans.Where(p => p.Status != PlanStatus.Completed && p.Status != PlanStatus.Stopped && db.Goals.Any(g => g.PlanId == p.Id && replaced.Contains(g.CompetencyId)));

    public async Task<Reach> Reach(CancellationToken ct)
    {
        var profiles = await Profiles.OrderBy(p => p.Code).Select(p => new { p.Id, p.Code, p.Name, Asked = db.RequiredCompetencies.Where(r => r.ProfileId == p.Id).Select(r => r.CompetencyId).ToList() }).ToListAsync(ct);
        var guides = await Guides.OrderBy(g => g.Id).Select(g => new { g.Id, g.Title, Asked = db.GuideCompetencies.Where(c => c.GuideId == g.Id).Select(c => c.CompetencyId).ToList() }).ToListAsync(ct);
        var ids = await replaced.ToListAsync(ct);
        return new([.. profiles.Select(p => new TouchedProfile(p.Id, p.Code, p.Name, Changed(p.Asked), Gone(p.Asked)))], [.. guides.Select(g => new TouchedGuide(g.Id, g.Title, Changed(g.Asked), Gone(g.Asked)))], await Plans.CountAsync(ct));

        int Changed(List<Guid> asked) => asked.Count(a => impact.Next.TryGetValue(a, out var next) && changed.Contains(next.Code));
        int Gone(List<Guid> asked) => asked.Count(a => ids.Contains(a) && !impact.Next.ContainsKey(a));
    }

    /// <summary>The ticked profiles ask for what came in the place of what they asked for.</summary>
    public async Task<List<Profile>> TakeProfiles(Migration migrate, CancellationToken ct)
    {
        var chosen = await Profiles.Where(p => migrate.Profiles.Contains(p.Id)).ToListAsync(ct);
        var ids = chosen.ConvertAll(p => p.Id);
        await db.RequiredCompetencies.Where(r => ids.Contains(r.ProfileId)).LoadAsync(ct);
        foreach (var profile in chosen)
        {
            foreach (var asked in profile.Requires.Select(r => r.CompetencyId).ToList())
                if (impact.Next.TryGetValue(asked, out var next)) profile.AskInstead(asked, next.Id, next.Levels.Count);
        }
        return chosen;
    }

    public async Task<int> TakeGuides(Migration migrate, DateTimeOffset now, CancellationToken ct)
    {
        var chosen = await Guides.Where(g => migrate.Guides.Contains(g.Id)).ToListAsync(ct);
        await db.LoadParts(chosen, ct);
        var questions = chosen.SelectMany(g => g.Questions).Select(q => q.QuestionId).OfType<Guid>().Distinct().ToList();
        var texts = await db.Questions.Where(q => questions.Contains(q.Id)).ToDictionaryAsync(q => q.Id, ct);
        var next = impact.Next.ToDictionary(n => n.Key, n => n.Value.Id);
        foreach (var guide in chosen) guide.Follow(next, impact.Parts, texts, now);
        return chosen.Count;
    }

    public async Task<int> TakePlans(Migration migrate, CancellationToken ct)
    {
        if (!migrate.Plans) return 0;
        var plans = await Plans.ToListAsync(ct);
        var ids = plans.ConvertAll(p => p.Id);
        await db.Goals.Where(g => ids.Contains(g.PlanId)).LoadAsync(ct);
        foreach (var plan in plans)
        {
            foreach (var goal in plan.Goals.Select(g => g.CompetencyId).ToList())
                if (impact.Next.TryGetValue(goal, out var next)) plan.Follow(goal, next.Id, next.Name);
        }
        return plans.Count;
    }
}
