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
/// <param name="Edition">The edition of the library in which the profile stood, as people call it.</param>
public sealed record Yardstick(int Schema, Guid ProfileId, string ProfileCode, LocalText ProfileName, IReadOnlyList<YardCompetency> Competencies, string? Edition = null)
{
    public const int CurrentSchema = 1;

    public static Yardstick Of(Profile profile, IReadOnlyCollection<Competency> competencies, Scale scale, string? edition = null)
    {
        if (WhyNot(profile, competencies) is { } why) throw new Refusal([why]);
        return new(CurrentSchema, profile.Id, profile.Code, profile.Name,
            [.. profile.Requires.OrderBy(r => r.Order).Select(r => Copy(competencies.First(c => c.Id == r.CompetencyId), r, scale))], edition);
    }

    /// <summary>Says only whose job it is: a talk in which no competency is rated.</summary>
    public static Yardstick Blank(Profile profile, string? edition = null) => new(CurrentSchema, profile.Id, profile.Code, profile.Name, [], edition);

    /// <summary>Why nobody can be measured by this profile; null when it can be done.</summary>
    public static Reason? WhyNot(Profile profile, IReadOnlyCollection<Competency> competencies)
    {
        if (profile.Requires.Count == 0) return new("reviews.profile-without-competencies");
        var beyond = profile.Requires.Select(r => (Wanted: r, Competency: competencies.First(c => c.Id == r.CompetencyId)))
            .FirstOrDefault(r => r.Competency.Levels.Count > 0 && r.Wanted.Level > r.Competency.Levels.Count);
        return beyond.Competency is { } over ? new("reviews.level-beyond-ladder", null, over.Code, beyond.Wanted.Level, over.Levels.Count) : null;
    }

    public string Write() => JsonText.Write(this);

    public static Yardstick Read(string text) => JsonText.Read<Yardstick>(text);

    private static YardCompetency Copy(Competency competency, RequiredCompetency wanted, Scale scale)
    {
        var onScale = competency.Levels.Count == 0;
        var indicators = competency.Indicators.OrderBy(i => i.Order).ToList();
        IReadOnlyList<YardStep> steps = onScale
            ? [.. scale.Points.OrderBy(p => p.Value).Select(p => new YardStep(p.Value, p.Label, []))]
            : [.. competency.Levels.OrderBy(l => l.Ordinal).Select(l => new YardStep(l.Ordinal, l.Title, Of(indicators.Where(i => i.Level == l.Ordinal))))];
        return new(competency.Id, competency.Code, competency.Name, competency.Definition, onScale, onScale ? scale.PassMark : wanted.Level, wanted.Weight,
            steps, Of(indicators.Where(i => onScale || i.Level is null)));
    }

    private static List<YardIndicator> Of(IEnumerable<Indicator> indicators) => [.. indicators.Select(i => new YardIndicator(i.Text, i.Polarity))];
}
