using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

internal static class OwnPlans
{
    /// <summary>The person's own plan, to change it.</summary>
    public static Task<Plan> OwnPlan(this IInterviewDb db, Guid plan, Guid employee, CancellationToken ct) =>
        db.Plans.Include(p => p.Goals).Include(p => p.Actions).Where(p => p.EmployeeId == employee).Need(plan, ct);

    /// <summary>The plan of somebody of whom the person is the manager.</summary>
    public static Task<Plan> TeamPlan(this IInterviewDb db, Guid plan, Guid manager, CancellationToken ct) =>
        db.Plans.Include(p => p.Goals).Include(p => p.Actions).Where(p => p.ManagerId == manager).Need(plan, ct);

    public static async Task<DateOnly> TodayOf(this IInterviewDb db, Guid person, TimeProvider clock, CancellationToken ct) =>
        clock.Today(await db.Persons.Where(p => p.Id == person).Select(p => p.Zone).FirstAsync(ct));

    /// <summary>Makes the reminders of every action fit the plan as it stands: none unless it is active and the action is still open.</summary>
    public static async Task PlanReminders(this IInterviewDb db, Plan plan, IEnumerable<PlanAction> actions, DateTimeOffset now, CancellationToken ct)
    {
        var owners = plan.Actions.Select(a => a.OwnerId).Distinct().ToList();
        var zones = await db.Persons.Where(p => owners.Contains(p.Id)).Select(p => new { p.Id, p.Zone }).ToDictionaryAsync(p => p.Id, p => p.Zone, ct);
        foreach (var action in actions)
            await db.PlanAction(action.Id, action.OwnerId, plan.Status == PlanStatus.Active && !action.IsClosed ? action.Due : null, zones.GetValueOrDefault(action.OwnerId, Person.DefaultZone), now, ct);
    }
}
