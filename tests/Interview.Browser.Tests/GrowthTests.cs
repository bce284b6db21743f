using System.Text.RegularExpressions;
using Interviewing.Application.Reminders;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests;

/// <summary>Employee and manager, from an empty review to a reminded employee, by clicking.</summary>
public class GrowthTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Manager = "ellen.hoekstra@waterveen.example", Employee = "hanna.de.wit@waterveen.example", Recruiter = "marieke.van.dalen@waterveen.example", Administrator = "robin.achterberg@waterveen.example";

    // Gathered on the way, so that one run tells all.
    private readonly List<string> faults = [];

    [Theory, OnBothDatabases]
    public async Task From_a_review_to_a_reminder(Database database)
    {
        TestClock clock = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        await using var site = await Site.Start(database, clock);
        var looks = database == Database.Sqlite;

        await using var hr = await chromium.SignedIn(site, Recruiter);
        await hr.Go("/reviews");
        await hr.Page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Gesprekken 2026");
        await hr.Page.GetByRole(AriaRole.Button, new() { Name = "Cyclus openen" }).ClickAsync();
        await hr.Page.GetByText("24 november").Or(hr.Page.Locator("aside .badge.acc")).First.WaitForAsync();
        await Judge(hr, looks, "reviews-hr");

        await using var ellen = await chromium.SignedIn(site, Manager);
        await ellen.Go("/reviews/new?q=hanna");
        await Judge(ellen, looks, "reviews-start");
        await ellen.Page.GetByRole(AriaRole.Button, new() { Name = "Starten Hanna de Wit" }).ClickAsync();
        await ellen.Page.WaitForURLAsync(new Regex("/reviews/[0-9a-f-]{36}"));
        var review = new Uri(ellen.Page.Url).AbsolutePath;
        await Alive(ellen);
        await Judge(ellen, looks, "review-manager-open");
        await Fill(ellen, 0, "Tegenover het college geef je nog snel toe.");

        await using var hanna = await chromium.SignedIn(site, Employee);
        await hanna.Go("/");
        await Judge(hanna, looks, "today-review-waiting");
        await hanna.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Invullen") }).First.ClickAsync();
        await hanna.Page.WaitForURLAsync("**" + review);
        await Alive(hanna);
        await hanna.Page.GetByRole(AriaRole.Button, new() { Name = "Ik ben klaar" }).First.ClickAsync();
        await hanna.Page.Locator("#ready").GetByRole(AriaRole.Button, new() { Name = "Ik ben klaar" }).ClickAsync();
        await hanna.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await Judge(hanna, looks, "review-blanks");
        await Fill(hanna, 1, "<script>alert(1)</script> Drie wijkraden kreeg ik mee.");
        await Ready(hanna);
        (await hanna.Page.ContentAsync()).ShouldNotContain("Tegenover het college");
        await Judge(hanna, looks, "review-waiting");
        await Ready(ellen);
        await ellen.Page.GetByRole(AriaRole.Heading, new() { Name = "Grootste verschillen" }).WaitForAsync();
        await Judge(ellen, looks, "review-shared-manager");

        await hanna.Go(review);
        (await hanna.Page.ContentAsync()).ShouldContain("Tegenover het college");
        await Judge(hanna, looks, "review-shared-employee");
        await hanna.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Plan maken") }).ClickAsync();
        await hanna.Page.WaitForURLAsync(new Regex("/development/[0-9a-f-]{36}"));
        var plan = new Uri(hanna.Page.Url).AbsolutePath;
        await hanna.Page.GetByRole(AriaRole.Heading, new() { Name = "Mijn ontwikkelplan" }).WaitForAsync();
        await Judge(hanna, looks, "plan-draft");
        var tips = hanna.Page.Locator("details.tips").First;
        for (var i = 0; i < 3; i++) await tips.Locator("input[type=checkbox]").Nth(i).CheckAsync();
        await tips.Locator("input[type=date]").Nth(0).FillAsync("2026-11-20");
        await tips.GetByRole(AriaRole.Button, new() { Name = "Neem 3 tips over" }).ClickAsync();
        await tips.GetByText("Kies een dag die nog komt").First.WaitForAsync();
        await Judge(hanna, looks, "plan-tips-refused");
        await tips.Locator("input[type=date]").Nth(0).FillAsync("2026-12-01");
        await tips.GetByRole(AriaRole.Button, new() { Name = "Neem 3 tips over" }).ClickAsync();
        await hanna.Page.Locator("li.act").Nth(2).WaitForAsync();
        await hanna.Page.GetByRole(AriaRole.Button, new() { Name = "Plan starten" }).ClickAsync();
        await hanna.Page.GetByText("Loopt sinds").WaitForAsync();
        await hanna.Page.GetByLabel("Wat wil je onthouden?").FillAsync("Ik merkte dat ik snel uitleg geef in plaats van doorvraag.");
        await hanna.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaren voor mij" }).ClickAsync();
        await hanna.Page.Locator(".private .say").WaitForAsync();
        await hanna.Page.GetByRole(AriaRole.Button, new() { Name = "Actie toevoegen" }).ClickAsync();
        await hanna.Page.GetByLabel("Wat?").FillAsync("Een dag meelopen met het wijkteam Noord");
        await hanna.Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Toevoegen" }).ClickAsync();
        await hanna.Page.Locator("li.act").Nth(3).WaitForAsync();
        await hanna.Page.Locator("dialog[open]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await hanna.Page.Locator("li.act input[type=checkbox]").Nth(3).CheckAsync();
        await hanna.Page.Locator("li.act.done").WaitForAsync();
        await Judge(hanna, looks, "plan-active");
        await hanna.Go(plan + "/print");
        (await hanna.Page.ContentAsync()).ShouldNotContain("snel uitleg geef");
        await Judge(hanna, looks, "plan-print");
        await hanna.Go("/development");
        await Judge(hanna, looks, "development-mine");

        await ellen.Go("/development");
        await Judge(ellen, looks, "development-team");
        await ellen.Go(plan);
        (await ellen.Page.ContentAsync()).ShouldNotContain("snel uitleg geef");
        await Judge(ellen, looks, "plan-manager");

        // The letters of start and sharing first, then the day before the first action.
        await Round(site);
        var before = Directory.GetFiles(site.MailFolder).Length;
        clock.Set(new DateTimeOffset(2026, 11, 30, 8, 0, 30, TimeSpan.Zero));
        await using (var twin = site.Beside()) await Task.WhenAll(Round(site), Round(twin), Round(site), Round(twin));
        // Others hear of other things that day; she hears of her action, once.
        Directory.GetFiles(site.MailFolder).Order().Skip(before).Select(File.ReadAllText).Count(letter => letter.Contains($"<{Employee}>", StringComparison.Ordinal)).ShouldBe(1);
        await site.Look(db => db.Set<Reminder>().Where(r => r.Status == ReminderStatus.Due).Take(1).ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, ReminderStatus.Unknown).SetProperty(r => r.Why, "reminders.stopped-while-sending")));

        await using var robin = await chromium.SignedIn(site, Administrator);
        await robin.Go("/admin/reminders");
        await Judge(robin, looks, "admin-reminders");
        await robin.Go("/admin/reminders/messages?show=coming");
        await Judge(robin, looks, "admin-reminders-coming");
        await robin.Go("/admin/reminders/messages?show=sent");
        await robin.Page.Locator("tbody tr").Nth(1).WaitForAsync();

        await using var phone = await chromium.SignedIn(site, Employee, 390, 844);
        await phone.Go(plan);
        await Judge(phone, looks, "plan-390");
        await phone.Go(review);
        await Judge(phone, looks, "review-390");
        faults.ShouldBeEmpty();
    }

    private static async Task Fill(Visitor visitor, int level, string says)
    {
        var groups = visitor.Page.Locator(".review-form fieldset");
        for (var i = 0; i < await groups.CountAsync(); i++) await groups.Nth(i).Locator("input[type=radio]").Nth(level).CheckAsync();
        await visitor.Page.Locator(".review-form textarea").First.FillAsync(says);
        await visitor.Page.GetByText("Bewaard om").WaitForAsync();
    }

    private static async Task Ready(Visitor visitor)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Ik ben klaar" }).First.ClickAsync();
        await visitor.Page.Locator("#ready").GetByRole(AriaRole.Button, new() { Name = "Ik ben klaar" }).ClickAsync();
        await visitor.Page.Locator(".review-form").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    // After a link the old page may stand a moment longer; a click counts from when the new one has its circuit.
    private static Task Alive(Visitor visitor) => visitor.Page.Locator("main[data-interactive=ready]").WaitForAsync();

    private async Task Judge(Visitor visitor, bool looks, string name)
    {
        await visitor.Page.Locator("h1").First.WaitForAsync();
        await visitor.Ready();
        if (looks)
        {
            await visitor.Picture(name);
            faults.AddRange((await visitor.Axe()).Select(fault => $"{name}: {fault}"));
        }
        if (await visitor.Overflows()) faults.Add($"{name}: wider than the window");
        faults.AddRange(visitor.Complaints.Select(complaint => $"{name}: {complaint}"));
    }

    private static Task Round(Site site) => site.Services.GetRequiredService<ReminderRound>().Run();
}
