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
        await using var visitor = await SignedIn(site, 1280, 900);
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
        await using var visitor = await SignedIn(site, 390, 844);
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

    private async Task<Visitor> SignedIn(Site site, int width, int height)
    {
        var link = await site.Asked(new InvitePerson("Iemand Anders", "iemand@waterveen.example", "nl", Role.Recruiter));
        await site.Asked(new AcceptLink(link.Token, Site.Password));
        var visitor = await chromium.Visit(site.Address, width, height);
        await visitor.Go("/account/sign-in");
        await visitor.Page.GetByLabel("E-mailadres").FillAsync("iemand@waterveen.example");
        await visitor.Page.GetByLabel("Wachtwoord", new() { Exact = true }).FillAsync(Site.Password);
        await visitor.Page.Locator("form[method=post] .btn-1").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/");
        return visitor;
    }
}
