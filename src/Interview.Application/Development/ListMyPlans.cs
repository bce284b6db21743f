using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>A plan in a list: how far it is and what comes first. Dropped actions do not count.</summary>
public sealed record PlanRow
{
    public required Guid Id { get; init; }
    public required string Employee { get; init; }
    public required LocalText? Profile { get; init; }
    public required PlanStatus Status { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required IReadOnlyList<LocalText> Goals { get; init; }
    public required int Done { get; init; }
    public required int Counted { get; init; }
    public required DateOnly? Next { get; init; }
    public required int Overdue { get; init; }
}

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
        select new PlanRow
        {
            Id = p.Id, Employee = e.Name, Status = p.Status, MadeAt = p.MadeAt,
            Profile = db.Reviews.Where(r => r.Id == p.ReviewId).SelectMany(r => db.Profiles.Where(f => f.Id == r.ProfileId)).Select(f => f.Name).FirstOrDefault(),
            Goals = p.Goals.OrderBy(g => g.Order).Select(g => g.Name).ToList(),
            Done = p.Actions.Count(a => a.Status == ActionStatus.Done), Counted = p.Actions.Count(a => a.Status != ActionStatus.Dropped),
            Next = p.Actions.Where(a => a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy).Min(a => (DateOnly?)a.Due),
            Overdue = p.Status == PlanStatus.Active ? p.Actions.Count(a => (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy) && a.Due < today) : 0,
        };
}
