using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>A competency over a whole team: exact means of what is required and of what the manager found, over <see cref="People"/>.</summary>
public sealed record TeamCompetency(Guid Competency, LocalText Name, int Highest, decimal Required, decimal Achieved, int People)
{
    public decimal Lacks => Required - Achieved;
}

/// <summary>What lacks most first. <see cref="TooFew"/> counts the competencies that were measured in fewer people than are shown.</summary>
public sealed record TeamLack(IReadOnlyList<TeamCompetency> Competencies, int TooFew);

/// <summary>What the asker's team can and lacks, from each person's newest measurement of two years at most. A mean over fewer than five people would speak of persons.</summary>
[Needs(Permission.LeadTeam)]
public sealed record TeamLacks : IQuery<TeamLack>
{
    public const int FewestPeople = 5;

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<TeamLacks, TeamLack>
    {
        public async Task<TeamLack> Handle(TeamLacks request, CancellationToken cancellationToken)
        {
            var (me, since) = (caller.Id, clock.GetUtcNow().AddYears(-2));
            var team = db.TeamOf(me, await db.TodayOf(me, clock, cancellationToken));
            var reviews = await db.Reviews.AsNoTracking().Include(r => r.Sides).ThenInclude(s => s.Answers)
                .Where(r => r.ManagerId == me && r.SharedAt > since && team.Any(p => p.Id == r.EmployeeId)).OrderByDescending(r => r.SharedAt).ToListAsync(cancellationToken);
            return Of([.. reviews.Select(r => new Measured(r.EmployeeId, r.SharedAt!.Value, r.Yardstick, r.Gaps()))]);
        }
    }

    public sealed record Measured(Guid Person, DateTimeOffset At, Yardstick Yardstick, IReadOnlyList<Gap> Gaps);

    /// <summary>One value per person and competency: the newest. Levels of another ladder are never put in one mean.</summary>
    public static TeamLack Of(IReadOnlyCollection<Measured> reviews)
    {
        var newest = reviews.OrderByDescending(r => r.At)
            .SelectMany(r => r.Gaps.Where(g => g.Steps is not null).Select(g => (r.Person, Gap: g, On: r.Yardstick.Competencies.First(c => c.Id == g.Competency))))
            .DistinctBy(m => (m.Person, m.Gap.Competency));
        var groups = newest.GroupBy(m => (m.Gap.Competency, m.On.Highest, m.On.OnScale)).ToList();
        var shown = groups.Where(g => g.Count() >= FewestPeople).Select(g => new TeamCompetency(g.Key.Competency, g.First().On.Name, g.Key.Highest,
            g.Average(m => (decimal)m.Gap.Required!.Value), g.Average(m => (decimal)m.Gap.Achieved!.Value), g.Count())).ToList();
        return new([.. shown.OrderByDescending(c => c.Lacks).ThenByDescending(c => c.People).ThenBy(c => c.Name.ToString(), StringComparer.Ordinal)], groups.Count - shown.Count);
    }
}

internal static class Teams
{
    /// <summary>Who works under this manager today.</summary>
    public static IQueryable<Person> TeamOf(this IInterviewDb db, Guid manager, DateOnly today) =>
        db.Persons.AsNoTracking().Where(p => p.Active && db.Employments.Any(e => e.PersonId == p.Id && e.ManagerId == manager && e.From <= today && (e.To == null || e.To >= today)));
}
