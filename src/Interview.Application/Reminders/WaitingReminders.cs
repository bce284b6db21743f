using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>
/// For administrators: letters of which nobody knows whether they left, or that the mail server refused. For who owns a procedure: addresses in it that do not work.
/// </summary>
internal sealed class WaitingReminders(Caller caller) : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        List<WaitingItem> items = [];
        if (caller.MaySomewhere(Permission.ManageSystem))
        {
            var waiting = await db.Messages().Where(r => r.Status == ReminderStatus.Unknown || r.Status == ReminderStatus.Failed)
                .GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(r => r.DueAt) }).FirstOrDefaultAsync(ct);
            if (waiting is not null) items.Add(new(waiting.Count == 1 ? "reminders.waiting.one" : "reminders.waiting.other", waiting.Oldest, "/admin/reminders", waiting.Count));
        }
        if (!caller.MaySomewhere(Permission.PlanProcedure)) return items;
        var broken = await (from s in db.SuspendedAddresses.AsNoTracking()
                            where s.LiftedAt == null && s.ProcedureId != null
                            join p in db.Procedures on s.ProcedureId equals p.Id
                            where p.OwnerId == person
                            orderby s.Since
                            select new { p.Id, p.Title, s.Since }).Take(20).ToListAsync(ct);
        items.AddRange(broken.Select(b => new WaitingItem("reminders.waiting.address", b.Since, $"/procedures/{b.Id}/reminders", b.Title)));
        return items;
    }
}

/// <summary>"It starts within the hour": in the product only, for whoever sits in the panel and did not switch it off.</summary>
internal sealed class WaitingSoon(TimeProvider clock) : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var soonest = now.AddHours(12);
        var coming = await (from i in db.Interviews.AsNoTracking()
                            where i.Status == InterviewStatus.Planned && i.When.Utc > now && i.When.Utc <= soonest
                            join p in db.Procedures on i.ProcedureId equals p.Id
                            where p.Seats.Any(s => s.RemovedAt == null && (s.PersonId == person || s.GuestLinkId == person))
                            join c in db.Candidates on i.CandidateId equals c.Id
                            orderby i.When.Utc
                            select new { i.ProcedureId, p.Title, c.Code, i.When }).Take(10).ToListAsync(ct);
        if (coming.Count == 0) return [];
        var rule = (await db.Rules(ct))[ReminderKind.InterviewSoon];
        if (!rule.On || await db.Wishes.AsNoTracking().FirstOrDefaultAsync(w => w.Id == person, ct) is { } wishes && wishes.Muted.Contains(ReminderKind.InterviewSoon)) return [];
        return [.. coming.Select(i => (i.ProcedureId, i.Title, i.Code, i.When, From: i.When.Utc.AddHours(rule.Steps.Min(s => s.Amount)))).Where(i => i.From <= now)
            .Select(i => new WaitingItem("reminders.waiting.soon", i.From, $"/procedures/{i.ProcedureId}", i.Code, i.Title, i.When.Local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)))];
    }
}
