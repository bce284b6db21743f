using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Guides;

public class GuideTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Its_hash_is_that_of_its_text()
    {
        var (guide, library) = Made();
        var frozen = guide.Freeze(Written(guide, library), Guid.NewGuid(), Now);
        frozen.Hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(frozen.Text))));
        frozen.IsUnaltered.ShouldBeTrue();
        JsonText.Write(frozen.Read()).ShouldBe(frozen.Text);
    }

    [Fact]
    public void A_frozen_guide_changes_no_more()
    {
        var (guide, library) = Made();
        guide.Freeze(Written(guide, library), Guid.NewGuid(), Now);
        var item = guide.Questions[0].Id;
        foreach (var verb in new Action[]
        {
            () => guide.Drop(item, Now), () => guide.Move(item, 0, Now), () => guide.Give(item, 3, Now), () => guide.Fit(60, 5, 5, Now),
            () => guide.Swap(item, Guid.NewGuid(), 5, Now), () => guide.Reword(guide.Id, "title", "nl", "Functie", "x", Now), () => guide.Freeze(Written(guide, library), Guid.NewGuid(), Now),
        })
            Should.Throw<Refusal>(verb).Reasons[0].Code.ShouldBe("guides.frozen");
    }

    [Fact]
    public void Nothing_to_ask_and_a_competency_nobody_asks_about_are_refused()
    {
        var (guide, library) = Made();
        guide.Drop(guide.Questions.First(q => q.CompetencyId == guide.Competencies[0].CompetencyId).Id, Now);
        Should.Throw<Refusal>(() => guide.Freeze(Written(guide, library), Guid.NewGuid(), Now)).Reasons[0].Code.ShouldBe("guides.competency-without-question");
        guide.Drop(guide.Questions[0].Id, Now);
        Should.Throw<Refusal>(() => guide.Freeze(Written(guide, library), Guid.NewGuid(), Now)).Reasons[0].Code.ShouldBe("guides.no-questions");
    }

    [Fact]
    public void Moving_keeps_every_question_once_in_an_unbroken_order()
    {
        var random = new Random(5);
        var (guide, _) = Made();
        for (var i = 0; i < 5; i++) guide.PutOwn(guide.Competencies[i % 2].CompetencyId, LocalText.Of("nl", $"Eigen {i}"), QuestionType.Knowledge, 5, Now);
        var ids = guide.Questions.Select(q => q.Id).ToHashSet();
        for (var i = 0; i < 100; i++)
        {
            var moved = guide.Questions[random.Next(guide.Questions.Count)].Id;
            var to = random.Next(-2, 9);
            guide.Move(moved, to, Now);
            guide.Questions.Single(q => q.Id == moved).Order.ShouldBe(Math.Clamp(to, 0, guide.Questions.Count - 1));
            guide.Questions.Select(q => q.Order).Order().ShouldBe(Enumerable.Range(0, guide.Questions.Count));
            guide.Questions.Select(q => q.Id).ToHashSet().SetEquals(ids).ShouldBeTrue();
        }
    }

    [Fact]
    public void The_check_says_what_practice_asks_of_a_plan()
    {
        var (guide, library) = Made();
        guide.Give(guide.Questions[0].Id, 60, Now);
        guide.PutOwn(guide.Competencies[0].CompetencyId, LocalText.Of("nl", "Alleen Nederlands"), QuestionType.Knowledge, 5, Now);
        var found = PlanCheck.Of(Written(guide, library), guide.Minutes, [guide.Questions[0].QuestionId!.Value]);
        found.Select(f => f.Kind).Distinct().ShouldBe([FindingKind.OverTime, FindingKind.FewCompetencies, FindingKind.NoAnchors, FindingKind.MissingText, FindingKind.RetiredQuestion], ignoreOrder: true);
        found.Single(f => f.Kind == FindingKind.MissingText).Language.ShouldBe("en");
        found.Single(f => f.Kind == FindingKind.OverTime).Number.ShouldBe(60 + 5 + 8 + 10 - 60);
    }

    [Fact]
    public void Texts_of_other_languages_stay_out_of_the_document()
    {
        var (guide, library) = Made();
        Written(guide, library).Questions[0].Text.All.Keys.ShouldBe(["en", "nl"]);
        GuideDocument.KeepOnly(LocalText.Of("de", "Nur Deutsch"), ["nl"]).All.Keys.ShouldBe(["de"]);
    }

    [Theory]
    [InlineData(5), InlineData(14), InlineData(241)]
    public void An_impossible_length_is_refused(int minutes) =>
        Should.Throw<Refusal>(() => new Guide(Guid.NewGuid(), LocalText.Of("nl", "x"), minutes, ["nl"], ScoredItems.Competencies, null, Now)).Reasons[0].Code.ShouldBe("guides.minutes-wrong");

    private static FrozenGuide Written(Guide guide, Dictionary<Guid, LibraryCompetency> library) => GuideDocument.Of(guide, LocalText.Of("nl", "Functie"), library, Scale.Default());

    private static (Guide Guide, Dictionary<Guid, LibraryCompetency> Library) Made()
    {
        var guide = new Guide(Guid.NewGuid(), LocalText.Of("nl", "Functie"), 60, ["nl", "en"], ScoredItems.Competencies, Guid.NewGuid(), Now);
        Dictionary<Guid, LibraryCompetency> library = [];
        for (var i = 0; i < 2; i++)
        {
            var (id, indicator) = (Guid.NewGuid(), Guid.NewGuid());
            var question = new LibraryQuestion(Guid.NewGuid(), Text($"Vraag {i}"), QuestionType.PastBehaviour, 8, [indicator], [new Probe(StarrStep.Action, Text("Wat deed u?"))], [new Anchor(3, Text("Genoeg"))], ItemStatus.Active);
            library[id] = new LibraryCompetency(id, $"C{i}", Text($"Competentie {i}"), Text("Wat het is"), [Text("Een"), Text("Twee")], [new FrozenIndicator(indicator, Text("Doet het"), Polarity.Positive, 1)], [question]);
            guide.Choose(id, 2, 1);
            guide.Put(id, question.Id, question.Minutes, Now);
        }
        return (guide, library);
    }

    private static LocalText Text(string text) => LocalText.Of("nl", text).With("en", text + " (en)").With("fr", text + " (fr)");
}
