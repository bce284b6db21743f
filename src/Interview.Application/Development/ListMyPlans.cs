using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>A plan in a list: how far it is and what comes first. Dropped actions do not count.</summary>
public sealed record PlanRow(Guid Id, string Employee, LocalText? Profile, PlanStatus Status, DateTimeOffset MadeAt, IReadOnlyList<LocalText> Goals, int Done, int Counted, DateOnly? Next, int Overdue);

/// <summary>The asker's own plans, newest first.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record ListMyPlans(Slice Slice) : IQuery<Paged<PlanRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ListMyPlans, Paged<PlanRow>>
    {
        public async Task<Paged<PlanRow>> Handle(ListMyPlans request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var today = await db.TodayOf(me, clock, cancellationToken);
            return await db.Plans.AsNoTracking().Where(p => p.EmployeeId == me).Rows(db, today).OrderByDescending(r => r.MadeAt).ThenBy(r => r.Id).ToPaged(request.Slice, cancellationToken);
        }
    }
}

internal static class PlanRows
{
    public static IQueryable<PlanRow> Rows(this IQueryable<Plan> plans, IInterviewDb db, DateOnly today) =>
        from p in plans
        join e in db.Persons on p.EmployeeId equals e.Id
        select new PlanRow(p.Id, e.Name,
            db.Reviews.Where(r => r.Id == p.ReviewId).SelectMany(r => db.Profiles.Where(f => f.Id == r.ProfileId)).Select(f => f.Name).FirstOrDefault(),
            p.Status, p.MadeAt, p.Goals.OrderBy(g => g.Order).Select(g => g.Name).ToList(),
            p.Actions.Count(a => a.Status == ActionStatus.Done), p.Actions.Count(a => a.Status != ActionStatus.Dropped),
            p.Actions.Where(a => a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy).Min(a => (DateOnly?)a.Due),
            p.Status == PlanStatus.Active ? p.Actions.Count(a => (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy) && a.Due < today) : 0);
}
