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
        var found = PlanCheck.Of(Written(guide, library), guide.Minutes, PlanFacts.None with { Retired = [guide.Questions[0].QuestionId!.Value] });
        found.Select(f => f.Kind).Distinct().ShouldBe([FindingKind.OverTime, FindingKind.FewCompetencies, FindingKind.OneQuestion, FindingKind.NoAnchors, FindingKind.MissingText, FindingKind.RetiredQuestion], ignoreOrder: true);
        found.Single(f => f.Kind == FindingKind.MissingText).Language.ShouldBe("en");
        found.Single(f => f.Kind == FindingKind.OverTime).Number.ShouldBe(60 + 5 + 8 + 10 - 60);
    }

    [Fact]
    public void The_check_sees_spread_rounds_weights_and_behaviour_that_is_left_out()
    {
        var (guide, library) = Made();
        var (first, second) = (guide.Questions[0], guide.Questions[1]);
        guide.Seat(["Ellen", "Joost"], Now);
        IReadOnlyList<Finding> Check() => PlanCheck.Of(Written(guide, library), guide.Minutes, PlanFacts.None with { Members = guide.Members, AskedBefore = new HashSet<Guid> { second.QuestionId!.Value } });
        Check().Select(f => f.Kind).ShouldNotContain(FindingKind.UnevenSpread);
        guide.Assign(first.Id, guide.Members[1].Id, Now);
        Check().Single(f => f.Kind == FindingKind.UnevenSpread).Number.ShouldBe(16);
        guide.Assign(first.Id, null, Now);
        Check().Single(f => f.Kind == FindingKind.Unassigned).Number.ShouldBe(1);
        Check().Single(f => f.Kind == FindingKind.AskedBefore).Number.ShouldBe(2);
        guide.Divide(Now);
        Check().Select(f => f.Kind).ShouldNotContain(FindingKind.Unassigned);

        var heavy = new Guide(Guid.NewGuid(), LocalText.Of("nl", "Zwaar"), 60, ["nl"], ScoredItems.Competencies, null, Now);
        foreach (var (id, weight) in library.Keys.Zip([1, 3])) heavy.Choose(id, null, weight);
        foreach (var competency in library.Values) heavy.Put(competency.Id, competency.Questions[0].Id, 8, Now);
        PlanCheck.Of(Written(heavy, library), 60, PlanFacts.None).Select(f => f.Kind).ShouldContain(FindingKind.WeightsWithoutReason);
        heavy.ReasonWeights("De raad vroeg er in de vacature om.", Now);
        PlanCheck.Of(Written(heavy, library), 60, PlanFacts.None).Select(f => f.Kind).ShouldNotContain(FindingKind.WeightsWithoutReason);
        var one = library.Values.First();
        library[one.Id] = one with { Indicators = [.. one.Indicators, new FrozenIndicator(Guid.NewGuid(), Text("Doet nog iets"), Polarity.Positive, null)] };
        PlanCheck.Of(Written(heavy, library), 60, PlanFacts.None).Single(f => f.Kind == FindingKind.Uncovered).Number.ShouldBe(1);
    }

    [Fact]
    public void A_forbidden_topic_freezes_only_with_a_reason()
    {
        var (guide, library) = Made();
        var touchy = guide.PutOwn(guide.Competencies[0].CompetencyId, LocalText.Of("nl", "Welke nationaliteit hebt u?"), QuestionType.Knowledge, 3, Now);
        var place = guide.Questions.OrderBy(q => q.Order).ToList().IndexOf(touchy) + 1;
        PlanCheck.Of(Written(guide, library), 60, PlanFacts.None).Single(f => f.Kind == FindingKind.ForbiddenTopic).ShouldSatisfyAllConditions(f => f.Topic.ShouldBe("nationality"), f => f.Number.ShouldBe(place));
        var no = Should.Throw<Refusal>(() => guide.Freeze(Written(guide, library), Guid.NewGuid(), Now)).Reasons[0];
        (no.Code, no.Args[0]).ShouldBe(("guides.topic-without-reason", place));
        Should.Throw<Refusal>(() => guide.Allow(touchy.Id, "nationality", " ", null, Now)).Reasons[0].Code.ShouldBe("guides.reason-missing");
        guide.Allow(touchy.Id, "nationality", "De wet eist het voor deze functie.", null, Now);
        PlanCheck.Of(Written(guide, library), 60, PlanFacts.None).Select(f => f.Kind).ShouldNotContain(FindingKind.ForbiddenTopic);
        guide.Freeze(Written(guide, library), Guid.NewGuid(), Now).Read().Questions.Single(q => q.Id == touchy.Id).Allowed!.Single().Reason.ShouldBe("De wet eist het voor deze functie.");
    }

    [Fact]
    public void What_only_the_panel_answers_stands_last_and_takes_no_time()
    {
        var (guide, library) = Made();
        var (before, competency) = (Written(guide, library).Minutes, guide.Competencies[0].CompetencyId);
        var after = guide.PutOwn(competency, Text("Hoe was de indruk?"), QuestionType.Knowledge, 10, Now, panelOnly: true);
        var own = guide.PutOwn(competency, Text("En dit?"), QuestionType.Knowledge, 4, Now);
        Written(guide, library).Minutes.ShouldBe(before + 4);
        guide.Move(after.Id, 0, Now);
        guide.Move(own.Id, 9, Now);
        guide.Questions.OrderBy(q => q.Order).Last().ShouldBe(after);
        guide.Seat(["Ellen"], Now);
        (after.MemberId, own.MemberId).ShouldBe((null, guide.Members[0].Id));
    }

    [Fact]
    public void A_panel_has_names_once_and_not_too_many()
    {
        var (guide, _) = Made();
        Should.Throw<Refusal>(() => guide.Seat(["Ellen", "ellen"], Now)).Reasons[0].Code.ShouldBe("guides.member-twice");
        Should.Throw<Refusal>(() => guide.Seat([.. Enumerable.Range(0, 7).Select(i => $"Lid {i}")], Now)).Reasons[0].Code.ShouldBe("guides.too-many-members");
        guide.Seat(["Ellen", "Joost"], Now);
        var ellen = guide.Members[0].Id;
        guide.Seat(["Joost", " Ellen "], Now);
        guide.Members[1].Id.ShouldBe(ellen);
        Should.Throw<Refusal>(() => guide.Assign(guide.Questions[0].Id, Guid.NewGuid(), Now)).Reasons[0].Code.ShouldBe("guides.member-unknown");
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
