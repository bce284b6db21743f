using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Profiles;

public class ProfileTests
{
    [Theory, OnBothDatabases]
    public async Task A_profile_is_made_found_and_reworded(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 3);
        var editor = await house.Someone(Role.Recruiter);
        var id = await house.Asked(new MakeProfile(library.Edition, "WV-R-08", "nl", "Adviseur water", "Adviseert over water.", "10A"), editor);
        (await house.Refused(new MakeProfile(library.Edition, "WV-R-08", "nl", "Nog een", ""), editor)).ShouldBe("profiles.code-taken");
        (await house.Refused(new MakeProfile(library.Edition, "", "nl", "Nog een", ""), editor)).ShouldBe("profiles.code-wrong");

        (await house.Asked(new FindProfiles(new Slice()), editor)).Rows.Select(r => r.Code).ShouldBe(["WV-R-08", "WV-R-07"]);
        (await house.Asked(new FindProfiles(new Slice(), "projecten"), editor)).Rows.ShouldHaveSingleItem().Competencies.ShouldBe(3);
        foreach (var sort in Enum.GetValues<ProfileSort>())
            (await house.Asked(new FindProfiles(new Slice(0, 1), Sort: sort, Descending: true), editor)).Count.ShouldBe(2);

        await house.Asked(new RewordProfile(id, id, "purpose", "nl", "Adviseert over water.", "Adviseert bestuur en bewoners over water."), editor);
        (await house.Refused(new RewordProfile(id, id, "purpose", "nl", "Adviseert over water.", "Iets anders"), editor)).ShouldBe(Refusal.ChangedCode);
        var card = await house.Asked(new ShowProfile(library.Profile), editor);
        var area = card.ResultAreas.ShouldHaveSingleItem();
        await house.Asked(new RewordProfile(library.Profile, area.Id, "result", "nl", "Een heldere opdracht.", "Een opdracht met geld en tijd."), editor);
        (await house.Asked(new ShowProfile(library.Profile), editor)).ResultAreas[0].Result["nl"].ShouldBe("Een opdracht met geld en tijd.");
        area.Activities.ShouldHaveSingleItem().Text["fr"].ShouldBe("Établit un budget");

        await house.Asked(new RetireProfile(id), editor);
        (await house.Asked(new FindProfiles(new Slice()), editor)).Count.ShouldBe(1);
        (await house.Asked(new FindProfiles(new Slice(), Retired: true), editor)).Count.ShouldBe(1);
        await house.Asked(new ReviveProfile(id), editor);
        (await house.Asked(new FindProfiles(new Slice()), editor)).Count.ShouldBe(2);
        (await house.Refused(new ShowProfile(Guid.NewGuid()), editor)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new MakeProfile(library.Edition, "X", "nl", "x", ""), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task It_asks_for_competencies_at_levels_of_their_own_ladder(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 3);
        var editor = await house.Someone(Role.LibraryManager);
        var profile = await house.Asked(new MakeProfile(library.Edition, "P", "nl", "Nieuw", ""), editor);
        var (first, second) = (library.Competencies[0], library.Competencies[1]);
        await Task.WhenAll(house.Asked(new RequireCompetency(profile, first, 3, 1), editor), house.Asked(new RequireCompetency(profile, second, null, 2), editor));
        await house.Asked(new RequireCompetency(profile, first, 2, 4), editor);
        var card = await house.Asked(new ShowProfile(profile), editor);
        card.Requires.Count.ShouldBe(2);
        card.Requires.Single(r => r.Competency == first).ShouldSatisfyAllConditions(r => r.Level.ShouldBe(2), r => r.Weight.ShouldBe(4), r => r.Ladder.ShouldBe(3), r => r.Questions.ShouldBe(4));
        // Who saw level 2 and weight 4 changes the weight; who changed the level meanwhile keeps that.
        await house.Asked(new RequireCompetency(profile, first, 3, 4, new(2, 4)), editor);
        await house.Asked(new RequireCompetency(profile, first, 2, 5, new(2, 4)), editor);
        (await house.Asked(new ShowProfile(profile), editor)).Requires.Single(r => r.Competency == first).ShouldSatisfyAllConditions(r => r.Level.ShouldBe(3), r => r.Weight.ShouldBe(5));
        (await house.Refused(new RequireCompetency(profile, first, 1, 5, new(2, 5)), editor)).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new RequireCompetency(profile, first, 4, 1), editor)).ShouldBe("profiles.level-not-there");
        (await house.Refused(new RequireCompetency(profile, first, 1, 11), editor)).ShouldBe("profiles.weight-wrong");
        await house.Asked(new RetireItem(library.Competencies[2], library.Competencies[2]), editor);
        (await house.Refused(new RequireCompetency(profile, library.Competencies[2], 1, 1), editor)).ShouldBe("profiles.competency-retired");
        await house.Asked(new StopRequiring(profile, first), editor);
        (await house.Asked(new ShowProfile(profile), editor)).Requires.ShouldHaveSingleItem().Competency.ShouldBe(second);
    }

    [Theory, OnBothDatabases]
    public async Task What_it_asks_for_is_put_in_another_order_and_nobody_undoes_another_order_unseen(Database database)
    {
        await using var house = await House.On(database);
        await using var elsewhere = house.Twin();
        var library = await SmallLibrary.In(house, 4);
        var (editor, other) = (await house.Someone(Role.LibraryManager), await house.Someone(Role.LibraryManager));
        var (a, b, c, d) = (library.Competencies[0], library.Competencies[1], library.Competencies[2], library.Competencies[3]);
        (await Order()).ShouldBe([a, b, c, d]);
        await house.Asked(new MoveRequirement(library.Profile, c, 2, 0), editor);
        (await Order()).ShouldBe([c, a, b, d]);
        await house.Asked(new MoveRequirement(library.Profile, c, 0, 99), editor);
        (await Order()).ShouldBe([a, b, d, c]);
        var history = await house.Asked(new ReadHistory(library.Profile, new Slice()), editor);
        history.Rows.Select(h => (h.Field, h.Item)).ShouldBe([("moved", c), ("moved", c)]);
        history.Rows.ShouldAllBe(h => h.Who != null);

        // Levels and weights stay; a place that is taken already changes nothing, one that is not there any more is told.
        (await house.Asked(new ShowProfile(library.Profile), editor)).Requires.Select(r => (r.Level, r.Weight)).ShouldBe([(2, 1), (2, 2), (2, 2), (2, 1)]);
        var version = (await house.Asked(new ShowProfile(library.Profile), editor)).Version;
        await house.Asked(new MoveRequirement(library.Profile, c, 3, 7), editor);
        (await house.Asked(new ShowProfile(library.Profile), editor)).Version.ShouldBe(version);
        (await house.Refused(new MoveRequirement(library.Profile, c, 2, 0), editor)).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new MoveRequirement(library.Profile, Guid.NewGuid(), 0, 1), editor)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new MoveRequirement(library.Profile, a, 0, 1), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);

        // Two at once, with the same order before them: one is done, the other sees the new order first.
        var answers = await Task.WhenAll(house.Door.Ask(new MoveRequirement(library.Profile, a, 0, 3), editor), elsewhere.Door.Ask(new MoveRequirement(library.Profile, a, 0, 1), other));
        answers.Count(answer => answer.Ok).ShouldBe(1);
        answers.Single(answer => !answer.Ok).Reasons.ShouldHaveSingleItem().Code.ShouldBe(Refusal.ChangedCode);
        string.Join(',', await Order()).ShouldBeOneOf(string.Join(',', [b, d, c, a]), string.Join(',', [b, a, d, c]));

        async Task<List<Guid>> Order() => [.. (await house.Asked(new ShowProfile(library.Profile), editor)).Requires.Select(r => r.Competency)];
    }
}
