using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>A colleague who can be asked, with the department.</summary>
public sealed record RaterRow(Guid Person, string Name, string? Unit);

/// <summary>Colleagues who can still be asked about the employee of this talk: for its two people.</summary>
[Needs(Permission.SignedIn)]
public sealed record FindRaters(Guid Review, string? Text, Slice Slice) : IQuery<Paged<RaterRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<FindRaters, Paged<RaterRow>>
    {
        public async Task<Paged<RaterRow>> Handle(FindRaters request, CancellationToken cancellationToken)
        {
            var (me, today) = (caller.Id, clock.Today(Person.DefaultZone));
            var review = await db.Reviews.AsNoTracking().Where(r => r.EmployeeId == me || r.ManagerId == me).Need(request.Review, cancellationToken);
            Refuse.If(review.Form.LeastColleagues is null, "reviews.no-colleagues");
            return await db.Persons.AsNoTracking().Saying(request.Text, p => p.Name)
                .Where(p => p.Active && p.Id != review.EmployeeId && p.Id != review.ManagerId && db.Employments.Any(e => e.PersonId == p.Id && e.From <= today && (e.To == null || e.To >= today))
                    && !db.ColleagueFeedback.Any(f => f.ReviewId == review.Id && f.Invitations.Any(i => i.RaterId == p.Id)))
                .OrderBy(p => p.Name).ThenBy(p => p.Id)
                .Select(p => new RaterRow(p.Id, p.Name, (from e in db.Employments where e.PersonId == p.Id && e.From <= today && (e.To == null || e.To >= today) join u in db.Units on e.UnitId equals u.Id orderby e.From descending select u.Name).FirstOrDefault()))
                .ToPaged(request.Slice, cancellationToken);
        }
    }
}
