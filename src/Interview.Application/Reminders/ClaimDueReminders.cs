using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>
/// Takes what is due as a letter of its own (a day's bundle is one), or was claimed by a process that did not come back, for one lease; answers what is now held under <see cref="Token"/>, oldest first.
/// What was being handed over when its lease ended becomes unknown here.
/// </summary>
[Needs(Permission.Machine)]
public sealed record ClaimDueReminders(Guid Token, int Batch = 20) : ICommand<IReadOnlyList<Guid>>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ClaimDueReminders, IReadOnlyList<Guid>>
    {
        public async Task<IReadOnlyList<Guid>> Handle(ClaimDueReminders request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var until = now + Reminder.Lease;
            await db.Reminders.Where(r => r.Status == ReminderStatus.HandingOver && r.ClaimedUntil < now)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, ReminderStatus.Unknown).SetProperty(r => r.Why, "reminders.stopped-while-sending"), cancellationToken);

            var due = await db.Reminders.AsNoTracking().Where(r => r.Status == ReminderStatus.Due && r.Alone && r.DueAt <= now)
                .OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(request.Batch).Select(r => r.Id).ToListAsync(cancellationToken);
            var left = await db.Reminders.AsNoTracking().Where(r => r.Status == ReminderStatus.Claimed && r.ClaimedUntil < now)
                .OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(request.Batch - due.Count).Select(r => r.Id).ToListAsync(cancellationToken);
            if (due.Count + left.Count == 0) return [];
            // The condition stands in the update itself: of two processes that saw the same rows, each row goes to one.
            List<Guid> wanted = [.. due, .. left];
            await db.Reminders.Where(r => wanted.Contains(r.Id) && (r.Status == ReminderStatus.Due || (r.Status == ReminderStatus.Claimed && r.ClaimedUntil < now)))
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, ReminderStatus.Claimed).SetProperty(r => r.ClaimToken, request.Token).SetProperty(r => r.ClaimedUntil, until), cancellationToken);
            return await db.Reminders.AsNoTracking().Where(r => r.ClaimToken == request.Token && r.Status == ReminderStatus.Claimed)
                .OrderBy(r => r.DueAt).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        }
    }
}
