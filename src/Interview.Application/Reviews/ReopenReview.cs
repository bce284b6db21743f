using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>The manager opens a shared talk again, for a reason that both can read. What it said stays as a version of its own.</summary>
[Needs(Permission.SignedIn)]
public sealed record ReopenReview(Guid Review, string Reason) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReopenReview, Done>
    {
        public async Task<Done> Handle(ReopenReview request, CancellationToken cancellationToken)
        {
            var review = await db.OwnReview(request.Review, caller.Id, cancellationToken);
            review.Reopen(caller.Id, request.Reason, clock.GetUtcNow());
            db.TellOf(review, "reopened", review.EmployeeId, clock.GetUtcNow());
            return Done.It;
        }
    }
}
