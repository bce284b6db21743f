using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

/// <summary>Asks for a competency, or changes level and weight of one that is asked for. The level must be a step of that competency's own ladder.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RequireCompetency(Guid Profile, Guid Competency, int? Level, int Weight) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RequireCompetency, Saved>
    {
        public async Task<Saved> Handle(RequireCompetency request, CancellationToken cancellationToken)
        {
            var profile = await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken);
            await db.RequiredCompetencies.Where(r => r.ProfileId == profile.Id).OrderBy(r => r.Order).LoadAsync(cancellationToken);
            var asked = profile.Requires.Any(r => r.CompetencyId == request.Competency);
            var competency = await db.CompetenciesFor(caller, Permission.ReadLibrary).AsNoTracking().Need(request.Competency, cancellationToken);
            Refuse.FieldIf(!asked && competency.Status == ItemStatus.Retired, "competency", "profiles.competency-retired");
            var ladder = await db.Levels.CountAsync(l => l.CompetencyId == competency.Id, cancellationToken);
            Refuse.FieldIf(request.Level is { } level && level > ladder, "level", "profiles.level-not-there", ladder);
            profile.Require(competency.Id, request.Level, request.Weight);
            if (!asked) db.Add(profile.Requires.Single(r => r.CompetencyId == competency.Id));
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>No longer asks for a competency. Guides that were made keep it.</summary>
[Needs(Permission.EditLibrary)]
public sealed record StopRequiring(Guid Profile, Guid Competency) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<StopRequiring, Saved>
    {
        public async Task<Saved> Handle(StopRequiring request, CancellationToken cancellationToken)
        {
            var profile = await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken);
            await db.RequiredCompetencies.Where(r => r.ProfileId == profile.Id).OrderBy(r => r.Order).LoadAsync(cancellationToken);
            profile.StopRequiring(request.Competency);
            return new Saved(clock.GetUtcNow());
        }
    }
}
