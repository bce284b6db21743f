using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

public enum FindingKind { OverTime, FewCompetencies, ManyCompetencies, NoQuestion, Uncovered, NoAnchors, MissingText, RetiredQuestion }

/// <summary>Something to look at before freezing. <see cref="Item"/> is the competency or question it is about, <see cref="Number"/> minutes, a count or the question's place from 1.</summary>
public sealed record Finding(FindingKind Kind, Guid? Item = null, LocalText? Name = null, int Number = 0, string? Language = null);

/// <summary>What practice asks of a plan: within the time, four to eight competencies, each asked about and its behaviour touched, anchors beside every score, every language there.</summary>
public static class PlanCheck
{
    public const int Fewest = 4, MostCompetencies = 8;

    public static IReadOnlyList<Finding> Of(FrozenGuide plan, int minutes, IReadOnlyCollection<Guid> retired)
    {
        List<Finding> findings = [];
        if (plan.Minutes > minutes) findings.Add(new(FindingKind.OverTime, Number: plan.Minutes - minutes));
        if (plan.Competencies.Count < Fewest) findings.Add(new(FindingKind.FewCompetencies, Number: plan.Competencies.Count));
        if (plan.Competencies.Count > MostCompetencies) findings.Add(new(FindingKind.ManyCompetencies, Number: plan.Competencies.Count));
        foreach (var competency in plan.Competencies)
        {
            var asked = plan.Questions.Where(q => q.CompetencyId == competency.Id && q.Type != QuestionType.Closing).ToList();
            if (asked.Count == 0) findings.Add(new(FindingKind.NoQuestion, competency.Id, competency.Name));
            else if (competency.Indicators.Count > 0 && asked.All(q => q.Touches.Count == 0)) findings.Add(new(FindingKind.Uncovered, competency.Id, competency.Name));
        }
        foreach (var (question, place) in plan.Questions.Select((q, i) => (q, i + 1)))
        {
            if (question.Anchors.Count == 0 && question.Type != QuestionType.Closing) findings.Add(new(FindingKind.NoAnchors, question.Id, null, place));
            foreach (var language in plan.Languages.Where(l => !question.Text.Has(l))) findings.Add(new(FindingKind.MissingText, question.Id, null, place, language));
            if (retired.Contains(question.Id)) findings.Add(new(FindingKind.RetiredQuestion, question.Id, null, place));
        }
        return findings;
    }
}
