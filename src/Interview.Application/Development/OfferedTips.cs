using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

public sealed record OfferedTip(Guid Id, LocalText Text, TipKind Kind);

/// <summary>The tips of a goal's competency that the employee can still pick, kinds by turns: learning happens in doing, with others and in courses.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record OfferedTips(Guid Plan, Guid Goal) : IQuery<IReadOnlyList<OfferedTip>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<OfferedTips, IReadOnlyList<OfferedTip>>
    {
        public async Task<IReadOnlyList<OfferedTip>> Handle(OfferedTips request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var tips = await (from g in db.Goals.AsNoTracking()
                              where g.Id == request.Goal && g.PlanId == request.Plan && db.Plans.Any(p => p.Id == request.Plan && p.EmployeeId == me)
                              from t in db.Tips.Where(t => t.CompetencyId == g.CompetencyId && t.Audience == TipAudience.Employee
                                  && !db.PlanActions.Any(a => a.PlanId == request.Plan && a.TipId == t.Id && a.Status != ActionStatus.Dropped)).DefaultIfEmpty()
                              orderby t.Order
                              select new { g.Id, Tip = t }).ToListAsync(cancellationToken);
            if (tips.Count == 0) throw Refusal.NotFound;
            return ByTurns([.. tips.Where(t => t.Tip is not null).Select(t => new OfferedTip(t.Tip.Id, t.Tip.Text, t.Tip.Kind))]);
        }
    }

    /// <summary>On the job first, then with others, then a course, and round again; within a kind the library's order.</summary>
    public static IReadOnlyList<OfferedTip> ByTurns(IReadOnlyList<OfferedTip> tips) =>
        [.. tips.GroupBy(t => t.Kind).SelectMany(kind => kind.Select((tip, turn) => (tip, turn))).OrderBy(t => t.turn).ThenBy(t => t.tip.Kind).Select(t => t.tip)];
}
