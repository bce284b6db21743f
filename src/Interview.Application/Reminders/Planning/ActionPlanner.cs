using System.Globalization;
using Interviewing.Application.Development;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>
/// Around the date of an action of a plan, for its owner. An occurrence names the date as well ("2027-01-15/-7d"), so a date that moves makes other reminders and
/// one that moves back finds its old ones.
/// </summary>
internal sealed class ActionPlanner(IInterviewDb db) : IReminderPlanner
{
    private static readonly ReminderKind[] Only = [ReminderKind.PlanActionDue];

    public Topic Topic => Topic.Plan;

    public IReadOnlyCollection<ReminderKind> Kinds => Only;

    public async Task<IReadOnlyList<Wanted>> Plan(IReadOnlyCollection<Guid> cases, Surroundings around, CancellationToken ct)
    {
        var plans = await db.Plans.AsNoTracking().Include(p => p.Actions).Where(p => cases.Contains(p.Id) && p.Status == PlanStatus.Active).ToListAsync(ct);
        await around.Know(plans.SelectMany(p => p.Actions).Select(a => a.OwnerId), ct);
        return [.. plans.SelectMany(p => Of(p, around))];
    }

    /// <summary>In the same save as the change of the plan, so that its page shows at once when the next one comes.</summary>
    public static async Task Settle(IInterviewDb db, Plan plan, DateTimeOffset now, CancellationToken ct)
    {
        var around = await Surroundings.Of(db, now, ct);
        await around.Know(plan.Actions.Select(a => a.OwnerId), ct);
        await db.Settle([plan.Id], Only, plan.Status == PlanStatus.Active ? Of(plan, around) : [], now, ct);
    }

    private static IEnumerable<Wanted> Of(Plan plan, Surroundings around) => plan.Actions.Where(a => !a.IsClosed)
        .SelectMany(a => around.Around(plan.Id, ReminderKind.PlanActionDue, a.Id, a.OwnerId, a.Due, Anchor(a.Due)));

    private static string Anchor(DateOnly due) => due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
