using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>What one turn did: how many talks it made and how many are still to be made.</summary>
public sealed record TalksMade(int Made, int Left);

/// <summary>Somebody in the departments of a stage who has no talk in it yet.</summary>
internal sealed record Awaited(Guid Employee, Guid Manager, Guid Profile);

/// <summary>
/// Makes the talks of a stage, so many at a time: for every employee of its units with a manager and a profile to be measured by, as employment says today.
/// Whoever comes later in the window is found by a later turn; nobody gets two. A turn asks a fixed number of questions, however many people it is about.
/// </summary>
internal static class TalkMaking
{
    public const string StageOccurrence = "stage";

    public static async Task<TalksMade> MakeTalks(this IInterviewDb db, Cycle cycle, CycleStage stage, int most, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var awaited = await db.Awaited(cycle, stage, today, ct);
        if (awaited.Count == 0) return new(0, 0);
        var yards = await db.Yards([.. awaited.Select(a => a.Profile).Distinct()], ct);
        if (stage.Form.RatesCompetencies) awaited = [.. awaited.Where(a => yards.Measures(a.Profile))];
        var turn = awaited.Take(most).ToList();
        if (turn.Count == 0) return new(0, 0);
        var results = await db.ResultsSoFar(cycle.Id, stage, [.. turn.Select(a => a.Employee)], ct);
        var higher = stage.Form.ConfirmedAbove || stage.Form.HigherReads ? await db.ManagersOf([.. turn.Select(a => a.Manager).Distinct()], today, ct) : new Dictionary<Guid, Guid>();
        foreach (var one in turn)
        {
            var yardstick = stage.Form.RatesCompetencies ? yards.Of(one.Profile) : yards.Blank(one.Profile);
            yards.Use(yardstick, now);
            var form = ReviewForm.Of(stage, [.. results[one.Employee]]);
            var review = db.Add(new Review(one.Employee, one.Manager, cycle.Id, yardstick, now, stage, form, higher.TryGetValue(one.Manager, out var above) ? above : null));
            if (form.SelfFills) db.Add(new Reminder(ReminderKind.ReviewWaiting, review.Id, ReceiverKind.Person, one.Employee, "started", now));
        }
        await db.TellManagers(stage.Id, [.. turn.Select(a => a.Manager).Distinct()], now, ct);
        return new(turn.Count, awaited.Count - turn.Count);
    }

    private static async Task<List<Awaited>> Awaited(this IInterviewDb db, Cycle cycle, CycleStage stage, DateOnly today, CancellationToken ct)
    {
        var units = await db.WithBelow(cycle.Units, ct);
        var id = stage.Id;
        var rows = await (from e in db.Employments.AsNoTracking()
                          where units.Contains(e.UnitId) && e.From <= today && (e.To == null || e.To >= today) && e.ManagerId != null && e.ProfileId != null
                          join p in db.Persons on e.PersonId equals p.Id
                          where p.Active && !db.Reviews.Any(r => r.StageId == id && r.EmployeeId == e.PersonId)
                          orderby p.Name, p.Id, e.From descending
                          select new Awaited(e.PersonId, e.ManagerId!.Value, e.ProfileId!.Value)).ToListAsync(ct);
        // Two jobs, one talk a stage: about the one that began last.
        return [.. rows.DistinctBy(r => r.Employee)];
    }

    private static async Task<ILookup<Guid, EarlierResult>> ResultsSoFar(this IInterviewDb db, Guid cycle, CycleStage stage, IReadOnlyCollection<Guid> employees, CancellationToken ct)
    {
        if (!stage.Form.ReviewsResults) return Enumerable.Empty<(Guid, EarlierResult)>().ToLookup(r => r.Item1, r => r.Item2);
        var rows = await (from r in db.Reviews.AsNoTracking()
                          where r.CycleId == cycle && employees.Contains(r.EmployeeId)
                          from a in r.Agreements
                          where a.CompetencyId == null
                          orderby r.StartedAt, a.Order
                          select new { r.EmployeeId, a.Id, a.Text, a.Due }).ToListAsync(ct);
        return rows.ToLookup(r => r.EmployeeId, r => new EarlierResult(r.Id, r.Text, r.Due));
    }

    // One letter a stage for whoever leads a team, not one for each of its members.
    private static async Task TellManagers(this IInterviewDb db, Guid stage, IReadOnlyCollection<Guid> managers, DateTimeOffset now, CancellationToken ct)
    {
        var told = await db.Reminders.Where(r => r.Kind == ReminderKind.ReviewWaiting && r.SubjectId == stage && managers.Contains(r.ReceiverId)).Select(r => r.ReceiverId).ToListAsync(ct);
        foreach (var manager in managers.Except(told)) db.Add(new Reminder(ReminderKind.ReviewWaiting, stage, ReceiverKind.Person, manager, StageOccurrence, now));
    }
}

internal static class Hierarchy
{
    /// <summary>Who leads these people today; where somebody has two jobs, by the one that began last.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> ManagersOf(this IInterviewDb db, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken ct) =>
        (await db.Employments.AsNoTracking().Where(e => people.Contains(e.PersonId) && e.ManagerId != null && e.From <= today && (e.To == null || e.To >= today))
            .OrderByDescending(e => e.From).Select(e => new { e.PersonId, Manager = e.ManagerId!.Value }).ToListAsync(ct)).DistinctBy(e => e.PersonId).ToDictionary(e => e.PersonId, e => e.Manager);
}
