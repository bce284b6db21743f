using Interviewing.Application.Scoring.Agreement;

namespace Interviewing.Rules.Tests.Scoring.Agreement;

public class KappaTests
{
    private static readonly int[,] Sas = { { 0, 4, 1 }, { 0, 8, 0 }, { 0, 1, 5 } };
    private static readonly int[,] Cohen1968 = { { 88, 14, 18 }, { 10, 40, 10 }, { 2, 6, 12 } };

    private static KappaResult Kappa(int[,] table, Disagreement weights) => CohensKappa.Of(table, (i, j) => weights switch
    {
        Disagreement.None => i == j ? 0 : 1, Disagreement.Linear => Math.Abs(i - j), Disagreement.Quadratic => (i - j) * (i - j),
    });

    [Fact]
    public void The_textbook_table() => Kappa(new[,] { { 20, 5 }, { 10, 15 } }, Disagreement.None).Kappa.Exact.ShouldBe(Data.Fraction("2/5"));

    [Theory]
    [InlineData(Disagreement.None, "107/221", 0.138014, 0.148398, 3.262591, 0.213661, 0.754665)]
    [InlineData(Disagreement.Linear, "118/251", 0.145746, 0.142585, 3.297116, 0.184463, 0.755777)]
    [InlineData(Disagreement.Quadratic, "140/311", 0.192233, 0.187919, null, null, null)]
    public void A_table_with_its_errors(Disagreement weights, string fraction, double error, double underNull, double? z, double? lower, double? upper)
    {
        var kappa = Kappa(Sas, weights);
        kappa.Kappa.Exact.ShouldBe(Data.Fraction(fraction));
        kappa.Error.Is(error);
        kappa.ErrorUnderNull.Is(underNull);
        if (z is { } at) kappa.Z.Is(at);
        if (lower is { } l && upper is { } u) (Math.Round(kappa.Lower!.Value, 6), Math.Round(kappa.Upper!.Value, 6)).ShouldBe((l, u));
        kappa.P.ShouldNotBeNull().ShouldBeInRange(0, 0.05);
    }

    [Theory]
    [InlineData(Disagreement.None, "29/59", 0.051002, 0.051979), InlineData(Disagreement.Linear, "9/19", 0.054432, 0.054696), InlineData(Disagreement.Quadratic, "5/11", 0.066454, 0.067359)]
    public void Cohens_own_table(Disagreement weights, string fraction, double error, double underNull)
    {
        var kappa = Kappa(Cohen1968, weights);
        kappa.Kappa.Exact.ShouldBe(Data.Fraction(fraction));
        kappa.Error.Is(error);
        kappa.ErrorUnderNull.Is(underNull);
    }

    [Fact]
    public void Cohens_own_weights()
    {
        int[,] weights = { { 0, 1, 3 }, { 1, 0, 6 }, { 3, 6, 0 } };
        var kappa = CohensKappa.Of(Cohen1968, (i, j) => weights[i, j]);
        kappa.Kappa.Exact.ShouldBe(Data.Fraction("8/23"));
        kappa.Error.Is(0.075504);
        kappa.ErrorUnderNull.Is(0.059720);
    }

    [Theory]
    [InlineData(1, 2, Disagreement.None, -0.006289), InlineData(1, 2, Disagreement.Linear, 0.126214), InlineData(1, 2, Disagreement.Quadratic, 0.229798)]
    [InlineData(0, 1, Disagreement.None, 0.119497), InlineData(0, 1, Disagreement.Linear, 0.189189), InlineData(0, 1, Disagreement.Quadratic, 0.296765)]
    public void The_full_scale_counts_also_points_that_nobody_chose(int one, int other, Disagreement weights, double value) =>
        CohensKappa.Of(Data.Anxiety[one].Zip(Data.Anxiety[other], (a, b) => ((Rational?)a, (Rational?)b)), [1, 2, 3, 4, 5, 6], weights).Kappa.Is(value);

    [Theory]
    [InlineData(Disagreement.None, -0.006289, -0.060407), InlineData(Disagreement.Linear, 0.145907, 1.282472), InlineData(Disagreement.Quadratic, 0.252033, 1.437451)]
    public void Leaving_a_point_out_gives_another_number(Disagreement weights, double value, double z)
    {
        // Point 5 was never given by these two; with the others moved together the well-known figures of another program come out.
        static Rational Together(int point) => point == 6 ? 5 : point;
        var kappa = CohensKappa.Of(Data.Anxiety[1].Zip(Data.Anxiety[2], (a, b) => ((Rational?)Together(a), (Rational?)Together(b))), Data.Five, weights);
        kappa.Kappa.Is(value);
        kappa.Z.Is(z);
    }

    [Theory]
    [InlineData(0, 1, 0.634146), InlineData(0, 2, 0.761905), InlineData(1, 2, 0.629630)]
    public void Pairs_of_a_panel(int one, int other, double value) =>
        CohensKappa.Of(Data.Panel.Select(r => (r[one], r[other])), Data.Five, Disagreement.Quadratic).Kappa.Is(value);

    [Fact]
    public void What_is_undefined_says_why()
    {
        var same = Kappa(new[,] { { 7, 0 }, { 0, 0 } }, Disagreement.None);
        (same.Kappa.Value, same.Kappa.WhyNot, same.Error, same.Z, same.P).ShouldBe((null, Figure.NoVariation, null, null, null));
        CohensKappa.Of([((Rational?)1, null)], Data.Five, Disagreement.None).Kappa.WhyNot.ShouldBe(Figure.TooFew);
        CohensKappa.Of([(Data.Fraction("7/2"), (Rational?)1), ((Rational?)1, (Rational?)1)], Data.Five, Disagreement.None).Kappa.WhyNot.ShouldBe(Figure.OffScale);
    }

    private const string Fleiss1971 = "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555";

    [Fact]
    public void Fleiss_own_patients()
    {
        var result = FleissKappa.Of([.. Fleiss1971.Split(' ').Select(p => Enumerable.Range('1', 5).Select(c => p.Count(x => x == c)).ToList())]);
        (result.Observed, result.Expected, result.Kappa.Exact).ShouldBe((Data.Fraction("5/9"), Data.Fraction("3563/16200"), Data.Fraction("5437/12637")));
        result.ErrorUnderNull.Is(0.024374);
        result.Z.Is(17.651831);
        foreach (var (figure, oracle) in result.Categories.Zip([0.244755, 0.244755, 0.520000, 0.471127, 0.566118])) figure.Is(oracle);
    }

    [Fact]
    public void Ten_subjects_and_fourteen_members()
    {
        const string counts = "0 0 0 0 14 / 0 2 6 4 2 / 0 0 3 5 6 / 0 3 9 2 0 / 2 2 8 1 1 / 7 7 0 0 0 / 3 2 6 3 0 / 2 5 3 2 2 / 6 5 2 1 0 / 0 2 2 3 7";
        var result = FleissKappa.Of([.. counts.Split('/').Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToList())]);
        result.Kappa.Exact.ShouldBe(Data.Fraction("4211/20059"));
        result.Observed!.Value.ToDouble().ShouldBe(0.378022, 1e-6);
        result.Expected!.Value.ToDouble().ShouldBe(0.212755, 1e-6);
        result.ErrorUnderNull.Is(0.016965);
    }

    [Fact]
    public void Fleiss_of_a_panel_and_of_nothing()
    {
        FleissKappa.Of([.. Data.Panel.Select(r => Data.Five.Select(p => r.Count(v => v == p)).ToList())]).Kappa.Is(0.074074);
        FleissKappa.Of([[3, 0], [3, 0]]).Kappa.WhyNot.ShouldBe(Figure.NoVariation);
        FleissKappa.Of([[3, 0], [1, 1]]).Kappa.WhyNot.ShouldBe(Figure.Missing);
        FleissKappa.Of([[2, 1]]).Kappa.WhyNot.ShouldBe(Figure.TooFew);
    }
}
