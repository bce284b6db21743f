using System.Globalization;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reminders;

/// <summary>A letter to oneself, on the same road as every other: shows whether mail leaves the house.</summary>
[Needs(Permission.ManageSystem)]
public sealed record SendTestLetter : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<SendTestLetter, Guid>
    {
        public Task<Guid> Handle(SendTestLetter request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            return Task.FromResult(db.Add(new Reminder(ReminderKind.TestLetter, caller.Id, ReceiverKind.Person, caller.Id, now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture), now)).Id);
        }
    }
}
