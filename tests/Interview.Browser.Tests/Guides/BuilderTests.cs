using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Testing;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Guides;

/// <summary>A recruiter goes from a profile to a guide, sees why each question stands there, divides them, gives a reason and prints.</summary>
public sealed class BuilderTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 900), InlineData(390, 844)]
    public async Task A_guide_is_proposed_divided_and_printed(int width, int height)
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.SignedIn(site, Role.Recruiter, width, height);
        var page = visitor.Page;
        var profile = (await site.Asked(new ListGuidable())).OrderByDescending(p => p.Competencies).First();
        await visitor.Go($"/guides/new?profile={profile.Id}");
        await page.GetByLabel("Doe een voorstel: de zwaarste zes die passen").CheckAsync();
        await page.GetByLabel("Commissieleden").FillAsync("Ellen Hoekstra, Joost Verhagen, Samira El Idrissi");
        await page.GetByLabel("Frans", new() { Exact = true }).CheckAsync();
        await Judge(visitor, $"guides-new-{width}");

        // Five minutes: one sentence, nothing made.
        var before = (await site.Asked(new ListGuides(new Application.Shared.Slice()))).Count;
        await page.Locator("input[type=number]").First.FillAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vragen voorstellen" }).ClickAsync();
        await Assertions.Expect(page.Locator("main [role=alert]").First).ToContainTextAsync("15 tot 240");
        (await site.Asked(new ListGuides(new Application.Shared.Slice()))).Count.ShouldBe(before);
        await page.Locator("input[type=number]").First.FillAsync("60");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vragen voorstellen" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/guides/new", StringComparison.Ordinal));
        await visitor.Ready();
        await Assertions.Expect(page.Locator("aside")).ToContainTextAsync("Ellen Hoekstra");
        await Judge(visitor, $"guides-builder-{width}");

        // A question goes down by a press and up again by an arrow key; what moved it keeps the focus.
        var asked = page.Locator(".q > div > p.say");
        var (first, second) = (await asked.Nth(0).InnerTextAsync(), await asked.Nth(1).InnerTextAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Vraag 1 omlaag", Exact = true }).ClickAsync();
        await Assertions.Expect(asked.Nth(1)).ToHaveTextAsync(first);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Vraag 2 omlaag", Exact = true })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verplaats vraag 2: pijl omhoog of omlaag" }).PressAsync("ArrowUp");
        await Assertions.Expect(asked.Nth(1)).ToHaveTextAsync(second);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Verplaats vraag 1: pijl omhoog of omlaag" })).ToBeFocusedAsync();

        var address = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Button, new() { Name = "Wissel vraag 1", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".drawer")).ToBeVisibleAsync();
        await Judge(visitor, $"guides-alternatives-{width}");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".q details summary").First.ClickAsync();
        await page.Locator(".q details input").First.FillAsync("Wat kwam er uiteindelijk van?");
        await page.Locator(".q details").First.GetByRole(AriaRole.Button, new() { Name = "Toevoegen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".q .probes textarea").First).ToBeVisibleAsync();
        (await site.Asked(new ShowGuide(Guid.Parse(address.Split('/')[^1])))).Plan.Questions[0].Probes.Select(p => p.Text["nl"]).ShouldContain("Wat kwam er uiteindelijk van?");
        await Judge(visitor, $"guides-probes-{width}");

        await visitor.Go($"{address}?view=all");
        await Judge(visitor, $"guides-bilingual-{width}");
        var id = Guid.Parse(address.Split('/')[^1]);
        var card = await site.Asked(new ShowGuide(id));
        await site.Asked(new PutOwnQuestion(id, card.Plan.Competencies[0].Id, "nl", "Welke nationaliteit hebt u?", QuestionType.Knowledge, 3, card.Version));
        await visitor.Go(address);
        await Assertions.Expect(page.Locator(".doctor")).ToContainTextAsync("nationaliteit");
        var topic = page.Locator(".doctor li").Filter(new() { HasText = "nationaliteit" });
        await topic.GetByText("Waarom vraagt de functie dit?").ClickAsync();
        await topic.Locator("textarea").FillAsync("De wet eist het voor deze functie.");
        await Judge(visitor, $"guides-topic-{width}");
        await topic.GetByRole(AriaRole.Button, new() { Name = "Reden vastleggen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".q").Filter(new() { HasText = "Mag over nationaliteit gaan" })).ToBeVisibleAsync();

        await page.GotoAsync($"{address}/form?language=nl");
        await Judge(visitor, $"guides-form-{width}");
        await page.GotoAsync($"{address}/print?language=fr&member=each");
        await Judge(visitor, $"guides-print-{width}");
        visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task Judge(Visitor visitor, string name)
    {
        await visitor.Picture(name);
        (await visitor.Axe()).ShouldBeEmpty(name);
        (await visitor.Overflows()).ShouldBeFalse($"{name}: {await visitor.WhatSticksOut()}");
    }
}
