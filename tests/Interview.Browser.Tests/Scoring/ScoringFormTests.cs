using Interviewing.Application.Decisions;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Interviewing.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Interviewing.Browser.Tests.Scoring;

/// <summary>The scoring form as a member uses it: on a phone, without a network for a while, in two windows, without script; and the pages around it.</summary>
public sealed class ScoringFormTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Recruiter = "marieke.van.dalen@waterveen.example", Chair = "pieter.claes@waterveen.example", Anna = "joost.verbeke@waterveen.example", Bert = "amelie.fontaine@waterveen.example";

    private static readonly Words Words = new(strict: true);
    private readonly Dictionary<string, Actor> actors = [];
    private Guid procedure;
    private Guid[] candidates = [];

    [Fact]
    public async Task On_a_phone_question_by_question_saving_while_typing_until_the_seal()
    {
        await using var site = await Case();
        await using var joost = await SignedIn(site, Anna, 390, 844);
        var path = await FormOf(site, Anna);
        await joost.Go(path);
        var page = joost.Page;
        (await page.Locator(".form-step:visible").CountAsync()).ShouldBe(1);
        await page.Locator(".form-step:visible textarea").FillAsync("Belde eerst niet terug; daarna zelf aan tafel gaan zitten.");
        await Saved(page);
        var (steps, items) = (await page.Locator("[data-step]").CountAsync() - 1, await page.Locator("[data-rating]").CountAsync());
        for (var (step, scored) = (0, 0); step < steps; step++)
        {
            // The last item stays blank.
            if (await page.Locator(".form-step:visible [data-rating]").CountAsync() > 0 && ++scored < items) await page.Locator(".form-step:visible .pt").Nth(3).ClickAsync();
            if (step == 1) await Judge(joost, "10-scoreformulier-390");
            await page.Locator("[data-go=next]").ClickAsync();
        }
        await Saved(page);
        // One is still blank: handing in names it and goes nowhere.
        await Judge(joost, "10-indienen-390");
        await page.Locator("[data-seal]").ClickAsync();
        (await page.Locator("[data-blank]:visible").CountAsync()).ShouldBe(1);
        (await page.Locator("dialog[open]").CountAsync()).ShouldBe(0);
        await page.Locator("[data-blank]:visible a").ClickAsync();
        await page.Locator(".form-step:visible .scale-x .pt").ClickAsync();
        await Saved(page);
        await page.EvaluateAsync("location.hash = 'check'");
        await page.Locator("[data-seal]").ClickAsync();
        await page.Locator("dialog[open]").WaitForAsync();
        await Judge(joost, "10-bevestigen-390");
        await page.Locator("dialog[open] [data-sure]").ClickAsync();
        await page.Locator(".form-read").WaitForAsync();
        await Judge(joost, "10-ingediend-390");
    }

    [Fact]
    public async Task Wide_all_questions_stand_on_one_page_and_the_keyboard_reaches_everything()
    {
        await using var site = await Case();
        foreach (var width in new[] { 820, 1280 })
        {
            await using var joost = await SignedIn(site, Anna, width, 1000);
            await joost.Go(await FormOf(site, Anna));
            (await joost.Page.Locator(".form-step:visible").CountAsync()).ShouldBe(await joost.Page.Locator("[data-step]").CountAsync());
            await joost.Page.Locator(".form-step .pt input").First.FocusAsync();
            await joost.Page.Keyboard.PressAsync("ArrowDown");
            await joost.Page.Keyboard.PressAsync("ArrowDown");
            await Saved(joost.Page);
            await joost.Page.ReloadAsync();
            (await joost.Page.Locator(".form-step .pt input:checked").First.GetAttributeAsync("value")).ShouldBe("3");
            await Judge(joost, $"10-scoreformulier-{width}");
        }
    }

    [Fact]
    public async Task What_is_typed_without_a_network_waits_and_goes_when_it_is_back()
    {
        await using var site = await Case();
        await using var joost = await SignedIn(site, Anna);
        var path = await FormOf(site, Anna);
        await joost.Go(path);
        var page = joost.Page;
        await page.RouteAsync("**/api/score/**", route => route.AbortAsync());
        await page.Locator("textarea").First.FillAsync("Op papier gezet toen het netwerk weg was.");
        await page.Locator("#save-state.warn").WaitForAsync();
        (await page.Locator("#save-state").InnerTextAsync()).ShouldContain("1 wijziging nog niet bewaard");
        await Judge(joost, "10-geen-verbinding");
        await page.Locator(".pt").First.ClickAsync();
        await page.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Saved(page);
        await page.ReloadAsync();
        (await page.Locator("textarea").First.InputValueAsync()).ShouldBe("Op papier gezet toen het netwerk weg was.");
        (await page.Locator(".pt input:checked").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_an_old_token_and_an_ended_session_lose_nothing()
    {
        await using var site = await Case();
        await using var joost = await SignedIn(site, Anna);
        await joost.Go(await FormOf(site, Anna));
        var page = joost.Page;
        // The server saves, the answer gets lost: the same message comes again and is done once.
        var lost = 0;
        await page.RouteAsync("**/api/score/**", async route =>
        {
            if (lost++ > 0) { await route.ContinueAsync(); return; }
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await page.Locator("textarea").First.FillAsync("eenmaal");
        await Saved(page);
        await page.Locator("textarea").First.FillAsync("eenmaal, andermaal");
        await Saved(page);
        await page.UnrouteAllAsync();
        await page.Context.ClearCookiesAsync(new() { Name = "interview-form" });
        await page.Locator("textarea").First.FillAsync("eenmaal, andermaal, verkocht");
        await Saved(page);
        await site.Look(db => db.Set<Session>().ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, site.Clock.GetUtcNow())));
        await page.Locator("textarea").First.FillAsync("na het einde van de sessie");
        await page.Locator("#sign-in-again").WaitForAsync();
        (await page.Locator("#save-state").GetAttributeAsync("data-unsaved")).ShouldBe("true");
        (await site.Look(db => db.Set<Note>().Select(n => n.Text).SingleAsync())).ShouldBe("eenmaal, andermaal, verkocht");
        await SignIn(site, page, Anna);
        await page.GotoAsync(await FormOf(site, Anna));
        (await page.Locator("textarea").First.InputValueAsync()).ShouldBe("eenmaal, andermaal, verkocht");
    }

    [Fact]
    public async Task Two_windows_show_both_texts_and_the_writer_chooses()
    {
        await using var site = await Case();
        var path = await FormOf(site, Anna);
        await using var one = await SignedIn(site, Anna);
        await using var two = await SignedIn(site, Anna);
        await one.Go(path);
        await two.Go(path);
        await one.Page.Locator("textarea").First.FillAsync("van het eerste venster");
        await Saved(one.Page);
        await two.Page.Locator("textarea").First.FillAsync("<b>van het tweede</b>");
        await two.Page.Locator(".pt").Nth(1).ClickAsync();
        await two.Page.Locator("[data-both]").WaitForAsync();
        (await two.Page.Locator("[data-both] [data-theirs]").InnerTextAsync()).ShouldBe("van het eerste venster");
        await Judge(two, "10-twee-vensters");
        await two.Page.Locator("[data-keep=mine]").ClickAsync();
        await Saved(two.Page);
        await one.Page.ReloadAsync();
        (await one.Page.Locator("textarea").First.InputValueAsync()).ShouldBe("<b>van het tweede</b>");
        (await one.Page.Locator(".pt input:checked").First.GetAttributeAsync("value")).ShouldBe("2");
    }

    [Fact]
    public async Task From_a_new_procedure_to_the_decision_by_clicking()
    {
        await using var site = await Case();
        await using var marieke = await SignedIn(site, Recruiter);
        await marieke.Go("/procedures");
        await Judge(marieke, "09-procedures");
        await marieke.Go("/procedures/new");
        await Judge(marieke, "09-nieuw");
        await marieke.Go($"/procedures/{procedure}");
        await Judge(marieke, "09-procedure");
        await marieke.Page.Locator("button", new() { HasText = Say("procedures.add-candidate") }).First.ClickAsync();
        await marieke.Page.Locator(".doing").WaitForAsync();
        await Judge(marieke, "09-kandidaat");
        await marieke.Page.Locator(".doing button.btn-1").ClickAsync();
        await marieke.Page.Locator(".doing [role=alert]").WaitForAsync();
        await marieke.Page.GetByLabel(Say("procedures.name"), new() { Exact = true }).FillAsync("Nieuwe Kandidaat");
        await marieke.Page.GetByLabel(Say("procedures.email"), new() { Exact = true }).FillAsync("nieuw@post.example");
        await marieke.Page.Locator(".doing button.btn-1").ClickAsync();
        await marieke.Page.GetByRole(AriaRole.Rowheader, new() { NameString = "Nieuwe Kandidaat" }).WaitForAsync();
        await marieke.Page.Locator(".av", new() { HasText = "K3" }).First.WaitForAsync();
        await marieke.Page.SetViewportSizeAsync(390, 844);
        await Judge(marieke, "09-procedure-390");

        await using var pieter = await SignedIn(site, Chair);
        await pieter.Go($"/procedures/{procedure}/decision");
        await Judge(pieter, "14-besluit-open");
        var third = (await site.Asked(new GetProcedure(procedure), actors[Recruiter])).Candidates[2].Id;
        candidates = [.. candidates, third];
        foreach (var who in new[] { Anna, Bert })
            for (var c = 0; c < candidates.Length; c++) await Fill(site, who, c);
        await pieter.Go($"/procedures/{procedure}/results");
        await pieter.Page.GetByRole(AriaRole.Button, new() { NameString = "K1" }).ClickAsync();
        await pieter.Page.Locator(".pre").First.WaitForAsync();
        await Judge(pieter, "13-resultaten");
        await pieter.Page.SetViewportSizeAsync(390, 844);
        await Judge(pieter, "13-resultaten-390");
        await pieter.Page.SetViewportSizeAsync(1280, 900);
        await pieter.Go($"/procedures/{procedure}/decision");
        var outcomes = pieter.Page.Locator("tbody select");
        for (var i = 0; i < candidates.Length; i++)
        {
            await outcomes.Nth(i).SelectOptionAsync(i == 0 ? nameof(Advice.Appointable) : nameof(Advice.NotAppointable));
            await pieter.Page.Locator("tbody input[type=text]").Nth(i).FillAsync("Besproken aan de hand van het gesprek.");
        }
        await pieter.Page.Locator("textarea").FillAsync("Koos vooraf, nam anderen mee en keek erop terug.");
        await Judge(pieter, "14-besluit");
        await pieter.Page.Locator("[data-opens=decide]").ClickAsync();
        await Judge(pieter, "14-bevestigen");
        await pieter.Page.Locator("dialog[open] button.btn-1").ClickAsync();
        await pieter.Page.Locator("main dl.kv").WaitForAsync();
        await Judge(pieter, "14-besloten");
    }

    private async Task<Site> Case()
    {
        var site = await Site.Start(Database.Sqlite, new TestClock(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)));
        foreach (var email in new[] { Recruiter, Chair, Anna, Bert })
        {
            var person = await site.Look(db => db.Set<Person>().Where(p => p.EmailKey == email).Select(p => p.Id).SingleAsync());
            actors[email] = new Actor.Person(person, (await site.Asked(new OpenSession(person, "test"))).Session);
        }
        Guid Of(string email) => ((Actor.Person)actors[email]).Id;
        var profile = await site.Look(db => db.Set<Profile>().Include(p => p.Requires).OrderBy(p => p.Code).FirstAsync());
        var guide = await site.Asked(new MakeGuide(profile.Id, [.. profile.Requires.Take(4).Select(r => r.CompetencyId)], 60, ["nl"]), actors[Recruiter]);
        var frozen = await site.Asked(new FreezeGuide(guide, (await site.Asked(new ShowGuide(guide), actors[Recruiter])).Version), actors[Recruiter]);
        procedure = await site.Asked(new CreateProcedure("Projectleider openbare ruimte", profile.Id, Blind: true), actors[Recruiter]);
        await site.Asked(new AddSeat(procedure, Of(Chair), SeatKind.Chair, false), actors[Recruiter]);
        await site.Asked(new AddSeat(procedure, Of(Anna), SeatKind.Member, true), actors[Recruiter]);
        await site.Asked(new AddSeat(procedure, Of(Bert), SeatKind.Member, true), actors[Recruiter]);
        candidates = [await site.Asked(new AddCandidate(procedure, "Noor Willems", "noor@post.example"), actors[Recruiter]), await site.Asked(new AddCandidate(procedure, "Daan Kuiper", "daan@post.example"), actors[Recruiter])];
        await site.Asked(new ChooseGuide(procedure, frozen.Document), actors[Recruiter]);
        for (var i = 0; i < 2; i++) await site.Asked(new ScheduleInterview(procedure, candidates[i], new DateTime(2026, 12, 1, 10, 30 * i, 0), "Europe/Amsterdam", 60, "Kamer 2.14"), actors[Recruiter]);
        return site;
    }

    private async Task<string> FormOf(Site site, string who, int candidate = 0)
    {
        var session = (await site.Asked(new OpenSession(((Actor.Person)actors[who]).Id, "test"))).Session;
        actors[who] = new Actor.Person(((Actor.Person)actors[who]).Id, session);
        return $"/score/{(await site.Asked(new GetProcedure(procedure), actors[who])).Candidates[candidate].MyCard}";
    }

    private async Task Fill(Site site, string who, int candidate)
    {
        var card = Guid.Parse((await FormOf(site, who, candidate))[7..]);
        var opened = await site.Asked(new OpenCard(card), actors[who]);
        var (first, seen) = (opened.Steps[0].NoteId, opened.Version);
        await site.Asked(new SaveScores(card, "test", 1, [.. opened.Guide.ScoredIds.Select((item, i) => new Change(ChangeKind.Rating, item, seen, RatingOutcome.Scored, 2 + (i + candidate + (who == Anna ? 0 : 2 * i)) % 4)),
            new Change(ChangeKind.Note, first, seen, Text: "Zocht de ander op en maakte een afspraak die werkte.")]), actors[who]);
        await site.Asked(new SealCard(card), actors[who]);
    }

    private async Task<Visitor> SignedIn(Site site, string who, int width = 1280, int height = 900)
    {
        var visitor = await chromium.Visit(site.Address, width, height);
        await SignIn(site, visitor.Page, who);
        return visitor;
    }

    private static async Task SignIn(Site site, IPage page, string who)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[type=email]").FillAsync(who);
        await page.Locator("input[type=password]").FillAsync(Site.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    private static Task Saved(IPage page) => page.Locator("#save-state.ok[data-unsaved=false]").WaitForAsync();

    private static string Say(string key) => Words.In("nl", key);

    private static async Task Judge(Visitor visitor, string name)
    {
        await visitor.Picture(name);
        Assert.True(await visitor.Axe() is [], $"{name}: {string.Join('\n', await visitor.Axe())}");
        (await visitor.Overflows()).ShouldBeFalse($"{name} sticks out sideways");
        visitor.Complaints.Where(c => !c.Contains("ERR_FAILED", StringComparison.Ordinal)).ShouldBeEmpty(name);
    }
}
