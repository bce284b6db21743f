using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Interviewing.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Procedures;

/// <summary>A recruiter pastes candidates, plans all of them, lets a guest in, moves one talk and cancels another.</summary>
public sealed class PanelTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Recruiter = "marieke.van.dalen@waterveen.example", Chair = "pieter.claes@waterveen.example", Member = "joost.verbeke@waterveen.example";

    private static readonly Words Words = new(strict: true);

    [Fact]
    public async Task Paste_plan_let_a_guest_in_move_and_cancel()
    {
        await using var site = await Site.Start(Database.Sqlite, new TestClock(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)));
        var procedure = $"/procedures/{await Case(site)}";
        await using var marieke = await chromium.SignedIn(site, Recruiter);
        var page = marieke.Page;
        await Paste(marieke, procedure);
        await Plan(marieke);
        await page.GetByRole(AriaRole.Link, new() { Name = Say("procedures.declare.to-case") }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith(procedure, StringComparison.Ordinal));
        await marieke.Ready();
        await Assertions.Expect(page.Locator(".talk")).ToHaveCountAsync(3);

        var (link, code) = await InviteGuest(page);
        await Judge(marieke, "22-gast-toegevoegd");
        await using (var guest = await chromium.Visit(site.Address)) await Enter(guest, link, code);

        await Choose(page, 0, "procedures.move-talk");
        await page.Locator(".doing input[type=time]").FillAsync("15:30");
        await Do(page);
        await Assertions.Expect(page.Locator(".talk").Last).ToContainTextAsync("15:30");
        await Choose(page, 1, "procedures.cancel-talk");
        await page.Locator(".doing textarea").FillAsync("Kandidaat is die dag verhinderd.");
        await page.Locator(".doing button.btn-bad").ClickAsync();
        await Assertions.Expect(page.Locator(".doing")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".talk")).ToHaveCountAsync(2);
        await Judge(marieke, "22-procedure-verplaatst");
        await Choose(page, 2, "procedures.adjust");
        await page.Locator(".doing input[type=number]").FillAsync("15");
        await Do(page);
        await Assertions.Expect(page.Locator("section[aria-labelledby=candidates]")).ToContainTextAsync(Say("procedures.extra.short", 15));
        await marieke.Go("/");
        await Judge(marieke, "22-vandaag");
        // The procedure of the demo: five candidates over two days, one of them known to a member.
        var demo = await site.Look(db => db.Set<Procedure>().OrderBy(p => p.CreatedAt).Select(p => p.Id).FirstAsync());
        await marieke.Go($"/procedures/{demo}");
        await Assertions.Expect(page.Locator(".talk")).ToHaveCountAsync(5);
        await Judge(marieke, "22-demo");
    }

    private static async Task Paste(Visitor marieke, string procedure)
    {
        var page = marieke.Page;
        await marieke.Go(procedure);
        await page.Locator(".head .btn-1").ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/candidates", StringComparison.Ordinal));
        await marieke.Ready();
        // By keyboard alone: type, on to the button, look, take one row out and in again.
        await page.Locator("textarea").FocusAsync();
        await page.Locator("textarea").FillAsync("Naam\tE-mail\tTaal\nSofie Lambrecht\tsofie@post.example\tfr\nDaan Kuipers\tdaan@post.example\t\nTess de Boer\ttess@post.example\ten\nNog eens Daan\tDAAN@post.example\tnl\nZonder adres\tgeen adres\tnl");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#found")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("tbody input:checked")).ToHaveCountAsync(3);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("tbody input:checked")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("tbody input:checked")).ToHaveCountAsync(3);
        await Judge(marieke, "22-kandidaten-plakken");
        await page.Locator("section .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".callout.ok")).ToBeVisibleAsync();
        await page.Locator("main .btn-1").ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/plan", StringComparison.Ordinal));
        await marieke.Ready();
    }

    private static async Task Plan(Visitor marieke)
    {
        var page = marieke.Page;
        await page.GetByLabel(Say("procedures.roster.first-day"), new() { Exact = true }).FillAsync("2026-12-01");
        await page.GetByLabel(Say("procedures.roster.rooms"), new() { Exact = true }).FillAsync("Kamer 2.14");
        // An end before the beginning is refused beside its field, and what was typed stays.
        await page.GetByLabel(Say("procedures.roster.until"), new() { Exact = true }).FillAsync("08:00");
        await page.Locator("form.card .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".err").First).ToHaveTextAsync(Say("refusal.procedures.hours-wrong"));
        await page.GetByLabel(Say("procedures.roster.until"), new() { Exact = true }).FillAsync("17:00");
        await page.Locator("form.card button.btn").ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        // A time at which a member has another talk is named at once, and passed over again.
        await page.Locator("tbody input[type=time]").First.FillAsync("16:00");
        await page.Locator("tbody input[type=time]").First.PressAsync("Tab");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("Joost Verbeke");
        await Assertions.Expect(page.Locator("section .btn-1")).ToHaveAttributeAsync("aria-disabled", "true");
        await Judge(marieke, "22-plannen-botsing");
        await page.Locator("tbody input[type=time]").First.FillAsync("08:30");
        await page.Locator("tbody input[type=time]").First.PressAsync("Tab");
        await Assertions.Expect(page.Locator("tbody .t-warn")).ToHaveCountAsync(0);
        await Judge(marieke, "22-plannen");
        await page.Locator("section .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".callout.ok")).ToBeVisibleAsync();
    }

    private static async Task<(string Link, string Code)> InviteGuest(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = Say("procedures.add-guest") }).ClickAsync();
        await page.Locator(".doing").GetByLabel(Say("procedures.name"), new() { Exact = true }).FillAsync("Noor Haverkamp");
        await page.Locator(".doing input[type=email]").FillAsync("noor@elders.example");
        await page.Locator(".doing select").SelectOptionAsync("nl");
        await Do(page);
        var shown = page.Locator(".callout.ok code");
        return (new Uri(await shown.Nth(0).InnerTextAsync()).AbsolutePath, await shown.Nth(1).InnerTextAsync());
    }

    private static async Task Enter(Visitor guest, string link, string code)
    {
        var page = guest.Page;
        await guest.Go(link);
        await page.Locator("input[autocomplete=one-time-code]").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/declare", StringComparison.Ordinal));
        await Judge(guest, "22-gast-verklaring");
        // Signed by keyboard: each box with a space, the button with enter.
        await page.Locator("input[name=confidential]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        for (var candidate = 0; candidate < 4; candidate++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/guest", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await Judge(guest, "22-gast-gesprekken");
        await page.GetByRole(AriaRole.Link, new() { Name = Say("procedures.desk.declared") }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/declare", StringComparison.Ordinal));
        await Judge(guest, "22-gast-melden");
        await page.GotoAsync("/guest");
        await page.Locator(".head .btn").First.ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/guide", StringComparison.Ordinal));
        (await guest.Axe()).ShouldBeEmpty();
        // No address that a member has opens to a guest.
        (await page.GotoAsync("/procedures"))!.Status.ShouldBe(404);
    }

    private static async Task Choose(IPage page, int row, string action)
    {
        var candidate = page.Locator("section[aria-labelledby=candidates] tbody tr").Nth(row);
        await candidate.Locator("details.menu summary").ClickAsync();
        await candidate.GetByRole(AriaRole.Button, new() { Name = Say(action), Exact = true }).ClickAsync();
        await page.Locator(".doing").WaitForAsync();
    }

    private static async Task Do(IPage page)
    {
        await page.Locator(".doing button.btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".doing")).ToHaveCountAsync(0);
    }

    /// <summary>Nothing sticks out, no script error, nothing that axe forbids; wide, on a tablet and on a phone, each with a picture but the tablet.</summary>
    private static async Task Judge(Visitor visitor, string name)
    {
        await visitor.Ready();
        foreach (var (width, height, suffix) in new[] { (1280, 900, ""), (768, 1024, "-768"), (390, 844, "-390") })
        {
            await visitor.Page.SetViewportSizeAsync(width, height);
            if (width != 768) await visitor.Picture(name + suffix);
            if (width != 768) (await visitor.Axe()).ShouldBeEmpty(name + suffix);
            (await visitor.Overflows()).ShouldBeFalse($"{name}{suffix} sticks out sideways");
        }
        await visitor.Page.SetViewportSizeAsync(1280, 900);
        visitor.Complaints.ShouldBeEmpty(name);
    }

    private static string Say(string key, params object?[] args) => Words.In("nl", key, args);

    /// <summary>A vacancy with a frozen guide, a chair and a member; that member sits in another interview at four o'clock on the first of December.</summary>
    private static async Task<Guid> Case(Site site)
    {
        var recruiter = await Acting(site, Recruiter);
        var profile = await site.Look(db => db.Set<Profile>().Include(p => p.Requires).OrderBy(p => p.Code).FirstAsync());
        var guide = await site.Asked(new MakeGuide(profile.Id, [.. profile.Requires.Take(4).Select(r => r.CompetencyId)], 60, ["nl"]), recruiter);
        var frozen = await site.Asked(new FreezeGuide(guide, (await site.Asked(new ShowGuide(guide), recruiter)).Version), recruiter);
        List<Guid> made = [];
        foreach (var title in new[] { "Projectleider openbare ruimte", "Beheerder groen" })
        {
            made.Add(await site.Asked(new CreateProcedure(title, profile.Id, Blind: true), recruiter));
            await site.Asked(new ChooseGuide(made[^1], frozen.Document), recruiter);
            foreach (var (email, kind) in new[] { (Chair, SeatKind.Chair), (Member, SeatKind.Member) })
            {
                var person = await Acting(site, email);
                await site.Asked(new AddSeat(made[^1], person.Id, kind, true), recruiter);
                await site.Asked(new SignDeclaration(made[^1], true, true, "nl", []), person);
            }
        }
        var other = await site.Asked(new AddCandidate(made[1], "Iris Maas", "iris@post.example"), recruiter);
        await site.Asked(new ScheduleInterview(made[1], other, new DateTime(2026, 12, 1, 16, 0, 0), "Europe/Amsterdam", 60, "Kamer 3"), recruiter);
        return made[0];
    }

    private static async Task<Actor.Person> Acting(Site site, string email)
    {
        var id = await site.Look(db => db.Set<Person>().Where(p => p.EmailKey == email).Select(p => p.Id).SingleAsync());
        return new(id, (await site.Asked(new OpenSession(id, "test"))).Session);
    }
}
