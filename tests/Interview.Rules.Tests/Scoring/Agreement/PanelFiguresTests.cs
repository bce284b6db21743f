using Interviewing.Application.Scoring.Agreement;

namespace Interviewing.Rules.Tests.Scoring.Agreement;

/// <summary>Agreement about one thing, the error of a mean, and how strict members are.</summary>
public class PanelFiguresTests
{
    [Theory]
    [InlineData(3, 0.666667), InlineData(4, 1.25), InlineData(5, 2), InlineData(6, 2.916667), InlineData(7, 4), InlineData(10, 8.25)]
    public void Scores_drawn_evenly_from_a_scale(int points, double variance) => WithinGroup.Even(points).ToDouble().ShouldBe(variance, 1e-6);

    [Theory]
    [InlineData("4 4 4 4", 1), InlineData("3 4 4 5", 0.666667), InlineData("3 3 4", 0.833333), InlineData("4 4 5 5 5", 0.85), InlineData("2 4 4 5", 0.208333), InlineData("1 3 5", 0), InlineData("1 5 1 5", 0)]
    public void Rwg(string scores, double value) => WithinGroup.Rwg(Data.Values(scores), 5).Is(value);

    [Fact]
    public void Rwg_over_items()
    {
        WithinGroup.RwgOfItems(Data.Rows("4 4 5 / 4 5 4 / 5 4 4 / 4 4 4"), 5).Exact.ShouldBe(Data.Fraction("21/22"));
        WithinGroup.RwgOfItems(Data.Rows("1 5 / 5 1 / 3 3"), 5).Is(0);
        WithinGroup.RwgOfItems(Data.Rows("1 5 / 5 ."), 5).WhyNot.ShouldBe(Figure.Missing);
        WithinGroup.RwgOfItems(Data.Rows("1 5"), 5).WhyNot.ShouldBe(Figure.TooFew);
    }

    [Theory]
    [InlineData("3 4 4 5", 0.666667), InlineData("2 4 4 5", 0.309091), InlineData("1 5 1 5", -1.0)]
    public void Awg(string scores, double value) => WithinGroup.Awg(Data.Values(scores), 1, 5).Is(value);

    [Theory]
    [InlineData("5 5 5", Figure.NoVariation), InlineData("1 1", Figure.NoVariation), InlineData("4", Figure.TooFew), InlineData(". .", Figure.TooFew)]
    public void Awg_at_the_end_of_the_scale_or_of_one_score_is_undefined(string scores, string why) => WithinGroup.Awg(Data.Values(scores), 1, 5).WhyNot.ShouldBe(why);

    [Fact]
    public void Rwg_of_one_score_is_undefined() => WithinGroup.Rwg(Data.Values("4 ."), 5).WhyNot.ShouldBe(Figure.TooFew);

    [Theory]
    [InlineData("3 4 4", 3.666667, 0.577350, 0.333333, 2.232449, 5.100884)]
    [InlineData("4 4 5 5 5", 4.6, 0.547723, 0.244949, 3.919913, 5.280087)]
    [InlineData("2 4 4 5", 3.75, 1.258306, 0.629153, 1.747755, 5.752245)]
    [InlineData("2 4 .", 3, 1.414214, 1, -9.706205, 15.706205)]
    [InlineData("3 3 3", 3, 0, 0, 3, 3)]
    public void The_error_of_a_mean(string scores, double mean, double deviation, double error, double lower, double upper)
    {
        var found = MeanError.Of(Data.Values(scores));
        found.Mean.Is(mean);
        found.Deviation.Is(deviation);
        found.Error.Is(error);
        found.Lower.Is(lower);
        found.Upper.Is(upper);
    }

    [Theory]
    [InlineData(1, 12.706205), InlineData(2, 4.302653), InlineData(3, 3.182446), InlineData(4, 2.776445), InlineData(5, 2.570582), InlineData(9, 2.262157)]
    public void The_tables_of_t(int degrees, double value) => Distributions.QuantileOfT(degrees).ShouldBe(value, 1e-6);

    [Fact]
    public void One_score_has_a_mean_and_no_error_and_none_has_nothing()
    {
        var one = MeanError.Of(Data.Values("4"));
        (one.Mean.Value, one.Error.Value, one.Error.WhyNot, one.Lower).ShouldBe((4, null, Figure.TooFew, null));
        MeanError.Of([]).Mean.WhyNot.ShouldBe(Figure.TooFew);
    }

    [Fact]
    public void The_error_of_one_measurement()
    {
        var reliability = IntraclassCorrelation.Of(Data.Judges).Form(IccForm.ThreeAverage).Value;
        var means = Data.Judges.Select(r => Rational.Mean([.. r.OfType<Rational>()])).ToList();
        var deviation = Math.Sqrt(Rational.Variance(means).ToDouble());
        deviation.ShouldBe(1.676430, 1e-6);
        MeanError.OfMeasurement(deviation, reliability).Is(0.504838);
        MeanError.OfMeasurement(1, Figure.Not(Figure.TooFew)).WhyNot.ShouldBe(Figure.TooFew);
    }

    [Fact]
    public void Members_stand_against_the_panel()
    {
        Leniency.Of(Data.Panel).Select(f => f.Exact).ShouldBe([Rational.Zero, Data.Fraction("1/5"), Data.Fraction("-1/5")]);
        Leniency.Of(Data.Panel).ShouldAllBe(f => f.N == 5);
        // Whoever scored alone has nobody to be compared with.
        var alone = Leniency.Of(Data.Rows("4 . / . 2"));
        alone.ShouldAllBe(f => f.Value == null && f.WhyNot == Figure.TooFew);
        Leniency.Of(Data.Rows("5 3 / 1 .")).Select(f => (f.Value, f.N)).ShouldBe([(1, 1), (-1, 1)]);
    }

    [Fact]
    public void Means_of_a_panel_tie_and_stay_apart_in_nothing_but_their_code()
    {
        var means = Data.Panel.Select(r => MeanError.Of(r)).ToList();
        means.Select(m => Math.Round(m.Mean.Value!.Value, 6)).ShouldBe([4.333333, 2.666667, 4.333333, 2.333333, 4.333333]);
        means.ShouldAllBe(m => Math.Round(m.Error.Value!.Value, 6) == 0.333333);
        Data.Panel.ShouldAllBe(r => Math.Round(WithinGroup.Rwg(r, 5).Value!.Value, 6) == 0.833333);
    }
}
