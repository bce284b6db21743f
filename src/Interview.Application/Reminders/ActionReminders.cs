using System.Globalization;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>
/// The reminders of one action of a plan: 14, 7 and 1 days before its date and 1 day after, at nine in its owner's zone. An occurrence names the date as
/// well ("2027-01-15/-7"), so a date that moves makes other reminders and one that moves back finds its old ones.
/// </summary>
public static class ActionReminders
{
    public static readonly TimeOnly Hour = new(9, 0);

    private static readonly int[] Days = [-14, -7, -1, 1];

    public static IEnumerable<(string Occurrence, DateTimeOffset DueAt)> Of(DateOnly due, string zone) =>
        Days.Select(days => (Key(due, days), due.At(days, Hour, zone).Utc));

    public static string Key(DateOnly due, int days) => string.Create(CultureInfo.InvariantCulture, $"{due:yyyy-MM-dd}/{days}");

    /// <summary>The date and the distance that an occurrence names.</summary>
    public static (DateOnly Due, int Days) Read(string occurrence)
    {
        var parts = occurrence.Split('/');
        return (DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Makes the rows as they should be: the wanted ones there, the others stopped, none for a moment that has passed. No date: none at all.</summary>
    public static async Task PlanAction(this IInterviewDb db, Guid action, Guid owner, DateOnly? due, string zone, DateTimeOffset now, CancellationToken ct)
    {
        var there = await db.Reminders.Where(r => r.Kind == ReminderKind.PlanActionDue && r.SubjectId == action).ToListAsync(ct);
        there.AddRange(db.Reminders.Local.Where(r => r.Kind == ReminderKind.PlanActionDue && r.SubjectId == action && !there.Contains(r)));
        var wanted = due is { } day ? Of(day, zone).Where(w => w.DueAt > now).ToDictionary(w => w.Occurrence, w => w.DueAt) : [];
        foreach (var reminder in there)
        {
            if (reminder.ReceiverId == owner && wanted.Remove(reminder.Occurrence, out var at)) reminder.Plan(at);
            else reminder.Stop("reminders.no-longer-planned");
        }
        foreach (var (occurrence, at) in wanted) db.Add(new Reminder(ReminderKind.PlanActionDue, action, ReceiverKind.Person, owner, occurrence, at));
    }
}
