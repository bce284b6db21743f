using System.Text.Json.Serialization;

namespace Interviewing.Application.Scoring.Agreement;

/// <summary>
/// A statistic that says how much it knows: its value, the number of values or pairs it was made of, or null and the code of the reason why there is none.
/// Never NaN, infinity or a number that stands for 'undefined'.
/// </summary>
public sealed record Figure
{
    /// <summary>Fewer than two candidates, or fewer than two members.</summary>
    public const string TooFew = "too-few";
    /// <summary>All values are the same, so that there is nothing for agreement to be better than.</summary>
    public const string NoVariation = "no-variation";
    /// <summary>This measure needs a score in every place.</summary>
    public const string Missing = "values-missing";
    /// <summary>A value that is no point of the scale (the mean of several questions), where the measure needs points.</summary>
    public const string OffScale = "off-scale";
    /// <summary>The members contradict each other so much that an estimated variance is below nought.</summary>
    public const string NegativeVariance = "negative-variance";
    [JsonConstructor] private Figure() { }

    [JsonInclude] public double? Value { get; private init; }
    [JsonInclude] public int N { get; private init; }
    [JsonInclude] public string? WhyNot { get; private init; }

    /// <summary>The same value without any rounding, where the definition is rational.</summary>
    [JsonIgnore] public Rational? Exact { get; private init; }

    public static Figure Of(Rational exact, int n) => new() { Value = exact.ToDouble(), Exact = exact, N = n };

    public static Figure Of(double value, int n) => double.IsFinite(value) ? new() { Value = value, N = n } : Not(NoVariation, n);

    public static Figure Not(string why, int n = 0) => new() { WhyNot = why, N = n };
}
