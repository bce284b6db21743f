using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Shared talks that managers of the asker's own held: those to confirm first, then the newest.</summary>
[Needs(Permission.LeadTeam)]
public sealed record ListReviewsBelow(Slice Slice) : IQuery<Paged<ReviewRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListReviewsBelow, Paged<ReviewRow>>
    {
        public Task<Paged<ReviewRow>> Handle(ListReviewsBelow request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            return db.Reviews.AsNoTracking().Where(r => r.HigherId == me && r.SharedAt != null).Rows(db, SideOf.Manager)
                .OrderByDescending(r => r.Status == ReviewStatus.Signed).ThenByDescending(r => r.SharedAt).ThenBy(r => r.Id).ToPaged(request.Slice, cancellationToken);
        }
    }
}
