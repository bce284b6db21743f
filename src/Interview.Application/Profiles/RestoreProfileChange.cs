using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

/// <summary>
/// Puts back what one change of a profile's history took away or replaced: a text, a result area, activities, the pay scale, a competency that was asked for
/// with its level and weight, or being in use. What was changed again since is not overwritten.
/// </summary>
[Needs(Permission.EditLibrary)]
public sealed record RestoreProfileChange(Guid Profile, Guid Change) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RestoreProfileChange, Saved>
    {
        public async Task<Saved> Handle(RestoreProfileChange request, CancellationToken cancellationToken)
        {
            var saved = new Saved(clock.GetUtcNow());
            var profile = await db.NeedProfile(caller, request.Profile, cancellationToken);
            var change = await db.LibraryChanges.AsNoTracking().NeedFirst(h => h.Id == request.Change && h.SubjectId == profile.Id, cancellationToken);
            switch (change)
            {
                case { Field: "activities" }:
                    if (profile.WriteActivities(change.ItemId, change.Language, change.After, change.Before) is { } lines) db.Remember(profile.Id, change.ItemId, lines, caller, saved.At);
                    break;
                case { Language.Length: > 0 }:
                    if (profile.Reword(change.ItemId, change.Field, change.Language, change.After, change.Before) is { } text) db.Remember(profile.Id, change.ItemId, text, caller, saved.At);
                    break;
                case { Kept.Area: { } gone }:
                    db.Add(profile.Restore(gone));
                    Remember("restored", "", gone.Title.ToString());
                    break;
                case { Kept.Requirement: { } requirement }:
                    await Restore(profile, change, requirement, cancellationToken);
                    Remember(change.Field == "required-dropped" ? "required" : change.Field, change.After, change.Before);
                    break;
                case { Field: "payscale" }:
                    Refuse.If((profile.PayScale ?? "") != change.After, Refusal.ChangedText(change.Field, profile.PayScale, change.Before));
                    profile.Pay(change.Before);
                    Remember("payscale", change.After, change.Before);
                    break;
                case { Field: "retired" }:
                    profile.Revive();
                    Remember("revived", "", "");
                    break;
                default: throw new Refusal("competencies.change-stays");
            }
            return saved;

            void Remember(string field, string before, string after) => db.Remember(profile.Id, change.ItemId, field, before, after, caller, saved.At);
        }

        // Level and weight go back one by one: what the other became since stays.
        private async Task Restore(Profile profile, LibraryChange change, Requirement requirement, CancellationToken ct)
        {
            Refuse.If(!await db.Competencies.AnyAsync(c => c.Id == requirement.Competency, ct), "profiles.competency-gone", requirement.Name.ToString());
            var now = profile.Asks(requirement.Competency, requirement.Name);
            Refuse.If(change.Field != "required-dropped" && now is null, "profiles.competency-not-asked", requirement.Name.ToString());
            Refuse.If(change.Field == "required-dropped" && now is not null, "competencies.restored-already");
            var ladder = await db.Levels.CountAsync(l => l.CompetencyId == requirement.Competency, ct);
            var back = change.Field switch
            {
                "required-level" => now! with { Level = requirement.Level },
                "required-weight" => now! with { Weight = requirement.Weight },
                _ => requirement,
            };
            Refuse.FieldIf(back.Level > ladder, "level", "profiles.level-not-there", ladder);
            if (profile.Restore(back) is { } required) db.Add(required);
        }
    }
}
