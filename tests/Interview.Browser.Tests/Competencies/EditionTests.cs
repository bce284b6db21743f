using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Competencies;

/// <summary>A library manager shapes an edition's tree, compares it, publishes it with what was ticked, and edits competency and profile by hand.</summary>
public sealed class EditionTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 900), InlineData(390, 844)]
    public async Task An_edition_is_shaped_compared_and_published(int width, int height)
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.LibraryManager, width, height);
        var page = visitor.Page;
        await Judge(visitor, "/library/frameworks", $"library-frameworks-{width}");
        var old = (await site.Asked(new ListFrameworks()))[0].Editions[^1].Id;
        await Judge(visitor, $"/library/editions/{old}", $"library-edition-{width}");
        var draft = await site.Asked(new CopyEdition(old, "2027"));

        // By keyboard: the second branch goes up, then under the first, and out again.
        await Judge(visitor, $"/library/editions/{draft}?edit=1", $"library-edition-edit-{width}");
        var names = page.Locator(".tree-rows textarea").First;
        var second = (await site.Asked(new ShowEdition(draft))).Branches[1];
        var grip = page.GetByRole(AriaRole.Button, new() { Name = $"{second.Name["nl"]} verplaatsen", Exact = true });
        await grip.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(names).ToHaveValueAsync(second.Name["nl"]!);
        await Assertions.Expect(grip).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(names).Not.ToHaveValueAsync(second.Name["nl"]!);
        await Assertions.Expect(grip).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".tree-rows .d1")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = $"{second.Name["nl"]} een niveau hoger", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree-rows .d1")).ToHaveCountAsync(0);
        await page.GetByLabel("Niveau 1", new() { Exact = true }).FillAsync("Domein");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".head [role=status]")).ToContainTextAsync("Bewaard");
        await page.GetByLabel("Nieuwe tak, Nederlands").FillAsync("Nog een tak");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tak toevoegen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nog een tak verwijderen" })).ToBeVisibleAsync();
        var branches = await page.Locator(".tree-rows li").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nog een tak verwijderen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree-rows li")).ToHaveCountAsync(branches - 1);
        // A branch that still holds something is kept, in a sentence.
        await page.GetByRole(AriaRole.Button, new() { Name = $"{second.Name["nl"]} verwijderen", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main > [role=alert], main [role=alert]").First).ToContainTextAsync("hangt nog iets");

        var competency = (await site.Asked(new FindCompetencies(new Slice(0, 1), Editions: [draft]))).Found.Rows[0].Id;
        await Judge(visitor, $"/library/{competency}?tab=indicators", $"library-indicators-{width}");
        await Judge(visitor, $"/library/{competency}", $"library-definition-{width}");
        var card = await site.Asked(new ShowCompetency(competency));
        await site.Asked(new RewordText(competency, competency, "definition", "nl", card.Definition["nl"], card.Definition["nl"] + " En vertelt het op tijd."));
        await visitor.Go($"/library/{competency}?tab=tips");
        var first = await page.Locator("section[aria-labelledby=tips] .item").First.Locator("textarea").First.InputValueAsync();
        var down = page.Locator("section[aria-labelledby=tips] .item").First.Locator("button[title=Omlaag]");
        await down.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("section[aria-labelledby=tips] .item").Nth(1).Locator("textarea").First).ToHaveValueAsync(first);
        await Assertions.Expect(page.Locator("section[aria-labelledby=tips] .item").Nth(1).Locator("button[title=Omlaag]")).ToBeFocusedAsync();
        await page.Locator("section[aria-labelledby=tips] .item").Nth(1).Locator("button[title=Verwijderen]").ClickAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=tips] .item")).ToHaveCountAsync(card.Tips.Count - 1);

        await Judge(visitor, $"/library/crosswalk?from={draft}&to={old}", $"library-crosswalk-{width}");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Hetzelfde: ") }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main table li")).ToHaveCountAsync(1);

        await Judge(visitor, $"/library/editions/{draft}/impact", $"library-impact-{width}");
        await Assertions.Expect(page.Locator("main ins").Filter(new() { HasText = "En vertelt het op tijd." })).ToBeVisibleAsync();
        await page.Locator("fieldset input[type=checkbox]").First.CheckAsync();
        await page.Locator("button[data-opens=publish]").ClickAsync();
        await page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".callout.ok")).ToContainTextAsync("2027");
        (await site.Asked(new ShowEdition(old))).Status.ShouldBe(EditionStatus.Superseded);
        visitor.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, 900), InlineData(390, 844)]
    public async Task Result_areas_are_added_written_and_reordered_by_hand(int width, int height)
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.LibraryManager, width, height);
        var page = visitor.Page;
        var edition = (await site.Asked(new ListEditions()))[0].Id;
        var profile = await site.Asked(new MakeProfile(edition, "HAND", "nl", "Met de hand", "Doet alles zelf."));
        await site.Asked(new AddResultArea(profile, "nl", "Eerste gebied"));
        await visitor.Go($"/profiles/{profile}?edit=1");
        await page.GetByLabel("Nieuw resultaatgebied, Nederlands").FillAsync("Tweede gebied");
        await page.GetByRole(AriaRole.Button, new() { Name = "Resultaatgebied toevoegen" }).ClickAsync();
        var up = page.GetByRole(AriaRole.Button, new() { Name = "Tweede gebied omhoog" });
        await up.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Eerste gebied omlaag" })).ToBeDisabledAsync();
        // At the top there is no further up: the focus waits on the other button.
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Tweede gebied omlaag" })).ToBeFocusedAsync();
        await page.GetByLabel("Activiteiten van gebied 1, Nederlands").FillAsync("Maakt een plan\n- Vraagt om cijfers\nVoert het uit");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".head [role=status]")).ToContainTextAsync("Bewaard");
        (await visitor.Axe()).ShouldBeEmpty();
        (await visitor.Overflows()).ShouldBeFalse();
        await visitor.Picture($"profile-areas-{width}");
        var areas = (await site.Asked(new ShowProfile(profile))).ResultAreas;
        areas.Select(a => a.Title["nl"]).ShouldBe(["Tweede gebied", "Eerste gebied"]);
        areas[0].Activities.Select(a => (a.Text["nl"], a.Children.Count)).ShouldBe([("Maakt een plan", 1), ("Voert het uit", 0)]);
        visitor.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, 900), InlineData(390, 844)]
    public async Task What_a_profile_asks_for_is_reordered_by_keyboard_by_button_and_by_mouse(int width, int height)
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.LibraryManager, width, height);
        var page = visitor.Page;
        var profile = (await site.Asked(new FindProfiles(new Slice(0, 50)))).Rows.First(r => r.Competencies >= 4).Id;
        var names = (await site.Asked(new ShowProfile(profile))).Requires.Select(r => r.Name["nl"]!).ToList();
        await visitor.Go($"/profiles/{profile}?edit=1");
        var rows = page.Locator("section[aria-labelledby=asks] tbody tr");
        var grip = page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{names[0]}, plaats ") });

        // With the arrow keys on the grip, which keeps the focus; then with the buttons, which do too.
        await grip.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync(names[0]);
        await Assertions.Expect(grip).ToBeFocusedAsync();
        await Assertions.Expect(grip).ToHaveAccessibleNameAsync($"{names[0]}, plaats 2 van {names.Count}: verplaatsen");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync(names[0]);
        await page.GetByRole(AriaRole.Button, new() { Name = $"{names[1]} omhoog" }).PressAsync("Enter");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync(names[1]);
        // At the top there is no further up: the focus waits on the other button.
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"{names[1]} omlaag" })).ToBeFocusedAsync();
        // A phone has no mouse to drag with.
        if (width > 700) await rows.Nth(3).Locator(".grip").DragToAsync(rows.Nth(1));
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = $"{names[3]} omhoog" }).ClickAsync();
            await Assertions.Expect(rows.Nth(2)).ToContainTextAsync(names[3]);
            await page.GetByRole(AriaRole.Button, new() { Name = $"{names[3]} omhoog" }).ClickAsync();
        }
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync(names[3]);
        await Assertions.Expect(page.Locator(".head [role=status]")).ToContainTextAsync("Bewaard");
        (await site.Asked(new ShowProfile(profile))).Requires.Select(r => r.Name["nl"]).Take(4).ShouldBe([names[1], names[3], names[0], names[2]]);
        (await visitor.Axe()).ShouldBeEmpty();
        (await visitor.Overflows()).ShouldBeFalse();
        await visitor.Picture($"profile-order-{width}");

        // Somebody else puts them in another order meanwhile: this page is told and shows that one.
        await site.Asked(new MoveRequirement(profile, (await site.Asked(new ShowProfile(profile))).Requires[0].Competency, 0, 3));
        await page.GetByRole(AriaRole.Button, new() { Name = $"{names[3]} omlaag" }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]").First).ToBeVisibleAsync();
        await Assertions.Expect(rows.Nth(3)).ToContainTextAsync(names[1]);
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
