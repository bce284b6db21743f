using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

public sealed record OpenGap(Guid Competency, LocalText Name, int Required, int Achieved, int Highest, int Steps);

/// <summary>A shared talk out of which no plan has come yet, with what is still to go, the largest first.</summary>
public sealed record GapsOfReview(Guid Review, DateTimeOffset SharedAt, string Manager, IReadOnlyList<OpenGap> Gaps);

/// <summary>The gaps of the asker's newest shared talk, if it has no plan: where a plan begins.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record OpenGaps : IQuery<IReadOnlyList<GapsOfReview>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<OpenGaps, IReadOnlyList<GapsOfReview>>
    {
        public async Task<IReadOnlyList<GapsOfReview>> Handle(OpenGaps request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var newest = await db.Reviews.AsNoTracking().Include(r => r.Sides).ThenInclude(s => s.Answers).Where(r => r.EmployeeId == me && r.SharedAt != null)
                .OrderByDescending(r => r.SharedAt).ThenBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
            if (newest is null || await db.Plans.AnyAsync(p => (p.ReviewId == newest.Id && p.Status != PlanStatus.Stopped) || p.MeasuredById == newest.Id, cancellationToken)) return [];
            var gaps = Gap.Largest(newest.Gaps(), newest.Yardstick);
            if (gaps.Count == 0) return [];
            var manager = await db.Persons.Where(p => p.Id == newest.ManagerId).Select(p => p.Name).FirstAsync(cancellationToken);
            return [new(newest.Id, newest.SharedAt!.Value, manager, [.. gaps.Select(g => Of(g, newest.Yardstick.Competencies.First(c => c.Id == g.Competency)))])];
        }

        private static OpenGap Of(Gap gap, YardCompetency competency) => new(competency.Id, competency.Name, gap.Required!.Value, gap.Achieved!.Value, competency.Highest, gap.Steps!.Value);
    }
}
