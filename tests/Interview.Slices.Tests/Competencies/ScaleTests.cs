using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Competencies;

public class ScaleTests
{
    [Theory, OnBothDatabases]
    public async Task A_scale_is_made_and_written_in_three_languages_until_somebody_is_measured_on_it(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 2);
        var keeper = await house.Someone((Role.LibraryManager, Scope.Organisation), (Role.Recruiter, Scope.Organisation));
        var id = await house.Asked(new MakeScale("nl", "Vier punten", ["niet", "deels", "ja"], 2), keeper);
        await house.Asked(new RewordScale(id, "name", "fr", null, "Quatre points"), keeper);
        await house.Asked(new RewordScale(id, "label.1", "en", null, "no"), keeper);
        await house.Asked(new RewordScale(id, "anchor.3", "nl", null, "Laat het in elke situatie zien."), keeper);
        await house.Asked(new ExtendScale(id, "nl", "ruim", await Version()), keeper);
        await house.Asked(new PassScaleAt(id, 3, await Version()), keeper);
        var card = await house.Asked(new ShowScale(id), keeper);
        card.Points.Select(p => (p.Value, p.Label["nl"])).ShouldBe([(1, "niet"), (2, "deels"), (3, "ja"), (4, "ruim")]);
        (card.Name["fr"], card.Points[0].Label["en"], card.Points[2].Anchor["nl"], card.PassMark, card.MayChange).ShouldBe(("Quatre points", "no", "Laat het in elke situatie zien.", 3, true));

        var guide = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"], Wishes: new(Scale: id)), keeper);
        (await house.Asked(new ShowScale(id), keeper)).Drafts.ShouldBe(1);
        (await house.Refused(new RemoveScale(id), keeper)).ShouldBe("competencies.scale-in-guide");
        await house.Asked(new RewordScale(id, "label.4", "nl", "ruim", "ruimschoots"), keeper);
        var stamp = await house.Asked(new FreezeGuide(guide, (await house.Asked(new ShowGuide(guide), keeper)).Version), keeper);
        var locked = await house.Asked(new ShowScale(id), keeper);
        (locked.Frozen, locked.UsedSince is not null, locked.MayChange, locked.MayEdit).ShouldBe((1, true, false, true));
        foreach (var refused in new[]
        {
            await house.Refused(new RewordScale(id, "label.4", "nl", "ruimschoots", "top"), keeper), await house.Refused(new RewordScale(id, "name", "en", null, "Four points"), keeper),
            await house.Refused(new ExtendScale(id, "nl", "meer", locked.Version), keeper), await house.Refused(new PassScaleAt(id, 2, locked.Version), keeper),
            await house.Refused(new ShortenScale(id, locked.Version), keeper), await house.Refused(new RemoveScale(id), keeper),
        }) refused.ShouldBe("competencies.scale-used");
        (await house.Asked(new PrintGuide(guide), keeper)).Frozen!.Hash.ShouldBe(stamp.Hash);

        // A copy has the same points and is free.
        var copy = await house.Asked(new CopyScale(id, "nl", "Vijf punten van ons"), keeper);
        await house.Asked(new RewordScale(copy, "label.4", "nl", "ruimschoots", "top"), keeper);
        await house.Asked(new ShortenScale(copy, (await house.Asked(new ShowScale(copy), keeper)).Version), keeper);
        (await house.Asked(new ShowScale(copy), keeper)).Points.Count.ShouldBe(3);
        await house.Asked(new MakeScaleDefault(copy), keeper);
        (await house.Refused(new RemoveScale(copy), keeper)).ShouldBe("competencies.scale-default");
        (await house.Asked(new ListScales(), keeper)).Scales.Where(s => s.IsDefault).ShouldHaveSingleItem().Id.ShouldBe(copy);
        var other = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), keeper);
        (await house.Asked(new ShowGuide(other), keeper)).Plan.Scale.Count.ShouldBe(3);

        async Task<int> Version() => (await house.Asked(new ShowScale(id), keeper)).Version;
    }

    [Theory, OnBothDatabases]
    public async Task A_frozen_guide_holds_on_to_its_scale_when_the_house_chooses_another(Database database)
    {
        await using var house = await House.On(database);
        var library = await SmallLibrary.In(house, 2);
        var keeper = await house.Someone((Role.LibraryManager, Scope.Organisation), (Role.Recruiter, Scope.Organisation));
        var guide = await house.Asked(new MakeGuide(library.Profile, library.Competencies, 60, ["nl"]), keeper);
        await house.Asked(new FreezeGuide(guide, (await house.Asked(new ShowGuide(guide), keeper)).Version), keeper);
        await house.Asked(new MakeScaleDefault(await house.Asked(new MakeScale("nl", "Drie", ["a", "b", "c"], 2), keeper)), keeper);
        var revision = await house.Asked(new ReviseGuide(guide, "Vraag 1 was onduidelijk."), keeper);
        var draft = await house.Asked(new ShowGuide(revision), keeper);
        draft.Plan.Scale.Count.ShouldBe(5);
        (await house.Door.Ask(new FreezeGuide(revision, draft.Version), keeper)).Ok.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_write_on_one_scale_lose_nothing(Database database)
    {
        await using var house = await House.On(database);
        await using var elsewhere = house.Twin();
        var (one, two) = (await house.Someone(Role.LibraryManager), await house.Someone(Role.LibraryManager));
        var id = await house.Asked(new MakeScale("nl", "Schaal", ["a", "b", "c"], 2), one);
        for (var i = 1; i <= 3; i++)
        {
            var answers = await Task.WhenAll(house.Door.Ask(new RewordScale(id, $"label.{i}", "en", null, $"word {i}"), one), elsewhere.Door.Ask(new RewordScale(id, $"anchor.{i}", "fr", null, $"texte {i}"), two));
            answers.ShouldAllBe(a => a.Ok);
        }
        var card = await house.Asked(new ShowScale(id), one);
        card.Points.Select(p => (p.Label["en"], p.Anchor["fr"])).ShouldBe([("word 1", "texte 1"), ("word 2", "texte 2"), ("word 3", "texte 3")]);
        await house.Asked(new RewordScale(id, "label.1", "nl", "a", "een"), one);
        (await house.Door.Ask(new RewordScale(id, "label.1", "nl", "a", "één"), two)).Reasons.ShouldHaveSingleItem().Args.ShouldBe(["een", "één"]);
        await house.Asked(new PassScaleAt(id, 3, (await house.Asked(new ShowScale(id), one)).Version), one);
        (await house.Refused(new ExtendScale(id, "nl", "d", card.Version), two)).ShouldBe(Refusal.ChangedCode);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_scale_is_told_and_nothing_is_kept(Database database)
    {
        await using var house = await House.On(database);
        var keeper = await house.Someone(Role.LibraryManager);
        (await house.Refused(new MakeScale("nl", "Eén", ["a"], 1), keeper)).ShouldBe("competencies.scale-points");
        (await house.Refused(new MakeScale("nl", "Veel", [.. Enumerable.Range(1, 11).Select(i => $"{i}")], 1), keeper)).ShouldBe("competencies.scale-points");
        (await house.Refused(new MakeScale("nl", "Grens", ["a", "b"], 3), keeper)).ShouldBe("competencies.scale-pass");
        (await house.Refused(new MakeScale("nl", " ", ["a", "b"], 1), keeper)).ShouldBe("shared.text-missing");
        (await house.Refused(new MakeScale("nl", "Leeg", ["a", " "], 1), keeper)).ShouldBe("competencies.scale-label");
        var two = await house.Asked(new MakeScale("nl", "Twee", ["a", "b"], 2), keeper);
        var version = (await house.Asked(new ShowScale(two), keeper)).Version;
        (await house.Refused(new ShortenScale(two, version), keeper)).ShouldBe("competencies.scale-points");
        (await house.Refused(new PassScaleAt(two, 7, version), keeper)).ShouldBe("competencies.scale-pass");
        (await house.Refused(new RewordScale(two, "label.9", "nl", null, "x"), keeper)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new RewordScale(two, "label.1", "nl", "a", ""), keeper)).ShouldBe("shared.text-missing");
        (await house.Refused(new RewordScale(two, "passMark", "nl", null, "x"), keeper)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new ExtendScale(two, "nl", "c", version), keeper);
        await house.Asked(new PassScaleAt(two, 3, (await house.Asked(new ShowScale(two), keeper)).Version), keeper);
        (await house.Refused(new ShortenScale(two, (await house.Asked(new ShowScale(two), keeper)).Version), keeper)).ShouldBe("competencies.scale-pass-first");
        (await house.Refused(new MakeScale("nl", "x", ["a", "b"], 1), await house.Someone(Role.Employee))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new RewordScale(two, "name", "nl", "Twee", "x"), await house.Someone((Role.LibraryManager, Scope.Framework(Guid.NewGuid()))))).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new RemoveScale(two), keeper);
        (await house.Look(db => db.Set<Scale>().CountAsync())).ShouldBe(1);
    }
}
