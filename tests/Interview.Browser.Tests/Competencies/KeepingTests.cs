using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Competencies;

/// <summary>A library manager keeps scales, brings back what was taken away, and changes a competency that others lean on as a newer version.</summary>
public sealed class KeepingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 900), InlineData(768, 1024), InlineData(390, 844)]
    public async Task Scales_histories_and_versions_are_kept_by_hand(int width, int height)
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.LibraryManager, width, height);
        var page = visitor.Page;

        // A scale of one's own, written in another language, and locked once a guide is frozen with it.
        await Judge(visitor, "/library/scales", $"library-scales-{width}");
        await page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Drie punten");
        await page.GetByLabel("Woorden van laag naar hoog").FillAsync("nog niet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schaal maken" }).ClickAsync();
        await Assertions.Expect(page.Locator(".err")).ToContainTextAsync("2 tot 10");
        await page.GetByLabel("Woorden van laag naar hoog").FillAsync("nog niet\nja\nruim");
        await page.GetByLabel("Voldoende vanaf").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schaal maken" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Woord bij punt 3, Nederlands")).ToHaveValueAsync("ruim");
        await visitor.Ready();
        await page.GetByLabel("Woord bij punt 3, Engels").FillAsync("amply");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".head [role=status]")).ToContainTextAsync("Bewaard");
        var scale = Guid.Parse(new Uri(page.Url).AbsolutePath.Split('/')[^1]);
        (await site.Asked(new ShowScale(scale))).Points[2].Label["en"].ShouldBe("amply");
        await Judge(visitor, $"/library/scales/{scale}", $"library-scale-{width}");
        var profile = (await site.Asked(new ListGuidable()))[0].Id;
        var guide = await site.Asked(new MakeGuide(profile, null, 60, ["nl"], Wishes: new(Scale: scale)));
        await site.Asked(new FreezeGuide(guide, (await site.Asked(new ShowGuide(guide))).Version));
        await Judge(visitor, $"/library/scales/{scale}", $"library-scale-locked-{width}");
        await Assertions.Expect(page.Locator("main .callout").First).ToContainTextAsync("staat op slot");
        await Assertions.Expect(page.GetByLabel("Woord bij punt 3, Engels")).ToHaveCountAsync(0);
        await page.GetByLabel("Naam van de kopie").FillAsync("Drie punten, anders");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kopie maken" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Drie punten, anders");
        await Assertions.Expect(page.GetByLabel("Woord bij punt 3, Engels")).ToBeEditableAsync();

        // A tip goes and comes back from the history.
        var edition = (await site.Asked(new ListEditions()))[0].Id;
        var competency = (await site.Asked(new ShowProfile(profile))).Requires[0].Competency;
        var card = await site.Asked(new ShowCompetency(competency));
        await site.Asked(new RemoveItem(competency, card.Tips[0].Id));
        await visitor.Go($"/library/{competency}");
        foreach (var tab in await page.Locator("nav.tabs a").AllAsync()) await Assertions.Expect(tab).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator("nav.tabs a").Last.ClickAsync();
        await Assertions.Expect(page.Locator("h2#history")).ToBeVisibleAsync();
        await Judge(visitor, $"/library/{competency}?tab=history", $"library-history-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terugzetten: Tip" }).First.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".tl li").First).ToContainTextAsync("teruggezet");
        (await site.Asked(new ShowCompetency(competency))).Tips.Select(t => t.Id).ShouldBe(card.Tips.Select(t => t.Id));

        // So do a result area and a competency that a profile no longer asked for.
        var before = await site.Asked(new ShowProfile(profile));
        await site.Asked(new RemoveResultArea(profile, before.ResultAreas[0].Id));
        await site.Asked(new StopRequiring(profile, before.Requires[1].Competency));
        await Judge(visitor, $"/profiles/{profile}?edit=1", $"profile-history-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terugzetten: Resultaatgebied" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tl li").First).ToContainTextAsync("teruggezet");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Terugzetten: {before.Requires[1].Name["nl"]}", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=asks] tbody tr")).ToHaveCountAsync(before.Requires.Count);
        (await site.Asked(new ShowProfile(profile))).ResultAreas.Select(a => a.Id).ShouldBe(before.ResultAreas.Select(a => a.Id));

        // A change that others must not feel at once becomes a newer version.
        await visitor.Go($"/library/{competency}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nieuwe versie maken" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .callout").First).ToContainTextAsync("Dit is versie 2");
        await visitor.Ready();
        await page.GetByLabel("Omschrijving, Nederlands").FillAsync("Nieuw verwoord.");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".head [role=status]")).ToContainTextAsync("Bewaard");
        var next = new Uri(page.Url).AbsolutePath;
        await Judge(visitor, next, $"library-version-{width}");
        await Judge(visitor, "/library?state=prepared", $"library-prepared-{width}");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("tbody tr .badge")).ToHaveTextAsync("In voorbereiding");
        (await page.Locator("main .card-flush").EvaluateAsync<bool>("card => card.scrollWidth > card.clientWidth + 1")).ShouldBeFalse("the status is out of sight");
        await Judge(visitor, next + "/version", $"library-version-impact-{width}");
        await Assertions.Expect(page.Locator("main ins").Filter(new() { HasText = "Nieuw verwoord." })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = before.Name["nl"]! }).CheckAsync();
        await page.Locator("button[data-opens=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open] li").Last).ToContainTextAsync("1 profielen");
        await page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".callout.ok")).ToContainTextAsync("Versie 2 is in gebruik");
        (await site.Asked(new ShowProfile(profile))).Requires.Select(r => r.Competency.ToString()).ShouldContain(next.Split('/')[^1]);

        // Something typed and not added is not lost without a question.
        await visitor.Go($"/profiles/{profile}?edit=1");
        await page.GetByLabel("Nieuw resultaatgebied, Nederlands").FillAsync("Half getypt");
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.TrySetResult(dialog.Type);
        };
        await page.Locator("main a[href='/profiles']").First.ClickAsync();
        (await asked.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe("beforeunload");
        await Assertions.Expect(page.GetByLabel("Nieuw resultaatgebied, Nederlands")).ToHaveValueAsync("Half getypt");
        visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task Judge(Visitor visitor, string path, string picture)
    {
        await visitor.Go(path);
        await visitor.Picture(picture);
        (await visitor.Axe()).ShouldBeEmpty(picture);
        (await visitor.Overflows()).ShouldBeFalse(picture);
    }
}
