using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

public sealed record YardIndicator(LocalText Text, Polarity Polarity);

/// <summary>A step one can stand on, with the behaviour that shows it.</summary>
public sealed record YardStep(int Value, LocalText Title, IReadOnlyList<YardIndicator> Indicators);

/// <summary>
/// A competency as it is measured: its steps are its own ladder, or the default scale when it has none. <see cref="Required"/> is a step of the same;
/// null when the profile names no level, and then there is no gap.
/// </summary>
public sealed record YardCompetency(Guid Id, string Code, LocalText Name, LocalText Definition, bool OnScale, int? Required, int Weight,
    IReadOnlyList<YardStep> Steps, IReadOnlyList<YardIndicator> Indicators)
{
    public bool Has(int level) => Steps.Any(s => s.Value == level);

    public int Highest => Steps.Max(s => s.Value);
}

/// <summary>What a review measures with, copied from profile and library when it starts, so that no later edit moves anybody's level. Kept as JSON text.</summary>
public sealed record Yardstick(int Schema, Guid ProfileId, string ProfileCode, LocalText ProfileName, IReadOnlyList<YardCompetency> Competencies)
{
    public const int CurrentSchema = 1;

    public static Yardstick Of(Profile profile, IReadOnlyCollection<Competency> competencies, Scale scale)
    {
        var rated = profile.Requires.OrderBy(r => r.Order).Select(r => (Wanted: r, Competency: competencies.First(c => c.Id == r.CompetencyId))).ToList();
        Refuse.If(rated.Count == 0, "reviews.profile-without-competencies");
        return new(CurrentSchema, profile.Id, profile.Code, profile.Name, [.. rated.Select(r => Copy(r.Competency, r.Wanted, scale))]);
    }

    public string Write() => JsonText.Write(this);

    public static Yardstick Read(string text) => JsonText.Read<Yardstick>(text);

    private static YardCompetency Copy(Competency competency, RequiredCompetency wanted, Scale scale)
    {
        var onScale = competency.Levels.Count == 0;
        Refuse.If(!onScale && wanted.Level > competency.Levels.Count, "reviews.level-beyond-ladder", competency.Code, wanted.Level, competency.Levels.Count);
        var indicators = competency.Indicators.OrderBy(i => i.Order).ToList();
        IReadOnlyList<YardStep> steps = onScale
            ? [.. scale.Points.OrderBy(p => p.Value).Select(p => new YardStep(p.Value, p.Label, []))]
            : [.. competency.Levels.OrderBy(l => l.Ordinal).Select(l => new YardStep(l.Ordinal, l.Title, Of(indicators.Where(i => i.Level == l.Ordinal))))];
        return new(competency.Id, competency.Code, competency.Name, competency.Definition, onScale, onScale ? scale.PassMark : wanted.Level, wanted.Weight,
            steps, Of(indicators.Where(i => onScale || i.Level is null)));
    }

    private static List<YardIndicator> Of(IEnumerable<Indicator> indicators) => [.. indicators.Select(i => new YardIndicator(i.Text, i.Polarity))];
}
