using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>A letter that may now go to the mail server; null when the reminder was stopped or is no longer ours.</summary>
public sealed record HandedOver(Letter? Letter, int Try);

/// <summary>Writes the letter as things stand now, and says so in the row before the mail server hears of it. Without a reason to write it, the reminder stops.</summary>
[Needs(Permission.Machine)]
public sealed record HandOver(Guid Reminder, Guid Token) : ICommand<HandedOver>
{
    internal sealed class Handler(IInterviewDb db, IEnumerable<ILetterWriter> writers, TimeProvider clock) : IRequestHandler<HandOver, HandedOver>
    {
        public async Task<HandedOver> Handle(HandOver request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var reminder = await db.Reminders.FirstOrDefaultAsync(r => r.Id == request.Reminder && r.ClaimToken == request.Token && r.Status == ReminderStatus.Claimed && r.ClaimedUntil > now, cancellationToken);
            if (reminder is null) return new(null, 0);
            if (writers.FirstOrDefault(w => w.Kinds.Contains(reminder.Kind)) is not { } writer)
            {
                reminder.Stop("reminders.no-writer");
                return new(null, 0);
            }
            var (letter, whyNot) = await writer.Write(reminder, cancellationToken);
            if (letter is null) reminder.Stop(whyNot ?? "reminders.not-needed");
            else reminder.HandOver(now);
            return new(letter, reminder.Tries + 1);
        }
    }
}
