using Interviewing.Application.Scoring;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Interviewing.Browser.Tests.Scoring.ScoringRoom;

namespace Interviewing.Browser.Tests.Scoring;

/// <summary>The form that never loses a word: without a network, without a session, on two devices, and when somebody leaves or another comes.</summary>
public sealed class OfflineTests(Chromium chromium, ScoringRoom room) : IClassFixture<Chromium>, IClassFixture<ScoringRoom>
{
    [Fact]
    public async Task Ten_changes_without_a_network_survive_a_reload_and_a_closed_tab_and_arrive_once()
    {
        var candidate = room.Candidate();
        await using Wire wire = new(room.Site.Address);
        await using var joost = await room.Visitor(chromium, Anna, wire.Address);
        var path = await room.Form(Anna, candidate);
        await joost.Go(path);
        var page = joost.Page;
        await page.Locator("textarea[name^=note]").First.FillAsync("Nog met verbinding.");
        await Saved(page);
        await Kept(page);
        wire.Cut();
        var notes = page.Locator("textarea[name^=note]");
        for (var i = 1; i <= 3; i++) await notes.Nth(i).FillAsync($"Zonder verbinding {i}.");
        await page.Locator("details.memo summary").First.ClickAsync();
        await page.Locator("textarea[name^=memo]").First.FillAsync("Blauwe trui.");
        var groups = page.Locator("[data-rating]");
        for (var i = 0; i < 4; i++) await groups.Nth(i).Locator(".pt").Nth(1 + i % 3).ClickAsync();
        for (var i = 0; i < 2; i++) await groups.Nth(i).Locator("xpath=ancestor::section[1]").Locator(".ti input[value=Shown]").First.ClickAsync();
        await page.Locator("#save-state.warn[data-unsaved=false]").WaitForAsync();
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync(Say("scoring.state.waiting.other", 10));
        await Assertions.Expect(page.Locator("[data-banner]")).ToContainTextAsync(Say("scoring.offline.go-on"));
        (await page.Locator("[data-seal]").GetAttributeAsync("aria-disabled")).ShouldBe("true");
        await Judge(joost, "10b-geen-verbinding-1280");
        foreach (var (width, height) in new[] { (768, 1024), (390, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            await Judge(joost, $"10b-geen-verbinding-{width}");
        }
        await page.SetViewportSizeAsync(1280, 900);

        // The page itself comes from this device, with what the server has and what it has not.
        await page.ReloadAsync();
        await All(page);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-from-device", "");
        await page.CloseAsync();
        page = await joost.Page.Context.NewPageAsync();
        await page.GotoAsync(path);
        await All(page);
        await page.Locator("#save-state.warn").WaitForAsync();
        await page.Locator("textarea[name^=note]").Nth(1).FillAsync("Zonder verbinding 1, en nog iets.");
        wire.Mend();
        await page.Locator("[data-banner] button").ClickAsync();
        await Saved(page);

        var stored = await room.Stored(Anna, candidate);
        stored.Notes.Select(n => n.Text).Order().ShouldBe(["Nog met verbinding.", "Zonder verbinding 1, en nog iets.", "Zonder verbinding 2.", "Zonder verbinding 3."]);
        (stored.Ratings.Count, stored.Ticks.Count).ShouldBe((4, 2));
        // One device; every message of it changed the form once.
        var receipt = await room.Site.Look(db => db.Set<Receipt>().AsNoTracking().SingleAsync(r => r.CardId == stored.Id));
        stored.Version.ShouldBe(1 + (int)receipt.LastSequence);
        (await page.Locator("textarea[name^=memo]").First.InputValueAsync()).ShouldBe("Blauwe trui.");

        static async Task All(IPage page)
        {
            await Assertions.Expect(page.Locator("textarea[name^=note]").Nth(3)).ToHaveValueAsync("Zonder verbinding 3.");
            await Assertions.Expect(page.Locator("textarea[name^=note]").First).ToHaveValueAsync("Nog met verbinding.");
            await Assertions.Expect(page.Locator("textarea[name^=memo]").First).ToHaveValueAsync("Blauwe trui.");
            await Assertions.Expect(page.Locator("[data-rating] input:checked")).ToHaveCountAsync(4);
            await Assertions.Expect(page.Locator(".ti input:checked")).ToHaveCountAsync(2);
        }
    }

    [Fact]
    public async Task Two_devices_of_one_member_that_differ_show_both_and_each_field_is_chosen()
    {
        var candidate = room.Candidate();
        var path = await room.Form(Anna, candidate);
        await using Wire wire = new(room.Site.Address);
        await using var laptop = await room.Visitor(chromium, Anna);
        await using var tablet = await room.Visitor(chromium, Anna, wire.Address);
        await laptop.Go(path);
        await tablet.Go(path);
        await Kept(tablet.Page);
        wire.Cut();
        await tablet.Page.Locator("textarea[name^=note]").First.FillAsync("<b>van de tablet</b>");
        await tablet.Page.Locator("[data-rating]").First.Locator(".pt").Nth(1).ClickAsync();
        await tablet.Page.Locator("textarea[name^=note]").Nth(1).FillAsync("alleen op de tablet");
        await tablet.Page.Locator("#save-state.warn").WaitForAsync();
        await laptop.Page.Locator("textarea[name^=note]").First.FillAsync("van de laptop");
        await laptop.Page.Locator("[data-rating]").First.Locator(".pt").Nth(3).ClickAsync();
        await Saved(laptop.Page);
        wire.Mend();
        await tablet.Page.Locator("[data-banner] button").ClickAsync();
        await Assertions.Expect(tablet.Page.Locator("[data-both]")).ToHaveCountAsync(2);
        await Assertions.Expect(tablet.Page.Locator("#save-state.bad")).ToContainTextAsync(Say("scoring.state.both"));
        var note = tablet.Page.Locator("[data-both^=note]");
        (await note.Locator("[data-theirs]").InnerTextAsync()).ShouldBe("van de laptop");
        (await note.Locator("[data-mine]").InnerTextAsync()).ShouldBe("<b>van de tablet</b>");
        await Judge(tablet, "10-twee-apparaten-1280");
        // A reload asks the same again; nothing is decided by leaving.
        await tablet.Page.ReloadAsync();
        await Assertions.Expect(tablet.Page.Locator("[data-both]")).ToHaveCountAsync(2);
        await tablet.Page.Locator("[data-both^=note] [data-keep=mine]").ClickAsync();
        await tablet.Page.Locator("[data-both^=rating] [data-keep=theirs]").ClickAsync();
        await Saved(tablet.Page);
        var stored = await room.Stored(Anna, candidate);
        stored.Notes.Select(n => n.Text).Order(StringComparer.Ordinal).ShouldBe(["<b>van de tablet</b>", "alleen op de tablet"]);
        stored.Ratings.ShouldHaveSingleItem().Point.ShouldBe(4);
    }

    [Fact]
    public async Task An_ended_session_an_old_token_and_a_lost_answer_lose_nothing()
    {
        var candidate = room.Candidate();
        await using var joost = await room.Visitor(chromium, Anna);
        var path = await room.Form(Anna, candidate);
        await joost.Go(path);
        var page = joost.Page;
        var note = page.Locator("textarea[name^=note]").First;
        // The server saves, the answer gets lost: the same message comes again and is done once.
        var lost = 0;
        await page.RouteAsync("**/api/score/**", async route =>
        {
            if (lost++ > 0) { await route.ContinueAsync(); return; }
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await note.FillAsync("eenmaal");
        await Saved(page);
        (await room.Stored(Anna, candidate)).Version.ShouldBe(2);
        await page.UnrouteAllAsync();
        await page.Context.ClearCookiesAsync(new() { Name = "interview-form" });
        await note.FillAsync("eenmaal, andermaal");
        await Saved(page);
        await room.EndSessions();
        await note.FillAsync("eenmaal, andermaal, na de sessie");
        await page.Locator("#sign-in-again").WaitForAsync();
        await page.Locator("#save-state.warn[data-unsaved=false]").WaitForAsync();
        await Judge(joost, "10-opnieuw-aanmelden-1280");
        // On the same form, in the same window: what was typed is there and goes.
        await page.Locator("#sign-in-again").ClickAsync();
        await page.Locator("input[type=email]").FillAsync(Anna);
        await page.Locator("input[type=password]").FillAsync(Site.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("textarea[name^=note]").First).ToHaveValueAsync("eenmaal, andermaal, na de sessie");
        await Saved(page);
        (await room.Stored(Anna, candidate)).Notes.Single().Text.ShouldBe("eenmaal, andermaal, na de sessie");
    }

    [Fact]
    public async Task Signing_out_sends_first_and_asks_when_it_cannot_and_somebody_else_is_told_and_never_shown()
    {
        var candidate = room.Candidate();
        await using var visitor = await room.Visitor(chromium, Anna);
        var page = visitor.Page;
        await Unsent("van Joost, nog niet verzonden");
        await visitor.Go("/");
        await SignOut();
        await page.Locator("[data-dialog=sign-out][open]").WaitForAsync();
        (await page.Locator("[data-left]").InnerTextAsync()).ShouldBe("1");
        await Judge(visitor, "10-afmelden-onverzonden");
        await page.Locator("[data-dialog=sign-out] [data-closes]").ClickAsync();
        (await OnDevice(page)).ShouldBe(2);
        await page.UnrouteAllAsync();
        await SignOut();
        await page.WaitForURLAsync("**/account/sign-in");
        (await room.Stored(Anna, candidate)).Notes.Single().Text.ShouldBe("van Joost, nog niet verzonden");
        (await OnDevice(page)).ShouldBe(0);

        // The session ends without a sign-out, with work on the device; somebody else signs in there.
        await room.SignIn(visitor, Anna);
        await Unsent("niet voor anderen bestemd");
        await page.Context.ClearCookiesAsync();
        await room.SignIn(visitor, Bert);
        await visitor.Go("/");
        await page.Locator("[data-dialog=wiped][open]").WaitForAsync();
        (await page.ContentAsync()).ShouldNotContain("niet voor anderen bestemd");
        await Judge(visitor, "10-werk-van-ander-gewist");
        (await OnDevice(page)).ShouldBe(0);

        async Task Unsent(string text)
        {
            await visitor.Go(await room.Form(Anna, candidate));
            await Kept(page);
            await page.RouteAsync("**/api/score/**", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
            await page.Locator("textarea[name^=note]").First.FillAsync(text);
            await page.Locator("#save-state.warn[data-unsaved=false]").WaitForAsync();
        }

        async Task SignOut()
        {
            await page.Locator(".who-menu > summary").ClickAsync();
            await page.Locator(".who-menu [data-sign-out] button").ClickAsync();
        }
    }

    [Fact]
    public async Task Three_days_after_the_last_change_nothing_is_left_and_without_a_secure_context_the_form_says_so()
    {
        var candidate = room.Candidate();
        var path = await room.Form(Anna, candidate);
        await using (var joost = await room.Visitor(chromium, Anna))
        {
            await joost.Go(path);
            await Kept(joost.Page);
            (await OnDevice(joost.Page)).ShouldBe(2);
            await joost.Page.AddInitScriptAsync("const real = Date.now; Date.now = () => real() + 73 * 3600 * 1000;");
            await joost.Go("/");
            for (var tries = 0; await OnDevice(joost.Page) > 0 && tries < 200; tries++) await joost.Page.WaitForTimeoutAsync(50);
            (await OnDevice(joost.Page)).ShouldBe(0);
        }
        await using var plain = await room.Visitor(chromium, Anna);
        await plain.Page.AddInitScriptAsync("Object.defineProperty(window, 'isSecureContext', { get: () => false });");
        await plain.Go(path);
        await Assertions.Expect(plain.Page.Locator("[data-server-only]")).ToBeVisibleAsync();
        await plain.Page.Locator(".pt").First.ClickAsync();
        await Assertions.Expect(plain.Page.Locator("#save-state.ok")).ToContainTextAsync(Say("scoring.state.saved-only", "").Trim(' ', '·'));
        await Judge(plain, "10-alleen-op-de-server");
        (await OnDevice(plain.Page)).ShouldBe(0);
    }
}
