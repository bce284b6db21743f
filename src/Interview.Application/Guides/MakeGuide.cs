using FluentValidation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>A guide for a profile: the chosen competencies (in the profile's order), so many minutes, with questions proposed. Refused as a whole when no proposal fits.</summary>
[Needs(Permission.EditGuide)]
public sealed record MakeGuide(Guid Profile, IReadOnlyList<Guid> Competencies, int Minutes, IReadOnlyList<string> Languages, ScoredItems Scores = ScoredItems.Competencies) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<MakeGuide>
    {
        public Rules()
        {
            RuleFor(x => x.Competencies).NotEmpty().WithErrorCode("guides.no-competencies");
            RuleFor(x => x.Languages).NotEmpty().WithErrorCode("guides.language-missing");
            RuleFor(x => x.Minutes).InclusiveBetween(Guide.Shortest, Guide.Longest).WithErrorCode("guides.minutes-wrong").WithState(_ => new object?[] { Guide.Shortest, Guide.Longest });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MakeGuide, Guid>
    {
        public async Task<Guid> Handle(MakeGuide request, CancellationToken cancellationToken)
        {
            var profile = await db.Profiles.AsNoTracking().Where(p => p.Status == ItemStatus.Active).Need(request.Profile, cancellationToken);
            var required = await db.RequiredCompetencies.AsNoTracking().Where(r => r.ProfileId == profile.Id).OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(cancellationToken);
            var chosen = required.Where(r => request.Competencies.Contains(r.CompetencyId)).ToList();
            Refuse.FieldIf(chosen.Count != request.Competencies.Distinct().Count(), "competencies", "guides.not-in-profile");
            var library = await db.LibraryOf([.. chosen.Select(c => c.CompetencyId)], cancellationToken);
            return db.Add(Drafting.Draft(profile, chosen, library, request.Minutes, request.Languages, request.Scores, caller.IdOrNull, clock.GetUtcNow())).Id;
        }
    }
}
