using System.Net;
using Interviewing.Application.Identity;
using Interviewing.Testing;

namespace Interviewing.Web.Tests;

[Collection(OneSite.Name)]
public class AccountTests(WholeSite whole)
{
    [Fact]
    public async Task Signing_in_leads_to_where_one_was_going_and_gives_a_cookie_no_script_reads()
    {
        var (_, email) = await whole.Somebody(Role.Employee);
        using Surfer surfer = new(whole.Site);
        using var asked = await surfer.Get("/account?x=1");
        Surfer.Goes(asked).ShouldBe("/account/sign-in?back=%2Faccount%3Fx%3D1");
        using var answer = await surfer.SignIn(email, WholeSite.Password, Surfer.Goes(asked)!);
        Surfer.Goes(answer).ShouldBe("/account?x=1");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("interview=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("path=/");
        cookie.ShouldNotContain("domain");
        (await surfer.Page("/")).QuerySelector("h1")!.TextContent.ShouldEndWith(", Iemand");
    }

    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_this_host()
    {
        await using var site = await Site.Start(Database.Sqlite, null, ("ForwardedHeaders_Enabled", "true"));
        var link = await site.Asked(new InvitePerson("Iemand Anders", "iemand@waterveen.example", "nl", Role.Employee));
        await site.Asked(new AcceptLink(link.Token, WholeSite.Password));
        var answer = await new Secure(site).SignIn("iemand@waterveen.example", WholeSite.Password);
        var cookie = answer.Single(c => c.StartsWith("__Host-interview=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("; secure");
        cookie.ShouldContain("httponly");
        answer.ShouldNotContain(c => c.StartsWith("interview=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_wrong_and_out_of_use_get_the_same_answer()
    {
        var ((_, known), (gone, inactive)) = (await whole.Somebody(Role.Employee), await whole.Somebody(Role.Employee));
        await whole.Site.Asked(new DeactivatePerson(gone));
        List<string> answers = [];
        foreach (var (email, password) in new[] { (known, "verkeerd wachtwoord"), ("niemand@waterveen.example", "verkeerd wachtwoord"), (inactive, WholeSite.Password), ("", "") })
        {
            using Surfer surfer = new(whole.Site);
            using var answer = await surfer.SignIn(email, password);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.Headers.TryGetValues("Set-Cookie", out var cookies);
            (cookies ?? []).ShouldNotContain(c => c.StartsWith("interview=", StringComparison.Ordinal));
            answers.Add((await Surfer.Read(answer)).QuerySelector("[role=alert]")!.TextContent.Trim());
        }
        answers.Distinct().ShouldHaveSingleItem().ShouldBe("Dit e-mailadres en wachtwoord horen niet bij elkaar.");
    }

    [Fact]
    public async Task After_five_failures_one_waits_whoever_one_is_and_then_may_try_again()
    {
        var (_, known) = await whole.Somebody(Role.Employee);
        await using var site = await Site.Start(Database.Sqlite);
        var link = await site.Asked(new InvitePerson("Iemand Anders", known, "nl", Role.Employee));
        await site.Asked(new AcceptLink(link.Token, WholeSite.Password));
        foreach (var email in new[] { known, "onbekend@waterveen.example" })
        {
            using Surfer surfer = new(site);
            for (var guess = 0; guess < 5; guess++) (await surfer.SignIn(email, "verkeerd wachtwoord")).Dispose();
            using var slowed = await surfer.SignIn(email, WholeSite.Password);
            (await Surfer.Read(slowed)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Te vaak geprobeerd");
        }
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        using Surfer patient = new(site);
        (await patient.SignIn(known, WholeSite.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task An_invitation_is_only_used_by_its_button_and_only_once()
    {
        var email = $"{Guid.NewGuid():N}@waterveen.example";
        var link = await whole.Site.Asked(new InvitePerson("Yara Post", email, "nl", Role.Employee));
        var path = $"/account/link/{link.Token}";
        using Surfer surfer = new(whole.Site);
        for (var look = 0; look < 3; look++) (await surfer.Page(path)).QuerySelector("h1")!.TextContent.ShouldBe("Welkom, Yara");
        using (var weak = await surfer.Send(path, "accept", ("Form.Password", "kort")))
        {
            weak.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await Surfer.Read(weak);
            page.QuerySelector("#f-password")!.GetAttribute("aria-invalid").ShouldBe("true");
            page.QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe("#f-password");
            (await weak.Content.ReadAsStringAsync()).ShouldNotContain("value=\"kort\"");
        }
        using (var used = await surfer.Send(path, "accept", ("Form.Password", WholeSite.Password))) Surfer.Goes(used).ShouldBe("/");
        (await surfer.Page("/")).QuerySelector("h1").ShouldNotBeNull();
        (await surfer.Page(path, HttpStatusCode.Gone)).QuerySelector("h1")!.TextContent.ShouldBe("Deze link werkt niet meer");
        using Surfer other = new(whole.Site);
        (await other.SignIn(email, WholeSite.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Nothing_is_accepted_without_the_token_of_its_page()
    {
        using var surfer = await whole.SignedIn(Role.Employee);
        foreach (var path in new[] { "/account/sign-out", "/language", "/theme", "/account/passkey/new", "/account/passkey/ask" })
        {
            using FormUrlEncodedContent bare = new([new("language", "en"), new("theme", "dark"), new("back", "/")]);
            using var answer = await surfer.Http.PostAsync(path, bare);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }
        using FormUrlEncodedContent form = new([new("_handler", "preferences"), new("Preferences.Language", "en"), new("Preferences.Zone", "UTC")]);
        using var changed = await surfer.Http.PostAsync("/account", form);
        changed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await surfer.Page("/account")).DocumentElement.GetAttribute("lang").ShouldBe("nl");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_just_the_cookie()
    {
        using var surfer = await whole.SignedIn(Role.Employee);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = whole.Site.Address };
        var (id, email) = await whole.Somebody(Role.Employee);
        using Surfer thief = new(whole.Site);
        using var given = await thief.SignIn(email, WholeSite.Password);
        var cookie = given.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("interview=", StringComparison.Ordinal)).Split(';')[0];
        async Task<HttpStatusCode> Stolen()
        {
            using HttpRequestMessage ask = new(HttpMethod.Get, "/account");
            ask.Headers.Add("Cookie", cookie);
            using var answer = await client.SendAsync(ask);
            return answer.StatusCode;
        }
        (await Stolen()).ShouldBe(HttpStatusCode.OK);
        using var gone = await thief.Send("/account", "/account/sign-out");
        Surfer.Goes(gone).ShouldBe("/account/sign-in");
        (await Stolen()).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Preferences_password_and_sessions_are_changed_on_the_account_page()
    {
        var (_, email) = await whole.Somebody(Role.Employee);
        using Surfer here = new(whole.Site), there = new(whole.Site);
        (await here.SignIn(email, WholeSite.Password)).Dispose();
        (await there.SignIn(email, WholeSite.Password)).Dispose();
        using (var saved = await here.Send("/account", "preferences", ("Preferences.Language", "en"), ("Preferences.Zone", "Europe/London"))) Surfer.Goes(saved).ShouldBe("/account?done=preferences");
        var page = await here.Page("/account?done=preferences");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector(".callout.ok")!.TextContent.ShouldContain("saved");
        using (var wrong = await here.Send("/account", "preferences", ("Preferences.Zone", "Maan/Zee"))) wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var other = page.QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value")!).Single(v => v.StartsWith("session-", StringComparison.Ordinal));
        using (var ended = await here.Send("/account", other)) Surfer.Goes(ended).ShouldBe("/account?done=session");
        using (var out_ = await there.Get("/account")) out_.StatusCode.ShouldBe(HttpStatusCode.Found);

        using (var refused = await here.Send("/account", "password", ("NewPassword.Old", "mis"), ("NewPassword.Password", "een nieuw lang wachtwoord")))
            (await Surfer.Read(refused)).QuerySelector("#f-old")!.GetAttribute("aria-invalid").ShouldBe("true");
        using (var changed = await here.Send("/account", "password", ("NewPassword.Old", WholeSite.Password), ("NewPassword.Password", "een nieuw lang wachtwoord"))) Surfer.Goes(changed).ShouldBe("/account?done=password");
        using Surfer fresh = new(whole.Site);
        (await fresh.SignIn(email, "een nieuw lang wachtwoord")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_guest_enters_by_link_and_code_and_reaches_a_clean_address()
    {
        var site = await Scoring.ScoringSite.On(whole);
        var seat = await whole.Site.Asked(new Application.Procedures.AddGuestSeat(site.Procedure, "Pien Smit", "pien@elders.example", "en", whole.Site.Clock.GetUtcNow().AddDays(1)), await site.Acting(site.Recruiter.Id));
        using Surfer surfer = new(whole.Site);
        for (var wrong = 0; wrong < 3; wrong++)
            using (var no = await surfer.Send($"/g/{seat.Token}", "guest", ("Form.Code", "1"))) (await Surfer.Read(no)).QuerySelector(".err")!.TextContent.ShouldBe("Deze code klopt niet.");
        // From here on each try costs waiting, the right one too.
        using (var slow = await surfer.Send($"/g/{seat.Token}", "guest", ("Form.Code", seat.Code))) (await Surfer.Read(slow)).QuerySelector(".err")!.TextContent.ShouldContain("seconden");
        whole.Site.Clock.Advance(TimeSpan.FromSeconds(16));
        using (var entered = await surfer.Send($"/g/{seat.Token}", "guest", ("Form.Code", seat.Code))) Surfer.Goes(entered).ShouldBe("/guest");
        // The statements go before everything; the language is the one of the invitation.
        using (var first = await surfer.Get("/guest")) Surfer.Goes(first).ShouldBe($"/procedures/{site.Procedure}/declare");
        var page = await surfer.Page($"/procedures/{site.Procedure}/declare");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelectorAll("header nav.nav a").Length.ShouldBe(1);
        page.QuerySelector("form.find").ShouldBeNull();
        using (var unsigned = await surfer.Send($"/procedures/{site.Procedure}/declare", "declare", ("confidential", "yes"))) unsigned.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var signed = await surfer.Send($"/procedures/{site.Procedure}/declare", "declare", ("confidential", "yes"), ("independent", "yes"))) Surfer.Goes(signed).ShouldBe("/guest");
        (await surfer.Page("/guest")).QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        (await surfer.Page("/admin/people", HttpStatusCode.NotFound)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Programs_are_told_in_their_own_way()
    {
        using Surfer surfer = new(whole.Site);
        using var answer = await surfer.Get("/api/nothing");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_menu_shows_the_rooms_one_may_enter()
    {
        async Task<string[]> Menu(Role role)
        {
            using var surfer = await whole.SignedIn(role);
            return [.. (await surfer.Page("/")).QuerySelectorAll("header nav.nav a").Select(a => a.TextContent)];
        }
        (await Menu(Role.Recruiter)).ShouldBe(["Vandaag", "Bibliotheek", "Profielen", "Procedures", "Gesprekken"]);
        (await Menu(Role.Employee)).ShouldBe(["Vandaag", "Bibliotheek", "Profielen", "Gesprekken", "Ontwikkeling"]);
        (await Menu(Role.Administrator)).ShouldBe(["Vandaag", "Bibliotheek", "Profielen", "Beheer"]);
        (await Menu(Role.PrivacyOfficer)).ShouldBe(["Vandaag", "Beheer"]);
        foreach (var role in Enum.GetValues<Role>().Where(r => !Roles.BelongsToProcedure(r))) (await Menu(role)).Length.ShouldBeInRange(1, 7);
    }
}
