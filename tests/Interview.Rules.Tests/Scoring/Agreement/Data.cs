using Interviewing.Application.Scoring.Agreement;

namespace Interviewing.Rules.Tests.Scoring.Agreement;

/// <summary>Published data sets, and ways to write them down shortly.</summary>
internal static class Data
{
    private const double Exactly = 0.5e-6;

    /// <summary>Six candidates by four members (Shrout and Fleiss 1979).</summary>
    public static IReadOnlyList<IReadOnlyList<Rational?>> Judges { get; } = Rows("9 2 5 8 / 6 1 3 2 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / 6 2 4 7");

    public static int[][] Anxiety { get; } =
    [
        [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3], [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4], [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
    ];

    /// <summary>Five candidates by three members on a scale of five.</summary>
    public static IReadOnlyList<IReadOnlyList<Rational?>> Panel { get; } = Rows("4 4 5 / 3 3 2 / 5 4 4 / 2 3 2 / 4 5 4");

    /// <summary>The same with one score missing of the first member and one of the third.</summary>
    public static IReadOnlyList<IReadOnlyList<Rational?>> PanelWithGaps { get; } = Rows("4 4 5 / . 3 2 / 5 4 4 / 2 3 . / 4 5 4");

    public static readonly int[] Five = [1, 2, 3, 4, 5];

    /// <summary>Rows parted by a stroke, values by a space, a point for a value that is missing.</summary>
    public static IReadOnlyList<IReadOnlyList<Rational?>> Rows(string text) => [.. text.Split('/').Select(Values)];

    public static IReadOnlyList<Rational?> Values(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v == "." ? (Rational?)null : int.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>What stood in rows stands in columns.</summary>
    public static IReadOnlyList<IReadOnlyList<Rational?>> Turned(IReadOnlyList<IReadOnlyList<Rational?>> rows) => [.. Enumerable.Range(0, rows[0].Count).Select(j => rows.Select(r => r[j]).ToList())];

    public static Rational Fraction(string text)
    {
        var parts = text.Split('/').Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return new(parts[0], parts.Count > 1 ? parts[1] : 1);
    }

    /// <summary>Equal to six decimals.</summary>
    public static void Is(this double? value, double oracle) => value.ShouldNotBeNull().ShouldBe(oracle, Exactly + 1e-9);

    public static void Is(this Figure figure, double oracle) => figure.Value.Is(oracle);
}
