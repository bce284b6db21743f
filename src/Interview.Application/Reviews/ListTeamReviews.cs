using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>The talks in which the asker is the manager: what waits for the asker first, then the newest.</summary>
[Needs(Permission.LeadTeam)]
public sealed record ListTeamReviews(string? Text, Slice Slice) : IQuery<Paged<ReviewRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListTeamReviews, Paged<ReviewRow>>
    {
        public Task<Paged<ReviewRow>> Handle(ListTeamReviews request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var reviews = db.Reviews.AsNoTracking().Where(r => r.ManagerId == me);
            if (!string.IsNullOrWhiteSpace(request.Text))
            {
                var named = db.Persons.Saying(request.Text, p => p.Name).Select(p => p.Id);
                reviews = reviews.Where(r => named.Contains(r.EmployeeId));
            }
            return reviews.Rows(db, SideOf.Manager).OrderByDescending(r => r.WaitsForMe).ThenByDescending(r => r.StartedAt).ThenBy(r => r.Id).ToPaged(request.Slice, cancellationToken);
        }
    }
}
