using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

/// <summary>How a competency was asked for when somebody looked.</summary>
public sealed record RequirementSeen(int? Level, int Weight);

/// <summary>
/// Asks for a competency, or changes level and weight of one that is asked for: each only where it differs from what its editor saw. The level must be a step
/// of that competency's own ladder.
/// </summary>
[Needs(Permission.EditLibrary)]
public sealed record RequireCompetency(Guid Profile, Guid Competency, int? Level, int Weight, RequirementSeen? Seen = null) : ICommand<Saved>, IMerges
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
            var (saved, was) = (new Saved(clock.GetUtcNow()), profile.Asks(competency.Id, competency.Name));
            var becomes = (Level: Becomes("level", was?.Level, request.Seen?.Level, request.Level), Weight: Becomes("weight", was?.Weight, request.Seen?.Weight, request.Weight)!.Value);
            profile.Require(competency.Id, becomes.Level, becomes.Weight);
            if (was is null)
            {
                db.Add(profile.Requires.Single(r => r.CompetencyId == competency.Id));
                db.Remember(profile.Id, competency.Id, "required", "", competency.Name.ToString(), caller, saved.At);
            }
            else
            {
                Changed("required-level", was.Level, becomes.Level);
                Changed("required-weight", was.Weight, becomes.Weight);
            }
            return saved;

            int? Becomes(string field, int? now, int? seen, int? wanted)
            {
                if (request.Seen is null || was is null || now == wanted) return wanted;
                if (wanted == seen) return now;
                Refuse.If(now != seen, Refusal.ChangedText(field, Text(now), Text(wanted)));
                return wanted;
            }

            void Changed(string field, int? before, int? after)
            {
                if (before != after) db.Remember(profile.Id, competency.Id, field, Text(before), Text(after), caller, saved.At, new Kept(Requirement: was));
            }

            static string Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–";
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
            var saved = new Saved(clock.GetUtcNow());
            var name = await db.Competencies.Where(c => c.Id == request.Competency).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            if (profile.Asks(request.Competency, name) is { } was) db.Remember(profile.Id, request.Competency, "required-dropped", name.ToString(), "", caller, saved.At, new Kept(Requirement: was));
            profile.StopRequiring(request.Competency);
            return saved;
        }
    }
}
