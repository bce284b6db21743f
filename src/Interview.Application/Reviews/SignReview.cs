using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>The employee signs for seen, perhaps with an own view; where the stage says so the next-higher manager is asked to confirm.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record SignReview(Guid Review, string? View = null) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<SignReview, Done>
    {
        public async Task<Done> Handle(SignReview request, CancellationToken cancellationToken)
        {
            var review = await db.Reviews.Where(r => r.EmployeeId == caller.Id).Need(request.Review, cancellationToken);
            review.Sign(caller.Id, request.View, clock.GetUtcNow());
            if (review.NeedsConfirmation) db.TellOf(review, "to-confirm", review.HigherId!.Value, clock.GetUtcNow());
            return Done.It;
        }
    }
}
