using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reminders;

/// <summary>A person decides that an uncertain or failed letter goes once more; the machine never does.</summary>
[Needs(Permission.ManageSystem)]
public sealed record SendAgain(Guid Reminder) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<SendAgain, Done>
    {
        public async Task<Done> Handle(SendAgain request, CancellationToken cancellationToken)
        {
            (await db.Reminders.Need(request.Reminder, cancellationToken)).SendAgain(clock.GetUtcNow(), caller.Id);
            return Done.It;
        }
    }
}
