namespace Interviewing.Application.Reviews;

/// <summary>
/// Required against achieved, in steps of the competency's own ladder: positive is still to go, negative is above. Achieved is the manager's level; what
/// somebody says of oneself stands beside it and decides nothing. Without a required or an achieved level there are no steps, and <see cref="WhyNone"/> says so.
/// </summary>
public sealed record Gap(Guid Competency, int? Required, int? Self, int? Achieved, int? Steps, string? WhyNone)
{
    public static Gap Of(YardCompetency competency, int? self, int? achieved) => (competency.Required, achieved) switch
    {
        (null, _) => new(competency.Id, null, self, achieved, null, "reviews.no-required-level"),
        (_, null) => new(competency.Id, competency.Required, self, null, null, "reviews.no-achieved-level"),
        ({ } required, { } level) => new(competency.Id, required, self, level, required - level, null),
    };

    public bool IsToGo => Steps > 0;

    /// <summary>Largest first; among equals the heavier competency, then the profile's own order.</summary>
    public static IReadOnlyList<Gap> Largest(IEnumerable<Gap> gaps, Yardstick yardstick)
    {
        var order = yardstick.Competencies.Select((c, i) => (c.Id, c.Weight, i)).ToDictionary(c => c.Id);
        return [.. gaps.Where(g => g.IsToGo).OrderByDescending(g => g.Steps).ThenByDescending(g => order[g.Competency].Weight).ThenBy(g => order[g.Competency].i)];
    }
}
