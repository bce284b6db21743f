using Microsoft.Playwright;

namespace Interviewing.Browser.Tests;

internal sealed partial class Walk
{
    private const string Vacancy = "Relatiebeheerder gebouwen";

    private string procedure = "";

    public async Task PlanTheProcedure()
    {
        var page = recruiter.Page;
        await recruiter.Go("/procedures/new");
        await page.GetByLabel(Say("procedures.vacancy"), new() { Exact = true }).FillAsync(Vacancy);
        await page.Locator("form.card select").SelectOptionAsync(profileId);
        await Judge(recruiter, "09-procedure-nieuw");
        await Button(page, "procedures.create").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        await recruiter.Ready();
        procedure = new Uri(page.Url).AbsolutePath;

        // The frozen guide of the step before is the newest.
        await page.Locator(".head .btn-1").ClickAsync();
        var frozen = page.Locator(".doing select");
        await frozen.SelectOptionAsync((await frozen.Locator("option").Nth(1).GetAttributeAsync("value"))!);
        await Do(page);
        foreach (var (name, email) in new[] { ("Sofie Lambrecht", "sofie.lambrecht@post.example"), ("Daan Kuipers", "daan.kuipers@post.example") })
        {
            await page.Locator("section[aria-labelledby=candidates] .push button").ClickAsync();
            await page.Locator(".doing").GetByLabel(Say("procedures.name"), new() { Exact = true }).FillAsync(name);
            await page.Locator(".doing input[type=email]").FillAsync(email);
            await Do(page);
        }
        foreach (var (email, kind) in new[] { (Chair, "Chair"), (FirstMember, "Member"), (SecondMember, "Member") })
        {
            await Button(page, "procedures.add-seat").ClickAsync();
            var person = page.Locator(".doing select").First;
            await Assertions.Expect(person.Locator("option").Nth(1)).ToBeAttachedAsync();
            await person.SelectOptionAsync((await person.Locator("option").Filter(new() { HasText = email }).GetAttributeAsync("value"))!);
            await page.Locator(".doing select").Nth(1).SelectOptionAsync(kind);
            // A chair does not score along unless somebody says so.
            if (kind == "Chair") await Assertions.Expect(page.Locator(".doing input[type=checkbox]")).Not.ToBeCheckedAsync();
            await Do(page);
        }
        for (var row = 0; row < 2; row++)
        {
            var candidate = page.Locator("section[aria-labelledby=candidates] tbody tr").Nth(row);
            await candidate.Locator("details.menu summary").ClickAsync();
            await candidate.GetByRole(AriaRole.Button, new() { Name = Say("procedures.plan-talk") }).ClickAsync();
            await page.Locator(".doing input[type=time]").FillAsync(row == 0 ? "10:00" : "11:30");
            await page.Locator(".doing").GetByLabel(Say("procedures.place"), new() { Exact = true }).FillAsync("Kamer 2.14");
            if (row == 0)
            {
                // Yesterday is refused beside its field, and what was typed stays.
                await page.Locator(".doing input[type=date]").FillAsync("2026-11-23");
                await page.Locator(".doing button.btn-1").ClickAsync();
                await Assertions.Expect(page.Locator(".doing .err").First).ToHaveTextAsync(Say("refusal.procedures.in-the-past"));
                (await page.Locator(".doing").GetByLabel(Say("procedures.place"), new() { Exact = true }).InputValueAsync()).ShouldBe("Kamer 2.14");
            }
            await page.Locator(".doing input[type=date]").FillAsync("2026-12-01");
            if (row == 0) await Judge(recruiter, "09-procedure-gesprek-plannen");
            await Do(page);
        }
        await Assertions.Expect(page.Locator(".talk")).ToHaveCountAsync(2);
        await Judge(recruiter, "09-procedure");
        await JudgeOnAPhone(recruiter, "09-procedure");
        await recruiter.Go("/procedures");
        await Judge(recruiter, "09-procedures");

        // Invitations leave by mail, with a calendar part.
        await Send();
        Letters().Select(File.ReadAllText).Count(letter => letter.Contains("BEGIN:VCALENDAR", StringComparison.Ordinal) || letter.Contains("text/calendar", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(4);
    }

    public async Task ScoreAsTwoMembers()
    {
        await Score(FirstMember, point: 4, judge: true);
        await using (var chair = await SignIn(Chair))
        {
            await Sign(chair);
            // One form of each candidate is in: the chair sees that it is, and no score.
            await Judge(chair, "11-voorzitter");
            await chair.Go($"{procedure}/decision");
            (await chair.Page.Locator(".head .btn-1").GetAttributeAsync("aria-disabled")).ShouldBe("true");
            await Judge(chair, "14-besluit-nog-niet");
        }
        await Score(SecondMember, point: 3, judge: false);
    }

    public async Task CompareAndDecide()
    {
        await using var chair = await SignIn(Chair);
        await chair.Go($"{procedure}/results");
        await Assertions.Expect(chair.Page.Locator("main table").First).ToContainTextAsync("3,5");
        await Judge(chair, "13-resultaten");
        await JudgeOnAPhone(chair, "13-resultaten");
        await chair.Go($"{procedure}/decision");
        var outcomes = chair.Page.Locator("main tbody select");
        await outcomes.Nth(0).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await outcomes.Nth(1).SelectOptionAsync(new SelectOptionValue { Index = 2 });
        foreach (var reason in await chair.Page.Locator("main tbody input[type=text]").AllAsync()) await reason.FillAsync("Op alle punten besproken.");
        await chair.Page.Locator("main textarea").FillAsync("Beide kandidaten zijn op dezelfde vragen gehoord. De eerste liet het gevraagde gedrag ook onder druk zien.");
        await Judge(chair, "14-besluit");
        await chair.Page.Locator("button[data-opens=decide]").ClickAsync();
        await chair.Page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(chair.Page.Locator("main dl.kv")).ToBeVisibleAsync();
        await Judge(chair, "14-besluit-vastgelegd");
    }

    /// <summary>One member fills in both forms on a phone and seals them.</summary>
    private async Task Score(string email, int point, bool judge)
    {
        await using var member = await SignIn(email, 390, 844);
        await Sign(member);
        for (var candidate = 0; candidate < 2; candidate++)
        {
            await member.Go(procedure);
            var form = await member.Page.Locator("a[href^='/score/']").And(member.Page.Locator(".btn-s")).Nth(candidate).GetAttributeAsync("href");
            await member.Go(form!);
            if (judge && candidate == 0) await Judge(member, "10-scoreformulier-390");
            var steps = await member.Page.Locator("[data-step]").CountAsync() - 1;
            for (var step = 0; step < steps; step++)
            {
                var now = member.Page.Locator(".form-step.is-now");
                await now.Locator("textarea[name^=note]").FillAsync("Belde eerst, kwam daarna langs. <script>document.title='lek'</script>");
                if (await now.Locator("fieldset[data-rating]").CountAsync() > 0) await now.Locator($"input[type=radio][value='{point}']").CheckAsync();
                if (await now.Locator(".ti input[type=checkbox]").CountAsync() > 0) await now.Locator(".ti input[type=checkbox]").First.CheckAsync();
                await member.Page.Locator("[data-go=next]").ClickAsync();
            }
            await Assertions.Expect(member.Page.Locator("#save-state")).ToContainTextAsync(Say("scoring.state.saved").Split('{')[0].Trim());
            if (judge && candidate == 0)
            {
                await Judge(member, "10-scoreformulier-nakijken-390");
                await member.Page.SetViewportSizeAsync(1280, 900);
                await Judge(member, "10-scoreformulier");
                await member.Page.SetViewportSizeAsync(820, 1180);
                await Judge(member, "10-scoreformulier-820");
                await member.Page.SetViewportSizeAsync(390, 844);
            }
            await member.Page.Locator("[data-seal]").ClickAsync();
            await member.Page.Locator("#seal-dialog [data-sure]").ClickAsync();
            await Assertions.Expect(member.Page.Locator("#score")).ToHaveCountAsync(0);
            (await member.Page.TitleAsync()).ShouldNotBe("lek");
            if (judge && candidate == 0) await Judge(member, "10-scoreformulier-ingediend-390");
        }
    }

    /// <summary>The file opens once both statements are signed.</summary>
    private async Task Sign(Visitor visitor)
    {
        await visitor.Go(procedure);
        await visitor.Page.WaitForURLAsync(url => url.EndsWith("/declare", StringComparison.Ordinal));
        await visitor.Page.Locator("input[name=confidential]").CheckAsync();
        await visitor.Page.Locator("input[name=independent]").CheckAsync();
        await visitor.Page.Locator("form.card button.btn-1").ClickAsync();
        await visitor.Page.WaitForURLAsync(url => url.EndsWith(procedure, StringComparison.Ordinal));
        await visitor.Ready();
    }

    /// <summary>The form that is in hand does what it says, and is gone.</summary>
    private static async Task Do(IPage page)
    {
        await page.Locator(".doing button.btn-1").ClickAsync();
        await Assertions.Expect(page.Locator(".doing")).ToHaveCountAsync(0);
    }
}
