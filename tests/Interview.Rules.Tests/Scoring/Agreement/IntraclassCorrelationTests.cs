using Interviewing.Application.Scoring.Agreement;

namespace Interviewing.Rules.Tests.Scoring.Agreement;

public class IntraclassCorrelationTests
{
    [Fact]
    public void The_mean_squares_are_exact()
    {
        var icc = IntraclassCorrelation.Of(Data.Judges);
        (icc.Between, icc.Within, icc.Members, icc.Error).ShouldBe((Data.Fraction("1349/120"), Data.Fraction("451/72"), Data.Fraction("2339/72"), Data.Fraction("367/360")));
    }

    [Theory]
    [InlineData(IccForm.OneSingle, "448/2703", 0.165742, 1.794678, 5, 18, 0.164769, -0.132932, 0.722560)]
    [InlineData(IccForm.TwoSingle, "184/635", 0.289764, 11.027248, 5, 15, 0.000135, 0.018787, 0.761084)]
    [InlineData(IccForm.ThreeSingle, "920/1287", 0.714841, 11.027248, 5, 15, 0.000135, 0.342465, 0.945858)]
    [InlineData(IccForm.OneAverage, "1792/4047", 0.442797, 1.794678, 5, 18, 0.164769, -0.884442, 0.912415)]
    [InlineData(IccForm.TwoAverage, "736/1187", 0.620051, 11.027248, 5, 15, 0.000135, 0.071137, 0.927232)]
    [InlineData(IccForm.ThreeAverage, "3680/4047", 0.909316, 11.027248, 5, 15, 0.000135, 0.675675, 0.985892)]
    public void The_published_values_come_out(IccForm form, string fraction, double value, double f, int df1, int df2, double p, double lower, double upper)
    {
        var icc = IntraclassCorrelation.Of(Data.Judges).Form(form);
        icc.Value.Exact.ShouldBe(Data.Fraction(fraction));
        icc.Value.Is(value);
        icc.F.Is(f);
        (icc.Df1, icc.Df2).ShouldBe((df1, df2));
        icc.P.Is(p);
        icc.Lower.Is(lower);
        icc.Upper.Is(upper);
    }

    [Theory]
    [InlineData(IccForm.OneSingle, 0.175022), InlineData(IccForm.TwoSingle, 0.197998), InlineData(IccForm.ThreeSingle, 0.216049)]
    [InlineData(IccForm.OneAverage, 0.388926), InlineData(IccForm.TwoAverage, 0.425499), InlineData(IccForm.ThreeAverage, 0.452586)]
    public void A_second_set_too(IccForm form, double value) =>
        IntraclassCorrelation.Of([.. Enumerable.Range(0, 20).Select(i => Data.Anxiety.Select(r => (Rational?)r[i]).ToList())]).Form(form).Value.Is(value);

    [Theory]
    [InlineData(IccForm.OneSingle, 0.732143), InlineData(IccForm.TwoSingle, 0.729730), InlineData(IccForm.ThreeSingle, 0.710526)]
    [InlineData(IccForm.OneAverage, 0.891304), InlineData(IccForm.TwoAverage, 0.890110), InlineData(IccForm.ThreeAverage, 0.880435)]
    public void And_a_panel_of_three(IccForm form, double value) => IntraclassCorrelation.Of(Data.Panel).Form(form).Value.Is(value);

    [Theory]
    [InlineData(IccForm.OneSingle, 0.414864), InlineData(IccForm.TwoSingle, 0.465823), InlineData(IccForm.ThreeSingle, 0.714841)]
    [InlineData(IccForm.OneAverage, 0.739313), InlineData(IccForm.TwoAverage, 0.777191), InlineData(IccForm.ThreeAverage, 0.909316)]
    public void A_stricter_member_hurts_agreement_but_not_consistency(IccForm form, double value) =>
        IntraclassCorrelation.Of([.. Data.Judges.Select(r => r.Select((v, j) => j == 1 ? v + 3 : v).ToList())]).Form(form).Value.Is(value);

    [Fact]
    public void The_mean_of_a_panel_follows_from_one_member_exactly()
    {
        var icc = IntraclassCorrelation.Of(Data.Judges);
        foreach (var (single, average) in new[] { (IccForm.OneSingle, IccForm.OneAverage), (IccForm.TwoSingle, IccForm.TwoAverage), (IccForm.ThreeSingle, IccForm.ThreeAverage) })
        {
            var one = icc.Form(single).Value.Exact!.Value;
            icc.Form(average).Value.Exact.ShouldBe(4 * one / (Rational.One + (3 * one)));
        }
    }

    [Fact]
    public void Order_and_unit_of_the_scale_do_not_matter()
    {
        var values = IntraclassCorrelation.Of(Data.Judges).All.Select(f => f.Value.Exact).ToList();
        IntraclassCorrelation.Of([.. Data.Judges.Reverse()]).All.Select(f => f.Value.Exact).ShouldBe(values);
        IntraclassCorrelation.Of([.. Data.Judges.Select(r => r.Reverse().ToList())]).All.Select(f => f.Value.Exact).ShouldBe(values);
        IntraclassCorrelation.Of([.. Data.Judges.Select(r => r.Select(v => (v * 7) + 2).ToList())]).All.Select(f => f.Value.Exact).ShouldBe(values);
    }

    [Theory]
    [InlineData("1 2 3", Figure.TooFew), InlineData("1 / 2 / 3", Figure.TooFew), InlineData("", Figure.TooFew)]
    [InlineData("1 2 / . 3", Figure.Missing), InlineData("1 2 / 3", Figure.Missing), InlineData("3 3 / 3 3", Figure.NoVariation)]
    public void What_is_undefined_says_why(string rows, string why)
    {
        foreach (var form in IntraclassCorrelation.Of(Data.Rows(rows)).All)
            (form.Value.Value, form.Value.WhyNot, form.F, form.P, form.Lower, form.Upper).ShouldBe((null, why, null, null, null, null));
    }

    [Fact]
    public void Full_agreement_is_one_and_has_no_test()
    {
        foreach (var form in IntraclassCorrelation.Of(Data.Rows("1 1 / 3 3 / 5 5")).All) (form.Value.Value, form.F, form.P, form.Lower).ShouldBe((1, null, null, null));
    }

    [Fact]
    public void Limits_exist_for_the_smallest_table_where_F_runs_into_the_hundreds()
    {
        foreach (var form in IntraclassCorrelation.Of(Data.Rows("1 2 / 4 4")).All)
        {
            form.Lower.ShouldNotBeNull().ShouldBeLessThan(form.Value.Value!.Value);
            form.Upper.ShouldNotBeNull().ShouldBeInRange(form.Value.Value!.Value, 1);
        }
    }
}
