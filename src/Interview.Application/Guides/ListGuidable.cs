using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Guides;

public sealed record GuidableProfile(Guid Id, string Code, LocalText Name, int Competencies, int Questions);

/// <summary>The profiles from which a guide can be made, by code: they ask for competencies, and those have questions.</summary>
[Needs(Permission.EditGuide)]
public sealed record ListGuidable : IQuery<IReadOnlyList<GuidableProfile>>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListGuidable, IReadOnlyList<GuidableProfile>>
    {
        public async Task<IReadOnlyList<GuidableProfile>> Handle(ListGuidable request, CancellationToken cancellationToken) => await (
            from p in db.Profiles.AsNoTracking()
            where p.Status == ItemStatus.Active && db.RequiredCompetencies.Any(r => r.ProfileId == p.Id)
            orderby p.Code, p.Id
            select new GuidableProfile(p.Id, p.Code, p.Name, db.RequiredCompetencies.Count(r => r.ProfileId == p.Id),
                db.Questions.Count(q => q.Status == ItemStatus.Active && q.Type != QuestionType.Closing && db.RequiredCompetencies.Any(r => r.ProfileId == p.Id && r.CompetencyId == q.CompetencyId)))).ToListAsync(cancellationToken);
    }
}
