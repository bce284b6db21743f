using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Scoring.Agreement;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Scoring.Agreement;

/// <summary>What holds for every table of scores, with gaps or without: order does not matter, nothing is undefined without saying so, and no measure leaves its bounds.</summary>
public class AgreementPropertyTests
{
    private static readonly Arbitrary<int?[][]> Tables = Arb.From(
        from members in Gen.Choose(1, 4)
        from candidates in Gen.Choose(0, 6)
        from gaps in Gen.Choose(0, 3)
        from rows in Gen.Frequency((gaps, Gen.Constant((int?)null)), (5, Gen.Choose(1, 5).Select(p => (int?)p))).ArrayOf(members).ArrayOf(candidates)
        select rows);

    [Fact]
    public void Order_of_candidates_and_members_changes_nothing() => Prop.ForAll(Tables, rows =>
    {
        var (here, turned) = (Everything(rows), Everything([.. rows.Reverse().Select(r => r.Reverse().ToArray())]));
        return here.Select(f => f.Exact).SequenceEqual(turned.Select(f => f.Exact)) && here.Select(f => (f.WhyNot, f.N)).SequenceEqual(turned.Select(f => (f.WhyNot, f.N)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Everything_is_a_number_or_says_why_not() => Prop.ForAll(Tables, rows =>
    {
        var all = Everything(rows).Concat(Leniency.Of(Table(rows))).ToList();
        return all.All(f => f.Value is null != (f.WhyNot is null) && (f.Value is null || double.IsFinite(f.Value.Value)))
            && !JsonText.Write(all).Contains("NaN", StringComparison.Ordinal) && !JsonText.Write(Tests(rows)).Contains("Infinity", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bounds_hold() => Prop.ForAll(Tables, rows =>
    {
        var table = Table(rows);
        const double one = 1 + 1e-12;
        return Everything(rows).All(f => f.Value is null or <= one)
            && table.All(r => WithinGroup.Rwg(r, 5).Value is null or (>= 0 and <= one) && WithinGroup.Awg(r, 1, 5).Value is null or (>= -one and <= one))
            && WithinGroup.RwgOfItems(table, 5).Value is null or (>= 0 and <= one)
            && Tests(rows).All(p => p is >= 0 and <= one);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Leniency_of_a_complete_table_sums_to_nought() => Prop.ForAll(Tables, rows =>
        rows.Length == 0 || rows.Any(r => r.Any(v => v is null)) || rows[0].Length < 2 || Rational.Sum(Leniency.Of(Table(rows)).Select(f => f.Exact!.Value)).IsZero).QuickCheckThrowOnFailure();

    [Fact]
    public void Limits_hold_the_value() => Prop.ForAll(Tables, rows =>
        IntraclassCorrelation.Of(Table(rows)).All.All(f => f.Lower is not { } l || f.Upper is not { } u || (l <= f.Value.Value + 1e-9 && u >= f.Value.Value - 1e-9))).QuickCheckThrowOnFailure();

    private static List<Figure> Everything(int?[][] rows)
    {
        var table = Table(rows);
        var alpha = KrippendorffsAlpha.Of(table);
        List<Figure> all = [.. Enum.GetValues<Metric>().Select(alpha.By), .. IntraclassCorrelation.Of(table).All.Select(f => f.Value)];
        if (rows.Length > 0 && rows[0].Length == 2) all.AddRange(Enum.GetValues<Disagreement>().Select(d => CohensKappa.Of(table.Select(r => (r[0], r[1])), Data.Five, d).Kappa));
        if (rows.All(r => r.All(v => v is not null))) all.Add(FleissKappa.Of([.. table.Select(r => Data.Five.Select(p => r.Count(v => v == p)).ToList())]).Kappa);
        return all;
    }

    private static List<double> Tests(int?[][] rows)
    {
        var table = Table(rows);
        List<double?> tests = [.. IntraclassCorrelation.Of(table).All.Select(f => f.P)];
        if (rows.Length > 0 && rows[0].Length == 2) tests.AddRange(Enum.GetValues<Disagreement>().Select(d => CohensKappa.Of(table.Select(r => (r[0], r[1])), Data.Five, d).P));
        if (rows.All(r => r.All(v => v is not null))) tests.Add(FleissKappa.Of([.. table.Select(r => Data.Five.Select(p => r.Count(v => v == p)).ToList())]).P);
        return [.. tests.OfType<double>()];
    }

    private static IReadOnlyList<IReadOnlyList<Rational?>> Table(int?[][] rows) => [.. rows.Select(r => r.Select(v => v is { } at ? (Rational?)at : null).ToList())];
}
