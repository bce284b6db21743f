using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>A stage and how far its talks are: numbers of talks, never what is in them.</summary>
public sealed record StageView(Guid Id, string Name, DateOnly Opens, DateOnly Ends, StageForm Form, DateTimeOffset? OpenedAt, int Talks, int Shared, int Signed);

/// <summary>Somebody of the departments for whom no talk can be made, and why.</summary>
public sealed record LeftOut(string Name, string WhyNot);

/// <summary>A cycle as HR sees it. <see cref="People"/>: how many work in its departments today; <see cref="LeftOutCount"/> of them cannot have a talk, the first of these by name.</summary>
public sealed record CycleView(Guid Id, string Name, DateOnly From, DateOnly To, CycleStatus Status, bool ManagerApprovesPlans, IReadOnlyList<Guid> Units, IReadOnlyList<StageView> Stages,
    int People, int LeftOutCount, IReadOnlyList<LeftOut> LeftOut);

[Needs(Permission.ManageCycles)]
public sealed record GetCycle(Guid Cycle) : IQuery<CycleView>
{
    private const int Shown = 50;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<GetCycle, CycleView>
    {
        public async Task<CycleView> Handle(GetCycle request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.AsNoTracking().Include(c => c.Stages).Need(request.Cycle, cancellationToken);
            var counted = await db.Reviews.AsNoTracking().Where(r => r.CycleId == cycle.Id && r.StageId != null).GroupBy(r => r.StageId!.Value)
                .Select(g => new { g.Key, Talks = g.Count(), Shared = g.Count(r => r.SharedAt != null), Signed = g.Count(r => r.Status == ReviewStatus.Signed || r.Status == ReviewStatus.Closed) })
                .ToDictionaryAsync(g => g.Key, cancellationToken);
            var (people, leftOut) = await People(cycle, cancellationToken);
            return new(cycle.Id, cycle.Name, cycle.From, cycle.To, cycle.Status, cycle.ManagerApprovesPlans, cycle.Units,
                [.. cycle.Stages.OrderBy(s => s.Opens).ThenBy(s => s.Ends).ThenBy(s => s.Id).Select(s => counted.TryGetValue(s.Id, out var n)
                    ? new StageView(s.Id, s.Name, s.Opens, s.Ends, s.Form, s.OpenedAt, n.Talks, n.Shared, n.Signed)
                    : new StageView(s.Id, s.Name, s.Opens, s.Ends, s.Form, s.OpenedAt, 0, 0, 0))],
                people, leftOut.Count, [.. leftOut.Take(Shown)]);
        }

        private async Task<(int People, List<LeftOut> LeftOut)> People(Cycle cycle, CancellationToken ct)
        {
            if (cycle.Units.Count == 0) return (0, []);
            var (today, units) = (clock.Today(Person.DefaultZone), await db.WithBelow(cycle.Units, ct));
            var rows = await (from e in db.Employments.AsNoTracking()
                              where units.Contains(e.UnitId) && e.From <= today && (e.To == null || e.To >= today)
                              join p in db.Persons on e.PersonId equals p.Id
                              where p.Active
                              select new { p.Id, p.Name, e.ManagerId, e.ProfileId }).ToListAsync(ct);
            var yards = await db.Yards([.. rows.Select(r => r.ProfileId).OfType<Guid>().Distinct()], ct);
            string? WhyNot(Guid? manager, Guid? profile) => manager is null ? "reviews.no-manager-yet" : profile is null ? "reviews.no-profile-yet" : yards.Measures(profile.Value) ? null : "reviews.profile-cannot";
            var persons = rows.GroupBy(r => r.Id).Select(g => (g.First().Name, WhyNot: g.Select(r => WhyNot(r.ManagerId, r.ProfileId)).OrderBy(why => why is not null).First())).ToList();
            return (persons.Count, [.. persons.Where(p => p.WhyNot is not null).OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => new LeftOut(p.Name, p.WhyNot!))]);
        }
    }
}
