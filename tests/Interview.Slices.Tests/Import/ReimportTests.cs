using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Import;

public class ReimportTests
{
    internal const string First = """
        Functiebeschrijving
        Functienaam
        Bakkerijleider
        Doel
        Zorgen dat er elke ochtend brood is.
        Resultaatgebieden
        Kernactiviteit
        Leiden van de nachtploeg
        Kader
        Hygiënecode
        Resultaat
        Brood dat op tijd klaar is
        Activiteit
          • Indelen van de ploeg
        Competenties
        Competentie: Leiding geven
        Omschrijving
        Een ploeg laten draaien.
        Gedragsindicatoren
          • Verdeelt het werk eerlijk.
          • Spreekt iedereen aan bij de voornaam.
        Toetsvragen
          • Wie heb je aangesproken?
        Ontwikkeltips
          • Loop een nacht mee.
        """;

    private static readonly string Second = First
        .Replace("Zorgen dat er elke ochtend brood is.", "Zorgen dat er elke ochtend vers brood is.", StringComparison.Ordinal)
        .Replace("  • Spreekt iedereen aan bij de voornaam.", "  • Spreekt elke collega aan bij de voornaam.\n  • Blijft kalm als de oven stilvalt.", StringComparison.Ordinal)
        .Replace("  • Loop een nacht mee.", "  • Lees het handboek hygiëne.", StringComparison.Ordinal)
        + "\nCompetentie: Netheid\nOmschrijving\nSchoon werken.\nGedragsindicatoren\n  • Veegt elk uur de vloer.\nToetsvragen\n  • Wat doe je met resten?\nOntwikkeltips\n  • Vraag raad.\n";

    private static async Task<DraftView> Uploaded(House house, Actor who, string text, string file = "bakkerij.txt")
    {
        var id = await house.Asked(new UploadDocument(file, Encoding.UTF8.GetBytes(text)), who);
        await RemedyTests.Answered(house, who, id);
        return await house.Asked(new GetDraft(id), who);
    }

    private static async Task<(DraftView Draft, PublishedImport Made)> Published(House house, Actor who, string text = First)
    {
        var draft = await Uploaded(house, who, text);
        return (draft, await house.Asked(new PublishDraft(draft.Id, draft.Version, null, new NewFramework("Bakkerij")), who));
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_document_shows_what_was_added_changed_and_removed_and_only_what_is_ticked_happens(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (_, made) = await Published(house, who);
        var draft = await Uploaded(house, who, Second);
        var earlier = draft.Earlier!;
        earlier.Edition.ShouldBe(made.Edition);
        earlier.Changes.Select(c => (c.Sort, c.Kind, c.Before, c.After)).ShouldBe([
            (ChangeSort.Changed, ItemKind.Positive, "Spreekt iedereen aan bij de voornaam.", "Spreekt elke collega aan bij de voornaam."),
            (ChangeSort.Added, ItemKind.Positive, null, "Blijft kalm als de oven stilvalt."),
            (ChangeSort.Added, ItemKind.EmployeeTip, null, "Lees het handboek hygiëne."),
            (ChangeSort.Removed, ItemKind.EmployeeTip, "Loop een nacht mee.", null),
            (ChangeSort.Added, ItemKind.Competency, null, "Netheid"),
            (ChangeSort.Changed, ItemKind.Purpose, "Zorgen dat er elke ochtend brood is.", "Zorgen dat er elke ochtend vers brood is."),
        ], ignoreOrder: true);
        earlier.Changes.ShouldAllBe(c => !c.Taken);
        (await house.Refused(new PublishDraft(draft.Id, draft.Version, made.Edition), who)).ShouldBe("import.nothing-taken");

        var ticked = earlier.Changes.Where(c => c.Kind is ItemKind.Positive or ItemKind.Competency || c.Sort == ChangeSort.Removed).Select(c => c.Key).ToList();
        await house.Asked(new TakeChanges(draft.Id, ticked, Taken: true), who);
        await house.Asked(new TakeChanges(draft.Id, [ticked[0]], Taken: false), who);
        await house.Asked(new TakeChanges(draft.Id, [ticked[0]], Taken: true), who);
        var ready = await house.Asked(new GetDraft(draft.Id), who);
        ready.Earlier!.Changes.Count(c => c.Taken).ShouldBe(4);
        var again = await house.Asked(new PublishDraft(draft.Id, ready.Version, made.Edition), who);
        again.Competencies[0].ShouldBe(made.Competencies[0]);
        again.Profiles.ShouldBe(made.Profiles);

        var lead = await house.Look(db => db.Set<Competency>().Include(c => c.Indicators).Include(c => c.Tips).SingleAsync(c => c.Id == made.Competencies[0]));
        lead.Indicators.OrderBy(i => i.Order).Select(i => i.Text["nl"]).ShouldBe(["Verdeelt het werk eerlijk.", "Spreekt elke collega aan bij de voornaam.", "Blijft kalm als de oven stilvalt."]);
        lead.Tips.Select(t => (t.Text["nl"], t.Status)).ShouldBe([("Loop een nacht mee.", ItemStatus.Retired)]);
        var profile = await house.Look(db => db.Set<Profile>().Include(p => p.Requires).SingleAsync());
        profile.Purpose["nl"].ShouldBe("Zorgen dat er elke ochtend brood is.");
        profile.Requires.Count.ShouldBe(2);
        (await house.Look(db => db.Set<Competency>().CountAsync())).ShouldBe(2);
        (await house.Look(db => db.Set<LibraryChange>().CountAsync(h => h.SubjectId == made.Competencies[0]))).ShouldBe(4);

        // A third version is compared with what the library says now.
        var third = await Uploaded(house, who, Second);
        third.Earlier!.Draft.ShouldBe(draft.Id);
        third.Earlier.Changes.Select(c => c.Kind).ShouldBe([ItemKind.EmployeeTip, ItemKind.Purpose], ignoreOrder: true);
        (await house.Refused(new TakeBackImport(draft.Id), who)).ShouldBe("import.updated-others");
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_says_that_it_is_another_document_publishes_it_beside_the_first(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (_, made) = await Published(house, who);
        var draft = await Uploaded(house, who, Second);
        await house.Asked(new SetApart(draft.Id, Apart: true), who);
        var view = await house.Asked(new GetDraft(draft.Id), who);
        (view.Earlier, view.NotLike).ShouldBe((null, "bakkerij.txt"));
        var beside = await house.Asked(new PublishDraft(draft.Id, view.Version, made.Edition), who);
        beside.Competencies.ShouldNotContain(made.Competencies[0]);
        (await house.Look(db => db.Set<Competency>().CountAsync())).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task A_renamed_competency_is_known_again_by_what_it_says(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        await Published(house, who);
        var draft = await Uploaded(house, who, First.Replace("Competentie: Leiding geven", "Competentie: Leiderschap", StringComparison.Ordinal).Replace("Een ploeg laten draaien.", "Een ploeg goed laten draaien.", StringComparison.Ordinal));
        draft.Earlier!.Changes.Select(c => (c.Sort, c.Kind, c.After)).ShouldBe([(ChangeSort.Changed, ItemKind.Competency, "Leiderschap"), (ChangeSort.Changed, ItemKind.Definition, "Een ploeg goed laten draaien.")]);
    }

    [Theory, OnBothDatabases]
    public async Task What_people_made_of_the_document_is_no_difference_of_the_document(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        const string indicators = "competencies[0].indicators";
        var first = await Uploaded(house, who, First);
        await house.Asked(new JoinItem(first.Id, indicators + "[0]", "Verdeelt het werk eerlijk."), who);
        await house.Asked(new RewordItem(first.Id, "competencies[0].definition", "Een ploeg laten draaien.", "Zorgen dat een ploeg draait."), who);
        await house.Asked(new MoveItem(first.Id, "competencies[0].tips[0]", "competencies[0].tips", "competencies[0].questions", null), who);
        var view = await house.Asked(new GetDraft(first.Id), who);
        await house.Asked(new PublishDraft(first.Id, view.Version, null, new NewFramework("Bakkerij")), who);
        (await Uploaded(house, who, First)).Earlier!.Changes.ShouldBeEmpty();
        var changed = await Uploaded(house, who, First.Replace("Een ploeg laten draaien.", "Een ploeg aan de gang houden.", StringComparison.Ordinal).Replace("  • Indelen van de ploeg", "  • Indelen van de ploeg\n  • Bestellen van meel", StringComparison.Ordinal));
        changed.Earlier!.Changes.Select(c => (c.Sort, c.Kind, c.Before, c.After)).ShouldBe([
            (ChangeSort.Changed, ItemKind.Definition, "Zorgen dat een ploeg draait.", "Een ploeg aan de gang houden."),
            (ChangeSort.Changed, ItemKind.Activity, "Indelen van de ploeg", "Indelen van de ploeg\nBestellen van meel"),
        ]);
        await house.Asked(new TakeChanges(changed.Id, [.. changed.Earlier.Changes.Select(c => c.Key)], Taken: true), who);
        var ready = await house.Asked(new GetDraft(changed.Id), who);
        await house.Asked(new PublishDraft(changed.Id, ready.Version, changed.Earlier.Edition), who);
        (await house.Look(db => db.Set<Competency>().SingleAsync())).Definition["nl"].ShouldBe("Een ploeg aan de gang houden.");
        (await house.Look(db => db.Set<ResultArea>().SingleAsync())).Activities.Count.ShouldBe(2);
        (await house.Look(db => db.Set<Profile>().CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_publication_is_taken_back_whole_and_can_be_made_again(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (draft, _) = await Published(house, who);
        (await house.Refused(new DiscardDraft(draft.Id), who)).ShouldBe("import.published-already");
        await house.Asked(new TakeBackImport(draft.Id), who);
        foreach (var left in new[]
        {
            await house.Look(db => db.Set<Competency>().CountAsync()), await house.Look(db => db.Set<Profile>().CountAsync()), await house.Look(db => db.Set<Indicator>().CountAsync()),
            await house.Look(db => db.Set<ResultArea>().CountAsync()), await house.Look(db => db.Set<RequiredCompetency>().CountAsync()), await house.Look(db => db.Set<Framework>().CountAsync()),
            await house.Look(db => db.Set<Edition>().CountAsync()), await house.Look(db => db.Set<LibraryChange>().CountAsync()), await house.Look(db => db.Set<Application.Search.SearchEntry>().CountAsync()),
        }) left.ShouldBe(0);
        var view = await house.Asked(new GetDraft(draft.Id), who);
        view.Status.ShouldBe(DraftStatus.InReview);
        await house.Asked(new PublishDraft(draft.Id, view.Version, null, new NewFramework("Opnieuw")), who);
        (await house.Refused(new TakeBackImport((await Uploaded(house, who, First)).Id), who)).ShouldBe("import.not-published");
    }

    [Theory, OnBothDatabases]
    public async Task A_publication_that_something_was_built_on_stays_and_says_what(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (draft, made) = await Published(house, who);
        Task<Outcome<Done>> TakeBack() => house.Door.Ask(new TakeBackImport(draft.Id), who);

        var other = await house.Look(db => { var p = new Profile(made.Edition, null, "x", LocalText.Of("nl", "Inpakker"), LocalText.Empty); p.Require(made.Competencies[0], null); db.Add(p); return db.SaveChangesAsync(CancellationToken.None).ContinueWith(_ => p.Id, TaskScheduler.Default); });
        (await TakeBack()).Reasons.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.used-by-profile"), r => r.Args.ShouldBe(["Leiding geven", "Inpakker"]));
        await house.Look(async db => { db.Remove(await db.Set<Profile>().Include(p => p.Requires).SingleAsync(p => p.Id == other)); return await db.SaveChangesAsync(CancellationToken.None); });

        var guide = await house.Look(db => { var g = new Guide(made.Profiles[0], LocalText.Of("nl", "Gids voor de bakkerij"), 60, ["nl"], ScoredItems.Competencies, null, house.Clock.GetUtcNow()); db.Add(g); return db.SaveChangesAsync(CancellationToken.None).ContinueWith(_ => g.Id, TaskScheduler.Default); });
        (await TakeBack()).Reasons.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.used-by-guide"), r => r.Args.ShouldBe(["Gids voor de bakkerij"]));
        await house.Look(async db => { db.Remove(await db.Set<Guide>().SingleAsync(g => g.Id == guide)); return await db.SaveChangesAsync(CancellationToken.None); });

        await house.Asked(new RewordText(made.Competencies[0], made.Competencies[0], "name", "nl", "Leiding geven", "Leiderschap"), who);
        (await TakeBack()).Reasons.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.edited-since"), r => r.Args.ShouldBe(["Leiderschap"]));
        (await house.Look(db => db.Set<Competency>().CountAsync())).ShouldBe(1);
        (await house.Refused(new TakeBackImport(draft.Id), await house.Someone((Role.LibraryManager, Scope.Framework(Guid.NewGuid()))))).ShouldBe(Refusal.NotFoundCode);
    }
}
