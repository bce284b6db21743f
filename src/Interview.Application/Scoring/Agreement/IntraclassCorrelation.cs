namespace Interviewing.Application.Scoring.Agreement;

/// <summary>
/// Shrout and Fleiss's forms: 1 members drawn anew for each candidate, 2 the same members for all and others could have sat there, 3 these members only
/// (consistency, which is not agreement); Single for one member's score, Average for the mean of the panel.
/// </summary>
public enum IccForm { OneSingle, TwoSingle, ThreeSingle, OneAverage, TwoAverage, ThreeAverage }

/// <summary>One form: the correlation, the F test that it is 0, and its 95 % limits; null with the correlation, and where the members differ in nothing.</summary>
public sealed record Icc(IccForm Form, Figure Value, double? F, int Df1, int Df2, double? P, double? Lower, double? Upper);

/// <summary>Intraclass correlation of a full table, from the analysis of variance: mean squares are exact fractions, tests and limits come from the F distribution.</summary>
public sealed class IntraclassCorrelation
{
    private readonly int n;
    private readonly int k;
    private readonly string? whyNot;

    private IntraclassCorrelation(int n, int k, string? whyNot) => (this.n, this.k, this.whyNot) = (n, k, whyNot);

    /// <summary>Mean squares between candidates, within candidates, between members, and of error.</summary>
    public Rational Between { get; private init; }
    public Rational Within { get; private init; }
    public Rational Members { get; private init; }
    public Rational Error { get; private init; }

    /// <summary>Rows are candidates, columns members; undefined for fewer than two of either, or when a value is missing.</summary>
    public static IntraclassCorrelation Of(IReadOnlyList<IReadOnlyList<Rational?>> rows)
    {
        var (n, k) = (rows.Count, rows.Count == 0 ? 0 : rows.Max(r => r.Count));
        if (n < 2 || k < 2) return new(n, k, Figure.TooFew);
        if (rows.Any(r => r.Count != k || r.Any(v => v is null))) return new(n, k, Figure.Missing);
        var table = rows.Select(r => r.Select(v => v!.Value).ToList()).ToList();
        var grand = Rational.Mean([.. table.SelectMany(r => r)]);
        var between = k * Rational.Sum(table.Select(r => (Rational.Mean(r) - grand).Squared));
        var members = n * Rational.Sum(Enumerable.Range(0, k).Select(j => (Rational.Mean([.. table.Select(r => r[j])]) - grand).Squared));
        var within = Rational.Sum(table.SelectMany(r => r.Select(v => (v - Rational.Mean(r)).Squared)));
        return new(n, k, null) { Between = between / (n - 1), Within = within / (n * (k - 1)), Members = members / (k - 1), Error = (within - members) / ((n - 1) * (k - 1)) };
    }

    public IReadOnlyList<Icc> All => [.. Enum.GetValues<IccForm>().Select(Form)];

    public Icc Form(IccForm form)
    {
        var oneWay = form is IccForm.OneSingle or IccForm.OneAverage;
        var (df1, df2) = (Math.Max(n - 1, 0), oneWay ? n * Math.Max(k - 1, 0) : Math.Max(n - 1, 0) * Math.Max(k - 1, 0));
        if (whyNot is not null) return new(form, Figure.Not(whyNot, n), null, df1, df2, null, null, null);
        var (over, under) = Fraction(form);
        // Members who contradict each other can make the estimated variance of candidates and members together negative; then there is no share of it.
        if (under.Sign < 0) return new(form, Figure.Not(Figure.NegativeVariance, n), null, df1, df2, null, null, null);
        if (under.IsZero) return new(form, Figure.Not(Figure.NoVariation, n), null, df1, df2, null, null, null);
        var value = Figure.Of(over / under, n);
        var error = oneWay ? Within : Error;
        if (error.IsZero) return new(form, value, null, df1, df2, null, null, null);
        var f = (Between / error).ToDouble();
        var (lower, upper) = Limits(form, f, df1, df2);
        return new(form, value, f, df1, df2, Distributions.UpperTailOfF(f, df1, df2), lower, upper);
    }

    private (Rational Over, Rational Under) Fraction(IccForm form) => form switch
    {
        IccForm.OneSingle => (Between - Within, Between + ((k - 1) * Within)),
        IccForm.TwoSingle => (Between - Error, Between + ((k - 1) * Error) + ((Rational)k / n * (Members - Error))),
        IccForm.ThreeSingle => (Between - Error, Between + ((k - 1) * Error)),
        IccForm.OneAverage => (Between - Within, Between),
        IccForm.TwoAverage => (Between - Error, Between + ((Members - Error) / n)),
        IccForm.ThreeAverage => (Between - Error, Between),
    };

    private (double?, double?) Limits(IccForm form, double f, int df1, int df2)
    {
        var (low, high) = (f / Distributions.QuantileOfF(df1, df2), f * Distributions.QuantileOfF(df2, df1));
        return form switch
        {
            IccForm.OneSingle or IccForm.ThreeSingle => ((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)),
            IccForm.OneAverage or IccForm.ThreeAverage => (1 - (1 / low), 1 - (1 / high)),
            IccForm.TwoSingle => Satterthwaite(),
            IccForm.TwoAverage => Satterthwaite() is ({ } l, { } u) && 1 + (l * (k - 1)) > 0 ? (Average(l), Average(u)) : (null, null),
        };

        double Average(double single) => single * k / (1 + (single * (k - 1)));
    }

    // Shrout and Fleiss 1979, formula for the two-way random model with Satterthwaite's degrees of freedom.
    private (double?, double?) Satterthwaite()
    {
        var (over, under) = Fraction(IccForm.TwoSingle);
        var (r, msb, msj, mse) = ((over / under).ToDouble(), Between.ToDouble(), Members.ToDouble(), Error.ToDouble());
        var (fj, rest) = (msj / mse, (n * (1 + ((k - 1) * r))) - (k * r));
        var v = (k - 1) * (n - 1) * Math.Pow((k * r * fj) + rest, 2) / (((n - 1) * Math.Pow(k * r * fj, 2)) + Math.Pow(rest, 2));
        if (!(v > 0) || !double.IsFinite(v)) return (null, null);
        var (upperF, lowerF) = (Distributions.QuantileOfF(n - 1, v), Distributions.QuantileOfF(v, n - 1));
        var others = (k * msj) + (((k * n) - k - n) * mse);
        var (low, high) = (n * (msb - (upperF * mse)) / ((upperF * others) + (n * msb)), n * ((lowerF * msb) - mse) / (others + (n * lowerF * msb)));
        // The approximation breaks down for tables of plain contradiction: limits that do not hold the value are none.
        return low <= r && r <= high ? (low, high) : (null, null);
    }
}
