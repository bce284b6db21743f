using Microsoft.Playwright;

namespace Interviewing.Browser.Tests;

internal sealed partial class Walk
{
    private Visitor recruiter = null!;

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

        // Nothing is published while a name is missing; every proposal is one click.
        (await Button(page, "import.publish").First.GetAttributeAsync("aria-disabled")).ShouldBe("true");
        var todos = page.Locator(".finds > li");
        for (var left = await todos.CountAsync(); left > 0; left--)
        {
            var take = todos.First.GetByRole(AriaRole.Button, new() { Name = Say("import.proposal.take") });
            if (await take.CountAsync() > 0) await take.First.ClickAsync();
            else if (todos.First.GetByRole(AriaRole.Button, new() { Name = Say("import.confirm") }) is var seen && await seen.CountAsync() > 0) await seen.First.ClickAsync();
            else
            {
                await todos.First.Locator("input[type=text]").FillAsync("Facilitair relatiebeheerder");
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

    /// <summary>The university description of the test documents where they are; elsewhere one of our own in the same layout.</summary>
    private static string UfoDocument(Xunit.Abstractions.ITestOutputHelper output)
    {
        if (Environment.GetEnvironmentVariable("INTERVIEW_DOCUMENTS") is { Length: > 0 } folder && Directory.EnumerateFiles(folder, "001_*.txt").FirstOrDefault() is { } given) return given;
        output.WriteLine("INTERVIEW_DOCUMENTS is not set: the walk imports a document of its own.");
        return Path.Combine(AppContext.BaseDirectory, "own-ufo-document.txt");
    }
}
