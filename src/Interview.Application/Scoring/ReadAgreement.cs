using Interviewing.Application.Audit;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring.Agreement;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>
/// Agreement about one competency over the candidates: ordinal alpha, and the correlations for one member and for the panel's mean (of the two-way form when
/// everybody saw the same panel, of the one-way form when the panel changed).
/// </summary>
public sealed record CompetencyAgreement(Guid Competency, Figure Alpha, Icc Single, Icc Average);

/// <summary>Squared-weight kappa of two members over everything both scored; for training, not for judging.</summary>
public sealed record PairAgreement(Guid One, Guid Other, KappaResult Kappa);

/// <summary>How a member scores against the panel; null with the reason until the procedure's last reveal.</summary>
public sealed record MemberLeniency(Guid Seat, Figure Difference);

/// <summary>
/// Of the first scores of revealed candidates only; what was said in the talk afterwards never enters. Below <see cref="ReadAgreement.FewestCandidates"/> candidates or two members every figure is null with its reason.
/// </summary>
public sealed record PanelAgreement(int Candidates, int Members, bool SamePanel, bool AllRevealed, Figure Overall, IReadOnlyList<CompetencyAgreement> Competencies, IReadOnlyList<PairAgreement> Pairs, IReadOnlyList<MemberLeniency> Leniency);

[Needs(Permission.ReadResults), Discloses(nameof(Procedure))]
public sealed record ReadAgreement(Guid Procedure) : IQuery<PanelAgreement>, IScoped
{
    public const int FewestCandidates = 5;
    public const string FewCandidates = "few-candidates";
    public const string NotAllRevealed = "not-all-revealed";

    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ReadAgreement, PanelAgreement>
    {
        public async Task<PanelAgreement> Handle(ReadAgreement request, CancellationToken cancellationToken) =>
            await db.AgreementOf(await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken), cancellationToken);
    }
}

internal static class Agreements
{
    public static async Task<PanelAgreement> AgreementOf(this IInterviewDb db, Procedure procedure, CancellationToken ct)
    {
        var guide = await db.GuideOf(procedure.FrozenId, ct);
        var guides = await db.GuidesOf(procedure, ct);
        var candidates = await db.Candidates.AsNoTracking().Where(c => c.ProcedureId == procedure.Id).OrderBy(c => c.Number).Select(c => new { c.Id, c.RevealedAt }).ToListAsync(ct);
        var seats = (await db.ScoringMembers(procedure.Id, ct)).Select(m => m.Seat).ToList();
        var trails = await db.TrailsOf(procedure.Id, ct);
        var tables = Tables(guide, guides, [.. candidates.Where(c => c.RevealedAt is not null).Select(c => c.Id)], seats, trails);
        return Of(tables, seats, [.. guide.Scale.Select(p => p.Value)], candidates.Count > 0 && candidates.All(c => c.RevealedAt is not null));
    }

    /// <summary>Per competency a table of candidates by seats, from the first scores.</summary>
    public static IReadOnlyDictionary<Guid, IReadOnlyList<IReadOnlyList<Rational?>>> Tables(FrozenGuide guide, IReadOnlyDictionary<Guid, FrozenGuide> guides, IReadOnlyList<Guid> candidates, IReadOnlyList<Guid> seats, IReadOnlyList<Trail> trails)
    {
        var of = trails.ToLookup(t => (t.Candidate, t.Seat, Competency: guides[t.Candidate].CompetencyOf(t.Item).Id));
        return guide.Competencies.ToDictionary(k => k.Id, k => (IReadOnlyList<IReadOnlyList<Rational?>>)
            [.. candidates.Select(c => seats.Select(s => Trails.ValueOf(of[(c, s, k.Id)], t => t.First)).ToList())]);
    }

    public static PanelAgreement Of(IReadOnlyDictionary<Guid, IReadOnlyList<IReadOnlyList<Rational?>>> tables, IReadOnlyList<Guid> seats, IReadOnlyList<int> scale, bool allRevealed)
    {
        var candidates = tables.Count == 0 ? 0 : tables.First().Value.Count;
        var everything = tables.Values.SelectMany(t => t).ToList();
        var members = Enumerable.Range(0, seats.Count).Count(j => everything.Any(r => r[j] is not null));
        var few = candidates < ReadAgreement.FewestCandidates ? ReadAgreement.FewCandidates : members < 2 ? Figure.TooFew : null;
        var samePanel = Enumerable.Range(0, candidates).All(i => Enumerable.Range(0, seats.Count).All(j => tables.Values.Any(t => t[i][j] is not null) == everything.Any(r => r[j] is not null)));
        List<PairAgreement> pairs = [];
        if (few is null)
            for (var a = 0; a < seats.Count; a++)
                for (var b = a + 1; b < seats.Count; b++)
                    pairs.Add(new(seats[a], seats[b], CohensKappa.Of(everything.Select(r => (r[a], r[b])), scale, Disagreement.Quadratic)));
        var leniency = Leniency.Of(everything);
        return new(candidates, members, samePanel, allRevealed, few is null ? KrippendorffsAlpha.Of(everything).By(Metric.Ordinal) : Figure.Not(few, candidates),
            [.. tables.Select(t => OfCompetency(t.Key, t.Value, samePanel, few))], pairs,
            [.. seats.Select((seat, j) => new MemberLeniency(seat, !allRevealed ? Figure.Not(ReadAgreement.NotAllRevealed) : few is not null ? Figure.Not(few, candidates) : leniency[j]))]);
    }

    private static CompetencyAgreement OfCompetency(Guid competency, IReadOnlyList<IReadOnlyList<Rational?>> table, bool samePanel, string? few)
    {
        var (single, average) = samePanel ? (IccForm.TwoSingle, IccForm.TwoAverage) : (IccForm.OneSingle, IccForm.OneAverage);
        if (few is not null) return new(competency, Figure.Not(few, table.Count), Not(single, few, table.Count), Not(average, few, table.Count));
        // Members who never sat there leave no column; of a panel that changed each candidate keeps the scores there are.
        var there = samePanel
            ? table.Select(r => r.Where((_, j) => table.Any(x => x[j] is not null)).ToList()).ToList()
            : table.Select(r => r.Where(v => v is not null).ToList()).ToList();
        var icc = IntraclassCorrelation.Of(there);
        return new(competency, KrippendorffsAlpha.Of(table).By(Metric.Ordinal), WithinScale(icc.Form(single)), WithinScale(icc.Form(average)));
    }

    private static Icc Not(IccForm form, string why, int n) => new(form, Figure.Not(why, n), null, 0, 0, null, null, null);

    // Limits below −1 are wider than what a correlation can be, and say nothing.
    private static Icc WithinScale(Icc icc) => icc is { Lower: < -1 } or { Upper: > 1 } ? icc with { Lower = null, Upper = null } : icc;
}
