using System.Text;
using Interviewing.Application.Identity;
using Interviewing.Testing;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Import;

/// <summary>A recruiter uploads a sheet with headers of the house, says once what they mean, and the next one is read at once.</summary>
public sealed class ColumnsTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Sheet = """
        Onderwerp;Uitleg;Zo ziet u het op niveau 1;Zo ziet u het op niveau 2;Vraag;Opmerking
        Vooruitzien;Houdt rekening met het seizoen.;Schrijft op wat er moet liggen.;Spreekt af met de werf.;Hoe zag uw februari eruit?;uit 2019
        Overleggen;Zoekt anderen op voordat een keuze vastligt.;Vertelt wat er misging.;Brengt schipper en naaister bij elkaar.;Met wie sprak u voor het laatst over een keuze?;
        """;

    [Theory]
    [InlineData(1280, 900), InlineData(390, 844)]
    public async Task Columns_are_told_and_the_sheet_is_read(int width, int height)
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.Recruiter, width, height);
        var page = visitor.Page;
        await Upload(visitor, "ons-boek.csv");
        await page.WaitForURLAsync("**/columns");
        await visitor.Ready();
        (await visitor.Axe()).ShouldBeEmpty();
        (await visitor.Overflows()).ShouldBeFalse();
        await visitor.Picture($"import-columns-{width}");

        // Nothing chosen: one clear sentence, and nothing happened.
        await page.GetByRole(AriaRole.Button, new() { Name = "Zo lezen" }).ClickAsync();
        await Assertions.Expect(page.Locator("main [role=alert]")).ToContainTextAsync("Kies de kolom met de competentie");
        await page.GetByLabel("Onderwerp", new() { Exact = true }).FocusAsync();
        await page.Keyboard.TypeAsync("Competentie");
        await page.GetByLabel("Uitleg", new() { Exact = true }).SelectOptionAsync("Definition");
        await page.GetByLabel("Zo ziet u het op niveau 1", new() { Exact = true }).SelectOptionAsync("Indicator");
        await page.GetByLabel("Zo ziet u het op niveau 2", new() { Exact = true }).SelectOptionAsync("Indicator");
        await visitor.Picture($"import-columns-told-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zo lezen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree")).ToContainTextAsync("Brengt schipper en naaister bij elkaar.");

        await Upload(visitor, "volgend-boek.csv");
        await Assertions.Expect(page.Locator(".tree")).ToContainTextAsync("Vooruitzien");
        visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task Upload(Visitor visitor, string name)
    {
        await visitor.Go("/import");
        await visitor.Page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Sheet) });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Lezen" }).ClickAsync();
        await visitor.Page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/import/[0-9a-f-]{36}"));
    }
}
