using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

public sealed record PublishedEdition(DateTimeOffset At, int Profiles, int Guides, int Plans);

/// <summary>
/// Says that an edition is ready for use. With <see cref="Instead"/> it takes the place of that edition, which stays readable, and the profiles, open guides and
/// running plans that were ticked go over to its competencies.
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
            var migrate = request.Migrate ?? Migration.None;
            var touched = await db.TouchedBy(old, edition, cancellationToken);
            var profiles = await touched.TakeProfiles(migrate, cancellationToken);
            await Move(profiles, old, edition, cancellationToken);
            return new(now, profiles.Count, await touched.TakeGuides(migrate, now, cancellationToken), await touched.TakePlans(migrate, cancellationToken));
        }

        // A profile of the old edition moves, so that it stays what people hold and guides are made for; unless the new one brings its own.
        private async Task Move(List<Profile> profiles, Edition old, Edition edition, CancellationToken ct)
        {
            var taken = await db.Profiles.Where(p => p.EditionId == edition.Id).Select(p => p.Code).ToListAsync(ct);
            var (was, now) = (await Tree.Of(db, old, TreeSide.Profiles, ct), await Tree.Of(db, edition, TreeSide.Profiles, ct));
            foreach (var profile in profiles.Where(p => p.EditionId == old.Id && !taken.Contains(p.Code)))
                profile.GoTo(edition.Id, profile.NodeId is { } branch ? now.Like(was.Find(branch)) : null);
        }
    }
}

/// <summary>What publishing an edition in the place of another would mean.</summary>
public sealed record ImpactCard(Guid Edition, string Label, LocalText Framework, EditionStatus Status, Guid? Against, string? AgainstLabel, IReadOnlyList<ImpactLine> Lines, Reach Reach, IReadOnlyList<EditionRow> Choices);

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
            if (old is null) return new(edition.Id, edition.Label, framework.Name, edition.Status, null, null, [], Reach.Nothing, choices);
            var touched = await db.TouchedBy(old, edition, cancellationToken);
            return new(edition.Id, edition.Label, framework.Name, edition.Status, old.Id, old.Label, touched.Lines, await touched.Reach(cancellationToken), choices);
        }
    }
}

internal static class Impacts
{
    public static async Task<Touched> TouchedBy(this IInterviewDb db, Edition old, Edition edition, CancellationToken ct) =>
        new(db, Impact.Of((await db.WholeEdition(old, ct)).Competencies, (await db.WholeEdition(edition, ct)).Competencies), db.Competencies.Where(c => c.EditionId == old.Id).Select(c => c.Id));
}
