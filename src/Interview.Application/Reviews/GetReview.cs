using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

public sealed record AnswerView(Guid Competency, int? Level, string Text, int Stamp);

public sealed record SideView(SideOf Of, string Overall, int OverallStamp, DateTimeOffset? ReadyAt, IReadOnlyList<AnswerView> Answers)
{
    public AnswerView AnswerOf(Guid competency) => Answers.First(a => a.Competency == competency);
}

/// <summary>A talk as one of its two people sees it. <see cref="Other"/> is null until both are ready: it is not read at all.</summary>
public sealed record ReviewView(Guid Id, string Employee, string EmployeeGiven, string Manager, string? Cycle, ReviewStatus Status, DateTimeOffset StartedAt, DateTimeOffset? SharedAt,
    Yardstick Yardstick, SideView Mine, SideView? Other, Guid? Plan);

[Needs(Permission.SignedIn), Discloses(nameof(Review))]
public sealed record GetReview(Guid Review) : IQuery<ReviewView>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<GetReview, ReviewView>
    {
        public async Task<ReviewView> Handle(GetReview request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var found = await (from r in db.Reviews.AsNoTracking()
                               where r.Id == request.Review && (r.EmployeeId == me || r.ManagerId == me)
                               join e in db.Persons on r.EmployeeId equals e.Id
                               join m in db.Persons on r.ManagerId equals m.Id
                               join c in db.Cycles on r.CycleId equals c.Id into cycles
                               from c in cycles.DefaultIfEmpty()
                               select new
                               {
                                   Review = r, Employee = e.Name, Manager = m.Name, Cycle = c == null ? null : c.Name,
                                   Plan = db.Plans.Where(x => x.ReviewId == r.Id && x.Status != Development.PlanStatus.Stopped).Select(x => (Guid?)x.Id).FirstOrDefault(),
                               }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var mine = found.Review.SideFor(me);
            // The other side is asked for only where the row itself says that it is shared.
            var sides = await (from s in db.ReviewSides.AsNoTracking()
                               join r in db.Reviews on s.ReviewId equals r.Id
                               where r.Id == request.Review && (s.Of == mine || r.SharedAt != null)
                               select new SideView(s.Of, s.Overall, s.OverallStamp, s.ReadyAt,
                                   s.Answers.OrderBy(a => a.Order).Select(a => new AnswerView(a.CompetencyId, a.Level, a.Text, a.Stamp)).ToList()))
                .ToListAsync(cancellationToken);
            var review = found.Review;
            return new(review.Id, found.Employee, found.Employee.Split(' ')[0], found.Manager, found.Cycle, review.Status, review.StartedAt, review.SharedAt,
                review.Yardstick, sides.Single(s => s.Of == mine), sides.SingleOrDefault(s => s.Of != mine), found.Plan);
        }
    }
}
