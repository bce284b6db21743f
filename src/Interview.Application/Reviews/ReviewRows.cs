using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

internal static class ReviewRows
{
    public static IQueryable<ReviewRow> Rows(this IQueryable<Review> reviews, IInterviewDb db, SideOf mine) =>
        from r in reviews
        join e in db.Persons on r.EmployeeId equals e.Id
        join m in db.Persons on r.ManagerId equals m.Id
        join p in db.Profiles on r.ProfileId equals p.Id
        join c in db.Cycles on r.CycleId equals c.Id into cycles
        from c in cycles.DefaultIfEmpty()
        select new ReviewRow
        {
            Id = r.Id, Employee = e.Name, Manager = m.Name, Profile = p.Name, Cycle = c == null ? null : c.Name, Status = r.Status, StartedAt = r.StartedAt, SharedAt = r.SharedAt,
            WaitsForMe = r.Sides.Any(s => s.Of == mine && s.ReadyAt == null),
            Plan = db.Plans.Where(x => x.ReviewId == r.Id && x.Status != Development.PlanStatus.Stopped).Select(x => (Guid?)x.Id).FirstOrDefault(),
        };
}
