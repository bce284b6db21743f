using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>What there is to do for a round.</summary>
public sealed record Work(bool Marks, bool Bundles, bool Letters)
{
    public static readonly Work None = new(false, false, false);
}

/// <summary>Notes that the clock woke this process, and looks whether anything is to be done at all: one question, however much is planned for later.</summary>
[Needs(Permission.Machine)]
public sealed record Beat : ICommand<Work>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<Beat, Work>
    {
        public async Task<Work> Handle(Beat request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            if (await db.Pulses.ExecuteUpdateAsync(s => s.SetProperty(p => p.At, now), cancellationToken) == 0)
            {
                db.Add(new Pulse(now));
                // The first beat of all has no row to ask beside; the next one, a minute later, does.
                return new(true, true, true);
            }
            return await db.Pulses.AsNoTracking().Select(_ => new Work(
                db.PlanMarks.Any(m => m.ClaimToken == null || m.ClaimedUntil < now),
                db.Reminders.Any(r => r.Status == ReminderStatus.Due && !r.Alone && r.DueAt <= now),
                db.Reminders.Any(r => r.Status == ReminderStatus.Due && r.Alone && r.DueAt <= now)
                    || db.Reminders.Any(r => (r.Status == ReminderStatus.Claimed || r.Status == ReminderStatus.HandingOver) && r.ClaimedUntil < now))).FirstOrDefaultAsync(cancellationToken) ?? Work.None;
        }
    }
}
