using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>The asker's own talks, newest first.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record ListMyReviews(Slice Slice) : IQuery<Paged<ReviewRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListMyReviews, Paged<ReviewRow>>
    {
        public Task<Paged<ReviewRow>> Handle(ListMyReviews request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            return db.Reviews.AsNoTracking().Where(r => r.EmployeeId == me).Rows(db, SideOf.Self)
                .OrderByDescending(r => r.StartedAt).ThenBy(r => r.Id).ToPaged(request.Slice, cancellationToken);
        }
    }
}
