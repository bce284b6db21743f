using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

public enum FindingKind
{
    OverTime, FewCompetencies, ManyCompetencies, NoQuestion, OneQuestion, Uncovered, NoAnchors, MissingText, RetiredQuestion,
    UnevenSpread, Unassigned, WeightsWithoutReason, ForbiddenTopic, AskedBefore, Skipped,
}

/// <summary>
/// Something to look at. <see cref="Item"/> is the competency or question it is about, <see cref="Number"/> minutes, a count or the question's place from 1;
/// <see cref="Topic"/> and <see cref="Term"/> say which forbidden topic was met in which words.
/// </summary>
public sealed record Finding(FindingKind Kind, Guid? Item = null, LocalText? Name = null, int Number = 0, string? Language = null, string? Topic = null, string? Term = null);

/// <summary>What the document itself does not know: retired questions, those of earlier rounds, the panel, and how many candidates a question was skipped for.</summary>
public sealed record PlanFacts(IReadOnlyCollection<Guid> Retired, IReadOnlySet<Guid> AskedBefore, IReadOnlyList<GuideMember> Members, IReadOnlyDictionary<Guid, int> Skipped)
{
    public static PlanFacts None { get; } = new([], new HashSet<Guid>(), [], new Dictionary<Guid, int>());
}

/// <summary>
/// What practice asks of a plan: within the time, four to eight competencies, each asked about more than once and all its behaviour touched, anchors beside every
/// score, every language there, minutes spread over the panel, unequal weights explained, and nothing that the job gives no reason to ask.
/// </summary>
public static class PlanCheck
{
    public const int Fewest = 4, MostCompetencies = 8;

    public static IReadOnlyList<Finding> Of(FrozenGuide plan, int minutes, PlanFacts facts) =>
        [.. Whole(plan, minutes), .. plan.Competencies.SelectMany(c => About(plan, c)), .. Panel(plan, facts), .. plan.Questions.SelectMany((q, i) => About(plan, q, i + 1, facts))];

    /// <summary>After freezing only what happened in the talks is left to say.</summary>
    public static IReadOnlyList<Finding> OfFrozen(FrozenGuide plan, PlanFacts facts) =>
        [.. plan.Questions.Select((q, i) => (q.Id, Place: i + 1)).Where(q => facts.Skipped.ContainsKey(q.Id)).Select(q => new Finding(FindingKind.Skipped, q.Id, Name: null, Number: q.Place, Term: facts.Skipped[q.Id].ToString(System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Forbidden topics in a question and its follow-ups for which no reason was recorded.</summary>
    public static IReadOnlyList<TopicHit> Unreasoned(FrozenQuestion question) =>
        [.. TopicLint.Of(question.Text).Concat(question.Probes.SelectMany(p => TopicLint.Of(p.Text))).DistinctBy(h => h.Topic).Where(h => question.Allowed?.Any(a => a.Topic == h.Topic) != true)];

    private static IEnumerable<Finding> Whole(FrozenGuide plan, int minutes)
    {
        if (plan.Minutes > minutes) yield return new(FindingKind.OverTime, Number: plan.Minutes - minutes);
        if (plan.Competencies.Count < Fewest) yield return new(FindingKind.FewCompetencies, Number: plan.Competencies.Count);
        if (plan.Competencies.Count > MostCompetencies) yield return new(FindingKind.ManyCompetencies, Number: plan.Competencies.Count);
        if (plan.Competencies.Select(c => c.Weight).Distinct().Count() > 1 && plan.WeightReason is null) yield return new(FindingKind.WeightsWithoutReason);
    }

    private static IEnumerable<Finding> About(FrozenGuide plan, FrozenCompetency competency)
    {
        var asked = plan.Questions.Where(q => q.CompetencyId == competency.Id && q.Type != QuestionType.Closing).ToList();
        if (asked.Count == 0) yield return new(FindingKind.NoQuestion, competency.Id, competency.Name);
        if (asked.Count == 1) yield return new(FindingKind.OneQuestion, competency.Id, competency.Name);
        var untouched = competency.Indicators.Count(i => asked.All(q => !q.Touches.Contains(i.Id)));
        if (asked.Count > 0 && untouched > 0) yield return new(FindingKind.Uncovered, competency.Id, competency.Name, untouched);
    }

    private static IEnumerable<Finding> Panel(FrozenGuide plan, PlanFacts facts)
    {
        var heard = plan.Questions.Where(q => !q.PanelOnly).ToList();
        if (facts.Members.Count < 2 || heard.Any(q => facts.Members.All(m => m.Id != q.Member))) yield break;
        List<int> minutes = [.. heard.Select(q => q.Minutes)];
        var (members, turns) = (facts.Members.Select(m => m.Id).ToList(), Spread.Of(minutes, facts.Members.Count));
        var gap = Spread.Gap(minutes, [.. heard.Select(q => members.IndexOf(q.Member!.Value))], members.Count);
        if (gap > Spread.Gap(minutes, turns, members.Count)) yield return new(FindingKind.UnevenSpread, Number: gap);
    }

    private static IEnumerable<Finding> About(FrozenGuide plan, FrozenQuestion question, int place, PlanFacts facts)
    {
        if (question.Anchors.Count == 0 && question.Type != QuestionType.Closing) yield return new(FindingKind.NoAnchors, question.Id, null, place);
        foreach (var language in plan.Languages.Where(l => !question.Text.Has(l))) yield return new(FindingKind.MissingText, question.Id, null, place, language);
        if (facts.Retired.Contains(question.Id)) yield return new(FindingKind.RetiredQuestion, question.Id, null, place);
        if (facts.AskedBefore.Contains(question.Id)) yield return new(FindingKind.AskedBefore, question.Id, null, place);
        if (facts.Members.Count > 0 && !question.PanelOnly && facts.Members.All(m => m.Id != question.Member)) yield return new(FindingKind.Unassigned, question.Id, null, place);
        foreach (var hit in Unreasoned(question)) yield return new(FindingKind.ForbiddenTopic, question.Id, null, place, hit.Language, hit.Topic, hit.Term);
    }
}
