using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring.Agreement;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

public sealed record MatrixCompetency(Guid Id, LocalText Name, int Weight, decimal? Minimum);

public sealed record MatrixMember(Guid Seat, string Name, SeatKind Kind);

/// <summary>One member's value as it was sealed and as it is now; null when not scored, with what it was instead (null: no form).</summary>
public sealed record MatrixMark(Guid Seat, decimal? First, RatingOutcome? FirstOutcome, decimal? Value, RatingOutcome? Outcome, bool Changed);

/// <summary>A candidate's competency: the first scores' mean, the mean as it is now, and how close the first scores lie (from three on).</summary>
public sealed record MatrixCell(Guid Competency, Mean First, Mean Mean, Figure Within, IReadOnlyList<MatrixMark> Marks);

/// <summary>
/// A candidate: without cells and totals until <see cref="RevealedAt"/>. By the rule 'after the own form' whoever handed in the own one sees the cells of the
/// forms that are in (<see cref="Early"/>), and never a total.
/// </summary>
public sealed record MatrixRow(Guid Candidate, string Code, string? Name, DateTimeOffset? RevealedAt, bool Early, int FormsIn, int FormsAsked, IReadOnlyList<MatrixCell> Cells, Composite? FirstTotal, Composite? Total,
    DateTimeOffset? ConsensusOpened, DateTimeOffset? ConsensusClosed);

/// <summary>Candidates in the order of their codes. There is no other order: nothing here can be sorted.</summary>
public sealed record ScoreMatrix(string Title, ProcedureStatus Status, int Lowest, int Highest, int PassMark, int Range, RevealRule Reveal, IReadOnlyList<MatrixCompetency> Competencies, IReadOnlyList<MatrixMember> Members, IReadOnlyList<MatrixRow> Rows);

/// <summary>Candidate × competency × member. What is not revealed is not read.</summary>
[Needs(Permission.ReadResults), Discloses(nameof(Procedure))]
public sealed record CompareScores(Guid Procedure) : IQuery<ScoreMatrix>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<CompareScores, ScoreMatrix>
    {
        public async Task<ScoreMatrix> Handle(CompareScores request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var rules = await db.RulesOf(procedure.Id, cancellationToken);
            return await db.MatrixOf(procedure, rules, procedure.ShowsNames || caller.May(Permission.PlanProcedure, request.Scope), await db.EarlyFor(caller, rules, cancellationToken), cancellationToken);
        }
    }
}

internal static class Matrices
{
    private const int FewestForWithin = 3;

    public static async Task<ScoreMatrix> MatrixOf(this IInterviewDb db, Procedure procedure, PanelRules rules, bool showNames, IReadOnlyList<Guid> early, CancellationToken ct)
    {
        var guide = await db.GuideOf(procedure.FrozenId, ct);
        var candidates = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).OrderBy(c => c.Number)
            .Select(c => new
            {
                c.Id, c.Code, c.RevealedAt, Name = showNames ? db.CandidateIdentities.Where(i => i.Id == c.Id).Select(i => i.Name).FirstOrDefault() : null,
                Talk = db.Consensuses.Where(x => x.CandidateId == c.Id).Select(x => new { x.OpenedAt, x.ClosedAt }).FirstOrDefault(),
            }).ToListAsync(ct);
        var guides = await db.GuidesOf(procedure, ct);
        var forms = await db.Statuses(procedure.Id, reasons: false, ct);
        var members = await db.ScoringMembers(procedure.Id, ct);
        var trails = (await db.TrailsOf(procedure.Id, ct, early)).ToLookup(t => (t.Candidate, t.Seat));
        var weights = guide.Competencies.ToDictionary(c => c.Id, c => c.Weight);
        return new(procedure.Title, procedure.Status, guide.Scale.Min(p => p.Value), guide.Scale.Max(p => p.Value), guide.PassMark, rules.Range, rules.Reveal,
            [.. guide.Competencies.Select(c => new MatrixCompetency(c.Id, c.Name, c.Weight, rules.MinimumOf(c)))], members,
            [.. candidates.Select(c =>
            {
                var own = forms.Where(f => f.Candidate == c.Id).ToList();
                var isEarly = c.RevealedAt is null && early.Contains(c.Id);
                List<MatrixCell> cells = c.RevealedAt is null && !isEarly ? [] : [.. guide.Competencies.Select(k => Cell(guides[c.Id], k.Id, [.. members.Select(m => m.Seat)], seat => trails[(c.Id, seat)]))];
                Composite? Total(Func<MatrixCell, Mean> which) => c.RevealedAt is null ? null : Composite.Of([.. cells.Select(x => (which(x), weights[x.Competency]))]);
                return new MatrixRow(c.Id, c.Code, c.Name, c.RevealedAt, isEarly, own.Count(f => f.State == FormState.Sealed), own.Count(f => f.State != FormState.Excused), cells,
                    Total(x => x.First), Total(x => x.Mean), c.Talk?.OpenedAt, c.Talk?.ClosedAt);
            })]);
    }

    public static MatrixCell Cell(FrozenGuide guide, Guid competency, IReadOnlyList<Guid> seats, Func<Guid, IEnumerable<Trail>> of)
    {
        var items = guide.ScoredIds.Where(i => guide.CompetencyOf(i).Id == competency).ToHashSet();
        List<MatrixMark> marks = [.. seats.Select(seat =>
        {
            var own = of(seat).Where(t => items.Contains(t.Item)).ToList();
            var (first, firstOutcome) = Value(own, t => t.First);
            var (last, outcome) = Value(own, t => t.Last);
            return new MatrixMark(seat, first, firstOutcome, last, outcome, own.Any(t => t.Steps.Count > 0));
        })];
        List<Rational?> sealedValues = [.. seats.Select(seat => Trails.ValueOf(of(seat).Where(t => items.Contains(t.Item)), t => t.First))];
        var there = sealedValues.Count(v => v is not null);
        return new(competency, Mean.Of(marks.Select(m => m.First)), Mean.Of(marks.Select(m => m.Value)),
            there < FewestForWithin ? Figure.Not(Figure.TooFew, there) : WithinGroup.Rwg(sealedValues, guide.Scale.Count), marks);
    }

    private static (decimal? Value, RatingOutcome? Outcome) Value(List<Trail> own, Func<Trail, RatingValue> which)
    {
        // One value per member and competency: of several questions the exact mean of those that were scored.
        var mean = Mean.Of(own.Select(which).Where(v => v.Outcome == RatingOutcome.Scored).Select(v => (decimal?)v.Point));
        return (mean.Value, mean.Value is not null ? RatingOutcome.Scored : own.Count == 0 ? null : own.All(t => which(t).Outcome == RatingOutcome.NotAsked) ? RatingOutcome.NotAsked : RatingOutcome.NotObserved);
    }
}
