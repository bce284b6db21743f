using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Development;

/// <summary>An employee from gaps to a measured plan, and what the manager sees of it, on a screen and on a phone.</summary>
public class PlanPagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Manager = "ellen.hoekstra@waterveen.example", Employee = "hanna.de.wit@waterveen.example";

    // Gathered on the way, so that one run tells all.
    private readonly List<string> faults = [];

    [Fact]
    public async Task From_gaps_to_a_plan_that_is_measured_again()
    {
        await using var site = await Site.Start(Database.Sqlite, new TestClock(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)));
        var (ellen, hanna) = (await Acting(site, Manager), await Acting(site, Employee));
        var review = await Talk(site, hanna, ellen, 1);
        for (var i = 0; i < 4; i++) await Talk(site, await Colleague(site, ellen, i), ellen, i % 2 + 1);

        await using var screen = await chromium.SignedIn(site, Employee);
        var page = screen.Page;
        await screen.Go("/development");
        await Judge(screen, "development-gaps");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak hier een plan van" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/development/", StringComparison.Ordinal));
        var plan = new Uri(page.Url).AbsolutePath;
        await screen.Ready();
        var goal = page.Locator(".goal").First;
        for (var i = 0; i < 2; i++) await goal.Locator(".tip input[type=checkbox]").Nth(i).CheckAsync();
        await Judge(screen, "development-tips");
        await goal.Locator(".tips button.btn-s").First.ClickAsync();
        await Assertions.Expect(goal.Locator("li.act")).ToHaveCountAsync(2);
        while (await page.Locator(".goal").CountAsync() is var goals and > 2)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Dit doel nu niet" }).Last.ClickAsync();
            await Assertions.Expect(page.Locator(".goal")).ToHaveCountAsync(goals - 1);
        }
        var action = goal.Locator("li.act").First;
        await action.GetByText("Aanpassen").ClickAsync();
        await action.GetByLabel("Uren").FillAsync("500");
        await action.GetByLabel("Welke hulp is nodig?").FillAsync("Een middag zonder overleg");
        await action.GetByRole(AriaRole.Button, new() { Name = "Bewaren" }).ClickAsync();
        await Assertions.Expect(action.Locator(".err")).ToContainTextAsync("400");
        await action.GetByLabel("Uren").FillAsync("4");
        await action.GetByRole(AriaRole.Button, new() { Name = "Bewaren" }).ClickAsync();
        await Assertions.Expect(action).ToContainTextAsync("Nodig: Een middag zonder overleg");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan starten" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Loopt sinds")).ToBeVisibleAsync();
        await action.GetByText("Voortgang en bewijs").ClickAsync();
        await action.GetByLabel("Waaruit blijkt het?").FillAsync("https://waterveen.example/nota");
        await action.GetByRole(AriaRole.Button, new() { Name = "Toevoegen", Exact = true }).ClickAsync();
        await Assertions.Expect(action.Locator(".proofs a")).ToHaveCountAsync(1);
        await page.GetByLabel("Vertel hoe het gaat").FillAsync("Het wijkteam heeft tijd voor me gemaakt.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vertellen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".progress-log .say")).ToHaveCountAsync(1);
        await page.GetByLabel("Wat wil je onthouden?").FillAsync("Ik merkte dat ik snel uitleg geef in plaats van doorvraag.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaren voor mij" }).ClickAsync();
        await Assertions.Expect(page.Locator(".private .say")).ToHaveCountAsync(1);
        await action.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "verslag.txt", MimeType = "text/plain", Buffer = "Zo ging het"u8.ToArray() });
        await action.GetByRole(AriaRole.Button, new() { Name = "Bestand toevoegen" }).ClickAsync();
        await Assertions.Expect(action.Locator(".proofs a[download]")).ToHaveCountAsync(1);
        await screen.Ready();
        await action.Locator("input[type=checkbox]").CheckAsync();
        await Assertions.Expect(page.Locator("li.act.done")).ToHaveCountAsync(1);
        await Judge(screen, "development-plan");
        await screen.Go(plan + "/print");
        await Judge(screen, "development-paper");

        await using var boss = await chromium.SignedIn(site, Manager);
        await boss.Go("/development");
        await Assertions.Expect(boss.Page.Locator(".lack").First).ToBeVisibleAsync();
        await Judge(boss, "development-team-lacks");
        await boss.Go(plan);
        await Assertions.Expect(boss.Page.GetByText("Coachtips voor u").First).ToBeVisibleAsync();
        (await boss.Page.ContentAsync()).ShouldNotContain("snel uitleg geef");
        await Judge(boss, "development-plan-manager");
        await AsOnAPhone(boss, "/development", "development-team-lacks");

        // The rest of the year, without clicking: everything done, ended, and both rate again.
        var id = Guid.Parse(plan.Split('/')[^1]);
        foreach (var one in (await site.Asked(new GetPlan(id), hanna)).Actions.Where(a => !a.IsClosed)) await site.Asked(new MarkAction(id, one.Id, ActionStatus.Done), hanna);
        await screen.Go(plan);
        await AsOnAPhone(screen, plan, "development-plan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan afsluiten" }).ClickAsync();
        await page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Plan afsluiten" }).ClickAsync();
        await Assertions.Expect(page.GetByText("goed gedaan")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Opnieuw meten" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/reviews/", StringComparison.Ordinal));
        var again = Guid.Parse(new Uri(page.Url).Segments[^1]);
        again.ShouldNotBe(review);
        await Rate(site, again, hanna, 3);
        await screen.Go(plan);
        await Assertions.Expect(page.GetByText("De nieuwe meting loopt")).ToBeVisibleAsync();
        await Rate(site, again, ellen, 2);
        await screen.Go(plan);
        await Assertions.Expect(page.Locator("#measured")).ToBeVisibleAsync();
        await Judge(screen, "development-measured");
        await AsOnAPhone(screen, plan, "development-measured");
        faults.ShouldBeEmpty();
    }

    private async Task AsOnAPhone(Visitor visitor, string path, string name)
    {
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await visitor.Go(path);
        await Judge(visitor, name + "-telefoon");
        await visitor.Page.SetViewportSizeAsync(1280, 900);
    }

    private async Task Judge(Visitor visitor, string name)
    {
        await visitor.Page.Locator("h1").First.WaitForAsync();
        await visitor.Ready();
        await visitor.Picture(name);
        faults.AddRange((await visitor.Axe()).Select(fault => $"{name}: {fault}"));
        if (await visitor.Overflows()) faults.Add($"{name}: wider than the window: {await visitor.WhatSticksOut()}");
        faults.AddRange(visitor.Complaints.Select(complaint => $"{name}: {complaint}"));
    }

    private static async Task<Guid> Talk(Site site, Actor.Person employee, Actor.Person manager, int level)
    {
        var review = await site.Asked(new StartReview(employee.Id), manager);
        await Rate(site, review, employee, level);
        await Rate(site, review, manager, level);
        return review;
    }

    private static async Task Rate(Site site, Guid review, Actor.Person who, int level)
    {
        var yardstick = (await site.Asked(new GetReview(review), who)).Yardstick;
        await site.Asked(new SaveSide(review, [.. yardstick.Competencies.Select((c, i) => new SideChange(c.Id, i % 3 == 2 ? Math.Min(c.Highest, level + 1) : Math.Min(c.Highest, level), "", 0))]), who);
        await site.Asked(new ReadySide(review), who);
    }

    private static async Task<Actor.Person> Acting(Site site, string email) => await Acting(site, await site.Look(db => db.Set<Person>().Where(p => p.EmailKey == email).Select(p => p.Id).SingleAsync()));

    private static async Task<Actor.Person> Acting(Site site, Guid person) => new(person, (await site.Asked(new OpenSession(person, "test"))).Session);

    private static async Task<Actor.Person> Colleague(Site site, Actor.Person manager, int number)
    {
        string[] names = ["Pieter Smit", "Aylin Öztürk", "Jeroen Maas", "Lien Baert"];
        var person = await site.Look(async db =>
        {
            var (unit, profile) = (await db.Set<Unit>().OrderBy(u => u.Code).Select(u => u.Id).FirstAsync(), await db.Set<Profile>().Where(p => p.Code == "GEM-ADV-IV").OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());
            Person one = new(names[number], $"collega{number}@waterveen.example");
            db.AddRange(one, new RoleAssignment(one.Id, Role.Employee, Scope.Organisation), new Employment(one.Id, unit, manager.Id, profile, new(2024, 1, 1)));
            await db.SaveChangesAsync();
            return one.Id;
        });
        return await Acting(site, person);
    }
}
