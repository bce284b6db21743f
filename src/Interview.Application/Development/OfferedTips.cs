using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary><see cref="Because"/> is the behaviour still to be shown that the tip speaks of, if any.</summary>
public sealed record OfferedTip(Guid Id, LocalText Text, TipKind Kind, Behaviour? Because = null);

/// <summary>The tips of a goal's competency that the employee can still pick, those for the next step first and kinds by turns.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record OfferedTips(Guid Plan, Guid Goal) : IQuery<IReadOnlyList<OfferedTip>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<OfferedTips, IReadOnlyList<OfferedTip>>
    {
        public async Task<IReadOnlyList<OfferedTip>> Handle(OfferedTips request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var found = await (from g in db.Goals.AsNoTracking()
                               where g.Id == request.Goal && g.PlanId == request.Plan
                               join p in db.Plans on g.PlanId equals p.Id
                               where p.EmployeeId == me
                               orderby g.Id
                               select new { Goal = g, Rated = db.Reviews.Where(r => r.Id == p.ReviewId).Select(r => r.Rated).FirstOrDefault() }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var goal = found.Goal;
            var tips = await db.Tips.AsNoTracking().Where(t => t.CompetencyId == goal.CompetencyId && t.Audience == TipAudience.Employee && t.Status == ItemStatus.Active
                    && !db.PlanActions.Any(a => a.PlanId == request.Plan && a.TipId == t.Id && a.Status != ActionStatus.Dropped))
                .OrderBy(t => t.Order).Select(t => new OfferedTip(t.Id, t.Text, t.Kind, null)).ToListAsync(cancellationToken);
            var measured = found.Rated is { } text ? Yardstick.Read(text).Competencies.FirstOrDefault(c => c.Id == goal.CompetencyId) : null;
            return TipRanking.Rank(tips, measured is null ? [] : TipRanking.ToGrowInto(measured, goal.FromLevel, goal.ToLevel));
        }
    }

    /// <summary>On the job first, then with others, then a course, and round again; within a kind the order in which they come.</summary>
    public static IReadOnlyList<OfferedTip> ByTurns(IReadOnlyList<OfferedTip> tips) =>
        [.. tips.GroupBy(t => t.Kind).SelectMany(kind => kind.Select((tip, turn) => (tip, turn))).OrderBy(t => t.turn).ThenBy(t => t.tip.Kind).Select(t => t.tip)];
}
