using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>The employee asks that something be corrected. What is said stays, whatever comes after it.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record AskCorrection(Guid Review, string View) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AskCorrection, Done>
    {
        public async Task<Done> Handle(AskCorrection request, CancellationToken cancellationToken)
        {
            var review = await db.Reviews.Where(r => r.EmployeeId == caller.Id).Need(request.Review, cancellationToken);
            review.AskCorrection(caller.Id, request.View, clock.GetUtcNow());
            db.TellOf(review, "correction", review.ManagerId, clock.GetUtcNow());
            return Done.It;
        }
    }
}
