using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Keeps what a colleague writes; answers the version of the sheet. It counts once it is handed in, and may change until the talk is shared.</summary>
[Needs(Permission.SignedIn)]
public sealed record SaveSheet(Guid Feedback, IReadOnlyList<ColleagueRating> Ratings, string Strong, string Wish, bool HandIn, int Seen) : ICommand<int>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<SaveSheet, int>
    {
        public async Task<int> Handle(SaveSheet request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var feedback = await db.ColleagueFeedback.Where(f => f.Invitations.Any(i => i.RaterId == me)).Need(request.Feedback, cancellationToken);
            var review = await db.Reviews.AsNoTracking().FirstAsync(r => r.Id == feedback.ReviewId, cancellationToken);
            feedback.Receive();
            var sheet = await db.FeedbackSheets.FirstOrDefaultAsync(s => s.FeedbackId == feedback.Id && s.RaterId == me, cancellationToken);
            Refuse.If((sheet?.Version ?? 0) != request.Seen, Refusal.Changed);
            sheet ??= db.Add(new FeedbackSheet(feedback.Id, me));
            sheet.Write(review.Yardstick, request.Ratings, request.Strong, request.Wish, request.HandIn);
            return sheet.Version;
        }
    }
}
