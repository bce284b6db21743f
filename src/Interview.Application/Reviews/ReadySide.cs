using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

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
            if (review.IsShared) await db.PourFeedback(review, clock.GetUtcNow(), cancellationToken);
            var other = review.SideFor(caller.Id) == SideOf.Self ? review.ManagerId : review.EmployeeId;
            db.Add(new Reminder(ReminderKind.ReviewWaiting, review.Id, ReceiverKind.Person, other, review.Again(review.IsShared ? "shared" : "other-ready"), clock.GetUtcNow()));
            return review.Status;
        }
    }
}

internal static class Pouring
{
    /// <summary>What colleagues said becomes one answer in the same save that shares the talk, and their sheets go.</summary>
    public static async Task PourFeedback(this IInterviewDb db, Review review, DateTimeOffset now, CancellationToken ct)
    {
        if (review.Form.LeastColleagues is null) return;
        var feedback = await db.ColleagueFeedback.FirstOrDefaultAsync(f => f.ReviewId == review.Id && f.PouredAt == null, ct);
        if (feedback is null) return;
        var sheets = await db.FeedbackSheets.Where(s => s.FeedbackId == feedback.Id).ToListAsync(ct);
        feedback.Pour(review.Yardstick, sheets, now);
        db.FeedbackSheets.RemoveRange(sheets);
    }
}
