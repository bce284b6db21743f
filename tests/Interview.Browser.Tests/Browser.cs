using Deque.AxeCore.Commons;
using Interviewing.Application.Identity;
using Interviewing.Testing;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests;

/// <summary>Chromium with pages that complain: script errors and failed requests of our own site end a test.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        const string path = "/usr/bin/chromium";
        if (!File.Exists(path)) throw new InvalidOperationException("Chromium is not installed: install the package 'chromium'.");
        // A crowded machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A visitor of their own: cookies, storage, size, Dutch.</summary>
    public async Task<Visitor> Visit(Uri site, int width = 1280, int height = 900, string language = "nl-NL")
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = site.ToString(), ViewportSize = new() { Width = width, Height = height }, Locale = language, IgnoreHTTPSErrors = true, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(30_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <summary>Somebody who signed in, as anybody does.</summary>
    public async Task<Visitor> SignedIn(Site site, string email, int width = 1280, int height = 900)
    {
        var visitor = await Visit(site.Address, width, height);
        await visitor.Go("/account/sign-in");
        await visitor.Page.Locator("input[type=email]").FillAsync(email);
        await visitor.Page.Locator("input[type=password]").FillAsync(Site.Password);
        await visitor.Page.Locator("form[method=post] button.btn-1").ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        await visitor.Ready();
        return visitor;
    }

    /// <summary>Somebody new in this role, signed in.</summary>
    public async Task<Visitor> SignedIn(Site site, Role role, int width = 1280, int height = 900)
    {
        var link = await site.Asked(new InvitePerson("Iemand Anders", "iemand@waterveen.example", "nl", role));
        await site.Asked(new AcceptLink(link.Token, Site.Password));
        return await SignedIn(site, "iemand@waterveen.example", width, height);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>Somebody at a screen.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly Lazy<string> AxeScript = new(() => new BundledAxeScriptProvider().GetScript());

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Visitor(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, line) =>
        {
            // A refused save is shown as a network error in the console; the page itself says what is wrong.
            if (line.Type == "error" && !line.Text.Contains("status of 4", StringComparison.Ordinal)) complaints.Add(line.Text);
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Goes to a page and waits until it answers to clicks: a working page has its circuit, a plain one is ready at once.</summary>
    public async Task Go(string path)
    {
        await Page.GotoAsync(path);
        await Ready();
    }

    public async Task Ready()
    {
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        // The address changes before the page does; its skip link tells when it has followed.
        await Page.WaitForFunctionAsync("() => { const skip = document.querySelector('a.skip'); return !skip || skip.href.split('#')[0] === location.href.split('#')[0]; }");
        await Page.WaitForFunctionAsync("() => !document.querySelector('[data-interactive=\"waiting\"]')");
    }

    /// <summary>Finds what WCAG 2.2 AA forbids, in words that name the rule and the place. Asked of the page itself, which has no frames: several times faster than a run that looks for some.</summary>
    public async Task<IReadOnlyList<string>> Axe()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(AxeScript.Value);
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
                .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target} ${node.html.slice(0, 160)}`))
            """);
    }

    /// <summary>Things that stick out of the window sideways.</summary>
    public async Task<bool> Overflows() => await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    /// <summary>The innermost of them, to say what is to be mended.</summary>
    public async Task<string> WhatSticksOut() => string.Join(" | ", await Page.EvaluateAsync<string[]>("""
        () => {
          const wide = document.documentElement.clientWidth + 1;
          const end = e => Math.max(e.getBoundingClientRect().right, e.getBoundingClientRect().left + e.scrollWidth);
          return [...document.body.querySelectorAll('*')].filter(e => end(e) > wide && ![...e.children].some(c => end(c) > wide)).slice(0, 5).map(e => `${Math.round(end(e))} ${e.outerHTML.slice(0, 120)}`);
        }
        """));

    public async Task Picture(string name) =>
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = !name.EndsWith("-390", StringComparison.Ordinal), Animations = ScreenshotAnimations.Disabled });

    /// <summary>artifacts/screenshots beside the solution.</summary>
    public static string Pictures { get; } = Find();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static string Find([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Interview.sln"))) folder = folder.Parent!;
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "artifacts", "screenshots")).FullName;
    }
}
