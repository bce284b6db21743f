using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Scoring;

public class FormPlanTests
{
    [Fact]
    public void Every_scored_item_and_every_indicator_stands_on_exactly_one_step() => Prop.ForAll(Arb.From(Guides), guide =>
    {
        var steps = FormPlan.Of(guide);
        var scored = steps.SelectMany(s => s.Items).ToList();
        var shown = steps.SelectMany(s => s.Indicators.Select(i => i.Id)).ToList();
        var withSteps = steps.Select(s => s.Competency.Id).ToHashSet();
        var asked = guide.Competencies.Where(c => guide.Scores != ScoredItems.Questions ? true : guide.Questions.Any(q => q.CompetencyId == c.Id && q.Type != QuestionType.Closing));
        var hasClosingOnly = guide.Competencies.Where(c => guide.Questions.Any(q => q.CompetencyId == c.Id) && guide.Questions.All(q => q.CompetencyId != c.Id || q.Type == QuestionType.Closing)).Select(c => c.Id).ToHashSet();
        return scored.Count == scored.Distinct().Count() && scored.ToHashSet().SetEquals(guide.ScoredIds)
            && shown.Count == shown.Distinct().Count()
            && asked.Where(c => !hasClosingOnly.Contains(c.Id)).SelectMany(c => c.Indicators).All(i => shown.Contains(i.Id))
            && steps.Select(s => s.Number).SequenceEqual(Enumerable.Range(1, steps.Count))
            && steps.Select(s => s.NoteId).Distinct().Count() == steps.Count
            && withSteps.Count <= guide.Competencies.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_competency_is_not_asked_when_all_its_questions_were_skipped() => Prop.ForAll(Arb.From(Guides), guide =>
        FormPlan.NotAsked(guide, [.. guide.Questions.Select(q => q.Id)]).SetEquals(guide.ScoredIds.Where(i => guide.Questions.Any(q => q.Type != QuestionType.Closing && (q.Id == i || q.CompetencyId == guide.CompetencyOf(i).Id))))
        && FormPlan.NotAsked(guide, []).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Anchors_of_the_question_go_before_those_of_the_competency_and_those_before_the_scale()
    {
        var competency = new FrozenCompetency(Guid.NewGuid(), "c", Text("C"), Text("d"), null, 1, null, [], [], [new(2, Text("twee"), Text("competentie 2")), new(3, Text("drie"), Text("competentie 3"))]);
        var question = new FrozenQuestion(Guid.NewGuid(), competency.Id, Text("v"), QuestionType.PastBehaviour, 5, [], [], [new(3, Text("vraag 3"))]);
        var guide = Guide([competency], [question], ScoredItems.Competencies);
        var points = FormPlan.Points(guide, FormPlan.Of(guide)[0]);
        points.Select(p => p.Anchor.ToString()).Skip(1).Take(3).ShouldBe(["competentie 2", "vraag 3", guide.Scale[3].Anchor.ToString()]);
        points[1].Label.ToString().ShouldBe("twee");
    }

    private static readonly Gen<FrozenGuide> Guides =
        from count in Gen.Choose(1, 4)
        from scores in Gen.Elements(Enum.GetValues<ScoredItems>())
        from picks in Gen.Choose(0, 999).ListOf()
        select Made(count, scores, picks);

    private static FrozenGuide Made(int count, ScoredItems scores, IEnumerable<int> picks)
    {
        List<FrozenCompetency> competencies = [.. Enumerable.Range(0, count).Select(i => new FrozenCompetency(Guid.NewGuid(), $"c{i}", Text($"C{i}"), Text("d"), null, 1, null, [],
            [.. Enumerable.Range(0, i + 1).Select(k => new FrozenIndicator(Guid.NewGuid(), Text($"I{k}"), k == 1 ? Polarity.Negative : Polarity.Positive, null))], []))];
        return Guide(competencies, [.. picks.Take(8).Select(p =>
        {
            var of = competencies[p % count];
            return new FrozenQuestion(Guid.NewGuid(), of.Id, Text("v"), p % 7 == 0 ? QuestionType.Closing : QuestionType.Situational, 5, p % 2 == 0 ? [of.Indicators[p % of.Indicators.Count].Id] : [], [], []);
        })], scores);
    }

    private static FrozenGuide Guide(IReadOnlyList<FrozenCompetency> competencies, IReadOnlyList<FrozenQuestion> questions, ScoredItems scores) =>
        new(1, Guid.NewGuid(), Text("G"), Guid.NewGuid(), Text("P"), ["nl"], scores, Scale.Default().Points, 3, 5, Text("o"), 5, Text("s"), competencies, questions);

    private static LocalText Text(string nl) => LocalText.Of("nl", nl);
}
