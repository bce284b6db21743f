using System.Globalization;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>
/// Gives everybody for whom something due can wait one bundle for the day, a row whose key is that day: two processes cannot make two. What is due after the
/// day's bundle has gone waits for the next one, unless less than a day would be left then.
/// </summary>
[Needs(Permission.Machine)]
public sealed record OpenBundles(int Most = 500) : ICommand<int>
{
    private static readonly TimeSpan Urgent = TimeSpan.FromHours(24);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<OpenBundles, int>
    {
        public async Task<int> Handle(OpenBundles request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var waiting = (await db.Reminders.AsNoTracking().Where(r => r.Status == ReminderStatus.Due && !r.Alone && r.DueAt <= now)
                .Select(r => new { r.ReceiverId, r.Kind }).Distinct().OrderBy(r => r.ReceiverId).Take(request.Most).ToListAsync(cancellationToken)).ToLookup(r => r.ReceiverId, r => r.Kind);
            if (waiting.Count == 0) return 0;
            List<Guid> receivers = [.. waiting.Select(r => r.Key)];
            var recently = now.AddDays(-2);
            var there = (await db.Reminders.AsNoTracking().Where(r => r.Kind == ReminderKind.Digest && receivers.Contains(r.ReceiverId) && (r.PlannedAt > recently || r.SentAt > recently || r.Status == ReminderStatus.Due))
                .Select(r => new { r.ReceiverId, r.Occurrence, r.Status, r.SentAt }).ToListAsync(cancellationToken)).ToLookup(r => r.ReceiverId);
            var around = await Surroundings.Of(db, now, cancellationToken);
            await around.Know(receivers, cancellationToken);
            var opened = 0;
            List<(Guid Receiver, DateTimeOffset Next)> late = [];
            foreach (var receiver in receivers)
            {
                var open = around.HoursOf(receiver, alone: false);
                var today = open.DayOf(now);
                var key = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                // One that still has to leave takes along what came meanwhile.
                if (there[receiver].Any(b => b.Status is ReminderStatus.Due or ReminderStatus.Claimed or ReminderStatus.HandingOver)) continue;
                if (there[receiver].Any(b => b.Occurrence == key || (b.SentAt is { } sent && open.DayOf(sent) == today))) late.Add((receiver, around.NextBundle(receiver, waiting[receiver])));
                // After a night without a tick the day's bundle still waits for its hour, or it would leave without what is due then.
                else if (open.IsOpen(now) && around.BundleHour(waiting[receiver]) <= open.TimeOf(now))
                {
                    db.Add(new Reminder(ReminderKind.Digest, receiver, ReceiverKind.Person, receiver, key, now));
                    opened++;
                }
            }
            await LetGo(late, now, cancellationToken);
            return opened;
        }

        private async Task LetGo(List<(Guid Receiver, DateTimeOffset Next)> late, DateTimeOffset now, CancellationToken ct)
        {
            if (late.Count == 0) return;
            var (ids, next) = (late.Select(l => l.Receiver).ToList(), late.ToDictionary(l => l.Receiver, l => l.Next));
            foreach (var waiting in await db.Reminders.Where(r => r.Status == ReminderStatus.Due && !r.Alone && r.DueAt <= now && ids.Contains(r.ReceiverId)).ToListAsync(ct))
            {
                if (waiting.EventAt < next[waiting.ReceiverId] + Urgent) waiting.GoAlone();
                else waiting.PutOff(next[waiting.ReceiverId]);
            }
        }
    }
}
