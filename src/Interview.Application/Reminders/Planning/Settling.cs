using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

internal static class Settling
{
    // A missing form or a finished round is still worth a word when the machine was away; older news is none.
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(3);

    /// <summary>Makes the rows about these cases as they should be: the wanted ones there, the others stopped, none for a moment that has passed.</summary>
    public static async Task Settle(this IInterviewDb db, IReadOnlyCollection<Guid> cases, IReadOnlyCollection<ReminderKind> kinds, IEnumerable<Wanted> wanted, DateTimeOffset now, CancellationToken ct)
    {
        var there = await db.Reminders.Where(r => r.CaseId != null && cases.Contains(r.CaseId.Value) && kinds.Contains(r.Kind)).ToListAsync(ct);
        there.AddRange(db.Reminders.Local.Where(r => r.CaseId is { } about && cases.Contains(about) && kinds.Contains(r.Kind) && !there.Contains(r)).ToList());
        var rows = there.ToDictionary(r => (r.Kind, r.SubjectId, r.ReceiverKind, r.ReceiverId, r.Occurrence));
        foreach (var series in wanted.GroupBy(w => w.Series))
        {
            // Steps that fall together are one; the last of them says most.
            var moments = series.GroupBy(w => w.At).Select(g => g.Last()).OrderBy(w => w.At).ToList();
            var newest = moments.LastOrDefault(w => w.At <= now);
            foreach (var one in moments)
            {
                if (rows.Remove(one.Key, out var row))
                {
                    if (row.Status == ReminderStatus.Due || one.At > now) row.Plan(one.At, one.Alone, one.EventAt);
                }
                else if ((one.At > now && !(one.EventAt <= one.At)) || (one.After && one == newest && one.At > now - StillNews))
                    db.Add(new Reminder(one.Kind, one.Subject, one.ReceiverKind, one.Receiver, one.Occurrence, one.At, one.Case, one.Alone, one.EventAt));
            }
        }
        foreach (var row in rows.Values) row.Stop("reminders.no-longer-planned");
    }
}
