using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>What a manager can do for one goal of somebody's plan.</summary>
public sealed record GoalCoaching(Guid Goal, IReadOnlyList<OfferedTip> Tips);

/// <summary>The library's tips for the manager, goal by goal, kinds by turns.</summary>
[Needs(Permission.LeadTeam)]
public sealed record CoachingTips(Guid Plan) : IQuery<IReadOnlyList<GoalCoaching>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<CoachingTips, IReadOnlyList<GoalCoaching>>
    {
        public async Task<IReadOnlyList<GoalCoaching>> Handle(CoachingTips request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var tips = await (from g in db.Goals.AsNoTracking()
                              where g.PlanId == request.Plan && db.Plans.Any(p => p.Id == request.Plan && p.ManagerId == me)
                              from t in db.Tips.Where(t => t.CompetencyId == g.CompetencyId && t.Audience == TipAudience.Manager && t.Status == ItemStatus.Active).DefaultIfEmpty()
                              orderby g.Order, t.Order
                              select new { g.Id, Tip = t }).ToListAsync(cancellationToken);
            if (tips.Count == 0) throw Refusal.NotFound;
            return [.. tips.GroupBy(t => t.Id).Select(goal => new GoalCoaching(goal.Key, OfferedTips.ByTurns([.. goal.Where(t => t.Tip is not null).Select(t => new OfferedTip(t.Tip.Id, t.Tip.Text, t.Tip.Kind))])))];
        }
    }
}
