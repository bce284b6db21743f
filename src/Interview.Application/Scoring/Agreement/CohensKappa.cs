namespace Interviewing.Application.Scoring.Agreement;

/// <summary>How far apart two points of the scale are: not at all or fully, by steps, or by squared steps.</summary>
public enum Disagreement { None, Linear, Quadratic }

/// <summary>Kappa with its standard error, the one under the hypothesis of no agreement beyond chance, the z and p of that hypothesis, and 95 % limits; nulls where they are undefined.</summary>
public sealed record KappaResult(Figure Kappa, double? Error, double? ErrorUnderNull, double? Z, double? P, double? Lower, double? Upper)
{
    internal static KappaResult Not(string why, int n) => new(Figure.Not(why, n), null, null, null, null, null, null);
}

/// <summary>
/// Two members' agreement beyond chance: 1 − Σv·observed / Σv·expected, with disagreement weights v over the full scale. A point nobody chose still counts,
/// for leaving it out would change the distances. Standard errors: Fleiss, Cohen and Everitt 1969.
/// </summary>
public static class CohensKappa
{
    /// <summary>Scores of two members for the same things; where one of them has none the pair is left out. <paramref name="scale"/> is every point there is.</summary>
    public static KappaResult Of(IEnumerable<(Rational? One, Rational? Other)> pairs, IReadOnlyList<int> scale, Disagreement weights)
    {
        var points = scale.Order().ToList();
        var table = new int[points.Count, points.Count];
        foreach (var (one, other) in pairs)
        {
            if (one is not { } a || other is not { } b) continue;
            var (i, j) = (points.FindIndex(p => p == a), points.FindIndex(p => p == b));
            if (i < 0 || j < 0) return KappaResult.Not(Figure.OffScale, 0);
            table[i, j]++;
        }
        return Of(table, (i, j) => weights switch
        {
            Disagreement.None => i == j ? 0 : 1,
            Disagreement.Linear => Math.Abs(points[i] - points[j]),
            Disagreement.Quadratic => (points[i] - points[j]) * (points[i] - points[j]),
        });
    }

    /// <summary>A table of counts, rows the one and columns the other; <paramref name="disagreement"/> is 0 on the diagonal.</summary>
    public static KappaResult Of(int[,] table, Func<int, int, int> disagreement)
    {
        var size = table.GetLength(0);
        var places = (from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, size) select (I: i, J: j)).ToList();
        var n = places.Sum(c => table[c.I, c.J]);
        if (n < 2) return KappaResult.Not(Figure.TooFew, n);
        Rational Observed((int I, int J) c) => new(table[c.I, c.J], n);
        var row = Enumerable.Range(0, size).Select(i => new Rational(Enumerable.Range(0, size).Sum(j => table[i, j]), n)).ToList();
        var column = Enumerable.Range(0, size).Select(j => new Rational(Enumerable.Range(0, size).Sum(i => table[i, j]), n)).ToList();
        var worst = places.Max(c => disagreement(c.I, c.J));
        if (worst == 0) return KappaResult.Not(Figure.NoVariation, n);
        // Agreement weights from 0 to 1 give the same kappa and are what the standard errors are written for.
        Rational Weight(int i, int j) => Rational.One - new Rational(disagreement(i, j), worst);
        var observed = Rational.Sum(places.Select(c => Observed(c) * Weight(c.I, c.J)));
        var expected = Rational.Sum(places.Select(c => row[c.I] * column[c.J] * Weight(c.I, c.J)));
        var beyond = Rational.One - expected;
        if (beyond.IsZero) return KappaResult.Not(Figure.NoVariation, n);
        var kappa = (observed - expected) / beyond;
        var ofRow = Enumerable.Range(0, size).Select(i => Rational.Sum(Enumerable.Range(0, size).Select(j => column[j] * Weight(i, j)))).ToList();
        var ofColumn = Enumerable.Range(0, size).Select(j => Rational.Sum(Enumerable.Range(0, size).Select(i => row[i] * Weight(i, j)))).ToList();
        var variance = (Rational.Sum(places.Select(c => Observed(c) * ((Weight(c.I, c.J) * beyond) - ((ofRow[c.I] + ofColumn[c.J]) * (Rational.One - observed))).Squared))
            - ((observed * expected) - (2 * expected) + observed).Squared) / (n * beyond.Squared.Squared);
        var underNull = (Rational.Sum(places.Select(c => row[c.I] * column[c.J] * (Weight(c.I, c.J) - ofRow[c.I] - ofColumn[c.J]).Squared)) - expected.Squared) / (n * beyond.Squared);
        var (error, nullError) = (Root(variance), Root(underNull));
        var value = kappa.ToDouble();
        double? z = nullError > 0 ? value / nullError : null;
        var limit = Distributions.QuantileOfZ * error;
        return new(Figure.Of(kappa, n), error, nullError, z, z is { } at ? Distributions.TailsOfZ(at) : null, value - limit, Math.Min(1, value + limit));
    }

    private static double Root(Rational variance) => variance.Sign <= 0 ? 0 : Math.Sqrt(variance.ToDouble());
}
