using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>Closes the asker's side. The second of the two shares both sides, and each hears of it.</summary>
[Needs(Permission.SignedIn)]
public sealed record ReadySide(Guid Review) : ICommand<ReviewStatus>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReadySide, ReviewStatus>
    {
        public async Task<ReviewStatus> Handle(ReadySide request, CancellationToken cancellationToken)
        {
            var review = await db.OwnReview(request.Review, caller.Id, cancellationToken);
            review.Ready(caller.Id, clock.GetUtcNow());
            var other = review.SideFor(caller.Id) == SideOf.Self ? review.ManagerId : review.EmployeeId;
            db.Add(new Reminder(ReminderKind.ReviewWaiting, review.Id, ReceiverKind.Person, other, review.IsShared ? "shared" : "other-ready", clock.GetUtcNow()));
            return review.Status;
        }
    }
}
