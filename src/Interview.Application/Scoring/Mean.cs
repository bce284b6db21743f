using System.Text.Json.Serialization;

namespace Interviewing.Application.Scoring;

/// <summary>
/// A mean that says how much it knows. Exact on decimals; <see cref="Value"/> is null when there is nothing to take the mean of, and then <see cref="WhyNot"/> says why.
/// </summary>
public sealed record Mean
{
    public const string NoScores = "no-scores";

    [JsonConstructor] private Mean() { }

    [JsonInclude] public decimal? Value { get; private init; }
    /// <summary>How many values went in.</summary>
    [JsonInclude] public int N { get; private init; }
    [JsonInclude] public decimal? Lowest { get; private init; }
    [JsonInclude] public decimal? Highest { get; private init; }
    [JsonInclude] public string? WhyNot { get; private init; }

    /// <summary>Highest minus lowest.</summary>
    public decimal? Range => Highest - Lowest;

    /// <summary>Of the values that are there; a null (not observed, not asked, no form) is no value and never counts as 0.</summary>
    public static Mean Of(IEnumerable<decimal?> values)
    {
        var there = values.OfType<decimal>().ToList();
        return there.Count == 0
            ? new() { WhyNot = NoScores }
            : new() { Value = there.Sum() / there.Count, N = there.Count, Lowest = there.Min(), Highest = there.Max() };
    }

    /// <summary>For display: half away from zero.</summary>
    public static decimal Round(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);
}

/// <summary>
/// The weighted mean sum(w·x)/sum(w) over competencies, of a complete row only: while one has no mean there is no total, and <see cref="WhyNot"/> says so;
/// <see cref="Partial"/> is then the weighted mean of those that are there, never shown without 'k of n'. <see cref="Heard"/> of <see cref="Asked"/> competencies have a mean; <see cref="Scores"/> is the number of scores in them.
/// </summary>
public sealed record Composite
{
    public const string Incomplete = "incomplete";
    public const string Nothing = "nothing-to-weigh";

    [JsonConstructor] private Composite() { }

    [JsonInclude] public decimal? Value { get; private init; }
    [JsonInclude] public decimal? Partial { get; private init; }
    [JsonInclude] public int Heard { get; private init; }
    [JsonInclude] public int Asked { get; private init; }
    [JsonInclude] public int Scores { get; private init; }
    [JsonInclude] public string? WhyNot { get; private init; }

    /// <summary>Weights are whole numbers from 1.</summary>
    public static Composite Of(IReadOnlyCollection<(Mean Mean, int Weight)> parts)
    {
        if (parts.Any(p => p.Weight < 1)) throw new ArgumentOutOfRangeException(nameof(parts), "a weight is at least 1");
        var heard = parts.Where(p => p.Mean.Value is not null).ToList();
        var composite = new Composite { Heard = heard.Count, Asked = parts.Count, Scores = parts.Sum(p => p.Mean.N) };
        if (parts.Count == 0) return composite with { WhyNot = Nothing };
        decimal? weighted = heard.Count == 0 ? null : heard.Sum(p => p.Weight * p.Mean.Value!.Value) / heard.Sum(p => p.Weight);
        return heard.Count < parts.Count ? composite with { WhyNot = Incomplete, Partial = weighted } : composite with { Value = weighted };
    }
}
