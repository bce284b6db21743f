using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;

namespace Interviewing.Application.Scoring;

/// <summary>
/// One step of the form: a question (or a competency without one), the item that is scored here if any, the indicators to tick here,
/// and those of them that get a score of their own.
/// </summary>
public sealed record FormStep(int Number, FrozenQuestion? Question, FrozenCompetency Competency, Guid? Scored, IReadOnlyList<FrozenIndicator> Indicators, IReadOnlyList<FrozenIndicator> Rated)
{
    public Guid NoteId => Question?.Id ?? Competency.Id;

    /// <summary>Everything that gets a score on this step.</summary>
    public IEnumerable<Guid> Items => Scored is { } one ? [one] : Rated.Select(i => i.Id);
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
            var indicators = Indicators(guide, competency, question);
            steps.Add(new(steps.Count + 1, question, competency, Scored(guide, question), indicators, Rated(guide, indicators)));
        }
        if (guide.Scores != ScoredItems.Questions)
            foreach (var competency in guide.Competencies.Where(c => !Asked(guide, c.Id).Any()))
                steps.Add(new(steps.Count + 1, null, competency, ScoredItself(guide, competency) ? competency.Id : null, competency.Indicators, Rated(guide, competency.Indicators)));
        return steps;
    }

    /// <summary>What was asked before a step is scored: the question itself, or every question of the competency where that is scored.</summary>
    public static IReadOnlyList<FrozenQuestion> AskedFor(FrozenGuide guide, FormStep step) => guide.Scores switch
    {
        ScoredItems.Questions or ScoredItems.Indicators => step.Question is { } question ? [question] : [],
        ScoredItems.Competencies => [.. Asked(guide, step.Competency.Id)],
    };

    /// <summary>Items that were not asked: a question the chair skipped, or whatever all its questions were skipped for.</summary>
    public static IReadOnlySet<Guid> NotAsked(FrozenGuide guide, IReadOnlyCollection<Guid> skipped) => guide.Scores switch
    {
        ScoredItems.Questions => guide.ScoredIds.Where(skipped.Contains).ToHashSet(),
        ScoredItems.Competencies or ScoredItems.Indicators => guide.ScoredIds.Where(item => AskedFor(guide, item) is { Count: > 0 } asked && asked.All(q => skipped.Contains(q.Id))).ToHashSet(),
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

    /// <summary>The step on which an item is scored, counted from 1.</summary>
    public static int NumberOf(FrozenGuide guide, Guid item) => Of(guide).FirstOrDefault(s => s.Items.Contains(item))?.Number ?? 0;

    /// <summary>Where evidence for an item may stand: notes under these questions, and lines tied to these indicators.</summary>
    public static (IReadOnlySet<Guid> Notes, IReadOnlySet<Guid> Indicators) PlacesOf(FrozenGuide guide, Guid item)
    {
        var steps = Of(guide);
        var home = steps.First(s => s.Items.Contains(item));
        var around = guide.Scores == ScoredItems.Questions ? [home] : steps.Where(s => s.Competency.Id == home.Competency.Id).ToList();
        return (around.Select(s => s.NoteId).ToHashSet(), home.Rated.Any(i => i.Id == item) ? new HashSet<Guid> { item } : around.SelectMany(s => s.Indicators.Select(i => i.Id)).ToHashSet());
    }

    private static IEnumerable<FrozenQuestion> Asked(FrozenGuide guide, Guid competency) =>
        guide.Questions.Where(q => q.CompetencyId == competency && q.Type != QuestionType.Closing);

    // An indicator is asked about by the questions that touch it; by all of its competency where none says so.
    private static List<FrozenQuestion> AskedFor(FrozenGuide guide, Guid item)
    {
        var asked = Asked(guide, guide.CompetencyOf(item).Id).ToList();
        return asked.Where(q => q.Touches.Contains(item)).ToList() is { Count: > 0 } touching ? touching : asked;
    }

    private static bool ScoredItself(FrozenGuide guide, FrozenCompetency competency) => guide.Scores == ScoredItems.Competencies || !competency.Scorable.Any();

    private static List<FrozenIndicator> Rated(FrozenGuide guide, IReadOnlyList<FrozenIndicator> indicators) =>
        guide.Scores == ScoredItems.Indicators ? [.. indicators.Where(i => i.Polarity == Polarity.Positive)] : [];

    // A competency is scored when its last question has been asked.
    private static Guid? Scored(FrozenGuide guide, FrozenQuestion question) => (guide.Scores, question.Type) switch
    {
        (_, QuestionType.Closing) => null,
        (ScoredItems.Questions, _) => question.Id,
        (ScoredItems.Competencies or ScoredItems.Indicators, _) => ScoredItself(guide, guide.CompetencyOf(question.Id)) && Asked(guide, question.CompetencyId).Last().Id == question.Id ? question.CompetencyId : null,
    };

    private static List<FrozenIndicator> Indicators(FrozenGuide guide, FrozenCompetency competency, FrozenQuestion question)
    {
        var asked = Asked(guide, competency.Id).ToList();
        if (asked.Count == 0 || question.Type == QuestionType.Closing) return [];
        var last = asked[^1].Id;
        Guid Home(FrozenIndicator indicator) => guide.Scores == ScoredItems.Competencies ? last : asked.LastOrDefault(q => q.Touches.Contains(indicator.Id))?.Id ?? last;
        return [.. competency.Indicators.Where(i => Home(i) == question.Id)];
    }
}
