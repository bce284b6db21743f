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

/// <summary>What a panel does together: it practises, seals, talks with the scores side by side, decides, and hands out feedback and a file that can be checked.</summary>
public sealed class TogetherTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Recruiter = "marieke.van.dalen@waterveen.example", Chair = "pieter.claes@waterveen.example", Anna = "joost.verbeke@waterveen.example", Bert = "amelie.fontaine@waterveen.example", Editor = "samira.el.idrissi@waterveen.example";

    private static readonly Words Words = new(strict: true);
    private readonly Dictionary<string, Actor.Person> actors = [];
    private readonly List<Guid> candidates = [];
    private readonly List<string> found = [];
    private Guid procedure;
    private FrozenGuide guide = null!;

    [Fact]
    public async Task From_the_practice_round_to_a_file_that_is_checked()
    {
        await using var site = await Case();
        var path = $"/procedures/{procedure}";
        await using var pieter = await chromium.SignedIn(site, Chair);
        await using var joost = await chromium.SignedIn(site, Anna);

        // Rules and practice, before the first candidate.
        await using (var marieke = await chromium.SignedIn(site, Recruiter))
        {
            await marieke.Go($"{path}/rules");
            await marieke.Page.Locator("tbody select").First.SelectOptionAsync("2.5");
            await Judge(marieke, "12-spelregels");
            await marieke.Page.Locator(".head .btn-1").ClickAsync();
            await Assertions.Expect(marieke.Page.Locator(".callout.ok")).ToBeVisibleAsync();
            await marieke.Go(path);
            await Judge(marieke, "09-procedure-samen", sizes: false);
        }
        await pieter.Go($"{path}/calibration");
        await pieter.Page.Locator(".head .btn-1").ClickAsync();
        await pieter.Page.Locator(".doing select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await pieter.Page.Locator(".doing input[type=text]").FillAsync("Vertel over een plan dat anders liep dan bedacht.");
        await pieter.Page.Locator(".doing textarea").FillAsync("Ik had alles op een rij, maar de leverancier viel uit. Toen heb ik eerst iedereen gebeld en daarna het plan opnieuw gemaakt, samen met de werkploeg.");
        await pieter.Page.Locator(".doing .btn-1").ClickAsync();
        await Assertions.Expect(pieter.Page.Locator(".doing")).ToHaveCountAsync(0);
        await joost.Go($"{path}/calibration");
        await joost.Page.Locator("input[type=radio][value='4']").CheckAsync();
        await Judge(joost, "12-oefenronde");
        await joost.Page.Locator("form .btn-1").ClickAsync();
        await Assertions.Expect(joost.Page.Locator(".badge.ok")).ToBeVisibleAsync();
        var sample = (await site.Asked(new GetCalibrations(procedure), actors[Bert])).Samples[0].Id;
        await site.Asked(new ScoreSample(procedure, sample, 2, "De leverancier stond centraal, niet het eigen handelen."), actors[Bert]);
        await pieter.Go($"{path}/calibration");
        await Assertions.Expect(pieter.Page.Locator("tbody")).ToContainTextAsync("De leverancier stond centraal");
        await Judge(pieter, "12-oefenronde-zichtbaar");

        // All forms in: five candidates, so that there is something to say about agreement.
        for (var c = 0; c < candidates.Count; c++)
            foreach (var who in new[] { Anna, Bert }) await Fill(site, who, c);
        await pieter.Go($"{path}/results");
        await Judge(pieter, "13-resultaten");
        await pieter.Page.Locator(".seg a").First.ClickAsync();
        await Assertions.Expect(pieter.Page.Locator(".seg a").First).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(pieter.Page.Locator("tfoot")).ToContainTextAsync("n = 5");

        // The talk: opened by the chair, a change with a reason on the member's own screen, a dissent, and closed.
        var talk = $"{path}/consensus/{candidates[0]}";
        await joost.Go(talk);
        await Judge(joost, "12-overleg-nog-niet", sizes: false);
        await pieter.Go(talk);
        await pieter.Page.Locator(".head .btn-1").First.ClickAsync();
        await Assertions.Expect(pieter.Page.Locator(".order li")).ToHaveCountAsync(2);
        // It reaches the member without a click.
        await Assertions.Expect(joost.Page.Locator(".order li")).ToHaveCountAsync(2);
        // By keyboard alone: choose another point, say nothing, be refused at the field, say why.
        await joost.Page.GetByLabel(Say("scoring.talk.new"), new() { Exact = true }).FocusAsync();
        await joost.Page.Keyboard.PressAsync("End");
        await joost.Page.Keyboard.PressAsync("ArrowUp");
        await joost.Page.Keyboard.PressAsync("Tab");
        await joost.Page.Keyboard.PressAsync("Tab");
        await joost.Page.Keyboard.PressAsync("Tab");
        await joost.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(joost.Page.Locator(".field .err")).ToContainTextAsync(Say("refusal.scoring.reason-missing"));
        await joost.Page.GetByLabel(Say("scoring.talk.reason"), new() { Exact = true }).FillAsync("Ik had gemist dat zij de bewoners al vóór de avond belde.");
        await joost.Page.GetByRole(AriaRole.Button, new() { Name = Say("scoring.talk.change"), Exact = true }).ClickAsync();
        await Assertions.Expect(joost.Page.Locator(".well").First).ToContainTextAsync("Ik had gemist");
        await Assertions.Expect(pieter.Page.Locator(".well").First).ToContainTextAsync("Ik had gemist");
        await using (var amelie = await chromium.SignedIn(site, Bert, 390, 844))
        {
            await amelie.Go(talk);
            await amelie.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Bij ") }).ClickAsync();
            await amelie.Page.Locator("details summary").Filter(new() { HasText = Say("scoring.talk.differ") }).ClickAsync();
            await amelie.Page.GetByLabel(Say("scoring.talk.differ.why"), new() { Exact = true }).FillAsync("Het voorbeeld ging over een collega, niet over haarzelf.");
            await amelie.Page.GetByRole(AriaRole.Button, new() { Name = Say("scoring.talk.differ.record") }).ClickAsync();
            await Assertions.Expect(amelie.Page.Locator(".well").Filter(new() { HasText = "over een collega" })).ToBeVisibleAsync();
            await Judge(amelie, "12-overleg-lid-390", sizes: false);
        }
        await Assertions.Expect(pieter.Page.Locator("main")).ToContainTextAsync("over een collega");
        await Judge(pieter, "12-overleg");
        await pieter.Page.Locator("[data-opens=close-talk]").ClickAsync();
        await pieter.Page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(pieter.Page.Locator(".callout.ok")).ToBeVisibleAsync();
        await pieter.Go($"{path}/results?view=both");
        await Assertions.Expect(pieter.Page.Locator(".mx .was").First).ToBeVisibleAsync();
        await Judge(pieter, "13-resultaten-beide", sizes: false);

        await Decide(pieter, path);
        await Feedback(site, pieter, path);
        await File(pieter, path);
        found.ShouldBeEmpty();
        pieter.Complaints.ShouldBeEmpty();
        joost.Complaints.ShouldBeEmpty();
    }

    private async Task Decide(Visitor pieter, string path)
    {
        var page = pieter.Page;
        await pieter.Go($"{path}/decision");
        var advice = page.Locator("tbody select");
        for (var i = 0; i < candidates.Count; i++)
        {
            await advice.Nth(i).SelectOptionAsync(i switch { 0 or 2 => nameof(Advice.Appointable), 4 => nameof(Advice.WithAttention), _ => nameof(Advice.NotAppointable) });
            await page.Locator("tbody input[type=text]").Nth(i).FillAsync(i switch { 0 or 2 => "Koos vooraf en nam anderen mee.", 4 => "Begeleiding bij het overleg met bewoners.", _ => "Bleef bij goede bedoelingen." });
        }
        await page.GetByLabel(Say("decisions.appoint"), new() { Exact = true }).SelectOptionAsync(candidates[0].ToString());
        await page.GetByLabel(Say("decisions.reserve"), new() { Exact = true }).SelectOptionAsync(candidates[2].ToString());
        await page.Locator("input[type=date]").FillAsync("2027-11-24");
        await page.GetByLabel(Say("decisions.reasons"), new() { Exact = true }).FillAsync("Zij gaf bij plannen en samenwerken voorbeelden waarin zij vooraf koos en anderen meenam. Dat is wat dit werk vraagt.");
        if (await page.GetByLabel(Say("decisions.lower"), new() { Exact = true }).CountAsync() > 0) await page.GetByLabel(Say("decisions.lower"), new() { Exact = true }).FillAsync("Haar ervaring met bewoners weegt hier het zwaarst.");
        await Judge(pieter, "14-besluit");
        await page.Locator("[data-opens=decide]").ClickAsync();
        await page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(page.Locator("main dl.kv")).ToContainTextAsync("Noor Willems");
        await Judge(pieter, "14-besloten");
    }

    private async Task Feedback(Site site, Visitor pieter, string path)
    {
        await using (var samira = await chromium.SignedIn(site, Editor))
        {
            var page = samira.Page;
            await samira.Go($"{path}/feedback");
            await Judge(samira, "14-terugkoppeling");
            await page.Locator("tbody a").Nth(1).ClickAsync();
            await samira.Ready();
            await page.Locator("textarea").FillAsync("Joost vond dat u rustig sprak.");
            await page.Locator("form .btn").ClickAsync();
            await Assertions.Expect(page.Locator(".field .err")).ToContainTextAsync("Joost");
            await page.Locator("textarea").FillAsync("U sprak rustig en noemde wat u zelf deed.\n\nOver plannen bleef het bij wat u van plan was. Een voorbeeld van een plan dat anders liep, had daar geholpen.");
            await page.Locator("form .btn").ClickAsync();
            await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
            await Judge(samira, "14-terugkoppeling-schrijven");
        }
        await pieter.Go($"{path}/feedback/{candidates[1]}");
        await pieter.Page.Locator("[data-opens=approve]").ClickAsync();
        await pieter.Page.Locator("dialog[open] .btn-1").ClickAsync();
        await Assertions.Expect(pieter.Page.Locator(".head .btn-1")).ToContainTextAsync(Say("decisions.feedback.letter"));
        await pieter.Page.Locator(".head .btn-1").ClickAsync();
        await Assertions.Expect(pieter.Page.Locator(".paper")).ToContainTextAsync("Namens de selectiecommissie");
        await pieter.Picture("14-brief-1280");
        (await pieter.Axe()).ShouldBeEmpty();
    }

    private async Task File(Visitor pieter, string path)
    {
        await pieter.Go($"{path}/dossier");
        await Assertions.Expect(pieter.Page.Locator(".paper")).ToContainTextAsync("geen lid kon een score van een ander lezen vóór");
        await pieter.Picture("14-dossier-1280");
        (await pieter.Axe()).ShouldBeEmpty();
        var download = await pieter.Page.RunAndWaitForDownloadAsync(() => pieter.Page.Locator(".paper-bar a[href*='/docx']").ClickAsync());
        var file = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():N}.docx");
        await download.SaveAsAsync(file);
        await pieter.Go("/dossier/verify");
        await pieter.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await pieter.Page.Locator("form .btn-1").ClickAsync();
        await Assertions.Expect(pieter.Page.Locator(".callout.ok")).ToContainTextAsync("Ongewijzigd");
        await Judge(pieter, "14-controleren");
        System.IO.File.Delete(file);
        await pieter.Go("/procedures");
    }

    private async Task<Site> Case()
    {
        var site = await Site.Start(Database.Sqlite, new TestClock(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)));
        // One language, so that one list of words does for every screen.
        await site.Look(db => db.Set<Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, "nl")));
        foreach (var email in new[] { Recruiter, Chair, Anna, Bert, Editor })
        {
            var person = await site.Look(db => db.Set<Person>().Where(p => p.EmailKey == email).Select(p => p.Id).SingleAsync());
            actors[email] = new Actor.Person(person, (await site.Asked(new OpenSession(person, "test"))).Session);
        }
        var self = actors[Recruiter];
        var profile = await site.Look(db => db.Set<Profile>().Include(p => p.Requires).OrderBy(p => p.Code).FirstAsync());
        var made = await site.Asked(new MakeGuide(profile.Id, [.. profile.Requires.Take(4).Select(r => r.CompetencyId)], 60, ["nl"]), self);
        var frozen = await site.Asked(new FreezeGuide(made, (await site.Asked(new ShowGuide(made), self)).Version), self);
        guide = await site.Look(async db => (await db.Set<FrozenDocument>().SingleAsync(d => d.Id == frozen.Document)).Read());
        procedure = await site.Asked(new CreateProcedure("Projectleider openbare ruimte", profile.Id, Blind: false), self);
        await site.Asked(new AddSeat(procedure, actors[Chair].Id, SeatKind.Chair, false), self);
        await site.Asked(new AddSeat(procedure, actors[Anna].Id, SeatKind.Member, true), self);
        await site.Asked(new AddSeat(procedure, actors[Bert].Id, SeatKind.Member, true), self);
        foreach (var who in new[] { Chair, Anna, Bert }) await site.Asked(new SignDeclaration(procedure, true, true, "nl", []), actors[who]);
        await site.Asked(new GiveRole(actors[Editor].Id, Role.FeedbackEditor, ScopeKind.Procedure, procedure, null));
        foreach (var name in new[] { "Noor Willems", "Daan Kuiper", "Fatima Azouz", "Thijs Brouwer", "Lotte Peeters" }) candidates.Add(await site.Asked(new AddCandidate(procedure, name, $"k{candidates.Count}@post.example"), self));
        await site.Asked(new ChooseGuide(procedure, frozen.Document), self);
        return site;
    }

    private async Task Fill(Site site, string who, int candidate)
    {
        var card = (await site.Asked(new GetProcedure(procedure), actors[who])).Candidates[candidate].MyCard!.Value;
        var strict = who == Anna ? 0 : 1;
        var scores = guide.ScoredIds.Select((item, i) => new Change(ChangeKind.Rating, item, 1000, RatingOutcome.Scored, i == 0 && candidate == 0 ? 2 + (3 * strict) : Math.Clamp(2 + ((candidate + i) % 3) + (strict * ((candidate + i) % 2)), 1, 5)));
        var ticks = guide.Competencies.SelectMany(c => c.Indicators.Take(1 + strict)).Select(i => new Change(ChangeKind.Tick, i.Id, 1000, Mark: TickMark.Shown));
        var notes = FormPlan.Of(guide).Select((s, i) => new Change(ChangeKind.Note, s.NoteId, 1000, Text: strict == 0 ? "Noemde bewoners pas toen er klachten waren." : "Belde zelf de winkeliersvereniging vóór de inloopavond."));
        await site.Asked(new SaveScores(card, "test", 1, [.. scores, .. ticks, .. notes]), actors[who]);
        await site.Asked(new SealCard(card), actors[who]);
    }

    private static string Say(string key, params object?[] args) => Words.In("nl", key, args);

    private async Task Judge(Visitor visitor, string name, bool sizes = true)
    {
        await visitor.Ready();
        foreach (var (width, height) in sizes ? new[] { (390, 844), (768, 1024), (1280, 900) } : [(0, 0)])
        {
            if (width > 0) await visitor.Page.SetViewportSizeAsync(width, height);
            await visitor.Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Visitor.Pictures, $"{name}{(width > 0 ? $"-{width}" : "")}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
            if (await visitor.Overflows()) found.Add($"{name} sticks out at {width}");
        }
        found.AddRange((await visitor.Axe()).Select(wrong => $"{name}: {wrong}"));
    }
}
