using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Development;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>What goes along with a new edition: only what is named here changes. Plans have no names outside their team, so they go together or not at all.</summary>
public sealed record Migration(IReadOnlyList<Guid> Profiles, IReadOnlyList<Guid> Guides, bool Plans)
{
    public static Migration None { get; } = new([], [], false);
}

public sealed record PublishedEdition(DateTimeOffset At, int Profiles, int Guides, int Plans);

/// <summary>
/// Says that an edition is ready for use. With <see cref="Instead"/> it takes the place of that edition, which stays readable, and the profiles, open guides and
/// running plans that were ticked go over to its competencies. Frozen guides, scores, reviews and finished plans never change.
/// </summary>
[Needs(Permission.PublishEdition)]
public sealed record PublishEdition(Guid Edition, Guid? Instead = null, Migration? Migrate = null) : ICommand<PublishedEdition>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PublishEdition, PublishedEdition>
    {
        public async Task<PublishedEdition> Handle(PublishEdition request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var edition = await db.EditionsFor(caller, Permission.PublishEdition).Need(request.Edition, cancellationToken);
            edition.Publish(now);
            if (request.Instead is not { } id) return new(now, 0, 0, 0);
            var old = await db.EditionsFor(caller, Permission.PublishEdition).Need(id, cancellationToken);
            Refuse.If(old.FrameworkId != edition.FrameworkId, Refusal.NotFound);
            old.Supersede();
            var impact = await db.ImpactOf(old, edition, cancellationToken);
            var touched = new Touched(db, impact, old);
            return new(now, await Profiles(touched, edition, request.Migrate ?? Migration.None, cancellationToken), await Guides(touched, request.Migrate ?? Migration.None, now, cancellationToken),
                request.Migrate?.Plans == true ? await Plans(touched, cancellationToken) : 0);
        }

        private async Task<int> Profiles(Touched touched, Edition edition, Migration migrate, CancellationToken ct)
        {
            var chosen = await touched.Profiles().Where(p => migrate.Profiles.Contains(p.Id)).ToListAsync(ct);
            var taken = await db.Profiles.Where(p => p.EditionId == edition.Id).Select(p => p.Code).ToListAsync(ct);
            var (was, now) = (await Tree.Of(db, touched.Old, TreeSide.Profiles, ct), await Tree.Of(db, edition, TreeSide.Profiles, ct));
            var ids = chosen.ConvertAll(p => p.Id);
            await db.RequiredCompetencies.Where(r => ids.Contains(r.ProfileId)).LoadAsync(ct);
            foreach (var profile in chosen)
            {
                foreach (var asked in profile.Requires.Select(r => r.CompetencyId).ToList())
                    if (touched.Impact.Next.TryGetValue(asked, out var next)) profile.AskInstead(asked, next.Id, next.Levels.Count);
                // A profile of the old edition moves, so that it stays what people hold and guides are made for; unless the new one brings its own.
                if (profile.EditionId == touched.Old.Id && !taken.Contains(profile.Code)) profile.GoTo(edition.Id, profile.NodeId is { } branch ? now.Like(was.Find(branch)) : null);
            }
            return chosen.Count;
        }

        private async Task<int> Guides(Touched touched, Migration migrate, DateTimeOffset now, CancellationToken ct)
        {
            var chosen = await touched.Guides().Where(g => migrate.Guides.Contains(g.Id)).ToListAsync(ct);
            await db.LoadParts(chosen, ct);
            var questions = chosen.SelectMany(g => g.Questions).Select(q => q.QuestionId).OfType<Guid>().Distinct().ToList();
            var texts = await db.Questions.Where(q => questions.Contains(q.Id)).ToDictionaryAsync(q => q.Id, ct);
            var next = touched.Impact.Next.ToDictionary(n => n.Key, n => n.Value.Id);
            foreach (var guide in chosen) guide.Follow(next, touched.Impact.Parts, texts, now);
            return chosen.Count;
        }

        private async Task<int> Plans(Touched touched, CancellationToken ct)
        {
            var plans = await touched.Plans().ToListAsync(ct);
            var ids = plans.ConvertAll(p => p.Id);
            await db.Goals.Where(g => ids.Contains(g.PlanId)).LoadAsync(ct);
            foreach (var plan in plans)
            {
                foreach (var goal in plan.Goals.Select(g => g.CompetencyId).ToList())
                    if (touched.Impact.Next.TryGetValue(goal, out var next)) plan.Follow(goal, next.Id, next.Name);
            }
            return plans.Count;
        }
    }
}

public sealed record TouchedProfile(Guid Id, string Code, LocalText Name, int Changed, int Gone);

public sealed record TouchedGuide(Guid Id, LocalText Title, int Changed, int Gone);

/// <summary>What publishing an edition in the place of another would mean.</summary>
public sealed record ImpactCard(Guid Edition, string Label, LocalText Framework, EditionStatus Status, Guid? Against, string? AgainstLabel, IReadOnlyList<ImpactLine> Lines,
    IReadOnlyList<TouchedProfile> Profiles, IReadOnlyList<TouchedGuide> Guides, int Plans, IReadOnlyList<EditionRow> Choices);

/// <summary>Compares a draft with an edition of its framework that is in use: the one named, else the newest.</summary>
[Needs(Permission.PublishEdition)]
public sealed record ShowImpact(Guid Edition, Guid? Against = null) : IQuery<ImpactCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ShowImpact, ImpactCard>
    {
        public async Task<ImpactCard> Handle(ShowImpact request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.PublishEdition).Need(request.Edition, cancellationToken);
            var framework = await db.Frameworks.Need(edition.FrameworkId, cancellationToken);
            var others = await db.Editions.Where(e => e.FrameworkId == framework.Id && e.Id != edition.Id && e.Status == EditionStatus.Published).OrderByDescending(e => e.PublishedAt).ToListAsync(cancellationToken);
            var choices = others.Select(e => new EditionRow(e.Id, e.Label, e.Status, e.PublishedAt, 0, 0)).ToList();
            var old = request.Against is { } id ? others.Find(e => e.Id == id) ?? throw Refusal.NotFound : others.FirstOrDefault();
            if (old is null) return new(edition.Id, edition.Label, framework.Name, edition.Status, null, null, [], [], [], 0, choices);
            var impact = await db.ImpactOf(old, edition, cancellationToken);
            var touched = new Touched(db, impact, old);
            var profiles = await touched.Profiles().OrderBy(p => p.Code).Select(p => new { p.Id, p.Code, p.Name, Asked = db.RequiredCompetencies.Where(r => r.ProfileId == p.Id).Select(r => r.CompetencyId).ToList() }).ToListAsync(cancellationToken);
            var guides = await touched.Guides().OrderBy(g => g.Id).Select(g => new { g.Id, g.Title, Asked = db.GuideCompetencies.Where(c => c.GuideId == g.Id).Select(c => c.CompetencyId).ToList() }).ToListAsync(cancellationToken);
            return new(edition.Id, edition.Label, framework.Name, edition.Status, old.Id, old.Label, impact.Lines,
                [.. profiles.Select(p => new TouchedProfile(p.Id, p.Code, p.Name, touched.Changed(p.Asked), touched.Gone(p.Asked)))],
                [.. guides.Select(g => new TouchedGuide(g.Id, g.Title, touched.Changed(g.Asked), touched.Gone(g.Asked)))],
                await touched.Plans().CountAsync(cancellationToken), choices);
        }
    }
}

/// <summary>What leans on the competencies of an edition that another one replaces.</summary>
internal sealed class Touched(IInterviewDb db, Impact impact, Edition old)
{
    private readonly HashSet<string> changed = [.. impact.Lines.Where(l => l.Kind != ImpactKind.Competency).Select(l => l.Code)];

    public Impact Impact => impact;

    public Edition Old => old;

    public IQueryable<Profile> Profiles() => db.Profiles.Where(p => p.Status == ItemStatus.Active && db.RequiredCompetencies.Any(r => r.ProfileId == p.Id && db.Competencies.Any(c => c.Id == r.CompetencyId && c.EditionId == old.Id)));

    public IQueryable<Guide> Guides() => db.Guides.Where(g => g.Status == GuideStatus.Draft && db.GuideCompetencies.Any(r => r.GuideId == g.Id && db.Competencies.Any(c => c.Id == r.CompetencyId && c.EditionId == old.Id)));

    public IQueryable<Plan> Plans() => db.Plans.Where(p => p.Status != PlanStatus.Completed && p.Status != PlanStatus.Stopped && db.Goals.Any(g => g.PlanId == p.Id && db.Competencies.Any(c => c.Id == g.CompetencyId && c.EditionId == old.Id)));

    public int Changed(IEnumerable<Guid> asked) => asked.Count(a => impact.Next.TryGetValue(a, out var next) && changed.Contains(next.Code));

    public int Gone(List<Guid> asked) => asked.Count(a => !impact.Next.ContainsKey(a));
}

internal static class Impacts
{
    public static async Task<Impact> ImpactOf(this IInterviewDb db, Edition old, Edition edition, CancellationToken ct) =>
        Impact.Of((await db.WholeEdition(old, ct)).Competencies, (await db.WholeEdition(edition, ct)).Competencies);
}
