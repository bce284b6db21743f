namespace Interviewing.Application.Scoring.Agreement;

/// <summary>Agreement of members about one thing: how much narrower their scores lie than scores given at random (rwg), or than the widest that this mean allows (awg). Any cut-off is convention; the value is shown as it is.</summary>
public static class WithinGroup
{
    /// <summary>The variance of scores drawn evenly from a scale of so many points: (A² − 1) / 12.</summary>
    public static Rational Even(int points) => new(((points * points) - 1), 12);

    /// <summary>max(0, 1 − s² / even).</summary>
    public static Figure Rwg(IEnumerable<Rational?> scores, int points)
    {
        var there = scores.OfType<Rational>().ToList();
        if (there.Count < 2) return Figure.Not(Figure.TooFew, there.Count);
        return Figure.Of(NotBelowZero(Rational.One - (Rational.Variance(there) / Even(points))), there.Count);
    }

    /// <summary>The same over J items, by the mean of their variances. Rows are members, columns items.</summary>
    public static Figure RwgOfItems(IReadOnlyList<IReadOnlyList<Rational?>> members, int points)
    {
        var (n, items) = (members.Count, members.Count == 0 ? 0 : members.Max(m => m.Count));
        if (n < 2 || items == 0) return Figure.Not(Figure.TooFew, n);
        if (members.Any(m => m.Count != items || m.Any(v => v is null))) return Figure.Not(Figure.Missing, n);
        var share = Rational.Mean([.. Enumerable.Range(0, items).Select(j => Rational.Variance([.. members.Select(m => m[j]!.Value)]))]) / Even(points);
        var agreed = Rational.One - share;
        return Figure.Of(agreed.Sign <= 0 ? Rational.Zero : items * agreed / ((items * agreed) + share), n);
    }

    /// <summary>1 − 2·s² / ((H + L)·M − M² − H·L)·(k / (k − 1)), from −1 to 1; undefined when everybody stands at one end of the scale.</summary>
    public static Figure Awg(IEnumerable<Rational?> scores, int lowest, int highest)
    {
        var there = scores.OfType<Rational>().ToList();
        if (there.Count < 2) return Figure.Not(Figure.TooFew, there.Count);
        var mean = Rational.Mean(there);
        var widest = (((highest + lowest) * mean) - mean.Squared - (highest * lowest)) * new Rational(there.Count, there.Count - 1);
        return widest.Sign <= 0 ? Figure.Not(Figure.NoVariation, there.Count) : Figure.Of(Rational.One - (2 * Rational.Variance(there) / widest), there.Count);
    }

    private static Rational NotBelowZero(Rational value) => value.Sign < 0 ? Rational.Zero : value;
}
