using Interviewing.Application.Identity;
using Interviewing.Testing;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests;

/// <summary>The frame around every page, the account pages and administration, as a person meets them.</summary>
public sealed class ShellTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "een wachtwoord van hout";

    [Fact]
    public async Task Somebody_is_invited_and_enters_and_nothing_on_the_way_breaks_an_accessibility_rule()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var boss = await SignedIn(site, Role.Administrator);
        await Check(boss, "today");
        await boss.Go("/admin/people");
        await Check(boss, "admin-people");
        await boss.Page.ClickAsync("[data-opens=invite]");
        await boss.Page.FillAsync("#f-name", "Lotte Haan");
        await boss.Page.FillAsync("#f-email", "geen adres");
        await boss.Page.ClickAsync("dialog .btn-1");
        await Assertions.Expect(boss.Page.Locator("#f-email")).ToHaveAttributeAsync("aria-invalid", "true");
        await boss.Page.FillAsync("#f-email", "lotte@waterveen.example");
        await boss.Page.ClickAsync("dialog .btn-1");
        await Assertions.Expect(boss.Page.Locator("#invite")).Not.ToHaveAttributeAsync("open", "");
        var link = await boss.Page.InputValueAsync("#made-link");
        await Check(boss, "admin-invited");

        await using var lotte = await chromium.Visit(site.Address);
        await lotte.Go(new Uri(link).PathAndQuery);
        await Check(lotte, "account-invitation");
        await lotte.Page.FillAsync("#f-password", Password);
        await lotte.Page.ClickAsync(".btn-1");
        await Assertions.Expect(lotte.Page.Locator("h1")).ToContainTextAsync("Lotte");
        await lotte.Go("/account");
        await Check(lotte, "account");

        await boss.Page.FillAsync("[data-search-here]", "lotte");
        await boss.Page.PressAsync("[data-search-here]", "Enter");
        await boss.Page.WaitForURLAsync("**/admin/people?q=lotte");
        await Assertions.Expect(boss.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await boss.Page.ClickAsync("td a");
        await Assertions.Expect(boss.Page.Locator("h1")).ToHaveTextAsync("Lotte Haan");
        await Check(boss, "admin-person");
        await boss.Page.ClickAsync("[data-opens=deactivate]");
        await boss.Page.ClickAsync("#deactivate .btn-bad");
        await Assertions.Expect(boss.Page.Locator(".state")).ToContainTextAsync("Uit gebruik");
        await lotte.Page.ReloadAsync();
        await Assertions.Expect(lotte.Page.Locator("h1")).ToHaveTextAsync("Aanmelden");
        await Check(lotte, "account-sign-in");

        await boss.Go("/admin/audit");
        await boss.Page.ClickAsync(".head .btn-1");
        await Assertions.Expect(boss.Page.Locator("main .callout")).ToContainTextAsync("De keten klopt");
        await Check(boss, "admin-audit");
        boss.Complaints.ShouldBeEmpty();
        lotte.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_passkey_is_made_and_then_signs_in()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await SignedIn(site, Role.Employee);
        var device = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true },
        });
        await visitor.Go("/account");
        await visitor.Page.ClickAsync("form[data-passkey=new] .btn");
        await visitor.Page.WaitForURLAsync("**/account?done=passkey");
        await Assertions.Expect(visitor.Page.GetByText("Verwijderen")).ToBeVisibleAsync();
        await visitor.Page.ClickAsync("summary.who");
        await visitor.Page.ClickAsync(".who-menu [data-sign-out] button");
        await visitor.Page.WaitForURLAsync("**/account/sign-in");
        await visitor.Page.ClickAsync("form[data-passkey=sign-in] .btn");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync(", Iemand");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_theme_and_language_work_and_stay()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await SignedIn(site, Role.Administrator);
        await visitor.Page.Keyboard.PressAsync("Control+k");
        (await visitor.Page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("q");
        await visitor.Page.ClickAsync(".in-light");
        (await visitor.Page.EvaluateAsync<string>("document.documentElement.dataset.theme")).ShouldBe("dark");
        await visitor.Go("/admin/people");
        (await visitor.Page.EvaluateAsync<string>("document.documentElement.dataset.theme")).ShouldBe("dark");
        await Check(visitor, "admin-people-dark");
        await visitor.Page.ClickAsync(".tools summary.btn");
        await visitor.Page.ClickAsync(".menu-list button[value=fr]");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Personnes");
        await visitor.Ready();
        // What the circuit renders afterwards speaks the same language.
        await visitor.Page.ClickAsync("[data-opens=invite]");
        await visitor.Page.ClickAsync("dialog .btn-1");
        await Assertions.Expect(visitor.Page.Locator("dialog [role=alert]")).ToContainTextAsync("Encore");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await visitor.Page.ClickAsync(".tabbar summary");
        await Check(visitor, "admin-people-390");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_entry_of_the_menu_is_in_sight_in_a_narrower_window()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await SignedIn(site, Role.Administrator, Role.Recruiter, Role.Employee);
        (await visitor.Page.Locator(".nav a").CountAsync()).ShouldBe(7);
        foreach (var language in new[] { "nl", "en", "fr" })
        {
            await visitor.Page.ClickAsync(".tools summary.btn");
            await visitor.Page.ClickAsync($".menu-list button[value={language}]");
            await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await visitor.Ready();
            foreach (var width in new[] { 1280, 1241, 1240, 900, 768, 701 })
            {
                await visitor.Page.SetViewportSizeAsync(width, 900);
                (await visitor.Overflows()).ShouldBeFalse($"{language} {width}");
                // What sticks out of the menu's own box could only be reached by a scroll that nothing tells of.
                (await visitor.Page.EvaluateAsync<string[]>("""
                    () => { const box = document.querySelector('.nav').getBoundingClientRect(), tools = document.querySelector('.tools').getBoundingClientRect(), wide = document.documentElement.clientWidth;
                      return [...document.querySelectorAll('.nav a')].filter(a => { const r = a.getBoundingClientRect(); return r.right > wide || r.right > box.right + 1 || (r.right > tools.left && r.bottom > tools.top + 1 && r.top < tools.bottom - 1); }).map(a => a.textContent); }
                    """)).ShouldBeEmpty($"{language} {width}");
                if (width == 768) await visitor.Picture($"shell-menu-{language}-768");
            }
        }
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_open_page_ends_with_its_session()
    {
        await using var site = await Site.Start(Database.Sqlite);
        await using var visitor = await SignedIn(site, Role.Administrator);
        await visitor.Go("/admin/people");
        site.Clock.Advance(TimeSpan.FromHours(1));
        await visitor.Page.ClickAsync("th a");
        await visitor.Page.WaitForURLAsync("**/account/sign-in?back=*");
        await visitor.Page.FillAsync("#f-password", "zomaar wat");
        (await visitor.Page.TitleAsync()).ShouldContain("Aanmelden");
    }

    private async Task<Visitor> SignedIn(Site site, Role role, params Role[] others)
    {
        var email = $"{Guid.NewGuid():N}@waterveen.example";
        var link = await site.Asked(new InvitePerson("Iemand Anders", email, "nl", role));
        await site.Asked(new AcceptLink(link.Token, Password));
        foreach (var other in others) await site.Asked(new GiveRole(link.Person, other, ScopeKind.Organisation, null, null));
        // A passkey belongs to a name, never to a number.
        var visitor = await chromium.Visit(new UriBuilder(site.Address) { Host = "localhost" }.Uri);
        await visitor.Go("/account/sign-in");
        await visitor.Page.FillAsync("#f-email", email);
        await visitor.Page.FillAsync("#f-password", Password);
        await visitor.Page.ClickAsync("form[method=post] .btn-1");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("Iemand");
        await visitor.Ready();
        return visitor;
    }

    private static async Task Check(Visitor visitor, string name)
    {
        (await visitor.Axe()).ShouldBeEmpty(name);
        (await visitor.Overflows()).ShouldBeFalse(name);
        await visitor.Picture("shell-" + name);
    }
}
