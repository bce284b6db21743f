using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Scoring;

namespace Interviewing.Rules.Tests.Scoring;

public class ArithmeticTests
{
    private static readonly Gen<decimal?> Value = Gen.Frequency((1, Gen.Constant((decimal?)null)), (4, Gen.Choose(1, 5).Select(i => (decimal?)i)));
    private static readonly Arbitrary<decimal?[]> Values = Arb.From(Value.ArrayOf());

    [Fact]
    public void A_mean_counts_what_is_there_and_nothing_else() => Prop.ForAll(Values, values =>
    {
        var mean = Mean.Of(values);
        var there = values.OfType<decimal>().ToList();
        return mean.N == there.Count
            && mean.Value is null == (there.Count == 0)
            && mean.WhyNot is null != (there.Count == 0)
            && (mean.Value is null || (mean.Value * mean.N - there.Sum() is > -0.000001m and < 0.000001m && mean.Lowest <= mean.Value && mean.Value <= mean.Highest && mean.Range == there.Max() - there.Min()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_does_not_matter() => Prop.ForAll(Values, values => Mean.Of(values) == Mean.Of(values.Reverse()) && Mean.Of(values) == Mean.Of(values.OrderBy(v => v))).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_never_counts_as_nought() => Prop.ForAll(Values, values => Mean.Of([.. values, null]) == Mean.Of(values)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_total_is_the_weighted_mean_of_a_complete_row_and_null_with_a_reason_otherwise() =>
        Prop.ForAll(Arb.From(Gen.Zip(Value.ArrayOf(), Gen.Choose(1, 10)).ArrayOf()), rows =>
        {
            var parts = rows.Select(r => (Mean: Mean.Of(r.Item1), Weight: r.Item2)).ToList();
            var total = Composite.Of(parts);
            var heard = parts.Where(p => p.Mean.Value is not null).ToList();
            if (total.Heard != heard.Count || total.Asked != parts.Count || total.Scores != parts.Sum(p => p.Mean.N)) return false;
            if (parts.Count == 0) return total is { Value: null, WhyNot: Composite.Nothing };
            if (heard.Count < parts.Count) return total is { Value: null, WhyNot: Composite.Incomplete };
            var exact = parts.Sum(p => p.Weight * p.Mean.Value!.Value) / parts.Sum(p => p.Weight);
            return total.WhyNot is null && total.Value == exact && exact >= parts.Min(p => p.Mean.Value) - 0.000001m && exact <= parts.Max(p => p.Mean.Value) + 0.000001m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_weights_are_the_plain_mean_whatever_they_are() => Prop.ForAll(Arb.From(Gen.Choose(1, 5).NonEmptyListOf()), Arb.From(Gen.Choose(1, 10)), (points, weight) =>
    {
        var total = Composite.Of([.. points.Select(p => (Mean.Of([p]), weight))]).Value!.Value;
        return Math.Abs(total - (decimal)points.Average()) < 0.000001m;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_known_composite_comes_out()
    {
        (Mean, int)[] parts = [(Mean.Of([4, 4, 3]), 30), (Mean.Of([3, 3, 4]), 30), (Mean.Of([4]), 20), (Mean.Of([3]), 20)];
        Mean.Round(Composite.Of(parts).Value!.Value, 6).ShouldBe(3.5m);
        var open = Composite.Of([.. parts[..3], (Mean.Of([null]), 20)]);
        (open.Value, open.WhyNot, open.Heard, open.Asked).ShouldBe((null, Composite.Incomplete, 3, 4));
        // Weighed again over the three that are there, and never shown without saying so.
        Mean.Round(open.Partial!.Value, 6).ShouldBe(3.625m);
        Composite.Of([(Mean.Of([null]), 1)]).Partial.ShouldBeNull();
    }

    [Theory]
    [InlineData("2.25", "2.3")]
    [InlineData("2.35", "2.4")]
    [InlineData("-0.05", "-0.1")]
    [InlineData("3.6666666", "3.7")]
    public void Rounding_goes_half_away_from_zero(string value, string shown) =>
        Mean.Round(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 1).ShouldBe(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_weight_below_one_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Composite.Of([(Mean.Of([3]), 0)]));
}
