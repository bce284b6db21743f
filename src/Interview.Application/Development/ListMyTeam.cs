using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

public enum TeamFilter { All, AsksMe, Overdue, WithoutPlan }

/// <summary>Somebody of a team with the newest plan, if there is one. Nothing private: states, numbers and days.</summary>
public sealed record TeamRow
{
    public required Guid Person { get; init; }
    public required string Employee { get; init; }
    public required LocalText? Profile { get; init; }
    public required Guid? Plan { get; init; }
    public required PlanStatus? Status { get; init; }
    public required int Done { get; init; }
    public required int Counted { get; init; }
    public required DateOnly? Next { get; init; }
    public required int Overdue { get; init; }
    /// <summary>Open actions that the manager took on.</summary>
    public required int Mine { get; init; }

    public bool AsksMe => Status == PlanStatus.ForApproval || Mine > 0;
}

/// <summary>A page of the team, and the team in numbers, whatever was searched for.</summary>
public sealed record TeamView(Paged<TeamRow> Rows, int People, int WithPlan, int Overdue, int AsksMe);

/// <summary>The people who work under the asker, and those whose plan the asker still agrees: what asks for the asker first, then by name.</summary>
[Needs(Permission.LeadTeam)]
public sealed record ListMyTeam(string? Text, TeamFilter Filter, Slice Slice) : IQuery<TeamView>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ListMyTeam, TeamView>
    {
        public async Task<TeamView> Handle(ListMyTeam request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var today = await db.TodayOf(me, clock, cancellationToken);
            var team = db.TeamOf(me, today);
            var people = db.Persons.AsNoTracking().Where(p => p.Active && (team.Any(t => t.Id == p.Id) || db.Plans.Any(x => x.EmployeeId == p.Id && x.ManagerId == me && x.EndedAt == null)));
            // Few enough to count in one go: nobody leads thousands.
            var all = await Rows(people, me, today).Select(r => new { r.Status, r.Overdue, r.Mine }).ToListAsync(cancellationToken);
            if (!string.IsNullOrWhiteSpace(request.Text)) people = people.Saying(request.Text, p => p.Name);
            var rows = request.Filter switch
            {
                TeamFilter.All => Rows(people, me, today),
                TeamFilter.AsksMe => Rows(people, me, today).Where(r => r.Status == PlanStatus.ForApproval || r.Mine > 0),
                TeamFilter.Overdue => Rows(people, me, today).Where(r => r.Overdue > 0),
                TeamFilter.WithoutPlan => Rows(people, me, today).Where(r => r.Plan == null),
            };
            return new(await rows.OrderByDescending(r => r.Status == PlanStatus.ForApproval).ThenBy(r => r.Employee).ThenBy(r => r.Person).ToPaged(request.Slice, cancellationToken),
                all.Count, all.Count(r => r.Status is not null), all.Sum(r => r.Overdue), all.Count(r => r.Status == PlanStatus.ForApproval || r.Mine > 0));
        }

        private IQueryable<TeamRow> Rows(IQueryable<Person> people, Guid me, DateOnly today) =>
            from person in people
            let newest = db.Plans.Where(p => p.EmployeeId == person.Id && p.ManagerId == me).OrderByDescending(p => p.MadeAt).ThenByDescending(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefault()
            join p in db.Plans on newest equals p.Id into plans
            from p in plans.DefaultIfEmpty()
            select new TeamRow
            {
                Person = person.Id, Employee = person.Name, Plan = newest, Status = p == null ? null : p.Status,
                Profile = db.Employments.Where(e => e.PersonId == person.Id && e.ManagerId == me).OrderByDescending(e => e.From).SelectMany(e => db.Profiles.Where(f => f.Id == e.ProfileId)).Select(f => f.Name).FirstOrDefault(),
                Done = db.PlanActions.Count(a => a.PlanId == newest && a.Status == ActionStatus.Done), Counted = db.PlanActions.Count(a => a.PlanId == newest && a.Status != ActionStatus.Dropped),
                Next = db.PlanActions.Where(a => a.PlanId == newest && (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy)).Min(a => (DateOnly?)a.Due),
                Overdue = p != null && p.Status == PlanStatus.Active ? db.PlanActions.Count(a => a.PlanId == newest && (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy) && a.Due < today) : 0,
                Mine = p != null && p.Status == PlanStatus.Active ? db.PlanActions.Count(a => a.PlanId == newest && a.OwnerId == me && (a.Status == ActionStatus.Open || a.Status == ActionStatus.Busy)) : 0,
            };
    }
}
