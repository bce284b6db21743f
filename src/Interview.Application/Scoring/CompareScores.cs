using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

public sealed record MatrixCompetency(Guid Id, LocalText Name, int Weight, int? Minimum);

public sealed record MatrixMember(Guid Seat, string Name, SeatKind Kind);

/// <summary>One member's value: null when not scored, with what it was instead (null: no form).</summary>
public sealed record MatrixMark(Guid Seat, decimal? Value, RatingOutcome? Outcome, bool Corrected);

public sealed record MatrixCell(Guid Competency, Mean Mean, IReadOnlyList<MatrixMark> Marks);

/// <summary>A candidate: without cells and total until <see cref="RevealedAt"/>.</summary>
public sealed record MatrixRow(Guid Candidate, string Code, string? Name, DateTimeOffset? RevealedAt, int FormsIn, int FormsAsked, IReadOnlyList<MatrixCell> Cells, Composite? Total);

/// <summary>Candidates in the order of their codes. There is no other order.</summary>
public sealed record ScoreMatrix(string Title, ProcedureStatus Status, int Lowest, int Highest, int PassMark, IReadOnlyList<MatrixCompetency> Competencies, IReadOnlyList<MatrixMember> Members, IReadOnlyList<MatrixRow> Rows);

/// <summary>Candidate × competency × member. Scores are joined on the reveal: what is not revealed is not read.</summary>
[Needs(Permission.ReadResults), Discloses(nameof(Procedure))]
public sealed record CompareScores(Guid Procedure) : IQuery<ScoreMatrix>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<CompareScores, ScoreMatrix>
    {
        public async Task<ScoreMatrix> Handle(CompareScores request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var guide = await db.GuideOf(procedure.FrozenId, cancellationToken);
            var showNames = procedure.ShowsNames || caller.May(Permission.PlanProcedure, request.Scope);
            var candidates = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).OrderBy(c => c.Number)
                .Select(c => new { c.Id, c.Code, c.RevealedAt, c.FrozenId, Name = showNames ? db.CandidateIdentities.Where(i => i.Id == c.Id).Select(i => i.Name).FirstOrDefault() : null })
                .ToListAsync(cancellationToken);
            // Whoever stayed with an earlier version has the items of that one; its competencies and scale are the same.
            Dictionary<Guid, FrozenGuide> earlier = [];
            foreach (var version in candidates.Select(c => c.FrozenId).OfType<Guid>().Distinct()) earlier[version] = await db.GuideOf(version, cancellationToken);
            var forms = await db.Statuses(procedure.Id, reasons: false, cancellationToken);
            var members = await Members(procedure.Id, cancellationToken);
            var values = await Revealed(procedure.Id, cancellationToken);
            return new(procedure.Title, procedure.Status, guide.Scale.Min(p => p.Value), guide.Scale.Max(p => p.Value), guide.PassMark,
                [.. guide.Competencies.Select(c => new MatrixCompetency(c.Id, c.Name, c.Weight, c.Minimum))], members,
                [.. candidates.Select(c =>
                {
                    var own = forms.Where(f => f.Candidate == c.Id).ToList();
                    var cells = c.RevealedAt is null ? [] : guide.Competencies.Select(k => Cell(c.FrozenId is { } version ? earlier[version] : guide, k, members, values, c.Id)).ToList();
                    return new MatrixRow(c.Id, c.Code, c.Name, c.RevealedAt, own.Count(f => f.State == FormState.Sealed), own.Count(f => f.State != FormState.Excused), cells,
                        c.RevealedAt is null ? null : Composite.Of([.. cells.Select(x => (x.Mean, guide.Competencies.First(k => k.Id == x.Competency).Weight))]));
                })]);
        }

        private Task<List<MatrixMember>> Members(Guid procedure, CancellationToken ct) =>
            (from seat in db.PanelSeats.AsNoTracking()
             where seat.ProcedureId == procedure && db.Scorecards.Any(c => c.SeatId == seat.Id)
             orderby seat.AddedAt, seat.Id
             select new MatrixMember(seat.Id, db.Persons.Where(p => p.Id == seat.PersonId).Select(p => p.Name).FirstOrDefault()
                 ?? db.GuestLinks.Where(g => g.Id == seat.GuestLinkId).Select(g => g.Name).FirstOrDefault() ?? "", seat.Kind)).ToListAsync(ct);

        private async Task<List<RevealedValue>> Revealed(Guid procedure, CancellationToken ct)
        {
            var rows = await (from rating in db.Ratings.AsNoTracking()
                              join card in db.Scorecards on rating.CardId equals card.Id
                              join candidate in db.Candidates on card.CandidateId equals candidate.Id
                              where candidate.ProcedureId == procedure && candidate.RevealedAt != null && card.SealedAt != null
                              select new
                              {
                                  card.CandidateId, card.SeatId, rating.ItemId, rating.Outcome, rating.Point,
                                  Last = db.Corrections.Where(x => x.CardId == card.Id && x.ItemId == rating.ItemId).OrderByDescending(x => x.At).ThenByDescending(x => x.Id).FirstOrDefault(),
                              }).ToListAsync(ct);
            return [.. rows.Select(r => new RevealedValue(r.CandidateId, r.SeatId, r.ItemId, r.Last?.NewOutcome ?? r.Outcome, r.Last is null ? r.Point : r.Last.NewPoint, r.Last is not null))];
        }

        private static MatrixCell Cell(FrozenGuide guide, FrozenCompetency competency, IReadOnlyList<MatrixMember> members, List<RevealedValue> values, Guid candidate)
        {
            var items = guide.ScoredIds.Where(i => guide.CompetencyOf(i).Id == competency.Id).ToHashSet();
            List<MatrixMark> marks = [.. members.Select(m =>
            {
                var own = values.Where(v => v.Candidate == candidate && v.Seat == m.Seat && items.Contains(v.Item)).ToList();
                // One value per member and competency: of several questions the exact mean of those that were scored.
                var mean = Mean.Of(own.Where(v => v.Outcome == RatingOutcome.Scored).Select(v => (decimal?)v.Point));
                RatingOutcome? outcome = mean.Value is not null ? RatingOutcome.Scored : own.Count == 0 ? null : own.All(v => v.Outcome == RatingOutcome.NotAsked) ? RatingOutcome.NotAsked : RatingOutcome.NotObserved;
                return new MatrixMark(m.Seat, mean.Value, outcome, own.Any(v => v.Corrected));
            })];
            return new(competency.Id, Mean.Of(marks.Select(m => m.Value)), marks);
        }

        private sealed record RevealedValue(Guid Candidate, Guid Seat, Guid Item, RatingOutcome Outcome, int? Point, bool Corrected);
    }
}
