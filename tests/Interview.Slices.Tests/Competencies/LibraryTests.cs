using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Competencies;

public class LibraryTests
{
    [Theory, OnBothDatabases]
    public async Task The_library_is_found_by_word_facet_and_page(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 8);
        var reader = await house.Someone(Role.Employee);

        var all = await house.Asked(new FindCompetencies(new Slice(0, 3)), reader);
        (all.Found.Rows.Count, all.Found.Count).ShouldBe((3, 8));
        all.Found.Rows.Select(r => r.Name.Text).ShouldBe(["Analyseren", "Besluiten nemen", "Klantgericht handelen"]);
        (all.Found.Rows[0].Levels, all.Found.Rows[0].Indicators, all.Found.Rows[0].Questions, all.Found.Rows[0].Tips).ShouldBe((3, 4, 4, 2));
        all.Facets.Editions.ShouldHaveSingleItem().Count.ShouldBe(8);
        all.Facets.Clusters.ShouldHaveSingleItem().Name["nl"].ShouldBe("Organiseren en uitvoeren");
        all.Facets.Languages["fr"].ShouldBe(8);
        all.Facets.States.ShouldBe(new Dictionary<ShelfState, int> { [ShelfState.Published] = 8 });

        (await house.Asked(new FindCompetencies(new Slice(3, 3)), reader)).Found.Rows.Select(r => r.Name.Text).ShouldBe(["Leren", "Overtuigen", "Plannen en organiseren"]);
        (await house.Asked(new FindCompetencies(new Slice(0, 3), Descending: true), reader)).Found.Rows[0].Name.Text.ShouldBe("Zorgvuldig werken");
        (await house.Asked(new FindCompetencies(new Slice(0, 3), Language: "en"), reader)).Found.Rows[0].Name.Text.ShouldBe("Analysing");
        (await house.Asked(new FindCompetencies(new Slice(), "planning"), reader)).Found.Rows.ShouldHaveSingleItem().Code.ShouldBe("C-01");
        (await house.Asked(new FindCompetencies(new Slice(), "laat zien wat"), reader)).Found.Count.ShouldBe(8);
        (await house.Asked(new FindCompetencies(new Slice(0, 2), "laat"), reader)).Found.Count.ShouldBe(8);
        (await house.Asked(new FindCompetencies(new Slice(), Languages: ["de"]), reader)).Found.Count.ShouldBe(0);
        (await house.Asked(new FindCompetencies(new Slice(0, 1), Languages: ["fr"]), reader)).Found.Count.ShouldBe(8);
        (await house.Asked(new FindCompetencies(new Slice(0, 2), Clusters: [library.Cluster], Editions: [library.Edition]), reader)).Found.Count.ShouldBe(8);
        (await house.Asked(new FindCompetencies(new Slice(), Editions: [Guid.NewGuid()]), reader)).Found.Count.ShouldBe(0);
        foreach (var sort in Enum.GetValues<LibrarySort>())
            (await house.Asked(new FindCompetencies(new Slice(0, 3), Sort: sort, Descending: true), reader)).Found.Count.ShouldBe(8);
    }

    [Theory, OnBothDatabases]
    public async Task Whose_role_holds_for_one_framework_sees_and_edits_that_one(Database database)
    {
        await using var house = await House.On(database);
        var (own, other) = (await SmallLibrary.In(house, 2, "A-1"), await SmallLibrary.In(house, 3, "B-1"));
        var keeper = await house.Someone((Role.LibraryManager, Scope.Framework(own.Framework)));
        (await house.Asked(new FindCompetencies(new Slice()), keeper)).Found.Count.ShouldBe(2);
        (await house.Refused(new ShowCompetency(other.Competencies[0]), keeper)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new RewordText(other.Competencies[0], other.Competencies[0], "name", "nl", "Plannen en organiseren", "x"), keeper)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new ListEditions(), keeper)).ShouldHaveSingleItem().Id.ShouldBe(own.Edition);
        (await house.Refused(new MakeFramework("nl", "Nieuw", "Wij", "", "1"), keeper)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new MakeEdition(other.Framework, "2"), keeper)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new ShowCompetency(own.Competencies[0]), keeper)).MayEdit.ShouldBeTrue();
        (await house.Asked(new ShowCompetency(own.Competencies[0]), await house.Someone(Role.Employee))).MayEdit.ShouldBeFalse();
        (await house.Refused(new RewordText(own.Competencies[0], own.Competencies[0], "name", "nl", "", "x"), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task Two_editors_of_one_competency_lose_nothing(Database database)
    {
        await using var house = await House.On(database);
        await using var elsewhere = house.Twin();
        var library = await SmallLibrary.In(house, 1);
        var id = library.Competencies[0];
        var (first, second) = (await house.Someone(Role.LibraryManager), await house.Someone(Role.Recruiter));
        var seen = await house.Asked(new ShowCompetency(id), first);

        // Different items, at the same moment, in two processes: all stay.
        for (var i = 0; i < 4; i++)
        {
            var (indicator, question) = (seen.Indicators[i], seen.Questions[i]);
            await Task.WhenAll(
                house.Asked(new RewordText(id, indicator.Id, "text", "nl", indicator.Text["nl"], $"Gedrag {i}"), first),
                elsewhere.Asked(new RewordText(id, question.Id, "text", "fr", question.Text["fr"], $"Question {i}"), second));
        }
        var after = await house.Asked(new ShowCompetency(id), first);
        after.Indicators.Select(i => i.Text["nl"]).ShouldBe(["Gedrag 0", "Gedrag 1", "Gedrag 2", "Gedrag 3"]);
        after.Questions.Select(q => q.Text["fr"]).ShouldBe(["Question 0", "Question 1", "Question 2", "Question 3"]);

        // The same text: whoever comes second sees both and nothing is overwritten.
        await house.Asked(new RewordText(id, id, "definition", "nl", seen.Definition["nl"], "Van de eerste"), first);
        var clash = await elsewhere.Door.Ask(new RewordText(id, id, "definition", "nl", seen.Definition["nl"], "Van de tweede"), second);
        clash.Reasons.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe(Refusal.ChangedCode), r => r.Field.ShouldBe("definition"), r => r.Args.ShouldBe(["Van de eerste", "Van de tweede"]));
        (await house.Asked(new ShowCompetency(id), first)).Definition["nl"].ShouldBe("Van de eerste");
        (await house.Asked(new RewordText(id, id, "definition", "en", seen.Definition["en"], "By the second"), second)).ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_history_says_who_changed_what_from_what_to_what(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 1);
        var (id, editor) = (library.Competencies[0], await house.Someone(Role.LibraryManager));
        var question = (await house.Asked(new ShowCompetency(id), editor)).Questions[1];
        await house.Asked(new RewordText(id, question.Id, "text", "nl", question.Text["nl"], "Vertel eens."), editor);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Asked(new TuneQuestion(id, question.Id, question.Tuning, question.Tuning with { Minutes = 12, Type = QuestionType.Situational }), editor);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Asked(new RetireItem(id, question.Id), editor);

        var history = await house.Asked(new ReadHistory(id, new Slice()), editor);
        history.Rows.Select(h => h.Field).ShouldBe(["retired", "minutes", "type", "text"], ignoreOrder: true);
        history.Rows[0].Field.ShouldBe("retired");
        var text = history.Rows.Single(h => h.Field == "text");
        (text.Item, text.Language, text.Before, text.After).ShouldBe((question.Id, "nl", question.Text["nl"], "Vertel eens."));
        text.Who.ShouldNotBeNull();
        history.Rows.Single(h => h.Field == "minutes").ShouldSatisfyAllConditions(h => h.Before.ShouldBe("7"), h => h.After.ShouldBe("12"));
        (await house.Refused(new ReadHistory(Guid.NewGuid(), new Slice()), editor)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_question_is_tuned_probed_and_anchored(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 1);
        var (id, editor) = (library.Competencies[0], await house.Someone(Role.LibraryManager));
        var card = await house.Asked(new ShowCompetency(id), editor);
        var question = card.Questions[0];
        await house.Asked(new AddProbe(id, question.Id, StarrStep.Result, "nl", "Wat kwam eruit?"), editor);
        await house.Asked(new RewordText(id, question.Id, "probe.2", "fr", null, "Quel résultat ?"), editor);
        await house.Asked(new RewordText(id, question.Id, "anchor.4", "nl", null, "Doet het vanzelf."), editor);
        await house.Asked(new RewordText(id, question.Id, "anchor.1", "en", "Waits.", ""), editor);
        await house.Asked(new TuneQuestion(id, question.Id, question.Tuning, question.Tuning with { Touches = [card.Indicators[2].Id] }), editor);
        var now = (await house.Asked(new ShowCompetency(id), editor)).Questions[0];
        now.Probes.Count.ShouldBe(3);
        now.Probes[2].Text["fr"].ShouldBe("Quel résultat ?");
        now.Anchors.Select(a => a.Point).ShouldBe([1, 3, 4, 5]);
        now.Anchors[0].Text.Has("en").ShouldBeFalse();
        now.Touches.ShouldBe([card.Indicators[2].Id]);

        (await house.Refused(new DropProbe(id, question.Id, 0, now.Probes[1]), editor)).ShouldBe(Refusal.ChangedCode);
        await house.Asked(new DropProbe(id, question.Id, 0, now.Probes[0]), editor);
        (await house.Asked(new ShowCompetency(id), editor)).Questions[0].Probes.Count.ShouldBe(2);

        (await house.Refused(new TuneQuestion(id, question.Id, question.Tuning, question.Tuning with { Minutes = 0 }), editor)).ShouldBe("competencies.minutes-wrong");
        (await house.Refused(new TuneQuestion(id, question.Id, question.Tuning, question.Tuning with { Touches = [Guid.NewGuid()] }), editor)).ShouldBe("competencies.touches-wrong");
        await house.Asked(new TuneQuestion(id, question.Id, now.Tuning, now.Tuning with { Minutes = 9 }), editor);
        (await house.Refused(new TuneQuestion(id, question.Id, now.Tuning, now.Tuning with { Minutes = 11 }), editor)).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new RewordText(id, question.Id, "probe.9", "nl", null, "x"), editor)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new RewordText(id, question.Id, "text", "nl", "anders", new string('x', 4001)), editor)).ShouldBe("competencies.text-too-long");
        (await house.Refused(new AddProbe(id, question.Id, StarrStep.Result, "nl", " "), editor)).ShouldBe("shared.text-missing");
    }

    [Theory, OnBothDatabases]
    public async Task A_framework_of_ones_own_is_built_up_and_published(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        var edition = await house.Asked(new MakeFramework("nl", "Ons raamwerk", "Gemeente Waterveen", "eigen", "2026"), keeper);
        var framework = (await house.Asked(new ListEditions(), keeper)).Single().Framework;
        (await house.Refused(new MakeEdition(framework, "2026"), keeper)).ShouldBe("competencies.edition-taken");
        await house.Asked(new MakeEdition(framework, "2027"), keeper);
        var cluster = await house.Asked(new MakeCluster(edition, "nl", "Denken"), keeper);
        var id = await house.Asked(new MakeCompetency(edition, cluster, "DEN-1", "nl", "Analyseren", "Zoekt uit hoe het zit."), keeper);
        (await house.Refused(new MakeCompetency(edition, cluster, "DEN-1", "nl", "Nog eens", ""), keeper)).ShouldBe("competencies.code-taken");
        (await house.Refused(new MakeCompetency(edition, null, " ", "nl", "", ""), keeper)).ShouldBe("competencies.code-wrong");
        await house.Asked(new AddLevel(id, "nl", "Ziet het"), keeper);
        var indicator = await house.Asked(new AddIndicator(id, "nl", "Vraagt door", Polarity.Positive, 1), keeper);
        (await house.Refused(new AddIndicator(id, "nl", "Vraagt door", Polarity.Positive, 2), keeper)).ShouldBe("competencies.level-unknown");
        await house.Asked(new AddQuestion(id, "nl", "Waar zocht u naar?", QuestionType.PastBehaviour, 8), keeper);
        await house.Asked(new AddTip(id, "nl", "Lees één rapport per week.", TipAudience.Employee, TipKind.OnTheJob), keeper);
        await house.Asked(new PublishEdition(edition), keeper);
        (await house.Refused(new PublishEdition(edition), keeper)).ShouldBe("competencies.edition-not-draft");

        var card = await house.Asked(new ShowCompetency(id), keeper);
        (card.Levels.Count, card.Indicators.Count, card.Questions.Count, card.Tips.Count).ShouldBe((1, 1, 1, 1));
        card.EditionStatus.ShouldBe(EditionStatus.Published);

        await house.Asked(new RetireItem(id, indicator), keeper);
        (await house.Asked(new ShowCompetency(id), keeper)).Indicators[0].Status.ShouldBe(ItemStatus.Retired);
        await house.Asked(new RetireItem(id, id), keeper);
        (await house.Asked(new FindCompetencies(new Slice()), keeper)).Found.Count.ShouldBe(0);
        (await house.Asked(new FindCompetencies(new Slice(), States: [ShelfState.Retired]), keeper)).Found.Rows.ShouldHaveSingleItem().State.ShouldBe(ShelfState.Retired);
        await house.Asked(new ReviveItem(id, id), keeper);
        await house.Asked(new ReviveItem(id, indicator), keeper);
        (await house.Asked(new FindCompetencies(new Slice()), keeper)).Found.Rows.ShouldHaveSingleItem().Indicators.ShouldBe(1);
        (await house.Refused(new RetireItem(id, Guid.NewGuid()), keeper)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_page_of_the_library_takes_one_query_and_the_numbers_are_counted_when_something_was_saved(Database database)
    {
        var counter = new CountQueries();
        await using var house = await House.On(database, counter.Register);
        var library = await SmallLibrary.In(house, 8);
        counter.Reset();
        (await house.Asked(new FindCompetencies(new Slice(0, 3)))).Found.Count.ShouldBe(8);
        counter.Count.ShouldBe(3);
        counter.Reset();
        await house.Asked(new FindCompetencies(new Slice(3, 3)));
        counter.Count.ShouldBe(1);
        await house.Asked(new MakeCompetency(library.Edition, null, "NEW", "nl", "Nieuw", "Nieuw."));
        counter.Reset();
        (await house.Asked(new FindCompetencies(new Slice(0, 3)))).Found.Count.ShouldBe(9);
        counter.Count.ShouldBe(3);
    }
}
