using System.Text.RegularExpressions;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Reviews;

/// <summary>A cycle with stages from its drawing to the signature, with evidence, colleagues, the years and the beginning of a first plan.</summary>
public class StagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Recruiter = "marieke.van.dalen@waterveen.example", Manager = "ellen.hoekstra@waterveen.example", Employee = "hanna.de.wit@waterveen.example";

    // Gathered on the way, so that one run tells all.
    private readonly List<string> faults = [];

    [Fact]
    public async Task From_drawing_a_cycle_to_the_signature()
    {
        TestClock clock = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        await using var site = await Site.Start(Database.Sqlite, clock, ("Reminders:Tick", "false"));
        var (hr, ellen, hanna) = (await Acting(site, Recruiter), await Acting(site, Manager), await Acting(site, Employee));

        await using var marieke = await chromium.SignedIn(site, Recruiter);
        await marieke.Go("/reviews/cycles/new");
        await marieke.Page.GetByLabel("Begint in").FillAsync("2026");
        await marieke.Page.GetByLabel("Begint in").PressAsync("Tab");
        await Assertions.Expect(marieke.Page.GetByLabel("Naam")).ToHaveValueAsync("Gesprekken 2026");
        await marieke.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^Gemeente Waterveen") }).CheckAsync();
        await Judge(marieke, "cycle-new");
        await marieke.Page.GetByRole(AriaRole.Button, new() { Name = "Cyclus klaarzetten" }).ClickAsync();
        await marieke.Page.WaitForURLAsync(new Regex("/reviews/cycles/[0-9a-f-]{36}"));
        var cycle = Guid.Parse(new Uri(marieke.Page.Url).Segments[^1]);
        await Alive(marieke);
        await marieke.Page.GetByRole(AriaRole.Button, new() { Name = "Aanpassen Beoordeling" }).ClickAsync();
        await marieke.Page.GetByLabel("Collega’s geven feedback").CheckAsync();
        await marieke.Page.GetByLabel("Tonen vanaf").FillAsync("2");
        await marieke.Page.GetByLabel("Eigen vragen").FillAsync("Waar bent u trots op?");
        await marieke.Page.Locator("form button[data-save]").ClickAsync();
        await marieke.Page.GetByText("Kies een aantal van 3").First.WaitForAsync();
        await Judge(marieke, "cycle-stage-refused");
        await marieke.Page.GetByLabel("Tonen vanaf").FillAsync("3");
        await marieke.Page.Locator("form button[data-save]").ClickAsync();
        await marieke.Page.GetByText("collega’s, vanaf 3").WaitForAsync();
        await marieke.Page.GetByRole(AriaRole.Button, new() { Name = "Cyclus vrijgeven" }).First.ClickAsync();
        await marieke.Page.Locator("#release").GetByRole(AriaRole.Button, new() { Name = "Cyclus vrijgeven" }).ClickAsync();
        await marieke.Page.GetByRole(AriaRole.Button, new() { Name = "Nu openen Beoordeling" }).ClickAsync();
        await marieke.Page.GetByText(new Regex("[0-9]+ gesprekken, 0 gedeeld, 0 getekend")).WaitForAsync();
        await Judge(marieke, "cycle-open");
        var review = (await site.Asked(new ListMyReviews(new Slice()), hanna)).Rows.Single().Id;
        (await site.Asked(new GetCycle(cycle), hr)).Stages.Count(s => s.OpenedAt is not null).ShouldBe(1);

        // The own side: a link, a file and a question; colleagues are asked.
        await using var employee = await chromium.SignedIn(site, Employee);
        await employee.Go($"/reviews/{review}");
        var first = employee.Page.Locator("section.card", new() { Has = employee.Page.Locator("fieldset.scale") }).First;
        await first.GetByText("Bewijs toevoegen").ClickAsync();
        await first.GetByLabel("Link", new() { Exact = true }).FillAsync("http://waterveen.example/nota");
        await first.GetByRole(AriaRole.Button, new() { Name = "Link toevoegen" }).ClickAsync();
        await first.GetByText("Geef een volledig adres").WaitForAsync();
        await first.GetByLabel("Link", new() { Exact = true }).FillAsync("https://waterveen.example/nota");
        await first.GetByLabel("Hoe heet het?").FillAsync("Nota parkeren");
        await first.GetByRole(AriaRole.Button, new() { Name = "Link toevoegen" }).ClickAsync();
        await first.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Nota parkeren") }).WaitForAsync();
        await first.GetByLabel("Bestand").SetInputFilesAsync(new FilePayload { Name = "verslag wijkraad.txt", MimeType = "text/plain", Buffer = "Drie wijkraden kreeg ik mee."u8.ToArray() });
        await first.GetByRole(AriaRole.Button, new() { Name = "Bestand toevoegen" }).ClickAsync();
        await employee.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("verslag wijkraad") }).WaitForAsync();
        await Alive(employee);
        await employee.Page.GetByLabel("Waar bent u trots op?").FillAsync("Op de drie wijkraden.");
        await employee.Page.GetByText("Bewaard om").First.WaitForAsync();
        await employee.Page.GetByLabel("Zoek collega’s").FillAsync("a");
        await employee.Page.Locator("section[aria-labelledby=invite] button", new() { HasText = "Zoek" }).ClickAsync();
        await employee.Page.Locator("section[aria-labelledby=invite] input[type=checkbox]").First.WaitForAsync();
        await Judge(employee, "review-stage-own");
        var raters = await Raters(site, review, hanna);
        await site.Asked(new InviteColleagues(review, [.. raters.Select(r => r.Id)]), hanna);

        // Three colleagues, one of them by hand.
        var (feedback, email) = await site.Look(async db => (await db.Set<ColleagueFeedback>().Select(f => f.Id).SingleAsync(), await db.Set<Person>().Where(p => p.Id == raters[0].Id).Select(p => p.Email).SingleAsync()));
        await using (var colleague = await chromium.SignedIn(site, email))
        {
            await colleague.Go($"/reviews/feedback/{feedback}");
            var scales = colleague.Page.Locator("fieldset.scale");
            for (var i = 0; i < await scales.CountAsync(); i++) await scales.Nth(i).Locator("input[type=radio]").Nth(1).CheckAsync();
            await colleague.Page.GetByLabel("Waar is Hanna sterk in?").FillAsync("Luistert eerst.");
            await colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Afgeven" }).ClickAsync();
            await colleague.Page.GetByText("U hebt dit afgegeven.").WaitForAsync();
            await Judge(colleague, "review-sheet");
        }
        var asked = (await site.Asked(new GetReview(review), hanna)).Yardstick.Competencies;
        foreach (var rater in raters.Skip(1)) await site.Asked(new SaveSheet(feedback, [.. asked.Select(c => new ColleagueRating(c.Id, 2))], "Houdt woord.", "", true, 0), rater);
        foreach (var (side, level) in new[] { (hanna, 2), (ellen, 1) })
        {
            var stamps = (await site.Asked(new GetReview(review), side)).Mine.Answers.ToDictionary(a => a.Competency, a => a.Stamp);
            await site.Asked(new SaveSide(review, [.. asked.Select(c => new SideChange(c.Id, level, "Zo ging het.", stamps[c.Id]))]), side);
            await site.Asked(new ReadySide(review), side);
        }

        await using var manager = await chromium.SignedIn(site, Manager);
        await manager.Go($"/reviews/{review}");
        await manager.Page.GetByLabel("Nieuw resultaat").FillAsync("De nota ligt er voor de kerst.");
        await manager.Page.GetByLabel("Nieuw resultaat").PressAsync("Tab");
        await manager.Page.GetByText("Bewaard om").First.WaitForAsync();
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Gesprek vastleggen" }).ClickAsync();
        await manager.Page.GetByText("tekent voor gezien of vraagt een correctie").WaitForAsync();
        await Judge(manager, "review-stage-shared");

        await using var phone = await chromium.SignedIn(site, Employee, 390, 844);
        await phone.Go($"/reviews/{review}");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Correctie vragen" }).ClickAsync();
        await phone.Page.GetByText("Schrijf op wat er volgens jou niet klopt").First.WaitForAsync();
        await phone.Page.GetByLabel("Je zienswijze").FillAsync("Bij het college was ik niet alleen.");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Correctie vragen" }).ClickAsync();
        await phone.Page.GetByText("antwoordt op je correctie").WaitForAsync();
        await phone.Page.Locator("#sign").ScrollIntoViewIfNeededAsync();
        await Judge(phone, "review-stage-390");
        await phone.Go("/reviews/history");
        await Judge(phone, "review-history-390");
        await manager.Go($"/reviews/history/{hanna.Id}");
        await Judge(manager, "review-history");
        await manager.Go($"/reviews/{review}");
        await Judge(manager, "review-stage-correction");

        // The beginning of a first plan, with and without a yes.
        var start = await Offered(site, hr, hanna, asked);
        await employee.Go($"/reviews/start/{start}");
        await Judge(employee, "first-plan-ask");
        await employee.Go("/reviews");
        await Judge(employee, "reviews-employee");
        await site.Look(async db =>
        {
            var it = await db.Set<SelectionStart>().SingleAsync();
            it.Consent(new("Beleidsmedewerker", 1, 5, 3, [.. asked.Select((c, i) => new SelectionMeasure(c.Id, c.Name, 1, 2m + (i * 0.5m), 3))]), clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        await employee.Go($"/reviews/start/{start}");
        await employee.Page.Locator(".check input").First.CheckAsync();
        await Judge(employee, "first-plan");
        await phone.Go($"/reviews/start/{start}");
        await Judge(phone, "first-plan-390");
        await employee.Page.GetByRole(AriaRole.Button, new() { Name = "Plan maken met 1 tip" }).ClickAsync();
        await employee.Page.WaitForURLAsync(new Regex("/development/[0-9a-f-]{36}"));
        await marieke.Go($"/procedures/{await site.Look(db => db.Set<SelectionStart>().Select(s => s.ProcedureId).SingleAsync())}/first-plan");
        await Judge(marieke, "first-plan-offer");
        faults.ShouldBeEmpty();
    }

    private static async Task<Guid> Offered(Site site, Actor.Person hr, Actor.Person hired, IReadOnlyList<YardCompetency> asked)
    {
        var profile = await site.Look(db => db.Set<Review>().Where(r => r.EmployeeId == hired.Id).Select(r => r.ProfileId).FirstAsync());
        var procedure = await site.Asked(new CreateProcedure("Beleidsmedewerker", profile, true), hr);
        var start = new SelectionStart(procedure, Guid.CreateVersion7(), hired.Id, hr.Id, site.Clock.GetUtcNow());
        await site.Look(db =>
        {
            db.Add(start);
            return db.SaveChangesAsync();
        });
        asked.Count.ShouldBeGreaterThan(1);
        return start.Id;
    }

    private static async Task<List<Actor.Person>> Raters(Site site, Guid review, Actor.Person hanna)
    {
        List<Actor.Person> raters = [];
        var dutch = await site.Look(db => db.Set<Person>().Where(p => p.Language == "nl").Select(p => p.Id).ToListAsync());
        foreach (var row in (await site.Asked(new FindRaters(review, null, new Slice()), hanna)).Rows.Where(r => dutch.Contains(r.Person)).Take(3)) raters.Add(new(row.Person, (await site.Asked(new OpenSession(row.Person, "test"))).Session));
        raters.Count.ShouldBe(3);
        return raters;
    }

    private static async Task<Actor.Person> Acting(Site site, string email)
    {
        var id = await site.Look(db => db.Set<Person>().Where(p => p.EmailKey == email).Select(p => p.Id).SingleAsync());
        return new Actor.Person(id, (await site.Asked(new OpenSession(id, "test"))).Session);
    }

    // After a link the old page may stand a moment longer; a click counts from when the new one has its circuit.
    private static Task Alive(Visitor visitor) => visitor.Page.Locator("main[data-interactive=ready]").WaitForAsync();

    private async Task Judge(Visitor visitor, string name)
    {
        await visitor.Page.Locator("h1").First.WaitForAsync();
        await visitor.Ready();
        await visitor.Picture(name);
        faults.AddRange((await visitor.Axe()).Select(fault => $"{name}: {fault}"));
        if (await visitor.Overflows()) faults.Add($"{name}: wider than the window: {await visitor.WhatSticksOut()}");
        faults.AddRange(visitor.Complaints.Select(complaint => $"{name}: {complaint}"));
    }
}
