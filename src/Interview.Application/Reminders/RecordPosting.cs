using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>Writes down what the mail server said about a letter that this claim handed over.</summary>
[Needs(Permission.Machine)]
public sealed record RecordPosting(Guid Reminder, Guid Token, Posting Posting) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<RecordPosting, Done>
    {
        public async Task<Done> Handle(RecordPosting request, CancellationToken cancellationToken)
        {
            // Unknown too: the answer came after the lease had ended.
            var reminder = await db.Reminders.NeedFirst(r => r.Id == request.Reminder && r.ClaimToken == request.Token
                && (r.Status == ReminderStatus.HandingOver || r.Status == ReminderStatus.Unknown), cancellationToken);
            switch (request.Posting)
            {
                case Posting.Taken taken: reminder.WasSent(clock.GetUtcNow(), taken.MessageId); break;
                case Posting.Refused refused: reminder.WasRefused(clock.GetUtcNow(), refused.Why, refused.ForGood); break;
                case Posting.Unsure unsure: reminder.BecameUnknown(unsure.Why); break;
                default: throw new InvalidOperationException(request.Posting.GetType().Name);
            }
            return Done.It;
        }
    }
}
