using FluentValidation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>
/// A guide for a profile: the chosen competencies in the profile's order (null: proposed), so many minutes, with questions proposed.
/// Refused as a whole when no proposal fits.
/// </summary>
[Needs(Permission.EditGuide)]
public sealed record MakeGuide(Guid Profile, IReadOnlyList<Guid>? Competencies, int Minutes, IReadOnlyList<string> Languages, ScoredItems Scores = ScoredItems.Competencies, GuideWishes? Wishes = null) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<MakeGuide>
    {
        public Rules()
        {
            RuleFor(x => x.Competencies).Must(c => c is not { Count: 0 }).WithErrorCode("guides.no-competencies");
            RuleFor(x => x.Languages).NotEmpty().WithErrorCode("guides.language-missing");
            RuleFor(x => x.Minutes).InclusiveBetween(Guide.Shortest, Guide.Longest).WithErrorCode("guides.minutes-wrong").WithState(_ => new object?[] { Guide.Shortest, Guide.Longest });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MakeGuide, Guid>
    {
        public async Task<Guid> Handle(MakeGuide request, CancellationToken cancellationToken)
        {
            var profile = await db.Profiles.AsNoTracking().Where(p => p.Status == ItemStatus.Active).Need(request.Profile, cancellationToken);
            var wishes = await Settled(request.Wishes ?? GuideWishes.None, cancellationToken);
            var required = await db.RequiredCompetencies.AsNoTracking().Where(r => r.ProfileId == profile.Id).OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(cancellationToken);
            var library = await db.LibraryOf([.. required.Select(c => c.CompetencyId)], cancellationToken);
            var chosen = request.Competencies is { } given ? required.Where(r => given.Contains(r.CompetencyId)).ToList()
                : Drafting.Propose(required, library, request.Languages, wishes.Mix ?? QuestionMix.Free, request.Minutes - (wishes.Opening ?? 5) - (wishes.Closing ?? 5));
            Refuse.FieldIf(request.Competencies is { } all && chosen.Count != all.Distinct().Count(), "competencies", "guides.not-in-profile");
            Refuse.FieldIf(request.Competencies is null && chosen.Count == 0, "competencies", "guides.nothing-to-propose");
            var asked = await db.AskedIn(wishes.Earlier ?? [], cancellationToken);
            return db.Add(Drafting.Draft(profile, chosen, library, request.Minutes, request.Languages, request.Scores, wishes, asked, caller.IdOrNull, clock.GetUtcNow())).Id;
        }

        // The rounds of a procedure are its other guides; who may not plan it, does not learn that it exists.
        private async Task<GuideWishes> Settled(GuideWishes wishes, CancellationToken ct)
        {
            if (wishes.Scale is { } scale) Refuse.FieldIf(!await db.Scales.AnyAsync(s => s.Id == scale, ct), "scale", "guides.scale-unknown");
            var earlier = (wishes.Earlier ?? []).ToHashSet();
            if (wishes.Procedure is { } procedure)
            {
                Refuse.If(!caller.May(Permission.PlanProcedure, Scope.Procedure(procedure)) || !await db.Procedures.AnyAsync(p => p.Id == procedure, ct), Refusal.NotFound);
                earlier.UnionWith(await db.Guides.Where(g => g.ProcedureId == procedure).Select(g => g.Id).ToListAsync(ct));
                earlier.UnionWith(await (from p in db.Procedures where p.Id == procedure join d in db.FrozenDocuments on p.FrozenId equals d.Id select d.GuideId).ToListAsync(ct));
            }
            var visible = await db.GuidesFor(caller, Permission.EditGuide, Permission.PlanProcedure).Where(g => earlier.Contains(g.Id)).Select(g => g.Id).ToListAsync(ct);
            return wishes with { Earlier = visible };
        }
    }
}
