using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring.Agreement;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>By name or by the number of procedures; never by how strict somebody is.</summary>
public enum ScorerOrder { Name, Procedures }

/// <summary>One colleague over closed procedures: the mean difference with the panels, in points, over <see cref="Figure.N"/> things that others scored too.</summary>
public sealed record Scorer(Guid Person, string Name, int Procedures, Figure Difference);

/// <summary>Who scores strictly and who mildly, for training. Only of closed procedures and first scores, and nothing of somebody who was compared with too little.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record CompareScorers(ScorerOrder Order = ScorerOrder.Name, bool Descending = false) : IQuery<IReadOnlyList<Scorer>>
{
    /// <summary>Fewer candidates than this say more about the candidates than about the member.</summary>
    public const int FewestCandidates = 5;

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<CompareScorers, IReadOnlyList<Scorer>>
    {
        public async Task<IReadOnlyList<Scorer>> Handle(CompareScorers request, CancellationToken cancellationToken)
        {
            var procedures = db.Procedures.AsNoTracking().Where(p => p.Status == ProcedureStatus.Closed || p.Status == ProcedureStatus.Anonymised);
            if (caller.Within(Permission.PlanProcedure, ScopeKind.Procedure) is { } mine) procedures = procedures.Where(p => mine.Contains(p.Id));
            List<(Guid Person, Guid Procedure, Guid Candidate, Rational Difference)> all = [];
            foreach (var procedure in await procedures.OrderBy(p => p.Id).ToListAsync(cancellationToken)) all.AddRange(await Differences(procedure, cancellationToken));
            var persons = all.Select(a => a.Person).Distinct().ToList();
            var names = await db.Persons.AsNoTracking().Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            var scorers = all.GroupBy(a => a.Person).Select(g => new Scorer(g.Key, names[g.Key], g.Select(a => a.Procedure).Distinct().Count(),
                g.Select(a => a.Candidate).Distinct().Count() < FewestCandidates ? Figure.Not(ReadAgreement.FewCandidates, g.Count()) : Figure.Of(Rational.Mean([.. g.Select(a => a.Difference)]), g.Count())));
            IOrderedEnumerable<Scorer> ordered = (request.Order, request.Descending) switch
            {
                (ScorerOrder.Name, false) => scorers.OrderBy(s => s.Name, StringComparer.CurrentCulture),
                (ScorerOrder.Name, true) => scorers.OrderByDescending(s => s.Name, StringComparer.CurrentCulture),
                (ScorerOrder.Procedures, false) => scorers.OrderBy(s => s.Procedures),
                (ScorerOrder.Procedures, true) => scorers.OrderByDescending(s => s.Procedures),
            };
            return [.. ordered.ThenBy(s => s.Name, StringComparer.CurrentCulture).ThenBy(s => s.Person)];
        }

        private async Task<IEnumerable<(Guid, Guid, Guid, Rational)>> Differences(Procedure procedure, CancellationToken ct)
        {
            if (procedure.FrozenId is null) return [];
            var (guide, guides) = (await db.GuideOf(procedure.FrozenId, ct), await db.GuidesOf(procedure, ct));
            var persons = await db.PanelSeats.AsNoTracking().Where(s => s.ProcedureId == procedure.Id && s.PersonId != null).ToDictionaryAsync(s => s.Id, s => s.PersonId!.Value, ct);
            var seats = (await db.ScoringMembers(procedure.Id, ct)).Select(m => m.Seat).ToList();
            List<Guid> candidates = [.. guides.Keys];
            return Agreements.Tables(guide, guides, candidates, seats, await db.TrailsOf(procedure.Id, ct)).Values.SelectMany(table => table.SelectMany((row, i) =>
            {
                var there = row.OfType<Rational>().ToList();
                return there.Count < 2 ? [] : seats.Select((seat, j) => (Seat: seat, Value: row[j])).Where(x => x.Value is not null && persons.ContainsKey(x.Seat))
                    .Select(x => (persons[x.Seat], procedure.Id, candidates[i], x.Value!.Value - Rational.Mean(there)));
            }));
        }
    }
}
