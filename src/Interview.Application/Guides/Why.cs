namespace Interviewing.Application.Guides;

/// <summary>Of the guide itself; the only one that can be asked; better than every alternative; or chosen by hand although another does better.</summary>
public enum WhyKind { Own, Only, Best, ByHand }

/// <summary>
/// Why a question stands in the plan: the criterion by which it is ahead of its closest alternative (by hand: by which another is ahead of it), the indicators
/// it touches and those no other question of the plan touches, how many alternatives there are, and its competency's shares of minutes and weight in percent.
/// </summary>
public sealed record Why(WhyKind Kind, Criterion? By, int Touches, int OnlyHere, int Others, int MinutesShare, int WeightShare);

/// <summary>Reads from a plan why each question stands in it, and what each alternative would change; worked out from the plan as it is, so it is true after every edit.</summary>
internal sealed class Reasoning(Guide guide, IReadOnlyDictionary<Guid, LibraryCompetency> library, IReadOnlySet<Guid> asked)
{
    private readonly List<ProposalCompetency> competencies = Drafting.Choices(guide, library, asked);
    private readonly List<Standing> plan = [.. guide.Questions.Where(q => !q.PanelOnly).OrderBy(q => q.Order).Select(q => new Standing(q.CompetencyId, q.QuestionId ?? q.Id, q.Minutes))];

    public Why Of(GuideQuestion place)
    {
        var question = place.QuestionId ?? place.Id;
        var competency = competencies.First(c => c.Id == place.CompetencyId);
        var (touches, onlyHere) = Touched(place);
        var others = Others(place.CompetencyId).ToList();
        var verdicts = place.QuestionId is null ? [] : others.Select(o => Instead(question, o)).OfType<(Criterion By, bool Better)>().ToList();
        var better = verdicts.Where(v => v.Better).Select(v => (Criterion?)v.By).Min();
        var kind = place.QuestionId is null ? WhyKind.Own : better is not null ? WhyKind.ByHand : others.Count == 0 ? WhyKind.Only : WhyKind.Best;
        var (total, weights) = (plan.Sum(p => p.Minutes), competencies.Sum(c => c.Weight));
        return new Why(kind, better ?? verdicts.Select(v => (Criterion?)v.By).Max(), touches, onlyHere, others.Count,
            Percent(plan.Where(p => p.Competency == competency.Id).Sum(p => p.Minutes), total), Percent(competency.Weight, weights));
    }

    /// <summary>Questions of the competency that could be asked and are not.</summary>
    public IEnumerable<ProposalQuestion> Others(Guid competency) => competencies.First(c => c.Id == competency).Questions.Where(q => guide.Questions.All(p => p.QuestionId != q.Id));

    /// <summary>What the plan would win or lose with another question in the place of this one, or with one more when there is no place.</summary>
    public (Criterion By, bool Better)? Instead(Guid? question, ProposalQuestion other)
    {
        var competency = competencies.First(c => c.Questions.Contains(other)).Id;
        var one = new Standing(competency, other.Id, other.Minutes);
        return new Weighing(competencies).Compare(question is { } there ? [.. plan.Select(p => p.Question == there ? one : p)] : [.. plan, one], plan, guide.MinutesForQuestions);
    }

    private (int All, int OnlyHere) Touched(GuideQuestion place)
    {
        var source = library[place.CompetencyId];
        var inUse = source.Indicators.Select(i => i.Id).ToHashSet();
        IEnumerable<Guid> Of(Guid? question) => source.Questions.FirstOrDefault(q => q.Id == question)?.Touches.Where(inUse.Contains) ?? [];
        var own = Of(place.QuestionId).ToHashSet();
        var elsewhere = guide.Questions.Where(q => q != place && q.CompetencyId == place.CompetencyId).SelectMany(q => Of(q.QuestionId)).ToHashSet();
        return (own.Count, own.Count(i => !elsewhere.Contains(i)));
    }

    private static int Percent(int part, int all) => all == 0 ? 0 : (int)Math.Round(100m * part / all, MidpointRounding.AwayFromZero);
}
