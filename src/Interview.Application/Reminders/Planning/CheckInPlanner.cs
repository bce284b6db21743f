using System.Globalization;
using Interviewing.Application.Development;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>
/// "How is it going?", in the employee's own rhythm, as long as an action is open. Whoever does something in the plan starts the rhythm anew; who never answers
/// is left in peace after the number of times in the rule.
/// </summary>
internal sealed class CheckInPlanner(IInterviewDb db) : IReminderPlanner
{
    public Topic Topic => Topic.Plan;

    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.CheckIn];

    public async Task<IReadOnlyList<Wanted>> Plan(IReadOnlyCollection<Guid> cases, Surroundings around, CancellationToken ct)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => cases.Contains(p.Id) && p.Status == PlanStatus.Active && p.ActiveSince != null
                && db.PlanActions.Any(a => a.PlanId == p.Id && (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy)))
            .Select(p => new { p.Id, p.EmployeeId, Since = p.ActiveSince!.Value, Done = db.Set<ProgressEntry>().Where(e => e.PlanId == p.Id && e.ById == p.EmployeeId).Max(e => (DateTimeOffset?)e.At) }).ToListAsync(ct);
        await around.Know(plans.Select(p => p.EmployeeId), ct);
        return [.. plans.SelectMany(p => Of(p.Id, p.EmployeeId, p.Done > p.Since ? p.Done.Value : p.Since, around))];
    }

    private static IEnumerable<Wanted> Of(Guid plan, Guid employee, DateTimeOffset since, Surroundings around)
    {
        var (rule, wishes) = (around.Rules[ReminderKind.CheckIn], around.WishesOf(employee));
        if (!around.Wants(ReminderKind.CheckIn, employee) || wishes?.PausedAt is not null) yield break;
        if (wishes?.ResumedAt is { } resumed && resumed > since) since = resumed;
        var open = around.HoursOf(employee, rule.Alone);
        var (start, weeks) = (open.DayOf(since), wishes?.RhythmWeeks ?? rule.Steps[0].Amount);
        for (var i = 1; i <= rule.Most; i++)
        {
            var at = around.PutOff(ReminderKind.CheckIn, plan, employee, open.Forward(open.Moment(start.AddDays(7 * weeks * i), rule.Hour)), open);
            yield return new(plan, ReminderKind.CheckIn, plan, ReceiverKind.Person, employee, string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd}/{i}"), at, null, rule.Alone, After: true);
        }
    }
}
