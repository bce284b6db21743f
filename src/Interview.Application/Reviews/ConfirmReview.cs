using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>The next-higher manager confirms a signed talk; from then on nothing in it changes.</summary>
[Needs(Permission.SignedIn)]
public sealed record ConfirmReview(Guid Review) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ConfirmReview, Done>
    {
        public async Task<Done> Handle(ConfirmReview request, CancellationToken cancellationToken)
        {
            (await db.Reviews.Where(r => r.HigherId == caller.Id && r.SharedAt != null).Need(request.Review, cancellationToken)).Confirm(caller.Id, clock.GetUtcNow());
            return Done.It;
        }
    }
}
