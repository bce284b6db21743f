namespace Interviewing.Application.Scoring.Agreement;

/// <summary>Kappa over all categories and of each apart; the error, z and p are those under the hypothesis of no agreement beyond chance (Fleiss, Nee and Landis 1979).</summary>
public sealed record FleissResult(Figure Kappa, IReadOnlyList<Figure> Categories, Rational? Observed, Rational? Expected, double? ErrorUnderNull, double? Z, double? P);

/// <summary>
/// Agreement of several members who put each thing into a category. It asks for the same number of ratings for everything and does not know the order of the
/// categories: for scores on a scale Krippendorff's alpha says more.
/// </summary>
public static class FleissKappa
{
    /// <summary>Rows are things, columns categories, cells how many members chose it.</summary>
    public static FleissResult Of(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        var (things, ratings) = (counts.Count, counts.Count == 0 ? 0 : counts[0].Sum());
        if (things < 2 || ratings < 2) return Not(Figure.TooFew, things);
        if (counts.Any(r => r.Sum() != ratings || r.Count != counts[0].Count)) return Not(Figure.Missing, things);
        var shares = Enumerable.Range(0, counts[0].Count).Select(j => new Rational(counts.Sum(r => r[j]), things * ratings)).ToList();
        var observed = Rational.Sum(counts.Select(r => new Rational(r.Sum(c => c * (c - 1)), ratings * (ratings - 1)))) / things;
        var expected = Rational.Sum(shares.Select(p => p.Squared));
        if (expected == Rational.One) return Not(Figure.NoVariation, things);
        var categories = shares.Select((p, j) =>
        {
            var chance = p * (Rational.One - p);
            return chance.IsZero ? Figure.Not(Figure.NoVariation, things)
                : Figure.Of(Rational.One - (Rational.Sum(counts.Select(r => (Rational)(r[j] * (ratings - r[j])))) / (things * ratings * (ratings - 1) * chance)), things);
        }).ToList();
        var kappa = (observed - expected) / (Rational.One - expected);
        var spread = Rational.Sum(shares.Select(p => p * (Rational.One - p)));
        var skew = Rational.Sum(shares.Select(p => p * (Rational.One - p) * (Rational.One - (2 * p))));
        var error = Math.Sqrt(2 * (spread.Squared - skew).ToDouble() / (things * (double)ratings * (ratings - 1))) / spread.ToDouble();
        double? z = error > 0 ? kappa.ToDouble() / error : null;
        return new(Figure.Of(kappa, things), categories, observed, expected, error, z, z is { } at ? Distributions.TailsOfZ(at) : null);
    }

    private static FleissResult Not(string why, int n) => new(Figure.Not(why, n), [], null, null, null, null, null);
}
