using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>The manager leaves the talk as it is and says why. To change it, it is opened again: <see cref="ReopenReview"/>.</summary>
[Needs(Permission.SignedIn)]
public sealed record AnswerCorrection(Guid Review, string Answer) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AnswerCorrection, Done>
    {
        public async Task<Done> Handle(AnswerCorrection request, CancellationToken cancellationToken)
        {
            var review = await db.Reviews.Where(r => r.ManagerId == caller.Id).Need(request.Review, cancellationToken);
            review.AnswerCorrection(caller.Id, request.Answer, clock.GetUtcNow());
            db.TellOf(review, "answered", review.EmployeeId, clock.GetUtcNow());
            return Done.It;
        }
    }
}
