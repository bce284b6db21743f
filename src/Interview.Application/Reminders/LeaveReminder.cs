using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reminders;

/// <summary>A person lets an uncertain or failed letter be: it arrived after all, or is not needed any more.</summary>
[Needs(Permission.ManageSystem)]
public sealed record LeaveReminder(Guid Reminder) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<LeaveReminder, Done>
    {
        public async Task<Done> Handle(LeaveReminder request, CancellationToken cancellationToken)
        {
            (await db.Reminders.Need(request.Reminder, cancellationToken)).LetBe(caller.Id);
            return Done.It;
        }
    }
}
