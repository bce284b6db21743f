using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Testing;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Profiles;

/// <summary>A profile came in without competencies: the recruiter asks for a proposal, reads why, ticks two by keyboard and takes them over.</summary>
public sealed class ProposalTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, InlineData(1280, 900), InlineData(390, 844)]
    public async Task What_is_ticked_is_taken_over(int width, int height)
    {
        await using var site = await Site.Start(Database.Sqlite);
        var edition = (await site.Asked(new ListEditions()))[0].Id;
        var id = await site.Look(async db =>
        {
            var profile = SuggestionCase.All[0].As(edition, "WV-GRIF-1");
            db.Add(profile);
            await db.SaveChangesAsync();
            return profile.Id;
        });
        await using var visitor = await chromium.Visit(site.Address, width, height);
        var page = visitor.Page;
        await visitor.Go("/account/sign-in");
        await page.Locator("input[type=email]").FillAsync("samira.el.idrissi@waterveen.example");
        await page.Locator("input[type=password]").FillAsync(Site.Password);
        await page.Locator("input[type=password]").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));

        await visitor.Go($"/profiles/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stel competenties voor" }).PressAsync("Enter");
        var boxes = page.Locator("#proposal input[type=checkbox]");
        await Assertions.Expect(boxes).ToHaveCountAsync(8);
        (await page.Locator("#proposal li li").CountAsync()).ShouldBeGreaterThan(8);
        (await visitor.Axe()).ShouldBeEmpty();
        (await visitor.Overflows()).ShouldBeFalse();
        await boxes.Nth(0).PressAsync("Space");
        await boxes.Nth(2).PressAsync("Space");
        await visitor.Picture($"profile-proposal-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Neem 2 over" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#asks ~ *").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=asks] tbody tr")).ToHaveCountAsync(2);
        (await site.Asked(new ShowProfile(id))).Requires.Count.ShouldBe(2);
        visitor.Complaints.ShouldBeEmpty();
    }
}
