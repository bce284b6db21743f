using System.Text;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Import;

/// <summary>What stands in a table of a document (criteria of classes, levels with their scales) is put right like any other text.</summary>
public class TableRemedyTests
{
    private const string Gardener = """
        Doel

        De tuinen onderhouden teneinde bezoekers een mooie dag te geven.

        Resultaatgebieden

        Als tuinbaas

        de ploeg over de perken verdelen teneinde elk perk klaar te hebben.

        Voorbeelden van taken

        • Het weekplan maken;
        • Nieuwe tuiniers inwerken.

        Onderscheidende criteria

        C B A1

        Ploeg
        Werken in een ploeg van
        drie.

        Een ploeg van zes
        leiden.

        Meerdere ploegen leiden.

        Kennis
        De namen van de bomen
        kennen.

        Een vakman* zijn in snoeien.

        -

        * Definitie
        vakmanschap: het werk kunnen doen en uitleggen.
        """;

    private const string Workshop = Documents.Ufo + "\nNiveaus\nNiveauSchaal\n17\n";

    private const string Criteria = "job_profiles[0].distinguishing_criteria.criteria";

    private static async Task<Guid> Uploaded(House house, Actor who, string text, string file = "tuin.txt")
    {
        var id = await house.Asked(new UploadDocument(file, Encoding.UTF8.GetBytes(text)), who);
        await RemedyTests.Answered(house, who, id);
        return id;
    }

    private static async Task<PublishedImport> Published(House house, Actor who, Guid id, Guid? edition = null)
    {
        var view = await house.Asked(new GetDraft(id), who);
        return await house.Asked(new PublishDraft(id, view.Version, edition, edition is null ? new NewFramework("Tuin") : null), who);
    }

    private static Task<Profile> Profile(House house) => house.Look(db => db.Set<Profile>().SingleAsync());

    private static string?[][] Cells(Profile profile) => [.. profile.Grading!.Criteria.Select(c => c.Cells.Select(cell => cell["nl"]).ToArray())];

    [Theory, OnBothDatabases]
    public async Task Cells_criteria_and_terms_are_worded_moved_left_out_and_put_back(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var id = await Uploaded(house, who, Gardener);
        Task<DraftView> See() => house.Asked(new GetDraft(id), who);
        var before = await See();
        before.Items.Single(i => i.Path == Criteria + "[0].cells.B").May.ShouldBe(Remedies.Drop | Remedies.Edit | Remedies.Move);

        await house.Asked(new RewordItem(id, Criteria + "[0].cells.B", "Een ploeg van zes leiden.", "Een ploeg van zes aansturen."), who);
        await house.Asked(new RewordItem(id, Criteria + "[1]", "Kennis", "Vakkennis"), who);
        await house.Asked(new RewordItem(id, "definitions[0]", "het werk kunnen doen en uitleggen.", "het werk kunnen doen."), who);
        // The empty cell is the only one with room; afterwards the one it came from is.
        var free = (await See()).Parents.SelectMany(p => p.Places).Where(p => p.Kind == ItemKind.Cell).ToList();
        free.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.List.ShouldBe(Criteria + "[1].cells.A1"), p => p.Of.ShouldBe("A1"));
        await house.Asked(new MoveItem(id, Criteria + "[1].cells.B", Criteria + "[1].cells.B", Criteria + "[1].cells.A1", null), who);
        await house.Asked(new ShiftItem(id, Criteria + "[1]", Down: false), who);
        await house.Asked(new DropItem(id, Criteria + "[0].cells.C"), who);

        var view = await See();
        view.Items.Where(i => i.Kind == ItemKind.Criterion).Select(i => i.Text).ShouldBe(["Vakkennis", "Ploeg"]);
        view.Items.Where(i => i.Kind == ItemKind.Cell && !i.Dropped).Select(i => i.Text).ShouldBe(["De namen van de bomen kennen.", "Een vakman* zijn in snoeien.", "Een ploeg van zes aansturen.", "Meerdere ploegen leiden."]);
        view.Items.Single(i => i.Path == Criteria + "[0].cells.B").ShouldSatisfyAllConditions(i => i.AsRead.ShouldBe("Een ploeg van zes leiden."), i => i.Done.ShouldBe(Remedies.Edit));
        await Published(house, who, id);
        var grading = (await Profile(house)).Grading!;
        Cells(await Profile(house)).ShouldBe([["De namen van de bomen kennen.", null, "Een vakman* zijn in snoeien."], [null, "Een ploeg van zes aansturen.", "Meerdere ploegen leiden."]]);
        grading.Criteria[0].Name["nl"].ShouldBe("Vakkennis");
        grading.Terms.ShouldHaveSingleItem().Text["nl"].ShouldBe("het werk kunnen doen.");

        await house.Asked(new TakeBackImport(id), who);
        foreach (var path in new[] { Criteria + "[0].cells.B", Criteria + "[0].cells.C", Criteria + "[1].cells.B", Criteria + "[1]", "definitions[0]" }) await house.Asked(new RestoreItem(id, path), who);
        (await See()).Items.Select(i => (i.Path, i.Text, i.Dropped)).ShouldBe(before.Items.Select(i => (i.Path, i.Text, i.Dropped)));
    }

    [Theory, OnBothDatabases]
    public async Task Levels_scales_and_branches_are_worded_where_they_stand_and_go_nowhere_else(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var id = await Uploaded(house, who, Workshop);
        const string level = "job_profiles[0].levels[0]", family = "job_profiles[0].job_family";
        Task<DraftView> See() => house.Asked(new GetDraft(id), who);
        var was = (await See()).Items.Single(i => i.Path == level).Text!;
        var refused = await house.Door.Ask(new RewordItem(id, level, was, "een hoge schaal"), who);
        refused.Reasons.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.no-scale"), r => r.Field.ShouldBe(level));
        await house.Asked(new RewordItem(id, level, was, "niveau 1, schaal 9"), who);
        await house.Asked(new RewordItem(id, family, "Ondersteuning", "Techniek"), who);
        var item = (await See()).Items.Single(i => i.Path == level);
        (item.Text, item.AsRead, item.May).ShouldBe(("niveau 1, schaal 9", was, Remedies.Drop | Remedies.Edit));
        (await house.Refused(new MoveItem(id, level, "job_profiles[0].levels", "job_profiles[0].requirements", null), who)).ShouldBe("import.no-place-there");
        (await house.Refused(new MoveItem(id, family, family, "job_profiles[0].purpose", null), who)).ShouldBe("import.no-place-there");
        (await house.Refused(new MoveItem(id, "competencies[0].indicators[0]", "competencies[0].indicators", "job_profiles[0].levels", null), who)).ShouldBe("import.no-place-there");
        await Published(house, who, id);
        (await Profile(house)).PayScale.ShouldBe("9");
        (await house.Look(db => db.Set<Application.Competencies.Node>().Select(n => n.Name).SingleAsync()))["nl"].ShouldBe("Techniek");
        // What a person made of the level is no difference with the same document.
        (await house.Asked(new GetDraft(await Uploaded(house, who, Workshop)), who)).Earlier?.Changes.ShouldNotContain(c => c.Kind == ItemKind.PayScale);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_version_shows_which_cells_and_scales_changed_and_takes_over_what_is_ticked(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var made = await Published(house, who, await Uploaded(house, who, Gardener));
        (await house.Asked(new GetDraft(await Uploaded(house, who, Gardener)), who)).Earlier!.Changes.ShouldBeEmpty();
        var second = await Uploaded(house, who, Gardener.Replace("Een ploeg van zes\nleiden.", "Een ploeg van acht\nleiden.", StringComparison.Ordinal).Replace("Meerdere ploegen leiden.", "-", StringComparison.Ordinal).Replace("doen en uitleggen.", "doen en voordoen.", StringComparison.Ordinal));
        var changes = (await house.Asked(new GetDraft(second), who)).Earlier!.Changes;
        changes.Select(c => (c.Sort, c.Kind, c.Before, c.After)).ShouldBe([
            (ChangeSort.Changed, ItemKind.Cell, "Een ploeg van zes leiden.", "Een ploeg van acht leiden."),
            (ChangeSort.Removed, ItemKind.Cell, "Meerdere ploegen leiden.", null),
            (ChangeSort.Changed, ItemKind.Term, "het werk kunnen doen en uitleggen.", "het werk kunnen doen en voordoen."),
        ]);
        changes[0].Under.ShouldEndWith("Ploeg B");
        await house.Asked(new TakeChanges(second, [.. changes.Select(c => c.Key)], Taken: true), who);
        await Published(house, who, second, made.Edition);
        Cells(await Profile(house)).ShouldBe([["Werken in een ploeg van drie.", "Een ploeg van acht leiden.", null], ["De namen van de bomen kennen.", "Een vakman* zijn in snoeien.", null]]);
        (await Profile(house)).Grading!.Terms[0].Text["nl"].ShouldBe("het werk kunnen doen en voordoen.");

        // Another table: taken over as a whole or not at all.
        var third = await Uploaded(house, who, Gardener.Replace("Kennis\nDe namen", "Planten\nDe namen", StringComparison.Ordinal));
        var whole = (await house.Asked(new GetDraft(third), who)).Earlier!.Changes.Single(c => c.Kind == ItemKind.Criterion);
        (whole.Sort, whole.After!.Split('\n')[^1]).ShouldBe((ChangeSort.Changed, "Planten B: Een vakman* zijn in snoeien."));
        await house.Asked(new TakeChanges(third, [whole.Key], Taken: true), who);
        await Published(house, who, third, made.Edition);
        (await Profile(house)).Grading!.Criteria.Select(c => c.Name["nl"]).ShouldBe(["Ploeg", "Planten"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_scale_is_a_difference(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var made = await Published(house, who, await Uploaded(house, who, Workshop, "functie.txt"));
        var second = await Uploaded(house, who, Workshop.Replace("NiveauSchaal\n17", "NiveauSchaal\n18", StringComparison.Ordinal), "functie.txt");
        var change = (await house.Asked(new GetDraft(second), who)).Earlier!.Changes.ShouldHaveSingleItem();
        (change.Kind, change.Before, change.After).ShouldBe((ItemKind.PayScale, "7", "8"));
        await house.Asked(new TakeChanges(second, [change.Key], Taken: true), who);
        await Published(house, who, second, made.Edition);
        (await Profile(house)).PayScale.ShouldBe("8");
    }
}
