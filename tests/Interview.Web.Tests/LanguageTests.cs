using System.Net;
using Interviewing.Application.Identity;

namespace Interviewing.Web.Tests;

[Collection(OneSite.Name)]
public class LanguageTests(WholeSite whole)
{
    [Theory]
    [InlineData(null, "nl", "Aanmelden")]
    [InlineData("de-DE", "nl", "Aanmelden")]
    [InlineData("en-US,nl;q=0.5", "en", "Sign in")]
    [InlineData("de,fr-CA;q=0.8,en;q=0.3", "fr", "Se connecter")]
    public async Task A_visitor_reads_what_the_browser_asks_for(string? accept, string language, string title)
    {
        using Surfer surfer = new(whole.Site);
        using var answer = await surfer.Get("/account/sign-in", accept);
        var page = await Surfer.Read(answer);
        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
    }

    [Fact]
    public async Task A_choice_goes_before_everything_and_comes_back_to_the_same_page()
    {
        using Surfer surfer = new(whole.Site);
        using var chosen = await surfer.Send("/account/sign-in?back=%2Faccount", "/language", ("language", "fr"));
        chosen.StatusCode.ShouldBe(HttpStatusCode.Found);
        Surfer.Goes(chosen).ShouldBe("/account/sign-in?back=%2Faccount");
        using var answer = await surfer.Get("/account/sign-in", "en");
        (await Surfer.Read(answer)).DocumentElement.GetAttribute("lang").ShouldBe("fr");
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example")]
    [InlineData("/\\elders.example")]
    public async Task A_choice_never_leads_elsewhere(string back)
    {
        using Surfer surfer = new(whole.Site);
        using var chosen = await surfer.Send("/account/sign-in", "/language", ("language", "en"), ("back", back));
        Surfer.Goes(chosen).ShouldBe("/");
    }

    [Fact]
    public async Task Whoever_signs_in_reads_the_own_language()
    {
        using var surfer = await whole.SignedIn(Role.Employee, "fr");
        (await surfer.Page("/")).DocumentElement.GetAttribute("lang").ShouldBe("fr");
    }

    [Fact]
    public async Task The_theme_is_right_in_the_first_byte()
    {
        using var surfer = await whole.SignedIn(Role.Administrator);
        (await surfer.Page("/admin/people")).DocumentElement.HasAttribute("data-theme").ShouldBeFalse();
        using var chosen = await surfer.Send("/admin/people", "/theme", ("theme", "dark"));
        Surfer.Goes(chosen).ShouldBe("/admin/people");
        var page = await surfer.Page("/admin/people");
        page.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
        page.QuerySelectorAll("link[data-mode=dark]").ShouldAllBe(l => l.GetAttribute("media") == "all");
        page.QuerySelectorAll("link[data-mode=light]").ShouldAllBe(l => l.GetAttribute("media") == "not all");
    }
}
