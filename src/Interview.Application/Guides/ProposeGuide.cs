using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

/// <summary>The guide a profile would get, written out and not kept: all its competencies, one language. The profile is named by its code.</summary>
[Needs(Permission.EditGuide)]
public sealed record ProposeGuide(string ProfileCode, int Minutes, string Language, ScoredItems Scores = ScoredItems.Competencies) : IQuery<GuidePaper>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ProposeGuide, GuidePaper>
    {
        public async Task<GuidePaper> Handle(ProposeGuide request, CancellationToken cancellationToken)
        {
            var code = request.ProfileCode.Trim();
            // One code can live in several editions; the newest published one is meant, else the newest draft.
            var profile = await (
                from p in db.Profiles.AsNoTracking()
                where p.Code == code && p.Status == ItemStatus.Active
                join e in db.Editions on p.EditionId equals e.Id
                orderby e.Status == EditionStatus.Published ? 0 : e.Status == EditionStatus.Draft ? 1 : 2, e.Label descending, p.Id descending
                select p).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.At("profile", "guides.profile-unknown", code);
            var required = await db.RequiredCompetencies.AsNoTracking().Where(r => r.ProfileId == profile.Id).OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(cancellationToken);
            var library = await db.LibraryOf([.. required.Select(c => c.CompetencyId)], cancellationToken);
            var guide = Drafting.Draft(profile, required, library, request.Minutes, [request.Language], request.Scores, GuideWishes.None, new HashSet<Guid>(), caller.IdOrNull, clock.GetUtcNow());
            return new GuidePaper(GuideDocument.Of(guide, profile.Name, library, await db.DefaultScale(cancellationToken)), guide.Minutes, null, null, []);
        }
    }
}
