using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>
/// A talk of which the own side is still open, that waits for a signature, an answer or a confirmation, or that was shared lately and has no plan yet; a colleague
/// about whom one was asked; the offer to begin a plan with a selection.
/// </summary>
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
        // Few at a time; whether the stage wants a confirmation stands in the form.
        var next = (await (from r in db.Reviews.AsNoTracking()
                           where (r.EmployeeId == person && r.Status == ReviewStatus.Discussed) || (r.ManagerId == person && r.Status == ReviewStatus.CorrectionAsked) || (r.HigherId == person && r.Status == ReviewStatus.Signed)
                           join e in db.Persons on r.EmployeeId equals e.Id
                           join m in db.Persons on r.ManagerId equals m.Id
                           select new { Review = r, Employee = e.Name, Manager = m.Name, At = r.Acts.Max(a => (DateTimeOffset?)a.At) }).Take(50).ToListAsync(ct))
            .Where(r => r.Review.Status != ReviewStatus.Signed || r.Review.NeedsConfirmation).OrderBy(r => r.At).ToList();
        var asked = await (from i in db.FeedbackInvitations.AsNoTracking()
                           where i.RaterId == person
                           join f in db.ColleagueFeedback on i.FeedbackId equals f.Id
                           where f.PouredAt == null && !db.FeedbackSheets.Any(s => s.FeedbackId == f.Id && s.RaterId == person && s.HandedIn)
                           join r in db.Reviews on f.ReviewId equals r.Id
                           join e in db.Persons on r.EmployeeId equals e.Id
                           orderby i.InvitedAt
                           select new { f.Id, i.InvitedAt, Employee = e.Name }).Take(20).ToListAsync(ct);
        var starts = await (from s in db.SelectionStarts.AsNoTracking()
                            where s.PersonId == person && s.PlanId == null && s.RefusedAt == null
                            join p in db.Procedures on s.ProcedureId equals p.Id
                            select new { s.Id, s.OfferedAt, p.Title }).Take(5).ToListAsync(ct);
        return
        [
            .. open.Select(r => r.Self ? new WaitingItem("reviews.waiting.self", r.StartedAt, $"/reviews/{r.Id}", r.Manager) : new WaitingItem("reviews.waiting.manager", r.StartedAt, $"/reviews/{r.Id}", r.Employee)),
            .. next.Select(r => r.Review.Status switch
            {
                ReviewStatus.Discussed => new WaitingItem("reviews.waiting.sign", r.At ?? r.Review.StartedAt, $"/reviews/{r.Review.Id}", r.Manager),
                ReviewStatus.CorrectionAsked => new WaitingItem("reviews.waiting.correction", r.At ?? r.Review.StartedAt, $"/reviews/{r.Review.Id}", r.Employee),
                _ => new WaitingItem("reviews.waiting.confirm", r.At ?? r.Review.StartedAt, $"/reviews/{r.Review.Id}", r.Employee),
            }),
            .. asked.Select(a => new WaitingItem("reviews.waiting.feedback", a.InvitedAt, $"/reviews/feedback/{a.Id}", a.Employee)),
            .. starts.Select(s => new WaitingItem("reviews.waiting.start", s.OfferedAt, $"/reviews/start/{s.Id}", s.Title)),
            .. shared.Select(r => new WaitingItem("reviews.waiting.shared", r.At, $"/reviews/{r.Id}", r.Manager)),
        ];
    }
}
