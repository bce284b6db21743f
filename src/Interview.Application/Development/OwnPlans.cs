using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reminders.Planning;
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

    /// <summary>A plan of which the person is the employee or the manager, for what both may do.</summary>
    public static async Task<Plan> SharedPlan(this IInterviewDb db, Guid plan, Guid person, CancellationToken ct)
    {
        var it = await db.Plans.Include(p => p.Goals).Include(p => p.Actions).Where(p => p.EmployeeId == person || p.ManagerId == person).Need(plan, ct);
        await db.ActionEvidence.Where(e => e.PlanId == plan).LoadAsync(ct);
        return it;
    }

    /// <summary>To show that an action was done: by the employee, or by the manager for what the manager took on.</summary>
    public static async Task<Plan> PlanToProve(this IInterviewDb db, Guid plan, Guid action, Guid person, CancellationToken ct)
    {
        var it = await db.SharedPlan(plan, person, ct);
        Refuse.If(it.EmployeeId != person && it.ActionOf(action).OwnerId != person, Refusal.NotAllowed);
        return it;
    }

    public static async Task<DateOnly> TodayOf(this IInterviewDb db, Guid person, TimeProvider clock, CancellationToken ct) =>
        clock.Today(await db.Persons.Where(p => p.Id == person).Select(p => p.Zone).FirstAsync(ct));

    /// <summary>Makes the reminders of every action fit the plan as it stands: none unless it is active and the action is still open.</summary>
    public static Task PlanReminders(this IInterviewDb db, Plan plan, DateTimeOffset now, CancellationToken ct) => ActionPlanner.Settle(db, plan, now, ct);
}
