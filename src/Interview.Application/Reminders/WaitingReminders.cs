using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>For administrators: letters of which nobody knows whether they left, or that the mail server refused.</summary>
internal sealed class WaitingReminders(Caller caller) : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        if (!caller.MaySomewhere(Permission.ManageSystem)) return [];
        var waiting = await db.Reminders.AsNoTracking().Where(r => r.Status == ReminderStatus.Unknown || r.Status == ReminderStatus.Failed)
            .GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(r => r.DueAt) }).FirstOrDefaultAsync(ct);
        return waiting is null ? [] : [new WaitingItem(waiting.Count == 1 ? "reminders.waiting.one" : "reminders.waiting.other", waiting.Oldest, "/admin/reminders", waiting.Count)];
    }
}
