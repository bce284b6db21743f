using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Competencies;

/// <summary>What was taken away or replaced comes back from the history, as the same record in the same place.</summary>
public class RestoreTests
{
    [Theory, OnBothDatabases]
    public async Task Parts_of_a_competency_come_back_with_what_they_were_tied_to(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 1);
        var editor = await house.Someone(Role.LibraryManager);
        var id = library.Competencies[0];
        await house.Asked(new StopRequiring(library.Profile, id), editor);
        var before = await house.Asked(new ShowCompetency(id), editor);
        await house.Asked(new RemoveItem(id, before.Levels[1].Id), editor);
        await house.Asked(new RemoveItem(id, before.Indicators[0].Id), editor);
        await house.Asked(new RemoveItem(id, before.Questions[2].Id), editor);
        await house.Asked(new RemoveItem(id, before.Tips[0].Id), editor);
        await house.Asked(new DropProbe(id, before.Questions[0].Id, 0, before.Questions[0].Probes[0]), editor);
        var gone = await house.Asked(new ShowCompetency(id), editor);
        (gone.Levels.Count, gone.Indicators.Count, gone.Questions.Count, gone.Tips.Count, gone.Questions[0].Probes.Count).ShouldBe((2, 3, 3, 1, 1));

        var history = (await house.Asked(new ReadHistory(id, new Slice()), editor)).Rows;
        // A question comes back before behaviour it touched, and behaviour before the level it stood on: the level finds it again, the other questions too.
        foreach (var item in new[] { before.Tips[0].Id, before.Questions[2].Id, before.Indicators[0].Id, before.Levels[1].Id })
            await house.Asked(new RestoreChange(id, history.Single(h => h.Field == "removed" && h.Item == item).Id), editor);
        await house.Asked(new RestoreChange(id, history.Single(h => h.Field == "probe-dropped").Id), editor);
        var after = await house.Asked(new ShowCompetency(id), editor);
        after.Levels.ShouldBe(before.Levels);
        after.Indicators.ShouldBe(before.Indicators);
        after.Tips.ShouldBe(before.Tips);
        after.Questions.Select(q => (q.Id, q.Text, q.Type, q.Minutes)).ShouldBe(before.Questions.Select(q => (q.Id, q.Text, q.Type, q.Minutes)));
        after.Questions[0].Probes.ShouldBe(before.Questions[0].Probes);
        after.Questions[0].Touches.ShouldBe(before.Questions[0].Touches, ignoreOrder: true);
        after.Questions[2].Anchors.ShouldBe(before.Questions[2].Anchors);
        after.Questions[2].Touches.ShouldBe(before.Questions[2].Touches, ignoreOrder: true);
        (await house.Refused(new RestoreChange(id, history.First(h => h.Field == "removed").Id), editor)).ShouldBe("competencies.restored-already");
        (await house.Asked(new ReadHistory(id, new Slice()), editor)).Rows.Count(h => h.Field == "restored").ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task Texts_and_settings_go_back_unless_they_were_changed_since(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 1);
        var (id, editor) = (library.Competencies[0], await house.Someone(Role.LibraryManager));
        var card = await house.Asked(new ShowCompetency(id), editor);
        var question = card.Questions[0];
        await house.Asked(new RewordText(id, id, "definition", "nl", card.Definition["nl"], "Nieuw."), editor);
        await house.Asked(new TuneQuestion(id, question.Id, question.Tuning, new(QuestionType.Knowledge, 3, [card.Indicators[3].Id])), editor);
        await house.Asked(new RetireItem(id, question.Id), editor);
        var history = (await house.Asked(new ReadHistory(id, new Slice()), editor)).Rows;
        history.Single(h => h.Field == "touches").ShouldSatisfyAllConditions(h => h.Before.ShouldBe(card.Indicators[0].Text["nl"]), h => h.After.ShouldBe(card.Indicators[3].Text["nl"]));
        foreach (var row in history.Where(h => h.Field is "definition" or "touches" or "type" or "minutes" or "retired")) await house.Asked(new RestoreChange(id, row.Id), editor);
        var back = await house.Asked(new ShowCompetency(id), editor);
        back.Definition.ShouldBe(card.Definition);
        back.Questions[0].ShouldSatisfyAllConditions(q => q.Type.ShouldBe(question.Type), q => q.Minutes.ShouldBe(question.Minutes), q => q.Touches.ShouldBe(question.Touches), q => q.Status.ShouldBe(ItemStatus.Active));

        // Changed since: both are shown, nothing is overwritten.
        await house.Asked(new RewordText(id, id, "definition", "nl", card.Definition["nl"], "Van iemand anders."), editor);
        var clash = await house.Door.Ask(new RestoreChange(id, history.Single(h => h.Field == "definition").Id), editor);
        clash.Reasons.ShouldHaveSingleItem().Args.ShouldBe(["Van iemand anders.", card.Definition["nl"]]);
        (await house.Refused(new RestoreChange(id, Guid.NewGuid()), editor)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new RestoreChange(id, history[0].Id), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new RestoreChange(id, history[0].Id), await house.Someone((Role.LibraryManager, Scope.Framework(Guid.NewGuid()))))).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new ReorderItem(id, card.Tips[1].Id, 0), editor);
        var moved = (await house.Asked(new ReadHistory(id, new Slice()), editor)).Rows.First(h => h.Field == "moved");
        (await house.Refused(new RestoreChange(id, moved.Id), editor)).ShouldBe("competencies.change-stays");
    }

    [Theory, OnBothDatabases]
    public async Task A_level_does_not_come_back_while_people_are_measured_on_the_ladder(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 1);
        var (id, editor) = (library.Competencies[0], await house.Someone(Role.LibraryManager));
        await house.Asked(new StopRequiring(library.Profile, id), editor);
        await house.Asked(new RemoveItem(id, (await house.Asked(new ShowCompetency(id), editor)).Levels[0].Id), editor);
        await house.Asked(new RequireCompetency(library.Profile, id, 1, 1), editor);
        var row = (await house.Asked(new ReadHistory(id, new Slice()), editor)).Rows.Single(h => h.Field == "removed");
        (await house.Refused(new RestoreChange(id, row.Id), editor)).ShouldBe("competencies.ladder-used");
        (await house.Asked(new ShowCompetency(id), editor)).Levels.Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_profile_has_a_history_and_what_went_comes_back(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 3);
        var (id, editor) = (library.Profile, await house.Someone(Role.LibraryManager));
        var before = await house.Asked(new ShowProfile(id), editor);
        var area = before.ResultAreas[0];
        var asked = before.Requires[1];
        await house.Asked(new RewordProfile(id, id, "purpose", "fr", before.Purpose["fr"], "Autre."), editor);
        await house.Asked(new WriteActivities(id, area.Id, "nl", ActivityLines.Of(area.Activities, "nl"), "Maakt een plan"), editor);
        await house.Asked(new ChangePayScale(id, "11", "12"), editor);
        await house.Asked(new RequireCompetency(id, before.Requires[0].Competency, 3, 9, new(before.Requires[0].Level, before.Requires[0].Weight)), editor);
        await house.Asked(new StopRequiring(id, asked.Competency), editor);
        await house.Asked(new RetireProfile(id), editor);
        var history = (await house.Asked(new ReadHistory(id, new Slice()), editor)).Rows;
        history.Select(h => h.Field).ShouldBe(["retired", "required-dropped", "required-weight", "required-level", "payscale", "activities", "purpose"], ignoreOrder: true);
        history.ShouldAllBe(h => h.Who != null);
        history.Single(h => h.Field == "activities").ShouldSatisfyAllConditions(h => h.Before.ShouldBe("Maakt een begroting"), h => h.After.ShouldBe("Maakt een plan"), h => h.Language.ShouldBe("nl"));
        foreach (var row in history) await house.Asked(new RestoreProfileChange(id, row.Id), editor);
        await house.Asked(new RemoveResultArea(id, area.Id), editor);
        (await house.Asked(new ShowProfile(id), editor)).ResultAreas.ShouldBeEmpty();
        var removed = (await house.Asked(new ReadHistory(id, new Slice()), editor)).Rows.Single(h => h.Field == "removed");
        await house.Asked(new RestoreProfileChange(id, removed.Id), editor);
        (await house.Refused(new RestoreProfileChange(id, removed.Id), editor)).ShouldBe("competencies.restored-already");

        var after = await house.Asked(new ShowProfile(id), editor);
        (after.Purpose, after.PayScale, after.Status).ShouldBe((before.Purpose, before.PayScale, ItemStatus.Active));
        after.Requires.Select(r => (r.Competency, r.Level, r.Weight)).ShouldBe(before.Requires.Select(r => (r.Competency, r.Level, r.Weight)));
        after.ResultAreas.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Id.ShouldBe(area.Id), a => a.Title.ShouldBe(area.Title), a => a.Result.ShouldBe(area.Result), a => ActivityLines.Of(a.Activities, "fr").ShouldBe(ActivityLines.Of(area.Activities, "fr")), a => ActivityLines.Of(a.Activities, "nl").ShouldBe(ActivityLines.Of(area.Activities, "nl")));
        (await house.Refused(new RestoreProfileChange(id, removed.Id), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ReadHistory(id, new Slice()), await house.Someone((Role.LibraryManager, Scope.Framework(Guid.NewGuid()))))).ShouldBe(Refusal.NotFoundCode);
    }
}
