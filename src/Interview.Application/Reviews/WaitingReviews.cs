using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>A talk of which the own side is still open, or that was shared lately and has no plan yet.</summary>
internal sealed class WaitingReviews : IWaiting
{
    public async Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct)
    {
        var open = await (from r in db.Reviews.AsNoTracking()
                          where (r.EmployeeId == person || r.ManagerId == person) && r.SharedAt == null
                          let mine = r.EmployeeId == person ? SideOf.Self : SideOf.Manager
                          where r.Sides.Any(s => s.Of == mine && s.ReadyAt == null)
                          join e in db.Persons on r.EmployeeId equals e.Id
                          join m in db.Persons on r.ManagerId equals m.Id
                          orderby r.StartedAt
                          select new { r.Id, r.StartedAt, Self = r.EmployeeId == person, Employee = e.Name, Manager = m.Name }).Take(50).ToListAsync(ct);
        var shared = await (from r in db.Reviews.AsNoTracking()
                            where r.EmployeeId == person && r.SharedAt != null && r.Status == ReviewStatus.Shared && !db.Plans.Any(p => p.ReviewId == r.Id)
                            join m in db.Persons on r.ManagerId equals m.Id
                            orderby r.SharedAt
                            select new { r.Id, At = r.SharedAt!.Value, Manager = m.Name }).Take(10).ToListAsync(ct);
        return
        [
            .. open.Select(r => r.Self ? new WaitingItem("reviews.waiting.self", r.StartedAt, $"/reviews/{r.Id}", r.Manager) : new WaitingItem("reviews.waiting.manager", r.StartedAt, $"/reviews/{r.Id}", r.Employee)),
            .. shared.Select(r => new WaitingItem("reviews.waiting.shared", r.At, $"/reviews/{r.Id}", r.Manager)),
        ];
    }
}
