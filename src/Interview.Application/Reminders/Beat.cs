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
            if (await db.Pulses.Where(p => p.Id == Pulse.Woke).ExecuteUpdateAsync(s => s.SetProperty(p => p.At, now), cancellationToken) == 0)
            {
                db.Add(new Pulse(Pulse.Woke, now));
                db.Add(new Pulse(Pulse.Bundling, now));
                // The first beat of all has no row to ask beside; the next one, a minute later, does.
                return new(true, true, true);
            }
            var work = await db.Pulses.AsNoTracking().Where(p => p.Id == Pulse.Woke).Select(_ => new Work(
                db.PlanMarks.Any(m => m.ClaimToken == null || m.ClaimedUntil < now),
                db.Reminders.Any(r => r.Status == ReminderStatus.Due && !r.Alone && r.DueAt <= now),
                db.Reminders.Any(r => r.Status == ReminderStatus.Due && r.Alone && r.DueAt <= now)
                    || db.Reminders.Any(r => (r.Status == ReminderStatus.Claimed || r.Status == ReminderStatus.HandingOver) && r.ClaimedUntil < now))).FirstAsync(cancellationToken);
            return work with { Bundles = work.Bundles && await MayBundle(now, cancellationToken) };
        }

        // Two processes that make the same bundles in another order wait for each other; one is enough.
        private async Task<bool> MayBundle(DateTimeOffset now, CancellationToken ct)
        {
            var until = now + Pulse.Alone;
            return await db.Pulses.Where(p => p.Id == Pulse.Bundling && (p.At <= now || p.At > until)).ExecuteUpdateAsync(s => s.SetProperty(p => p.At, until), ct) == 1;
        }
    }
}
