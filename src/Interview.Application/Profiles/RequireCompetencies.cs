using FluentValidation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

/// <summary>Asks for several competencies at once, all or none, in this order and of equal weight; the required level of each is chosen afterwards.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RequireCompetencies(Guid Profile, IReadOnlyList<Guid> Competencies) : ICommand<Saved>, IMerges
{
    private const int Most = 20;

    internal sealed class Rules : AbstractValidator<RequireCompetencies>
    {
        public Rules() => RuleFor(x => x.Competencies).Must(c => c is { Count: > 0 and <= Most }).WithErrorCode("profiles.competencies-none").WithState(_ => new object?[] { Most });
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RequireCompetencies, Saved>
    {
        public async Task<Saved> Handle(RequireCompetencies request, CancellationToken cancellationToken)
        {
            var profile = await db.ProfilesFor(caller, Permission.EditLibrary).Need(request.Profile, cancellationToken);
            await db.RequiredCompetencies.Where(r => r.ProfileId == profile.Id).OrderBy(r => r.Order).LoadAsync(cancellationToken);
            var wanted = request.Competencies.Distinct().Where(id => profile.Requires.All(r => r.CompetencyId != id)).ToList();
            var there = await db.CompetenciesFor(caller, Permission.ReadLibrary).AsNoTracking().Where(c => wanted.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Status }).ToListAsync(cancellationToken);
            Refuse.If(there.Count != wanted.Count, Refusal.NotFound);
            Refuse.If(there.Any(c => c.Status == ItemStatus.Retired), "profiles.competency-retired");
            var saved = new Saved(clock.GetUtcNow());
            foreach (var id in wanted)
            {
                profile.Require(id, null);
                db.Add(profile.Requires.Single(r => r.CompetencyId == id));
                db.Remember(profile.Id, id, "required", "", there.Find(c => c.Id == id)!.Name.ToString(), caller, saved.At);
            }
            return saved;
        }
    }
}
