namespace Interviewing.Application.Scoring.Agreement;

/// <summary>
/// How exact the mean of a panel is: s / √n, and mean ± t·se as 95 % limits. One score has no error; limits that leave the scale on both sides say nothing and are not shown.
/// </summary>
public sealed record MeanError(Figure Mean, Figure Deviation, Figure Error, double? Lower, double? Upper)
{
    public static MeanError Of(IEnumerable<Rational?> scores)
    {
        var there = scores.OfType<Rational>().ToList();
        var n = there.Count;
        if (n == 0) return new(Figure.Not(Figure.TooFew), Figure.Not(Figure.TooFew), Figure.Not(Figure.TooFew), null, null);
        var mean = Rational.Mean(there);
        if (n == 1) return new(Figure.Of(mean, 1), Figure.Not(Figure.TooFew, 1), Figure.Not(Figure.TooFew, 1), null, null);
        var variance = Rational.Variance(there).ToDouble();
        var error = Math.Sqrt(variance / n);
        var reach = Distributions.QuantileOfT(n - 1) * error;
        return new(Figure.Of(mean, n), Figure.Of(Math.Sqrt(variance), n), Figure.Of(error, n), mean.ToDouble() - reach, mean.ToDouble() + reach);
    }

    /// <summary>The error of one measurement: sd·√(1 − reliability); undefined without a reliability between 0 and 1.</summary>
    public static Figure OfMeasurement(double deviation, Figure reliability) =>
        reliability.Value is { } r and >= 0 and <= 1 ? Figure.Of(deviation * Math.Sqrt(1 - r), reliability.N) : Figure.Not(reliability.WhyNot ?? Figure.NoVariation, reliability.N);
}
