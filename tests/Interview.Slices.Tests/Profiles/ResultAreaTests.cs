using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Profiles;

public class ResultAreaTests
{
    [Theory, OnBothDatabases]
    public async Task Areas_are_added_moved_removed_and_their_activities_written_in_each_language(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 2);
        var editor = await house.Someone(Role.LibraryManager);
        var there = (await house.Asked(new ShowProfile(library.Profile), editor)).ResultAreas[0].Id;
        var second = await house.Asked(new AddResultArea(library.Profile, "nl", "Uitvoeren"), editor);
        var third = await house.Asked(new AddResultArea(library.Profile, "nl", "Afronden"), editor);
        await house.Asked(new MoveResultArea(library.Profile, third, 0), editor);
        (await Areas()).Select(a => a.Id).ShouldBe([third, there, second]);
        await house.Asked(new RemoveResultArea(library.Profile, third), editor);
        (await Areas()).Select(a => a.Id).ShouldBe([there, second]);

        await house.Asked(new WriteActivities(library.Profile, second, "nl", "", "Leidt het team\n- Verdeelt het werk\n- Houdt de tijd bij\nLegt verantwoording af"), editor);
        await house.Asked(new WriteActivities(library.Profile, second, "fr", "", "Dirige l’équipe\n- Répartit le travail\n- Suit le temps\nRend compte"), editor);
        var written = (await Areas())[1].Activities;
        written.Select(a => (a.Text["nl"], a.Text["fr"], a.Children.Count)).ShouldBe([("Leidt het team", "Dirige l’équipe", 2), ("Legt verantwoording af", "Rend compte", 0)]);
        written[0].Children[1].Text["fr"].ShouldBe("Suit le temps");

        // A line goes in Dutch; what stays keeps its French. Who saw an older text gets both.
        var now = ActivityLines.Of(written, "nl");
        await house.Asked(new WriteActivities(library.Profile, second, "nl", now, "Leidt het team\n- Houdt de tijd goed bij\nLegt verantwoording af"), editor);
        (await Areas())[1].Activities[0].Children.ShouldHaveSingleItem().Text["fr"].ShouldBe("Suit le temps");
        (await house.Refused(new WriteActivities(library.Profile, second, "nl", now, "Iets anders"), editor)).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new WriteActivities(library.Profile, second, "en", "", "One line only"), editor)).ShouldBe("profiles.activities-differ");
        (await Areas())[1].Activities.Count.ShouldBe(2);

        await house.Asked(new ChangePayScale(library.Profile, "11", "10A"), editor);
        (await house.Refused(new ChangePayScale(library.Profile, "10A", new string('x', 41)), editor)).ShouldBe("profiles.text-too-long");
        (await house.Refused(new ChangePayScale(library.Profile, "11", "12"), editor)).ShouldBe(Refusal.ChangedCode);
        (await house.Asked(new ShowProfile(library.Profile), editor)).PayScale.ShouldBe("10A");
        (await house.Refused(new MoveResultArea(library.Profile, Guid.NewGuid(), 0), editor)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new AddResultArea(library.Profile, "nl", " "), editor)).ShouldBe("shared.text-missing");
        (await house.Refused(new RemoveResultArea(library.Profile, there), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);

        async Task<IReadOnlyList<ResultAreaCard>> Areas() => (await house.Asked(new ShowProfile(library.Profile), editor)).ResultAreas;
    }
}
