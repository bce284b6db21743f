using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

public enum TeamPlanFilter { All, AsksMe, Overdue }

/// <summary>The plans of the people of whom the asker is the manager: what asks for the asker first, then by name.</summary>
[Needs(Permission.LeadTeam)]
public sealed record ListTeamPlans(string? Text, TeamPlanFilter Filter, Slice Slice) : IQuery<Paged<PlanRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ListTeamPlans, Paged<PlanRow>>
    {
        public async Task<Paged<PlanRow>> Handle(ListTeamPlans request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var today = await db.TodayOf(me, clock, cancellationToken);
            var plans = db.Plans.AsNoTracking().Where(p => p.ManagerId == me);
            if (!string.IsNullOrWhiteSpace(request.Text))
            {
                var named = db.Persons.Saying(request.Text, p => p.Name).Select(p => p.Id);
                plans = plans.Where(p => named.Contains(p.EmployeeId));
            }
            plans = request.Filter switch
            {
                TeamPlanFilter.All => plans,
                TeamPlanFilter.AsksMe => plans.Where(p => p.Status == PlanStatus.ForApproval || (p.Status == PlanStatus.Active && p.Actions.Any(a => a.OwnerId == me && (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy)))),
                TeamPlanFilter.Overdue => plans.Where(p => p.Status == PlanStatus.Active && p.Actions.Any(a => (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy) && a.Due < today)),
            };
            return await plans.Rows(db, today).OrderByDescending(r => r.Status == PlanStatus.ForApproval).ThenBy(r => r.Employee).ThenByDescending(r => r.MadeAt).ThenBy(r => r.Id).ToPaged(request.Slice, cancellationToken);
        }
    }
}
