using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>Writes down what the mail server said about a letter that this claim handed over; all that left with it shares its fate.</summary>
[Needs(Permission.Machine)]
public sealed record RecordPosting(Guid Reminder, Guid Token, Posting Posting, string? Address = null) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<RecordPosting, Done>
    {
        public async Task<Done> Handle(RecordPosting request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            // Unknown too: the answer came after the lease had ended.
            var held = await db.Reminders.Where(r => r.ClaimToken == request.Token && (r.Id == request.Reminder || r.CarrierId == request.Reminder)
                && (r.Status == ReminderStatus.HandingOver || r.Status == ReminderStatus.Unknown)).ToListAsync(cancellationToken);
            if (held.Count == 0) throw Refusal.NotFound;
            foreach (var reminder in held)
            {
                switch (request.Posting)
                {
                    case Posting.Taken taken: reminder.WasSent(now, taken.MessageId); break;
                    case Posting.Refused refused: reminder.WasRefused(now, refused.Why, refused.ForGood); break;
                    case Posting.Unsure unsure: reminder.BecameUnknown(unsure.Why); break;
                    default: throw new InvalidOperationException(request.Posting.GetType().Name);
                }
            }
            if (request.Posting is Posting.Refused { NoSuchAddress: true } gone && request.Address is { } address)
                await db.Suspend(held.First(r => r.Id == request.Reminder), address, gone.Why, now, cancellationToken);
            return Done.It;
        }
    }
}
