using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Browser.Tests;

/// <summary>A working page renders once on the server and hands what it found to its circuit: opening it asks the database no more than reading its HTML does.</summary>
public class VisitTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_circuit_asks_nothing_that_the_first_rendering_found()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await chromium.Visit(site.Address);
        await visitor.Go("/account/sign-in");
        await visitor.Page.Locator("input[type=email]").FillAsync("marieke.van.dalen@waterveen.example");
        await visitor.Page.Locator("input[type=password]").FillAsync(Site.Password);
        await visitor.Page.Locator("input[type=password]").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));

        var competency = (await site.Asked(new FindCompetencies(new Slice(0, 1)))).Found.Rows[0].Id;
        var profile = (await site.Asked(new FindProfiles(new Slice(0, 1)))).Rows[0].Id;
        var guide = (await site.Asked(new ListGuides(new Slice(0, 1)))).Rows[0].Id;
        foreach (var path in new[] { "/library", $"/library/{competency}", $"/library/{competency}?tab=questions", $"/profiles/{profile}", $"/guides/{guide}" })
        {
            // Twice, so that neither count holds what is only asked the first time.
            await visitor.Page.APIRequest.GetAsync(path);
            site.Queries.Reset();
            await visitor.Page.APIRequest.GetAsync(path);
            var html = site.Queries.Count;
            site.Queries.Reset();
            await visitor.Go(path);
            await visitor.Page.WaitForTimeoutAsync(1500);
            site.Queries.Count.ShouldBe(html, path);
        }
        visitor.Complaints.ShouldBeEmpty();
    }
}
