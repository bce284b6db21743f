namespace Interviewing.Application.Scoring.Agreement;

/// <summary>What a difference between two values means: any is as bad as another; by their place in the order; by their distance; by their distance against their size.</summary>
public enum Metric { Nominal, Ordinal, Interval, Ratio }

/// <summary>
/// 1 − observed / expected disagreement, from the coincidences of values that were given to the same thing. Members may have missed things; what has fewer
/// than two values says nothing and is left out. 1 is full agreement, 0 is chance, below 0 is worse than chance.
/// </summary>
public sealed class KrippendorffsAlpha
{
    private readonly Dictionary<(int, int), Rational> coincidences = [];
    private readonly List<int> totals;

    private KrippendorffsAlpha(IReadOnlyList<IReadOnlyList<Rational>> units)
    {
        Values = [.. units.SelectMany(u => u).Distinct().Order()];
        totals = [.. Values.Select(_ => 0)];
        Units = units.Count;
        foreach (var unit in units)
        {
            var at = unit.Select(v => Values.ToList().BinarySearch(v)).ToList();
            foreach (var one in at) totals[one]++;
            for (var i = 0; i < at.Count; i++)
                for (var j = 0; j < at.Count; j++)
                    if (i != j) coincidences[(at[i], at[j])] = Coincidence(at[i], at[j]) + new Rational(1, unit.Count - 1);
        }
    }

    /// <summary>The values that occur, lowest first.</summary>
    public IReadOnlyList<Rational> Values { get; }

    /// <summary>Things with two values or more.</summary>
    public int Units { get; }

    /// <summary>Values that can be paired.</summary>
    public int Pairable => totals.Sum();

    /// <summary>How often each value occurs among the pairable ones.</summary>
    public IReadOnlyList<int> Totals => totals;

    public Rational Coincidence(int one, int other) => coincidences.GetValueOrDefault((one, other));

    /// <summary>Each entry is one thing with the values it got; nulls are members who gave none.</summary>
    public static KrippendorffsAlpha Of(IEnumerable<IEnumerable<Rational?>> units) =>
        new([.. units.Select(u => u.OfType<Rational>().ToList()).Where(u => u.Count >= 2)]);

    public Figure By(Metric metric)
    {
        if (Units < 2) return Figure.Not(Figure.TooFew, Units);
        if (metric == Metric.Ratio && Values[0].Sign < 0) return Figure.Not(Figure.OffScale, Units);
        var observed = Rational.Sum(coincidences.Select(c => c.Value * Difference(metric, c.Key.Item1, c.Key.Item2)));
        var expected = Rational.Zero;
        for (var i = 0; i < Values.Count; i++)
            for (var j = 0; j < Values.Count; j++)
                if (i != j) expected += totals[i] * (Rational)totals[j] * Difference(metric, i, j);
        return expected.IsZero ? Figure.Not(Figure.NoVariation, Units) : Figure.Of(Rational.One - ((Pairable - 1) * observed / expected), Units);
    }

    private Rational Difference(Metric metric, int one, int other)
    {
        if (one == other) return Rational.Zero;
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        return metric switch
        {
            Metric.Nominal => Rational.One,
            Metric.Ordinal => (Enumerable.Range(low, high - low + 1).Sum(g => totals[g]) - new Rational(totals[low] + totals[high], 2)).Squared,
            Metric.Interval => (Values[one] - Values[other]).Squared,
            Metric.Ratio => ((Values[one] - Values[other]) / (Values[one] + Values[other])).Squared,
        };
    }
}
