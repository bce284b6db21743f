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
        join x in db.CycleStages on r.StageId equals x.Id into stages
        from x in stages.DefaultIfEmpty()
        select new ReviewRow
        {
            Id = r.Id, Employee = e.Name, Manager = m.Name, Profile = p.Name, Cycle = c == null ? null : c.Name, Stage = x == null ? null : x.Name, Status = r.Status, StartedAt = r.StartedAt, SharedAt = r.SharedAt,
            WaitsForMe = r.Sides.Any(s => s.Of == mine && s.ReadyAt == null),
            Plan = db.Plans.Where(l => l.ReviewId == r.Id && l.Status != Development.PlanStatus.Stopped).Select(l => (Guid?)l.Id).FirstOrDefault(),
        };
}
