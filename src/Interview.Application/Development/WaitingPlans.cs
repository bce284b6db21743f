using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>A plan to start or to approve, and actions of which the day has come or passed.</summary>
internal sealed class WaitingPlans(TimeProvider clock) : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        var plans = await (from p in db.Plans.AsNoTracking()
                           where (p.EmployeeId == person && p.Status == PlanStatus.Draft) || (p.ManagerId == person && p.Status == PlanStatus.ForApproval)
                           join e in db.Persons on p.EmployeeId equals e.Id
                           orderby p.MadeAt
                           select new { p.Id, p.MadeAt, p.Status, Employee = e.Name }).Take(50).ToListAsync(ct);
        if (await db.Persons.Where(p => p.Id == person).Select(p => p.Zone).FirstOrDefaultAsync(ct) is not { } zone) return [];
        var today = clock.Today(zone);
        var late = await (from a in db.PlanActions.AsNoTracking()
                          where a.OwnerId == person && (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy) && a.Due <= today && db.Plans.Any(p => p.Id == a.PlanId && p.Status == PlanStatus.Active)
                          orderby a.Due
                          select new { a.PlanId, a.Due, a.Text }).Take(20).ToListAsync(ct);
        return
        [
            .. plans.Select(p => new WaitingItem(p.Status == PlanStatus.Draft ? "development.waiting.draft" : "development.waiting.approve", p.MadeAt, $"/development/{p.Id}", p.Employee)),
            .. late.Select(a => new WaitingItem(a.Due == today ? "development.waiting.today" : "development.waiting.late", a.Due.At(0, CalendarDays.Morning, zone).Utc, $"/development/{a.PlanId}", a.Text)),
        ];
    }
}
