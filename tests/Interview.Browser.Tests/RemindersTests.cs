using System.Text.RegularExpressions;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests;

/// <summary>The administrator's pages about reminders, one's own, and the one behind a letter; by keyboard where it matters.</summary>
public class RemindersTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Administrator = "robin.achterberg@waterveen.example", Employee = "hanna.de.wit@waterveen.example", Recruiter = "marieke.van.dalen@waterveen.example";

    private readonly List<string> faults = [];

    [Theory, OnBothDatabases]
    public async Task Rules_messages_calendar_addresses_and_ones_own_wishes(Database database)
    {
        TestClock clock = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        await using var site = await Site.Start(database, clock);
        await site.Services.GetRequiredService<ReminderRound>().Run();
        var procedure = await Stage(site);
        var looks = database == Database.Sqlite;

        await using var robin = await chromium.SignedIn(site, Administrator);
        await robin.Go("/admin/reminders");
        await Judge(robin, looks, "reminders-board");
        await robin.Page.GetByRole(AriaRole.Button, new() { Name = "Proefmail sturen" }).ClickAsync();
        await robin.Page.GetByText("De proefmail gaat binnen een minuut").WaitForAsync();
        await robin.Page.GetByRole(AriaRole.Link, new() { Name = "Wijzig Actie uit het plan" }).ClickAsync();
        await robin.Page.WaitForURLAsync("**/admin/reminders/rules/planactiondue");
        await robin.Ready();
        await robin.Page.GetByRole(AriaRole.Button, new() { Name = "Moment erbij" }).PressAsync("Enter");
        await Assertions.Expect(robin.Page.Locator("fieldset input[type=number]")).ToHaveCountAsync(5);
        await robin.Page.Locator("fieldset input[type=number]").Nth(4).FillAsync("1");
        await robin.Page.Locator("fieldset input[type=number]").Nth(4).PressAsync("Tab");
        await robin.Page.GetByText("Hetzelfde moment staat er twee keer").First.WaitForAsync();
        await Judge(robin, looks, "reminders-rule-refused");
        await robin.Page.Locator("fieldset input[type=number]").Nth(4).FillAsync("3");
        await robin.Page.Locator("fieldset input[type=number]").Nth(4).PressAsync("Tab");
        await Assertions.Expect(robin.Page.GetByText("Hetzelfde moment staat er twee keer")).ToHaveCountAsync(0);
        await robin.Page.GetByRole(AriaRole.Button, new() { Name = "Regel bewaren" }).ClickAsync();
        await robin.Page.GetByText("De regel geldt.").WaitForAsync();
        await Judge(robin, looks, "reminders-rule");

        await robin.Go("/admin/reminders/messages");
        await Judge(robin, looks, "reminders-messages");
        await robin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Is aangekomen") }).First.ClickAsync();
        await robin.Page.GetByText("Het bericht blijft zoals het is.").WaitForAsync();
        await robin.Go("/admin/reminders/calendar");
        await robin.Page.GetByLabel("Naam").FillAsync("Schoolvakanties Noord");
        await robin.Page.GetByLabel("Bestand").SetInputFilesAsync(new FilePayload { Name = "noord.csv", MimeType = "text/csv", Buffer = "Kerst;2026-12-19;2027-01-03\nVoorjaar;2027-02-20;2027-02-28\n"u8.ToArray() });
        await robin.Page.GetByRole(AriaRole.Button, new() { Name = "Kalender laden" }).ClickAsync();
        await robin.Page.GetByText("De kalender is geladen.").WaitForAsync();
        await robin.Ready();
        await Judge(robin, looks, "reminders-calendar");
        await robin.Go("/admin/reminders/addresses");
        await Judge(robin, looks, "reminders-addresses");
        await robin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Vrijgeven") }).First.ClickAsync();
        await robin.Page.GetByText("Alle adressen werken").WaitForAsync();

        await using var marieke = await chromium.SignedIn(site, Recruiter);
        await marieke.Go($"/procedures/{procedure}/reminders");
        await marieke.Page.GetByLabel("Besluit uiterlijk").FillAsync("2026-12-21");
        await marieke.Page.GetByRole(AriaRole.Button, new() { Name = "Termijnen bewaren" }).ClickAsync();
        await marieke.Page.GetByText("De termijnen zijn bewaard.").WaitForAsync();
        await site.Services.GetRequiredService<ReminderRound>().Run();
        await marieke.Go($"/procedures/{procedure}/reminders");
        await Judge(marieke, looks, "reminders-procedure");

        await using var hanna = await chromium.SignedIn(site, Employee);
        await hanna.Go("/reminders");
        await hanna.Page.GetByLabel("Schoolvakanties").SelectOptionAsync("Schoolvakanties Noord");
        await hanna.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaren", Exact = true }).ClickAsync();
        await hanna.Page.GetByText("Bewaard. Wat gepland stond").WaitForAsync();
        await Judge(hanna, looks, "reminders-mine");
        var mine = await site.Look(db => db.Set<Reminder>().Where(r => r.Kind == ReminderKind.PlanActionDue && r.Status == ReminderStatus.Due && db.Set<Person>().Any(p => p.Id == r.ReceiverId && p.EmailKey == Employee)).OrderBy(r => r.DueAt).Select(r => r.Id).FirstAsync());
        await hanna.Go($"/reminders/{mine}");
        await hanna.Page.GetByRole(AriaRole.Button, new() { Name = "Uitstellen" }).ClickAsync();
        await hanna.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await Judge(hanna, looks, "reminders-why-refused");
        await hanna.Page.GetByLabel("Niet vóór").FillAsync("2026-12-03");
        await hanna.Page.GetByLabel("Waarom (alleen voor jezelf)").FillAsync("Eerst de begroting af.");
        await hanna.Page.GetByRole(AriaRole.Button, new() { Name = "Uitstellen" }).ClickAsync();
        await hanna.Page.GetByText("Uitgesteld.").WaitForAsync();
        await Judge(hanna, looks, "reminders-why");

        if (looks)
        {
            await using var phone = await chromium.SignedIn(site, Administrator, 390, 844);
            foreach (var (path, name) in new[] { ("", "board"), ("/rules/missingscorecard", "rule"), ("/messages?show=coming", "messages"), ("/calendar", "calendar") })
            {
                await phone.Go("/admin/reminders" + path);
                await Judge(phone, looks, $"reminders-{name}-390");
            }
            await using var small = await chromium.SignedIn(site, Employee, 390, 844);
            await small.Go("/reminders");
            await Judge(small, looks, "reminders-mine-390");
            await small.Go($"/reminders/{mine}");
            await Judge(small, looks, "reminders-why-390");
        }
        faults.ShouldBeEmpty();
    }

    // A plan with reminders to come, two messages that ask for a person, and an address that does not work.
    private static async Task<Guid> Stage(Site site)
    {
        var now = site.Clock.GetUtcNow();
        return await site.Look(async db =>
        {
            await db.Set<Person>().Where(p => p.EmailKey == Administrator).ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, "nl"));
            var hanna = await db.Set<Person>().FirstAsync(p => p.EmailKey == Employee);
            for (var i = 0; i < 24; i++)
            {
                var day = now.AddDays(1 + (i % 13)).AddMinutes(-(now.Minute + (60 * (now.Hour - 8))));
                db.Add(new Reminder(ReminderKind.PlanActionDue, Guid.NewGuid(), ReceiverKind.Person, hanna.Id, $"2026-12-1{i % 10}/-7d", day, Guid.NewGuid(), alone: false, eventAt: now.AddDays(30)));
            }
            Reminder unknown = new(ReminderKind.MissingScorecard, Guid.NewGuid(), ReceiverKind.Person, hanna.Id, "2026-11-23T10:00/2", now), failed = new(ReminderKind.CheckIn, Guid.NewGuid(), ReceiverKind.Person, hanna.Id, "2026-11-10/1", now.AddDays(-1));
            unknown.BecameUnknown("reminders.stopped-while-sending");
            failed.WasHeld("reminders.address-suspended");
            db.AddRange(unknown, failed, new SuspendedAddress("hanna.oud@waterveen.example", ReceiverKind.Person, hanna.Id, null, "reminders.server-said: 550 no such mailbox", now.AddHours(-3)));
            await db.SaveChangesAsync();
            return await db.Set<Application.Procedures.Procedure>().Where(p => p.Status != Application.Procedures.ProcedureStatus.Decided).OrderBy(p => p.CreatedAt).Select(p => p.Id).FirstAsync();
        });
    }

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
}
