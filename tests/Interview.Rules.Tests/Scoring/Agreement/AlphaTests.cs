using Interviewing.Application.Scoring.Agreement;

namespace Interviewing.Rules.Tests.Scoring.Agreement;

public class AlphaTests
{
    private static readonly IReadOnlyList<IReadOnlyList<Rational?>> Twelve = Data.Turned(Data.Rows("1 2 3 3 2 1 4 1 2 . . . / 1 2 3 3 2 2 4 1 2 5 . 3 / . 3 3 3 2 3 4 2 2 5 1 . / 1 2 3 3 2 4 4 1 2 5 1 ."));
    private static readonly IReadOnlyList<IReadOnlyList<Rational?>> Fifteen = Data.Turned(Data.Rows(". . . . . 3 4 1 2 1 1 3 3 . 3 / 1 . 2 1 3 3 4 3 . . . . . . . / . . 2 1 3 4 4 . 2 1 1 3 3 . 4"));

    [Fact]
    public void The_coincidences_of_four_members_are_exact()
    {
        var alpha = KrippendorffsAlpha.Of(Twelve);
        alpha.Pairable.ShouldBe(40);
        alpha.Totals.ShouldBe([9, 13, 10, 5, 3]);
        var expected = "7 4/3 1/3 1/3 0;4/3 10 4/3 1/3 0;1/3 4/3 8 1/3 0;1/3 1/3 1/3 4 0;0 0 0 0 3".Split(';').Select(r => r.Split(' ').Select(Data.Fraction).ToList()).ToList();
        for (var i = 0; i < 5; i++)
            for (var j = 0; j < 5; j++) alpha.Coincidence(i, j).ShouldBe(expected[i][j]);
    }

    [Theory]
    [InlineData(Metric.Nominal, 0.743421, "113/152"), InlineData(Metric.Ordinal, 0.815388, "108577/133160"), InlineData(Metric.Interval, 0.849107, "951/1120"), InlineData(Metric.Ratio, 0.797403, null)]
    public void Four_members_and_twelve_units(Metric metric, double value, string? fraction)
    {
        var alpha = KrippendorffsAlpha.Of(Twelve).By(metric);
        alpha.Is(value);
        if (fraction is not null) alpha.Exact.ShouldBe(Data.Fraction(fraction));
    }

    [Theory]
    [InlineData(Metric.Nominal, 0.691358), InlineData(Metric.Ordinal, 0.806721), InlineData(Metric.Interval, 0.810845), InlineData(Metric.Ratio, 0.808944)]
    public void Three_members_and_fifteen_units(Metric metric, double value) => KrippendorffsAlpha.Of(Fifteen).By(metric).Is(value);

    [Fact]
    public void Two_members_and_yes_or_no() =>
        KrippendorffsAlpha.Of(Data.Turned(Data.Rows("0 1 0 0 0 0 0 0 1 0 / 1 1 1 0 0 1 0 0 0 0"))).By(Metric.Nominal).Exact.ShouldBe(Data.Fraction("2/21"));

    [Theory]
    [InlineData(Metric.Nominal, 0.135802, -0.034483), InlineData(Metric.Ordinal, 0.713450, 0.607049), InlineData(Metric.Interval, 0.700855, 0.625000)]
    public void A_panel_complete_and_with_gaps(Metric metric, double complete, double gaps)
    {
        KrippendorffsAlpha.Of(Data.Panel).By(metric).Is(complete);
        KrippendorffsAlpha.Of(Data.PanelWithGaps).By(metric).Is(gaps);
    }

    [Fact]
    public void A_unit_with_one_value_says_nothing()
    {
        foreach (var metric in Enum.GetValues<Metric>())
            KrippendorffsAlpha.Of(Twelve.Take(11)).By(metric).ShouldBe(KrippendorffsAlpha.Of(Twelve).By(metric));
    }

    [Fact]
    public void The_order_is_all_that_the_ordinal_one_knows()
    {
        int[] other = [10, 11, 40, 41, 90];
        var recoded = Twelve.Select(u => u.Select(v => v is { } at ? (Rational?)other[(int)at.Numerator - 1] : null).ToList()).ToList();
        KrippendorffsAlpha.Of(recoded).By(Metric.Ordinal).Exact.ShouldBe(KrippendorffsAlpha.Of(Twelve).By(Metric.Ordinal).Exact);
        KrippendorffsAlpha.Of(recoded).By(Metric.Interval).Exact.ShouldNotBe(KrippendorffsAlpha.Of(Twelve).By(Metric.Interval).Exact);
    }

    [Fact]
    public void What_is_undefined_says_why()
    {
        foreach (var metric in Enum.GetValues<Metric>())
        {
            KrippendorffsAlpha.Of(Data.Rows("3 3 / 3 3 / 3 3")).By(metric).WhyNot.ShouldBe(Figure.NoVariation);
            KrippendorffsAlpha.Of(Data.Rows("1 . / . 3")).By(metric).WhyNot.ShouldBe(Figure.TooFew);
            KrippendorffsAlpha.Of([]).By(metric).WhyNot.ShouldBe(Figure.TooFew);
        }
    }
}
