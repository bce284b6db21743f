using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;

namespace Interviewing.Application.Scoring;

/// <summary>
/// One step of the form: a question (or a competency without one), the item that is scored here if any, and the indicators to tick here.
/// </summary>
public sealed record FormStep(int Number, FrozenQuestion? Question, FrozenCompetency Competency, Guid? Scored, IReadOnlyList<FrozenIndicator> Indicators)
{
    public Guid NoteId => Question?.Id ?? Competency.Id;
}

/// <summary>How a frozen guide becomes a form. Every scored item and every indicator stands on exactly one step.</summary>
public static class FormPlan
{
    public static IReadOnlyList<FormStep> Of(FrozenGuide guide)
    {
        List<FormStep> steps = [];
        foreach (var question in guide.Questions)
        {
            var competency = guide.Competencies.First(c => c.Id == question.CompetencyId);
            steps.Add(new(steps.Count + 1, question, competency, Scored(guide, question), Indicators(guide, competency, question)));
        }
        if (guide.Scores == ScoredItems.Competencies)
            foreach (var competency in guide.Competencies.Where(c => !Asked(guide, c.Id).Any()))
                steps.Add(new(steps.Count + 1, null, competency, competency.Id, competency.Indicators));
        return steps;
    }

    /// <summary>What was asked before a step is scored: the question itself, or every question of the competency.</summary>
    public static IReadOnlyList<FrozenQuestion> AskedFor(FrozenGuide guide, FormStep step) => guide.Scores switch
    {
        ScoredItems.Questions => step.Question is { } question ? [question] : [],
        ScoredItems.Competencies => [.. Asked(guide, step.Competency.Id)],
    };

    /// <summary>Items that were not asked: a question the chair skipped, or a competency of which every question was skipped.</summary>
    public static IReadOnlySet<Guid> NotAsked(FrozenGuide guide, IReadOnlyCollection<Guid> skipped) => guide.Scores switch
    {
        ScoredItems.Questions => guide.ScoredIds.Where(skipped.Contains).ToHashSet(),
        ScoredItems.Competencies => guide.ScoredIds.Where(c => Asked(guide, c).Any() && Asked(guide, c).All(q => skipped.Contains(q.Id))).ToHashSet(),
    };

    /// <summary>The points with the words of the guide: anchors of the question, else of the competency, else of the scale.</summary>
    public static IReadOnlyList<ScalePoint> Points(FrozenGuide guide, FormStep step)
    {
        var ofQuestion = step.Question is { } q && (guide.Scores == ScoredItems.Questions || Asked(guide, step.Competency.Id).Count() == 1) ? q.Anchors : [];
        return [.. guide.Scale.OrderBy(p => p.Value).Select(p =>
        {
            var own = step.Competency.Anchors.FirstOrDefault(a => a.Value == p.Value);
            var anchor = ofQuestion.FirstOrDefault(a => a.Point == p.Value)?.Text ?? own?.Anchor;
            return new ScalePoint(p.Value, own is { Label.IsEmpty: false } ? own.Label : p.Label, anchor is { IsEmpty: false } ? anchor : p.Anchor);
        })];
    }

    private static IEnumerable<FrozenQuestion> Asked(FrozenGuide guide, Guid competency) =>
        guide.Questions.Where(q => q.CompetencyId == competency && q.Type != QuestionType.Closing);

    // A competency is scored when its last question has been asked.
    private static Guid? Scored(FrozenGuide guide, FrozenQuestion question) => (guide.Scores, question.Type) switch
    {
        (_, QuestionType.Closing) => null,
        (ScoredItems.Questions, _) => question.Id,
        (ScoredItems.Competencies, _) => Asked(guide, question.CompetencyId).Last().Id == question.Id ? question.CompetencyId : null,
    };

    private static List<FrozenIndicator> Indicators(FrozenGuide guide, FrozenCompetency competency, FrozenQuestion question)
    {
        var asked = Asked(guide, competency.Id).ToList();
        if (asked.Count == 0 || question.Type == QuestionType.Closing) return [];
        var last = asked[^1].Id;
        Guid Home(FrozenIndicator indicator) => guide.Scores == ScoredItems.Questions ? asked.LastOrDefault(q => q.Touches.Contains(indicator.Id))?.Id ?? last : last;
        return [.. competency.Indicators.Where(i => Home(i) == question.Id)];
    }
}
