using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Import;

public class RemedyTests
{
    private const string Bakery = """
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
          • Bestellen van meel
        Kernactiviteit
        Beheren van de oven
        Kader
        Onderhoudsplan
        Resultaat
        Een oven die het doet
        Activiteit
          • Schoonmaken van de oven
        Competenties
        Competentie: Leiding geven
        Omschrijving
        Een ploeg laten draaien.
        Gedragsindicatoren
          • Verdeelt het werk over de ploeg en let op de klok en houdt de oven in de gaten tot het brood klaar is.
          • Spreekt iedereen aan
          • bij zijn voornaam.
          • Wanneer liep de nacht uit de hand?
        Toetsvragen
          • Wie heb je aangesproken?
        Ontwikkeltips
          • Loop een nacht mee.
        Competentie: Netheid
        Omschrijving
        Schoon werken.
        Gedragsindicatoren
          • Veegt elk uur de vloer.
        Toetsvragen
          • Wat doe je met resten?
        Ontwikkeltips
          • Kijk mee in een andere bakkerij.
        """;

    private static async Task<(Guid Id, Func<Task<DraftView>> See)> Uploaded(House house, Actor who, string text = Bakery, string file = "bakkerij.txt")
    {
        var id = await house.Asked(new UploadDocument(file, Encoding.UTF8.GetBytes(text)), who);
        return (id, () => house.Asked(new GetDraft(id), who));
    }

    private static string[] Texts(DraftView view, string list) => [.. view.Items.Where(i => i.List == list).Select(i => i.Text!)];

    private const string Indicators = "competencies[0].indicators";

    [Theory, OnBothDatabases]
    public async Task Splitting_joining_moving_and_rewording_stand_beside_the_record_and_can_be_taken_back(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var (id, see) = await Uploaded(house, who);
        var before = await see();
        var record = await house.Look(db => db.Set<Draft>().Where(d => d.Id == id).Select(d => d.RecordJson).SingleAsync());
        var long_ = before.Remarks.Single(r => r.Code == DraftReview.RunOn);
        long_.Path.ShouldBe(Indicators + "[0]");
        await house.Asked(new SplitItem(id, long_.Path, long_.Found, long_.Cut!.Value.At, long_.Cut.Value.To), who);
        await house.Asked(new JoinItem(id, Indicators + "[1]", "Spreekt iedereen aan", "bij zijn voornaam."), who);
        await house.Asked(new MoveItem(id, Indicators + "[3]", Indicators, "competencies[0].questions", null), who);
        await house.Asked(new RewordItem(id, "competencies[0].definition", "Een ploeg laten draaien.", "Een ploeg laten werken."), who);

        var view = await see();
        Texts(view, Indicators).ShouldBe(["Verdeelt het werk over de ploeg en let op de klok", "houdt de oven in de gaten tot het brood klaar is.", "Spreekt iedereen aan bij zijn voornaam."]);
        Texts(view, "competencies[0].questions").ShouldBe(["Wanneer liep de nacht uit de hand?", "Wie heb je aangesproken?"]);
        var definition = view.Items.Single(i => i.Path == "competencies[0].definition");
        (definition.Text, definition.AsRead, definition.Done).ShouldBe(("Een ploeg laten werken.", "Een ploeg laten draaien.", Remedies.Edit));
        var part = view.Items.Single(i => i.Path == Indicators + "[0]/2");
        (part.Done, part.Line, part.Doubtful).ShouldBe((Remedies.Split, before.Items.Single(i => i.Path == Indicators + "[0]").Line, false));
        var joined = view.Items.Single(i => i.Path == Indicators + "[1]");
        (joined.LastLine - joined.Line, joined.Done).ShouldBe((1, Remedies.Join));
        view.Items.Single(i => i.Path == Indicators + "[3]").Kind.ShouldBe(ItemKind.Question);
        view.Remarks.ShouldNotContain(r => r.Code == DraftReview.RunOn);
        (await house.Look(db => db.Set<Draft>().Where(d => d.Id == id).Select(d => d.RecordJson).SingleAsync())).ShouldBe(record);

        foreach (var path in new[] { Indicators + "[0]/2", Indicators + "[1]", Indicators + "[3]", "competencies[0].definition" }) await house.Asked(new RestoreItem(id, path), who);
        var after = await see();
        after.Items.Select(i => (i.Path, i.Text, i.Kind)).ShouldBe(before.Items.Select(i => (i.Path, i.Text, i.Kind)));
        after.Items.ShouldAllBe(i => i.Done == Remedies.None);
    }

    [Theory, OnBothDatabases]
    public async Task Publishing_makes_what_the_reviewer_saw(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (id, see) = await Uploaded(house, who);
        var remark = (await see()).Remarks.Single(r => r.Code == DraftReview.RunOn);
        await house.Asked(new SplitItem(id, remark.Path, remark.Found, remark.Cut!.Value.At, remark.Cut.Value.To), who);
        await house.Asked(new JoinItem(id, Indicators + "[1]", "Spreekt iedereen aan"), who);
        await house.Asked(new MoveItem(id, Indicators + "[3]", Indicators, "competencies[1].questions", "competencies[1].questions[0]"), who);
        await house.Asked(new MoveItem(id, "competencies[1].indicators[0]", "competencies[1].indicators", Indicators, null), who);
        await house.Asked(new MoveItem(id, "job_profiles[0].result_areas[1].activities[0]", "job_profiles[0].result_areas[1].activities", "job_profiles[0].result_areas[0].activities[0].children", null), who);
        await house.Asked(new ShiftItem(id, "job_profiles[0].result_areas[1]", Down: false), who);
        await house.Asked(new RewordItem(id, "job_profiles[0].result_areas[0]", "Leiden van de nachtploeg", "Leiden van de ploeg"), who);
        await house.Asked(new DropItem(id, Indicators + "[0]/2"), who);
        await Answered(house, who, id);
        var view = await see();
        var published = await house.Asked(new PublishDraft(id, view.Version, null, new NewFramework("Bakkerij")), who);

        var competencies = await house.Look(db => db.Set<Competency>().Include(c => c.Indicators).Include(c => c.Questions).ToListAsync());
        var lead = competencies.Single(c => c.Code == "leiding-geven");
        lead.Indicators.OrderBy(i => i.Order).Select(i => i.Text["nl"]).ShouldBe(["Veegt elk uur de vloer.", "Verdeelt het werk over de ploeg en let op de klok", "Spreekt iedereen aan bij zijn voornaam."]);
        var tidy = competencies.Single(c => c.Code == "netheid");
        tidy.Indicators.ShouldBeEmpty();
        tidy.Questions.OrderBy(q => q.Order).Select(q => q.Text["nl"]).ShouldBe(["Wat doe je met resten?", "Wanneer liep de nacht uit de hand?"]);
        // It keeps the place where it stood in the source, wherever it went.
        tidy.Questions.Single(q => q.Order == 1).Trace!.Line.ShouldBe(32);
        var profile = await house.Look(db => db.Set<Profile>().Include(p => p.ResultAreas).Include(p => p.Requires).SingleAsync(p => p.Id == published.Profiles.Single()));
        profile.ResultAreas.OrderBy(a => a.Order).Select(a => a.Title["nl"]).ShouldBe(["Beheren van de oven", "Leiden van de ploeg"]);
        profile.ResultAreas.Single(a => a.Order == 1).Activities.Select(a => (a.Text["nl"], a.Children.Select(c => c.Text["nl"]).SingleOrDefault())).ShouldBe([("Indelen van de ploeg", "Schoonmaken van de oven"), ("Bestellen van meel", null)]);
        profile.Requires.Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_done_is_refused_and_changes_nothing(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var (id, see) = await Uploaded(house, who);
        var before = await see();
        Task<string> No(MediatR.IRequest<Done> ask) => house.Refused(ask, who);
        var first = before.Items.Single(i => i.Path == Indicators + "[0]").Text!;
        (await No(new SplitItem(id, Indicators + "[0]", first, 0, 0))).ShouldBe("import.split-nowhere");
        (await No(new SplitItem(id, Indicators + "[0]", first, 5, 60))).ShouldBe("import.split-nowhere");
        (await No(new SplitItem(id, Indicators + "[0]", "iets anders", 5, 5))).ShouldBe(Refusal.ChangedCode);
        (await No(new SplitItem(id, "competencies[0].definition", "Een ploeg laten draaien.", 3, 4))).ShouldBe("import.no-split-here");
        (await No(new JoinItem(id, Indicators + "[3]", "Wanneer liep de nacht uit de hand?"))).ShouldBe("import.nothing-to-join");
        (await No(new JoinItem(id, Indicators + "[1]", "Spreekt iedereen aan", "iets anders"))).ShouldBe(Refusal.ChangedCode);
        (await No(new MoveItem(id, Indicators + "[0]", Indicators, "competencies[9].tips", null))).ShouldBe("import.no-place-there");
        (await No(new MoveItem(id, Indicators + "[0]", Indicators, "competencies", null))).ShouldBe("import.no-place-there");
        (await No(new MoveItem(id, Indicators + "[0]", Indicators, "competencies[1].definition", null))).ShouldBe("import.slot-taken");
        (await No(new MoveItem(id, Indicators + "[0]", "competencies[1].indicators", "competencies[1].tips", null))).ShouldBe(Refusal.ChangedCode);
        var activity = "job_profiles[0].result_areas[0].activities[0]";
        (await No(new MoveItem(id, activity, "job_profiles[0].result_areas[0].activities", activity + ".children", null))).ShouldBe("import.under-itself");
        (await No(new RewordItem(id, Indicators + "[0]", first, "  "))).ShouldBe("import.text-missing");
        (await No(new RewordItem(id, Indicators + "[0]", first, new string('x', 4001)))).ShouldBe("import.text-too-long");
        (await No(new RestoreItem(id, "competencies[7]"))).ShouldBe(Refusal.NotFoundCode);
        (await No(new MoveItem(id, "discarded[99]", null, Indicators, null))).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new SplitItem(id, Indicators + "[0]", first, 8, 9), await house.Someone(Role.Panelist))).ShouldBe(Refusal.NotAllowedCode);
        (await see()).Version.ShouldBe(before.Version);
    }

    [Theory, OnBothDatabases]
    public async Task Remedies_come_back_one_by_one(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var (id, see) = await Uploaded(house, who);
        var path = Indicators + "[1]";
        await house.Asked(new RewordItem(id, path, "Spreekt iedereen aan", "Spreekt de hele ploeg aan"), who);
        await house.Asked(new SplitItem(id, path, "Spreekt de hele ploeg aan", 10, 11), who);
        await house.Asked(new DropItem(id, path), who);
        Texts(await see(), Indicators)[1..3].ShouldBe(["Spreekt de", "hele ploeg aan"]);
        await house.Asked(new RestoreItem(id, path, Remedies.Drop), who);
        (await see()).Items.Single(i => i.Path == path).Dropped.ShouldBeFalse();
        // The split came after the wording: without the split the wording still stands.
        await house.Asked(new RestoreItem(id, path, Remedies.Split), who);
        (await see()).Items.Single(i => i.Path == path).Text.ShouldBe("Spreekt de hele ploeg aan");
        await house.Asked(new RestoreItem(id, path, Remedies.Edit), who);
        (await see()).Items.Single(i => i.Path == path).Text.ShouldBe("Spreekt iedereen aan");

        await house.Asked(new SplitItem(id, path, "Spreekt iedereen aan", 16, 17), who);
        await house.Asked(new MoveItem(id, path + "/2", Indicators, Indicators, null), who);
        await house.Asked(new SplitItem(id, path, "Spreekt iedereen", 7, 8), who);
        Texts(await see(), Indicators)[^4..].ShouldBe(["Spreekt", "iedereen", "bij zijn voornaam.", "Wanneer liep de nacht uit de hand?"]);
        await house.Asked(new RestoreItem(id, path), who);
        var all = await see();
        Texts(all, Indicators).ShouldBe(["Verdeelt het werk over de ploeg en let op de klok en houdt de oven in de gaten tot het brood klaar is.", "Spreekt iedereen aan", "bij zijn voornaam.", "Wanneer liep de nacht uit de hand?"]);
    }

    [Theory, OnBothDatabases]
    public async Task Two_reviewers_on_two_items_both_keep_theirs_and_on_one_item_the_second_is_told(Database database)
    {
        await using var house = await House.On(database);
        var (one, two) = (await house.Someone(Role.Recruiter), await house.Someone(Role.LibraryManager));
        var (id, see) = await Uploaded(house, one);
        await Task.WhenAll(
            house.Asked(new JoinItem(id, Indicators + "[1]", "Spreekt iedereen aan"), one),
            house.Asked(new ShiftItem(id, "competencies[1]", Down: false), two),
            house.Asked(new RewordItem(id, "competencies[1].tips[0]", "Kijk mee in een andere bakkerij.", "Ga elders kijken."), one),
            house.Asked(new MoveItem(id, Indicators + "[3]", Indicators, "competencies[0].questions", null), two));
        var view = await see();
        view.Items.Where(i => i.Kind == ItemKind.Competency).Select(i => i.Name).ShouldBe(["Netheid", "Leiding geven"]);
        Texts(view, Indicators).ShouldContain("Spreekt iedereen aan bij zijn voornaam.");
        Texts(view, "competencies[1].tips").ShouldBe(["Ga elders kijken."]);
        Texts(view, "competencies[0].questions").Length.ShouldBe(2);

        var clash = await house.Door.Ask(new RewordItem(id, "competencies[1].tips[0]", "Kijk mee in een andere bakkerij.", "Lees een boek."), two);
        clash.Reasons.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe(Refusal.ChangedCode), r => r.Args.ShouldBe(["Ga elders kijken.", "Lees een boek."]));
        // What was taken in by another item is no longer there to be worked on.
        (await house.Refused(new RewordItem(id, Indicators + "[2]", "bij zijn voornaam.", "x"), two)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task An_unused_line_becomes_an_item_where_the_reviewer_wants_it_and_a_repeated_text_goes(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.Recruiter);
        var text = Bakery.Replace("  • Kijk mee in een andere bakkerij.", "  • Loop een nacht mee.", StringComparison.Ordinal);
        var (id, see) = await Uploaded(house, who, text);
        var twin = (await see()).Remarks.Single(r => r.Code == DraftReview.Repeated);
        (twin.Path, twin.Twin).ShouldBe(("competencies[1].tips[0]", 36));
        await house.Asked(new DropItem(id, twin.Path), who);
        (await see()).Remarks.ShouldNotContain(r => r.Code == DraftReview.Repeated);

        var (form, look) = await Uploaded(house, who, "---\ndocument: competency\ncode: samen\nlanguage: nl\n---\n# Samen\nSamen werken.\nzomaar een regel\n## Gedrag\n- + Deelt werk.\n## Onbekend kopje\n- Losse regel.\n## Tips\n### Medewerker\n- cursus: Volg iets.\n", "samen.md");
        var view = await look();
        var unused = view.Source.Where(l => l.Use == LineUse.Discarded).ToList();
        unused.ShouldNotBeEmpty();
        var remark = view.Remarks.FirstOrDefault(r => r.Code == DraftReview.UnusedLine);
        var index = await house.Look(db => db.Set<Draft>().Where(d => d.Id == form).Select(d => d.RecordJson).SingleAsync());
        var line = ImportJson.FromJson(index).Discarded.Select((d, i) => (d, i)).First(x => x.d.Text.Contains("Losse", StringComparison.Ordinal));
        await house.Asked(new MoveItem(form, remark?.Path ?? $"discarded[{line.i}]", null, "competencies[0].tips", "competencies[0].tips[0]"), who);
        var after = await look();
        Texts(after, "competencies[0].tips").Length.ShouldBe(2);
        after.Used.ShouldBe(view.Used + 1);
        after.Source.Count(l => l.Use == LineUse.Discarded).ShouldBe(unused.Count - 1);
        await house.Asked(new RestoreItem(form, remark?.Path ?? $"discarded[{line.i}]"), who);
        Texts(await look(), "competencies[0].tips").Length.ShouldBe(1);
    }

    internal static async Task Answered(House house, Actor who, Guid draft)
    {
        foreach (var todo in (await house.Asked(new GetDraft(draft), who)).Open)
        {
            if (todo.Code == DraftReview.MissingName) await house.Asked(new NameItem(draft, todo.Path, null, todo.Suggested ?? "Naam"), who);
            else await house.Asked(new ConfirmItem(draft, todo.Path), who);
        }
    }
}
