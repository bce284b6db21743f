using System.Net;
using Interviewing.Application.Identity;

namespace Interviewing.Web.Tests;

[Collection(OneSite.Name)]
public class HeaderTests(WholeSite whole)
{
    [Fact]
    public async Task Every_page_says_what_a_browser_may_do_with_it()
    {
        using var surfer = await whole.SignedIn(Role.Administrator);
        foreach (var path in new[] { "/", "/admin/people", "/account", "/not-found", "/nergens" })
        {
            using var answer = await surfer.Get(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'self'");
            policy.ShouldContain("object-src 'none'");
            policy.ShouldContain("base-uri 'self'");
            policy.ShouldContain("form-action 'self'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldMatch("script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}';");
            policy.ShouldMatch("style-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}';");
            policy.ShouldNotContain("unsafe-eval");
            policy.Replace("style-src-attr 'unsafe-inline'", "", StringComparison.Ordinal).ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Only_the_import_map_is_inline_and_it_carries_the_nonce_of_this_answer()
    {
        using var surfer = await whole.SignedIn(Role.Administrator);
        using var answer = await surfer.Get("/admin/people");
        var page = await Surfer.Read(answer);
        var inline = page.QuerySelectorAll("script:not([src])").Where(s => s.TextContent.Length > 0).ToList();
        inline.ShouldHaveSingleItem().GetAttribute("type").ShouldBe("importmap");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"'nonce-{inline[0].GetAttribute("nonce")}'");
        page.QuerySelectorAll("style, [onclick], [onload]").ShouldBeEmpty();
        using var again = await surfer.Get("/admin/people");
        again.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain(inline[0].GetAttribute("nonce")!);
    }

    [Fact]
    public async Task A_plain_page_has_no_Blazor_no_Radzen_and_no_style_attributes()
    {
        using Surfer surfer = new(whole.Site);
        using var answer = await surfer.Get("/account/sign-in");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("style-src-attr 'none'");
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldNotContain("blazor.web");
        html.ShouldNotContain("Radzen");
        html.ShouldNotContain("style=");
        html.ShouldContain("interview.");
    }

    [Fact]
    public async Task The_client_script_is_there_and_public_files_keep()
    {
        using Surfer surfer = new(whole.Site);
        using var script = await surfer.Get("/_framework/blazor.web.js");
        script.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await script.Content.ReadAsStringAsync()).Length.ShouldBeGreaterThan(100_000);
        script.Headers.CacheControl!.NoStore.ShouldBeFalse();
        using var health = await surfer.Get("/health");
        (await health.Content.ReadAsStringAsync()).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Secret_addresses_are_not_sent_along()
    {
        using Surfer surfer = new(whole.Site);
        foreach (var path in new[] { "/account/link/abc", "/g/abc" })
        {
            using var answer = await surfer.Get(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        }
    }

    [Fact]
    public async Task What_does_not_exist_and_what_is_not_yours_look_the_same()
    {
        using var surfer = await whole.SignedIn(Role.Administrator);
        using var employee = await whole.SignedIn(Role.Employee);
        var (id, _) = await whole.Somebody(Role.Recruiter);
        var unknown = (await surfer.Page($"/admin/people/{Guid.NewGuid()}", HttpStatusCode.NotFound)).QuerySelector("main")!.TextContent;
        (await employee.Page($"/admin/people/{id}", HttpStatusCode.NotFound)).QuerySelector("main")!.TextContent.ShouldBe(unknown);
        (await employee.Page("/nergens", HttpStatusCode.NotFound)).QuerySelector("main")!.TextContent.ShouldBe(unknown);
        (await surfer.Page($"/admin/people/{id}")).QuerySelector("h1")!.TextContent.ShouldBe("Iemand Anders");
    }
}
