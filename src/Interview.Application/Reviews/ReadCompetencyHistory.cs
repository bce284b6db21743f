using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>What one shared talk said about one competency. The colleagues' mean has its n, or is not there at all.</summary>
public sealed record HistoryPoint(DateTimeOffset At, string? Cycle, string? Stage, int? Required, int? Self, int? Achieved, decimal? Colleagues, int ColleaguesN, Guid? Review);

/// <summary>
/// One competency over the years, oldest first, as long as it was measured with the same steps: a ladder that changed begins a line of its own. <see cref="Code"/>
/// stays the same over the editions of a framework.
/// </summary>
public sealed record HistoryLine(string Code, LocalText Name, bool OnScale, int Lowest, int Highest, IReadOnlyList<HistoryPoint> Points);

public sealed record HistoryView(Guid Person, string Name, bool IsOwn, int Talks, IReadOnlyList<HistoryLine> Lines);

/// <summary>The levels of shared talks over the years: for the employee, and for whoever leads this employee today. Texts stay with the talks.</summary>
[Needs(Permission.SignedIn), Discloses(nameof(Person))]
public sealed record ReadCompetencyHistory(Guid Person) : IQuery<HistoryView>
{
    private const int MostTalks = 60;

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReadCompetencyHistory, HistoryView>
    {
        public async Task<HistoryView> Handle(ReadCompetencyHistory request, CancellationToken cancellationToken)
        {
            var (me, today) = (caller.Id, clock.Today(Identity.Person.DefaultZone));
            var person = await db.Persons.AsNoTracking().Where(p => p.Id == request.Person && (p.Id == me
                || db.Employments.Any(e => e.PersonId == p.Id && e.ManagerId == me && e.From <= today && (e.To == null || e.To >= today)))).Select(p => new { p.Id, p.Name }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var talks = await (from r in db.Reviews.AsNoTracking()
                               where r.EmployeeId == person.Id && r.SharedAt != null
                               join c in db.Cycles on r.CycleId equals c.Id into cycles
                               from c in cycles.DefaultIfEmpty()
                               join s in db.CycleStages on r.StageId equals s.Id into stages
                               from s in stages.DefaultIfEmpty()
                               orderby r.SharedAt descending
                               select new
                               {
                                   Review = r, Cycle = c == null ? null : c.Name, Stage = s == null ? null : s.Name,
                                   Poured = db.ColleagueFeedback.Where(f => f.ReviewId == r.Id && f.PouredAt != null).Select(f => f.Result).FirstOrDefault(),
                                   Answers = r.Sides.SelectMany(x => x.Answers, (x, a) => new { x.Of, a.CompetencyId, a.Level }).ToList(),
                               }).Take(MostTalks).ToListAsync(cancellationToken);
            var points = talks.OrderBy(t => t.Review.SharedAt).SelectMany(t =>
            {
                var (levels, poured) = (t.Answers.ToDictionary(a => (a.Of, a.CompetencyId), a => a.Level), t.Poured is null ? null : JsonText.Read<ColleagueResult>(t.Poured));
                var reads = t.Review.EmployeeId == me || t.Review.ManagerId == me;
                return t.Review.Yardstick.Competencies.Select(c =>
                {
                    var colleagues = poured?.Competencies.FirstOrDefault(x => x.Competency == c.Id);
                    return (Competency: c, Point: new HistoryPoint(t.Review.SharedAt!.Value, t.Cycle, t.Stage, c.Required, levels.GetValueOrDefault((SideOf.Self, c.Id)), levels.GetValueOrDefault((SideOf.Manager, c.Id)),
                        colleagues?.Mean, colleagues?.N ?? 0, reads ? t.Review.Id : null));
                });
            });
            var lines = points.GroupBy(p => (Code: p.Competency.Code.ToUpperInvariant(), p.Competency.OnScale, p.Competency.Highest))
                .Select(g => new HistoryLine(g.Last().Competency.Code, g.Last().Competency.Name, g.Key.OnScale, g.Last().Competency.Steps.Min(s => s.Value), g.Key.Highest, [.. g.Select(p => p.Point)]));
            return new(person.Id, person.Name, person.Id == me, talks.Count, [.. lines.OrderByDescending(l => l.Points[^1].At).ThenByDescending(l => l.Points.Count)]);
        }
    }
}
