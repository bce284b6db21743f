using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>
/// A newer version of a competency comes into use. The profiles, open guides and running plans that were ticked go over to it; everything else keeps the one
/// before, which is out of use for what is made from now on. Lines of the crosswalk go along.
/// </summary>
[Needs(Permission.PublishEdition)]
public sealed record PublishVersion(Guid Competency, Migration? Migrate = null) : ICommand<PublishedEdition>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PublishVersion, PublishedEdition>
    {
        public async Task<PublishedEdition> Handle(PublishVersion request, CancellationToken cancellationToken)
        {
            var (now, migrate) = (clock.GetUtcNow(), request.Migrate ?? Migration.None);
            var (before, next) = await db.Versions(caller, request.Competency, cancellationToken);
            var touched = new Touched(db, Impact.Between(before, next), db.Competencies.Where(c => c.Id == before.Id).Select(c => c.Id));
            next.TakePlaceOf(before);
            foreach (var link in await db.CompetencyLinks.Where(l => l.FromId == before.Id || l.ToId == before.Id).ToListAsync(cancellationToken)) link.Follow(before.Id, next.Id);
            db.Remember(next.Id, next.Id, "version", "", "", caller, now);
            db.Remember(before.Id, before.Id, "replaced", "", "", caller, now);
            return new(now, (await touched.TakeProfiles(migrate, cancellationToken)).Count, await touched.TakeGuides(migrate, now, cancellationToken), await touched.TakePlans(migrate, cancellationToken));
        }
    }
}

/// <summary>What bringing a newer version of a competency into use would mean.</summary>
public sealed record VersionCard(Guid Competency, LocalText Name, int Number, Guid Before, IReadOnlyList<ImpactLine> Lines, Reach Reach);

[Needs(Permission.PublishEdition)]
public sealed record ShowVersion(Guid Competency) : IQuery<VersionCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ShowVersion, VersionCard>
    {
        public async Task<VersionCard> Handle(ShowVersion request, CancellationToken cancellationToken)
        {
            var (before, next) = await db.Versions(caller, request.Competency, cancellationToken);
            Refuse.If(!next.InPreparation, "competencies.version-not-prepared");
            var touched = new Touched(db, Impact.Between(before, next), db.Competencies.Where(c => c.Id == before.Id).Select(c => c.Id));
            return new(next.Id, next.Name, next.Number, before.Id, touched.Lines, await touched.Reach(cancellationToken));
        }
    }
}

internal static class VersionPair
{
    /// <summary>A newer version and the one it replaces, both whole; for who may publish in their framework.</summary>
    public static async Task<(Competency Before, Competency Next)> Versions(this IInterviewDb db, Caller caller, Guid id, CancellationToken ct)
    {
        Refuse.If(!await db.CompetenciesFor(caller, Permission.PublishEdition).AnyAsync(c => c.Id == id, ct), Refusal.NotFound);
        var next = await db.NeedToEdit(caller, id, ct);
        Refuse.If(next.ReplacesId is null, "competencies.version-not-prepared");
        return (await db.NeedToEdit(caller, next.ReplacesId!.Value, ct), next);
    }
}
