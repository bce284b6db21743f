using System.Globalization;
using Interviewing.Application.Reminders;
using Interviewing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests;

internal sealed partial class Walk
{
    private Guid plan;

    public async Task HoldTheReview()
    {
        await using var manager = await SignIn(Manager);
        await manager.Go("/reviews/new");
        await Judge(manager, "15-gesprek-starten");
        await manager.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Hanna de Wit" }).GetByRole(AriaRole.Button).ClickAsync();
        await manager.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        await manager.Ready();

        await using var employee = await SignIn(Employee);
        await OpenReview(employee);
        await Judge(employee, "15-gesprek-eigen-kant");
        await Rate(employee.Page, level: 1);
        await Ready(employee);
        await Judge(employee, "15-gesprek-wacht");

        await OpenReview(manager, "Hanna");
        // What the employee said stays hidden until both are ready.
        await Assertions.Expect(manager.Page.Locator("fieldset.scale").First).ToBeVisibleAsync();
        (await manager.Page.ContentAsync()).ShouldNotContain("Voorbeeld van Hanna");
        await Rate(manager.Page, level: 1);
        await Ready(manager);
        await Assertions.Expect(manager.Page.GetByText("Voorbeeld van Hanna").First).ToBeVisibleAsync();
        await Judge(manager, "15-gesprek");

        await OpenReview(employee);
        await Judge(employee, "15-gesprek-gedeeld");
        await employee.Page.Locator(".btn-1.btn-w").Last.ClickAsync();
        await employee.Page.WaitForURLAsync(url => url.Contains("/development/", StringComparison.Ordinal));
        plan = Guid.Parse(new Uri(employee.Page.Url).Segments[^1]);
    }

    public async Task MakeThePlan()
    {
        await using var employee = await SignIn(Employee);
        await employee.Go($"/development/{plan}");
        var goal = employee.Page.Locator(".goal").First;
        var tips = goal.Locator(".tip input[type=checkbox]");
        await Assertions.Expect(tips.First).ToBeVisibleAsync();
        for (var i = 0; i < 3; i++) await tips.Nth(i).CheckAsync();
        await Judge(employee, "16-ontwikkelplan-tips");
        // The first is due in a month, so that each of its reminders lies ahead.
        await goal.Locator(".tip input[type=date]").First.FillAsync(Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await goal.GetByRole(AriaRole.Button, new() { Name = Words.In("nl", "development.tips.take.other", 3) }).ClickAsync();
        await Assertions.Expect(goal.Locator("li.act")).ToHaveCountAsync(3);
        await (await employee.Page.Locator(".head .btn-1").AllAsync())[0].ClickAsync();
        await Assertions.Expect(employee.Page.Locator("li.act input[type=checkbox]")).ToHaveCountAsync(3);
        await Judge(employee, "16-ontwikkelplan");
        await JudgeOnAPhone(employee, "16-ontwikkelplan");
        await employee.Go($"/development/{plan}/print");
        await Judge(employee, "16-ontwikkelplan-papier");
    }

    public async Task BeReminded()
    {
        var round = site.Services.GetRequiredService<ReminderRound>();
        await Send();
        var before = Letters();
        site.Clock.Set(new DateTimeOffset(Due.AddDays(-1).ToDateTime(new TimeOnly(9, 1)), TimeSpan.FromHours(1)));
        // Two processes tick at the same moment; one mail leaves.
        await using var twin = site.Beside();
        await Task.WhenAll(round.Run(), twin.Services.GetRequiredService<ReminderRound>().Run());
        await round.Run();
        var moment = new DateTimeOffset(Due.AddDays(-1).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(1)).ToUniversalTime();
        var about = await site.Look(db => db.Set<Reminder>().AsNoTracking().Where(r => r.Kind == ReminderKind.PlanActionDue && r.Status == ReminderStatus.Sent && r.DueAt == moment).ToListAsync());
        var one = about.ShouldHaveSingleItem();
        Letters().Except(before).Count(letter => letter.Contains(one.MessageId!.Split('@')[0], StringComparison.Ordinal)).ShouldBe(1);

        await using var administrator = await SignIn("robin.achterberg@waterveen.example");
        await administrator.Go("/admin/reminders");
        await Judge(administrator, "18-herinneringen");
    }

    private Task Send() => site.Services.GetRequiredService<ReminderRound>().Run();

    private static DateOnly Due => new(2026, 12, 17);

    private HashSet<string> Letters() => Directory.Exists(site.MailFolder) ? [.. Directory.EnumerateFiles(site.MailFolder, "*.eml")] : [];

    private static async Task OpenReview(Visitor visitor, string? of = null)
    {
        await visitor.Go("/reviews");
        var rows = visitor.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link);
        await (of is null ? rows : rows.Filter(new() { HasText = of })).First.ClickAsync();
        await visitor.Page.WaitForURLAsync(url => url.Contains("/reviews/", StringComparison.Ordinal));
        await visitor.Ready();
    }

    private static async Task Rate(IPage page, int level)
    {
        await Assertions.Expect(page.Locator("fieldset.scale").First).ToBeVisibleAsync();
        foreach (var scale in await page.Locator("fieldset.scale").AllAsync()) await scale.Locator($"input[value='{level}']").CheckAsync();
        await page.Locator(".review-form textarea").First.FillAsync("Voorbeeld van Hanna: de planning van de verhuizing.");
    }

    private static async Task Ready(Visitor visitor)
    {
        await Assertions.Expect(visitor.Page.Locator(".head [role=status]")).ToContainTextAsync(Say("shell.save.saved-at", "").Trim());
        await visitor.Page.Locator("button[data-opens=ready]").ClickAsync();
        await visitor.Page.Locator("dialog[open] .btn-1").ClickAsync();
        try
        {
            await Assertions.Expect(visitor.Page.Locator(".review-form")).ToHaveCountAsync(0);
        }
        catch (PlaywrightException)
        {
            // What the page says about it is worth more than that it did not happen.
            (await visitor.Page.Locator("main [role=alert], main [role=status]").AllInnerTextsAsync()).ShouldBeEmpty();
            throw;
        }
    }
}
