using Microsoft.Playwright;

namespace Interviewing.Browser.Tests;

internal sealed partial class Walk
{
    private Visitor recruiter = null!;
    private string profileName = "", profileId = "";
    private string competencyName = "";

    public async Task SignInAndLookAtToday()
    {
        await using (var visitor = await chromium.Visit(site.Address))
        {
            await visitor.Go("/account/sign-in");
            await Judge(visitor, "01-aanmelden");
        }
        recruiter = await SignIn(Recruiter);
        (await recruiter.Page.Locator("h1").InnerTextAsync()).ShouldContain("Marieke");
        await Judge(recruiter, "02-vandaag");
        await JudgeOnAPhone(recruiter, "02-vandaag");
    }

    public async Task ImportTheDocument()
    {
        var page = recruiter.Page;
        await recruiter.Go("/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(UfoDocument(output));
        await Button(page, "import.read").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/import/", StringComparison.Ordinal));
        await recruiter.Ready();
        await Judge(recruiter, "05-import");

        profileName = await page.Locator("section[aria-labelledby=todo] > .finds > li em").CountAsync() > 0 ? await page.Locator("section[aria-labelledby=todo] > .finds > li em").First.InnerTextAsync() : "Beheerder van het gebouw";
        competencyName = await page.Locator("section[aria-labelledby=todo] > .finds > li em").Last.InnerTextAsync();
        // Nothing is published while a name is missing; every proposal is one click.
        (await Button(page, "import.publish").First.GetAttributeAsync("aria-disabled")).ShouldBe("true");
        var todos = page.Locator("section[aria-labelledby=todo] > .finds > li");
        for (var left = await todos.CountAsync(); left > 0; left--)
        {
            var take = todos.First.GetByRole(AriaRole.Button, new() { Name = Say("import.proposal.take") });
            if (await take.CountAsync() > 0) await take.First.ClickAsync();
            else if (todos.First.GetByRole(AriaRole.Button, new() { Name = Say("import.confirm") }) is var seen && await seen.CountAsync() > 0) await seen.First.ClickAsync();
            else
            {
                await todos.First.Locator("input[type=text]").FillAsync("Beheerder van het gebouw");
                await todos.First.GetByRole(AriaRole.Button, new() { Name = Say("import.name.keep") }).ClickAsync();
            }
            await Assertions.Expect(todos).ToHaveCountAsync(left - 1);
        }
        await Button(page, "import.publish").First.ClickAsync();
        await page.Locator("dialog[open] input[type=text]").FillAsync("Ingelezen documenten");
        await Judge(recruiter, "05-import-publiceren");
        await Confirm(page, "import.publish");
        await Assertions.Expect(page.GetByText(Say("import.published.text"))).ToBeVisibleAsync();
        await Judge(recruiter, "05-import-gepubliceerd");
    }

    public async Task EditAQuestionOfTheLibrary()
    {
        var page = recruiter.Page;
        await recruiter.Go("/library");
        await Judge(recruiter, "03-bibliotheek");
        await JudgeOnAPhone(recruiter, "03-bibliotheek");
        await page.Locator("main input[type=search]").FillAsync(competencyName.ToUpperInvariant());
        await page.Locator("main input[type=search]").PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("q=", StringComparison.Ordinal));
        await recruiter.Ready();
        var found = page.Locator("main table tbody tr").Filter(new() { HasText = competencyName });
        await Assertions.Expect(found.First).ToBeVisibleAsync();
        await Judge(recruiter, "03-bibliotheek-gezocht");
        await found.First.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/library/", StringComparison.Ordinal));
        await recruiter.Ready();
        await Judge(recruiter, "04-competentie");
        await page.Locator("nav.tabs a", new() { HasText = Say("library.tab.questions") }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("tab=questions", StringComparison.Ordinal));
        var text = page.Locator("section[aria-labelledby=question] textarea").First;
        await Assertions.Expect(text).ToBeVisibleAsync();
        var was = await text.InputValueAsync();
        await text.FillAsync(was + " Wat leerde u daarvan?");
        await text.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".head [role=status]")).ToContainTextAsync(Say("shell.save.saved-at", "").Trim());
        await Judge(recruiter, "04-competentie-vragen");
        await page.Locator("nav.tabs a", new() { HasText = Say("library.tab.history") }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("tab=history", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("main ins").Filter(new() { HasText = "Wat leerde u daarvan?" })).ToBeVisibleAsync();
        await Judge(recruiter, "04-competentie-geschiedenis");
        await recruiter.Go("/profiles");
        await Judge(recruiter, "06-profielen");
        await page.Locator("main table tbody a").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/profiles/", StringComparison.Ordinal));
        await recruiter.Ready();
        await Judge(recruiter, "06-profiel");
    }

    public async Task MakeAndFreezeAGuide()
    {
        var page = recruiter.Page;
        await recruiter.Go("/guides/new");
        // The profile that came in with the document, with the competencies that came with it.
        var imported = await page.Locator("select option").Filter(new() { HasText = profileName }).First.GetAttributeAsync("value");
        profileId = imported!;
        await page.Locator("form select").SelectOptionAsync(profileId);
        await Assertions.Expect(page.Locator("#f-competencies input[type=checkbox]").First).ToBeCheckedAsync();
        await page.Locator("input[type=number]").First.FillAsync("60");
        await Judge(recruiter, "07-leidraad-nieuw");
        await Button(page, "guides.propose").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/guides/new", StringComparison.Ordinal));
        await recruiter.Ready();
        await Judge(recruiter, "07-leidraad");
        await JudgeOnAPhone(recruiter, "07-leidraad");

        // Another order by keyboard, and another question.
        var first = await page.Locator(".q .say").First.InnerTextAsync();
        await page.Locator(".q .grip").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".q .say").First).Not.ToHaveTextAsync(first);
        await page.GetByRole(AriaRole.Button, new() { Name = Say("guides.swap.of", 1), Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".drawer").First).ToBeVisibleAsync();
        await Judge(recruiter, "07-leidraad-wissel");
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("button[data-opens=freeze]").ClickAsync();
        await Confirm(page, "guides.freeze");
        await Assertions.Expect(page.Locator("code.mono")).ToBeVisibleAsync();
        (await page.Locator("code.mono").First.InnerTextAsync()).Length.ShouldBe(64);
        await Judge(recruiter, "07-leidraad-vastgesteld");
        var address = page.Url;
        var word = await page.RunAndWaitForDownloadAsync(() => Link(page, "guides.word").ClickAsync());
        (await File.ReadAllBytesAsync(await word.PathAsync()))[..2].ShouldBe("PK"u8.ToArray());
        await recruiter.Go($"{address}/print?language=nl");
        await Judge(recruiter, "08-leidraad-afdruk");
    }

    /// <summary>The university description of the test documents where they are; elsewhere one of our own in the same layout.</summary>
    private static string UfoDocument(Xunit.Abstractions.ITestOutputHelper output)
    {
        if (Environment.GetEnvironmentVariable("INTERVIEW_DOCUMENTS") is { Length: > 0 } folder && Directory.EnumerateFiles(folder, "001_*.txt").FirstOrDefault() is { } given) return given;
        output.WriteLine("INTERVIEW_DOCUMENTS is not set: the walk imports a document of its own.");
        return Path.Combine(AppContext.BaseDirectory, "own-ufo-document.txt");
    }
}
