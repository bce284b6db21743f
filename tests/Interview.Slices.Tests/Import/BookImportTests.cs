using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Import;

public class BookImportTests
{
    private const string Book = """
        Functieboek Waterleiding Oosterbeek

        Pagina	Naam functie	Functiegroep	Indicatieve schaal
        3	Monteur leidingnet I	Netten	8
        5	Laborant	Laboratorium	10A
        9	Module Wachtdienst	-	-

        Functiebeschrijving
        Naam functie	: Monteur leidingnet I
        Code	: W1.01
        Functiereeks Techniek:
        Werk aan alles wat onder de grond ligt.
        Functiegroep Netten:
        Leggen en herstellen van leidingen.
        Overwegende functiekenmerken:
        - herstelt zelfstandig lekken
        Generieke taken
        Resultaatgebied 1: Herstel
        - spoort lekken op
        - vervangt afsluiters
        Resultaatgebied 2: Aanleg
        - legt nieuwe aansluitingen
        Functiebeschrijving
        Naam functie	: Laborant
        Code	: W2.01
        Functiereeks Kwaliteit:
        Bewaken van het water.
        Functiegroep Laboratorium:
        Ontleden van monsters.
        Generieke taken
        Resultaatgebied 1: Monsters
        - neemt monsters bij de bron
        Modulenaam	Wachtdienst
        Module taken
        1. Bereikbaarheid
        - neemt buiten kantooruren de telefoon op
        """;

    private const string Profile = """
        Naam functie: Tuinbaas

        Doel
        Zorgen voor mooie tuinen.

        Resultaatgebieden

        Als leider

        de ploeg verdelen teneinde elk perk klaar te hebben.

        Voorbeelden van taken
        – Het weekplan maken;
        – Nieuwe tuiniers inwerken.

        Als gids (facultatief)

        bezoekers rondleiden.

        Voorbeelden van taken
        – Een route uitzetten.

        Onderscheidende criteria

        C B

        Ploeg
        Werken in een ploeg.

        Een ploeg leiden.

        Kennis
        Bomen kennen.

        Een vakman* zijn.

        * Definitie
        vakmanschap: het werk kunnen uitleggen.
        """;

    private static async Task<(DraftView Draft, PublishedImport Done)> Published(House house, Actor who, string text, string file)
    {
        var id = await house.Asked(new UploadDocument(file, Encoding.UTF8.GetBytes(text)), who);
        var draft = await house.Asked(new GetDraft(id), who);
        foreach (var todo in draft.Open) await house.Asked(new ConfirmItem(id, todo.Path), who);
        draft = await house.Asked(new GetDraft(id), who);
        return (draft, await house.Asked(new PublishDraft(id, draft.Version, null, new NewFramework("Boek")), who));
    }

    [Theory, OnBothDatabases]
    public async Task Every_function_of_a_book_becomes_a_profile_in_its_branch(Database database)
    {
        await using var house = await House.On(database);
        var (draft, done) = await Published(house, await house.Someone(Role.LibraryManager), Book, "boek.txt");
        done.Profiles.Count.ShouldBe(2);
        // The library has no place for modules, and says so.
        draft.Advice.ShouldContain(finding => finding.Code == "no-place" && finding.Path == "modules[0]");

        var profiles = await house.Look(db => db.Set<Profile>().Include(p => p.ResultAreas).OrderBy(p => p.Code).ToListAsync());
        profiles.Select(p => (p.Name["nl"], p.Code, p.PayScale)).ShouldBe([("Monteur leidingnet I", "W1.01", "8"), ("Laborant", "W2.01", "10A")]);
        profiles[0].Characteristics.ShouldHaveSingleItem()["nl"].ShouldBe("herstelt zelfstandig lekken");
        profiles[0].ResultAreas.OrderBy(a => a.Order).Select(a => (a.Title["nl"], a.Activities.Count)).ShouldBe([("Herstel", 2), ("Aanleg", 1)]);
        profiles[0].Grading.ShouldBeNull();
        profiles[0].Trace!.Line.ShouldBe(8);
        var nodes = await house.Look(db => db.Set<Node>().ToListAsync());
        var group = nodes.Single(n => n.Id == profiles[0].NodeId);
        (group.Kind, group.Name["nl"], nodes.Single(n => n.Id == group.ParentId).Name["nl"]).ShouldBe((NodeKind.Group, "Netten", "Techniek"));
    }

    [Theory, OnBothDatabases]
    public async Task The_criteria_and_their_terms_stay_with_the_profile(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (_, done) = await Published(house, who, Profile, "tuin.txt");
        var card = await house.Asked(new ShowProfile(done.Profiles.Single()), who);
        card.Grading!.Classes.ShouldBe(["C", "B"]);
        card.Grading.Criteria.Select(c => (c.Name["nl"], c.Cells[1]["nl"])).ShouldBe([("Ploeg", "Een ploeg leiden."), ("Kennis", "Een vakman* zijn.")]);
        card.Grading.Terms.ShouldHaveSingleItem().Text["nl"].ShouldBe("het werk kunnen uitleggen.");
        card.ResultAreas.Select(a => (a.Title["nl"], a.Result["nl"])).ShouldBe([("Als leider", "de ploeg verdelen teneinde elk perk klaar te hebben."), ("Als gids (facultatief)", "bezoekers rondleiden.")]);
    }
}
