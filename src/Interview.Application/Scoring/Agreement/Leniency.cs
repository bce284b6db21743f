namespace Interviewing.Application.Scoring.Agreement;

/// <summary>
/// How much higher (+) or lower (−) a member scores than the panel, over what this member and at least one other scored: the member's mean minus the mean of
/// the panel's means there. N is the number of things compared.
/// </summary>
public static class Leniency
{
    /// <summary>Rows are things, columns members; one figure per member.</summary>
    public static IReadOnlyList<Figure> Of(IReadOnlyList<IReadOnlyList<Rational?>> rows)
    {
        var members = rows.Count == 0 ? 0 : rows.Max(r => r.Count);
        return [.. Enumerable.Range(0, members).Select(m =>
        {
            var shared = rows.Where(r => m < r.Count && r[m] is not null && r.Count(v => v is not null) >= 2).ToList();
            return shared.Count == 0 ? Figure.Not(Figure.TooFew)
                : Figure.Of(Rational.Mean([.. shared.Select(r => r[m]!.Value - Rational.Mean([.. r.OfType<Rational>()]))]), shared.Count);
        })];
    }
}
