using Interviewing.Testing;
using Interviewing.Web.Shell;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Interviewing.Browser.Tests;

/// <summary>The steps of the walk. Labels are taken from the Dutch resources, so a reworded button does not break a step, a missing one does.</summary>
internal sealed partial class Walk(Site site, Chromium chromium, bool looks, ITestOutputHelper output)
{
    private const string Recruiter = "marieke.van.dalen@waterveen.example";
    private const string Chair = "pieter.claes@waterveen.example";
    private const string FirstMember = "joost.verbeke@waterveen.example";
    private const string SecondMember = "samira.el.idrissi@waterveen.example";
    private const string Manager = "ellen.hoekstra@waterveen.example";
    private const string Employee = "hanna.de.wit@waterveen.example";

    private static readonly Words Words = new(strict: true);

    private static string Say(string key, params object?[] args) => Words.In("nl", key, args);

    /// <summary>Somebody signs in at a screen of their own, as anybody does.</summary>
    private Task<Visitor> SignIn(string email, int width = 1280, int height = 900) => chromium.SignedIn(site, email, width, height);

    /// <summary>What every page must stand: no script error, nothing sticking out; and on the SQLite walk, which looks the same, no axe finding and a picture.</summary>
    private async Task Judge(Visitor visitor, string name)
    {
        await visitor.Ready();
        if (looks)
        {
            await visitor.Picture(name);
            (await visitor.Axe()).ShouldBeEmpty(name);
        }
        (await visitor.Overflows()).ShouldBeFalse($"{name} sticks out sideways");
        visitor.Complaints.ShouldBeEmpty(name);
        output.WriteLine($"{name}: {visitor.Page.Url}");
    }

    /// <summary>The same page at the size of a phone, with a picture, then back.</summary>
    private async Task JudgeOnAPhone(Visitor visitor, string name)
    {
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await Judge(visitor, name + "-390");
        await visitor.Page.SetViewportSizeAsync(1280, 900);
    }

    private static ILocator Button(IPage page, string key, params object?[] args) => page.GetByRole(AriaRole.Button, new() { Name = Say(key, args) });

    private static ILocator Link(IPage page, string key, params object?[] args) => page.GetByRole(AriaRole.Link, new() { Name = Say(key, args) });

    private static async Task Confirm(IPage page, string key) => await page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = Say(key), Exact = true }).ClickAsync();
}
