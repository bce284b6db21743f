using Interviewing.Application.Identity;
using Interviewing.Testing;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Import;

/// <summary>A recruiter uploads a description without names, answers what the page asks, by mouse and by keyboard, and publishes it.</summary>
public sealed class ImportReviewTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Document = """
        Functiebeschrijving

        Functiefamilie
        Ondersteuning
        Doel
        Zorgen dat de werkplaats elke ochtend open kan, met gereedschap dat werkt.
        Resultaatgebieden
        Kernactiviteit
        Beheren van het gereedschap

        Kader
        Veiligheidsregels Huisregels

        Resultaat
        Gereedschap dat klaarligt

        Activiteit
          • Nakijken van machines
          • Bijhouden van de uitleenlijst
        Competenties
        Omschrijving
        Werk in een haalbare volgorde zetten en de planning bijstellen.

        Gedragsindicatoren
          • Maakt een weekplan.
          • Meldt op tijd wat later wordt.
        Toetsvragen
          • Wanneer liep een plan mis? Wat deed je toen?
        Ontwikkeltips
          • Plan elke vrijdag de week erna.
          • Plan elke vrijdag de week erna.
        Niveaus
        NiveauSchaal
        17
        """;

    [Fact]
    public async Task A_description_without_names_is_read_answered_and_published()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.Recruiter, 1280, 900);
        var page = visitor.Page;
        await visitor.Go("/import");
        (await visitor.Axe()).ShouldBeEmpty();
        await visitor.Picture("import-list-1280");
        await page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "werkplaats.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Document) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Lezen" }).ClickAsync();
        await page.WaitForURLAsync("**/import/*");
        await visitor.Ready();
        (await visitor.Axe()).ShouldBeEmpty();
        (await visitor.Overflows()).ShouldBeFalse();
        await visitor.Picture("import-review-1280");

        var publish = page.Locator(".acts .btn-1");
        (await publish.GetAttributeAsync("aria-disabled")).ShouldBe("true");
        await publish.ClickAsync(new() { Force = true });
        (await page.Locator("dialog[open]").CountAsync()).ShouldBe(0);

        // A line chooses its item, and an item its line.
        await page.Locator("#r18").ClickAsync();
        await Assertions.Expect(page.Locator(".tree .on")).ToContainTextAsync("Nakijken van machines");
        await page.Locator(".tree .on [data-stop]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".tree .on")).ToContainTextAsync("Bijhouden van de uitleenlijst");
        await Assertions.Expect(page.Locator(".src .sel")).ToContainTextAsync("Bijhouden van de uitleenlijst");
        // From the keyboard the other way round: one Tab stop per list, arrows walk, and each line chooses its item.
        await page.Locator(".src [tabindex='0']").FocusAsync();
        await Assertions.Expect(page.Locator(".src [tabindex='0']")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".tree [tabindex='0']")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator(".tree .on")).ToContainTextAsync("Nakijken van machines");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".tree .on")).ToContainTextAsync("Bijhouden van de uitleenlijst");
        await Assertions.Expect(page.Locator(".src .sel [tabindex='0']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".tree .on [data-stop]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator(".tree del")).ToHaveTextAsync("Bijhouden van de uitleenlijst");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator(".tree del")).ToHaveCountAsync(0);

        // Names: one proposal taken, one of one's own.
        await page.GetByRole(AriaRole.Button, new() { Name = "Voorstel overnemen Plannen en organiseren" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree")).ToContainTextAsync("Plannen en organiseren");
        if (await page.GetByLabel("Naam van de functie").CountAsync() == 0) await page.GetByRole(AriaRole.Button, new() { Name = "Andere naam" }).First.ClickAsync();
        await page.GetByLabel("Naam van de functie").FillAsync("Werkplaatsbeheerder");
        await page.GetByLabel("Naam van de functie").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".tree")).ToContainTextAsync("Werkplaatsbeheerder");
        while (await page.GetByRole(AriaRole.Button, new() { Name = "Klopt" }).CountAsync() is > 0 and var open)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Klopt" }).First.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Klopt" })).ToHaveCountAsync(open - 1);
        }
        await Assertions.Expect(publish).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await publish.ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        (await visitor.Axe()).ShouldBeEmpty();
        await page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open] [role=alert]")).ToContainTextAsync("Geef het raamwerk een naam.");
        await page.GetByLabel("Naam van het raamwerk").FillAsync("Werkplaats Noord");
        await visitor.Picture("import-publish-1280");
        await page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".callout.ok")).ToContainTextAsync("staat in de bibliotheek");
        (await visitor.Axe()).ShouldBeEmpty();
        await visitor.Picture("import-published-1280");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_telephone_nothing_sticks_out()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.Recruiter, 390, 844);
        await visitor.Go("/import");
        (await visitor.Overflows()).ShouldBeFalse();
        await visitor.Page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "werkplaats.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Document) });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Lezen" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/import/*");
        await visitor.Ready();
        (await visitor.Overflows()).ShouldBeFalse();
        (await visitor.Axe()).ShouldBeEmpty();
        await visitor.Picture("import-review-390");
    }

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
        """;

    [Fact]
    public async Task Items_are_split_joined_moved_and_put_back_published_compared_and_taken_back()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.Recruiter, 1280, 900);
        var page = visitor.Page;
        await Upload(visitor, "bakkerij.txt", Bakery);
        var chosen = page.Locator(".tree .on");

        // One click for the sentence that is two.
        await visitor.Picture("import-remedies-1280");
        await page.GetByRole(AriaRole.Button, new() { Name = "Splitsen na “klok”" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree")).ToContainTextAsync("houdt de oven in de gaten tot het brood klaar is.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Splitsen na “klok”" })).ToHaveCountAsync(0);

        // By keyboard: join with the next, split after a word, shift up, move elsewhere, and take the last one back.
        await page.Locator("#i22 [data-stop]").FocusAsync();
        await Assertions.Expect(chosen).ToContainTextAsync("Spreekt iedereen aan");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(chosen).ToContainTextAsync("Spreekt iedereen aan bij zijn voornaam.");
        await page.Keyboard.PressAsync("s");
        var words = page.GetByRole(AriaRole.Button, new() { Name = "Splitsen na “Spreekt”" });
        await Assertions.Expect(words).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await visitor.Picture("import-split-1280");
        (await visitor.Axe()).ShouldBeEmpty();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".tree")).ToContainTextAsync("aan bij zijn voornaam.");
        await Assertions.Expect(page.Locator("#i22 [data-stop]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(chosen).ToContainTextAsync("Spreekt iedereen aan bij zijn voornaam.");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(chosen).ToContainTextAsync("verplaatst");
        await Assertions.Expect(page.Locator("#i22 [data-stop]")).ToBeFocusedAsync();
        await page.Locator("#i24 [data-stop]").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.Locator("#tool-first").SelectOptionAsync("competencies[0].questions");
        await visitor.Picture("import-move-1280");
        (await visitor.Axe()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verplaatsen", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.Locator(".tree .on .kind")).ToContainTextAsync("Vraag");
        await page.Locator("#i19 [data-stop]").FocusAsync();
        await Assertions.Expect(page.Locator("#i19 [data-stop]")).ToHaveAttributeAsync("aria-current", "true");
        await page.Keyboard.PressAsync("e");
        await page.Locator("#tool-first").FillAsync("Een ploeg goed laten draaien.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaren", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree .was")).ToHaveTextAsync("In de bron: “Een ploeg laten draaien.”");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terugzetten" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree .was")).ToHaveCountAsync(0);
        (await visitor.Axe()).ShouldBeEmpty();
        await visitor.Picture("import-reviewed-1280");

        // Coming back loses nothing.
        await page.ReloadAsync();
        await visitor.Ready();
        await Assertions.Expect(page.Locator(".tree")).ToContainTextAsync("Spreekt iedereen aan bij zijn voornaam.");
        await Publish(page, "Bakkerij Noord");
        var address = page.Url;

        // A later version: only what is ticked.
        await Upload(visitor, "bakkerij.txt", Bakery.Replace("Loop een nacht mee.", "Loop drie nachten mee.", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#changes")).ToBeVisibleAsync();
        (await visitor.Axe()).ShouldBeEmpty();
        await visitor.Picture("import-changes-1280");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new System.Text.RegularExpressions.Regex("drie nachten", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).CheckAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=changes] [role=status]")).ToContainTextAsync("1 van");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dit is een ander document" }).ClickAsync();
        await Assertions.Expect(page.Locator("#changes")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Toch vergelijken" }).ClickAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=changes] [role=status]")).ToContainTextAsync("1 van");

        // Nothing was built on the first: it goes, and can be published again.
        await page.GotoAsync(address);
        await visitor.Ready();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicatie terugnemen" }).First.ClickAsync();
        (await visitor.Axe()).ShouldBeEmpty();
        await visitor.Picture("import-take-back-1280");
        await page.Locator("dialog[open] .btn-bad").ClickAsync();
        await Assertions.Expect(page.Locator(".acts .btn-1")).ToHaveTextAsync("Publiceren");
        visitor.Complaints.ShouldBeEmpty();
    }

    private const string Gardener = "Doel\n\nDe tuinen onderhouden.\n\nResultaatgebieden\n\nAls tuinbaas\n\nde ploeg verdelen.\n\nVoorbeelden van taken\n\n• Het weekplan maken.\n\nOnderscheidende criteria\n\n"
        + "              C                        B\n\nPloeg         Werken in een ploeg      Een ploeg van zes\n              van drie.                leiden.\n\nKennis        De bomen kennen.         Kunnen snoeien.\n";

    [Fact]
    public async Task Cells_of_a_table_are_asked_about_worded_otherwise_and_put_back()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.Recruiter, 768, 1024);
        var page = visitor.Page;
        await Upload(visitor, "tuin.txt", Gardener);
        await Assertions.Expect(page.Locator(".finds").First).ToContainTextAsync("Cellen die naast elkaar staan");
        var cell = page.Locator(".tree [data-stop]", new() { HasText = "Een ploeg van zes leiden." });
        await cell.FocusAsync();
        await page.Keyboard.PressAsync("e");
        await page.Locator("#tool-first").FillAsync("Een ploeg van zes aansturen.");
        await visitor.Picture("import-cell-768");
        (await visitor.Axe()).ShouldBeEmpty();
        (await visitor.Overflows()).ShouldBeFalse();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaren", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree .was")).ToHaveTextAsync("In de bron: “Een ploeg van zes leiden.”");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terugzetten" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree .was")).ToHaveCountAsync(0);
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_document_shows_how_far_it_is_and_can_be_stopped()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.Recruiter, 390, 844);
        var id = await Waiting(site);
        await visitor.Go($"/import/{id}");
        await Assertions.Expect(visitor.Page.Locator("progress")).ToBeVisibleAsync();
        (await visitor.Axe()).ShouldBeEmpty();
        (await visitor.Overflows()).ShouldBeFalse();
        await visitor.Picture("import-reading-390");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Stoppen" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Alsnog lezen" })).ToBeVisibleAsync();
        (await visitor.Axe()).ShouldBeEmpty();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Verwijderen" }).First.ClickAsync();
        await visitor.Page.Locator("dialog[open] .btn-bad").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/import");
        visitor.Complaints.ShouldBeEmpty();
    }

    // A draft that another process is reading: nobody here will finish it.
    private static async Task<Guid> Waiting(Site site)
    {
        var now = site.Clock.GetUtcNow();
        return await site.Look(async db =>
        {
            var file = new Application.Shared.StoredFile("groot.txt", "text/plain", [65], now);
            var draft = new Application.Import.Draft(file, null, now);
            var turn = new Application.Import.ReadingTurn(draft.Id, now);
            db.AddRange(file, draft, turn);
            db.Entry(turn).Property(t => t.Until).CurrentValue = now.AddHours(1);
            db.Entry(turn).Property(t => t.Percent).CurrentValue = 40;
            await db.SaveChangesAsync(CancellationToken.None);
            return draft.Id;
        });
    }

    [Fact]
    public async Task An_administrator_teaches_the_reader_a_word()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.Administrator);
        var page = visitor.Page;
        await visitor.Go("/admin/labels");
        (await visitor.Axe()).ShouldBeEmpty();
        await page.GetByLabel("Woord in het document").FillAsync("Kader");
        await page.GetByLabel("Onderdeel").SelectOptionAsync("purpose");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toevoegen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".err")).ToContainTextAsync("betekent al iets anders: Kader");
        (await visitor.Axe()).ShouldBeEmpty();
        await page.GetByLabel("Woord in het document").FillAsync("Waartoe dit werk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toevoegen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tag")).ToContainTextAsync("Waartoe dit werk");
        await visitor.Picture("import-labels-1280");
        await page.GetByRole(AriaRole.Button, new() { Name = "Waartoe dit werk verwijderen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tag")).ToHaveCountAsync(0);
        visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task Publish(IPage page, string framework)
    {
        while (await page.GetByRole(AriaRole.Button, new() { Name = "Klopt" }).CountAsync() is > 0 and var open)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Klopt" }).First.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Klopt" })).ToHaveCountAsync(open - 1);
        }
        await page.Locator(".acts .btn-1").ClickAsync();
        await page.GetByLabel("Naam van het raamwerk").FillAsync(framework);
        await page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".callout.ok")).ToContainTextAsync("staat in de bibliotheek");
    }

    private static async Task Upload(Visitor visitor, string name, string text)
    {
        await visitor.Go("/import");
        await visitor.Page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Lezen" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/import/*");
        await visitor.Ready();
    }
}
