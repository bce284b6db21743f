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

/// <summary>
/// A procedure with a chair and two members in a site that is started once: each test takes a candidate of its own. Visitors come in over a wire that can be cut.
/// </summary>
public sealed class ScoringRoom : IAsyncLifetime
{
    public const string Recruiter = "marieke.van.dalen@waterveen.example", Chair = "pieter.claes@waterveen.example", Anna = "joost.verbeke@waterveen.example", Bert = "amelie.fontaine@waterveen.example";
    private const int Candidates = 14;

    private static readonly Words Words = new(strict: true);
    private readonly Dictionary<string, Guid> people = [];
    private readonly List<Guid> candidates = [];
    private int taken;

    public Site Site { get; private set; } = null!;
    public Guid Procedure { get; private set; }
    public string FormCode { get; private set; } = "";

    public Task InitializeAsync() => Open(Database.Sqlite, new TestClock(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)), Candidates);

    public async Task Open(Database database, TestClock clock, int count, bool evidence = false)
    {
        Site = await Site.Start(database, clock);
        foreach (var email in new[] { Recruiter, Chair, Anna, Bert }) people[email] = await Site.Look(db => db.Set<Person>().Where(p => p.EmailKey == email).Select(p => p.Id).SingleAsync());
        var recruiter = await Acting(Recruiter);
        var profile = await Site.Look(db => db.Set<Profile>().Include(p => p.Requires).OrderBy(p => p.Code).FirstAsync());
        var guide = await Site.Asked(new MakeGuide(profile.Id, [.. profile.Requires.Take(4).Select(r => r.CompetencyId)], 60, ["nl"], Wishes: new GuideWishes(EvidenceAtExtremes: evidence)), recruiter);
        var frozen = await Site.Asked(new FreezeGuide(guide, (await Site.Asked(new ShowGuide(guide), recruiter)).Version), recruiter);
        FormCode = Application.Guides.FormCode.Of(frozen.Hash, 0);
        Procedure = await Site.Asked(new CreateProcedure("Projectleider openbare ruimte", profile.Id, Blind: true), recruiter);
        foreach (var (email, kind) in new[] { (Chair, SeatKind.Chair), (Anna, SeatKind.Member), (Bert, SeatKind.Member) }) await Site.Asked(new AddSeat(Procedure, people[email], kind, kind == SeatKind.Member), recruiter);
        foreach (var email in new[] { Chair, Anna, Bert }) await Site.Asked(new SignDeclaration(Procedure, true, true, "nl", []), await Acting(email));
        for (var i = 0; i < count; i++) candidates.Add(await Site.Asked(new AddCandidate(Procedure, $"Kandidaat {i + 1}", $"kandidaat{i + 1}@post.example"), recruiter));
        await Site.Asked(new ChooseGuide(Procedure, frozen.Document), recruiter);
    }

    /// <summary>A candidate nobody else uses.</summary>
    public Guid Candidate() => candidates[taken++];

    public async Task<Guid> Interview(Guid candidate) =>
        await Site.Asked(new ScheduleInterview(Procedure, candidate, Site.Clock.GetUtcNow().AddDays(7).Date.AddHours(10), "Europe/Amsterdam", 60, "Kamer 2.14"), await Acting(Recruiter));

    public async Task<Actor> Acting(string who) => new Actor.Person(people[who], (await Site.Asked(new OpenSession(people[who], "test"))).Session);

    public async Task<Guid> Card(string who, Guid candidate)
    {
        var person = people[who];
        return await Site.Look(db => (from c in db.Set<Scorecard>() join s in db.Set<PanelSeat>() on c.SeatId equals s.Id where c.CandidateId == candidate && s.PersonId == person select c.Id).SingleAsync());
    }

    public async Task<string> Form(string who, Guid candidate) => $"/score/{await Card(who, candidate)}";

    public async Task<Scorecard> Stored(string who, Guid candidate)
    {
        var card = await Card(who, candidate);
        return await Site.Look(db => db.Set<Scorecard>().AsNoTracking().Include(c => c.Ratings).Include(c => c.Notes).Include(c => c.Ticks).Include(c => c.Quotes).SingleAsync(c => c.Id == card));
    }

    /// <summary>Fills in and hands in, without a screen.</summary>
    public async Task Fill(string who, Guid candidate, Func<int, int> point)
    {
        var (card, actor) = (await Card(who, candidate), await Acting(who));
        var opened = await Site.Asked(new OpenCard(card), actor);
        await Site.Asked(new SaveScores(card, "test", 1, [.. opened.Guide.ScoredIds.Select((item, i) => new Change(ChangeKind.Rating, item, opened.Version, RatingOutcome.Scored, point(i))),
            new Change(ChangeKind.Note, opened.Steps[0].NoteId, opened.Version, Text: "Zocht de ander op en maakte een afspraak die werkte.")]), actor);
        await Site.Asked(new SealCard(card), actor);
    }

    public Task EndSessions() => Site.Look(db => db.Set<Session>().ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, Site.Clock.GetUtcNow())));

    /// <summary>Signed in by cookie: how one signs in is walked elsewhere.</summary>
    public async Task<Visitor> Visitor(Chromium chromium, string who, Uri? address = null, int width = 1280, int height = 900)
    {
        var visitor = await chromium.Visit(address ?? Site.Address, width, height);
        await SignIn(visitor, who, address);
        return visitor;
    }

    public async Task SignIn(Visitor visitor, string who, Uri? address = null)
    {
        var (name, value) = await Site.CookieOf(people[who]);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = name, Value = value, Url = (address ?? Site.Address).ToString() }]);
    }

    public static Task Saved(IPage page) => page.Locator("#save-state.ok[data-unsaved=false]").WaitForAsync();

    /// <summary>Everything lies on this device that a reload without a network needs.</summary>
    public static async Task Kept(IPage page)
    {
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await page.WaitForFunctionAsync("async () => (await (await caches.open('interview-public')).keys()).length >= 4");
    }

    /// <summary>How many pages and journals of forms this device holds.</summary>
    public static Task<int> OnDevice(IPage page) => page.EvaluateAsync<int>("""
        () => new Promise(done => {
          const asked = indexedDB.open('interview');
          asked.onupgradeneeded = () => asked.transaction.abort();
          asked.onerror = () => done(0);
          asked.onsuccess = () => {
            const transaction = asked.result.transaction(['pages', 'journals']);
            const counts = ['pages', 'journals'].map(name => transaction.objectStore(name).count());
            transaction.oncomplete = () => { asked.result.close(); done(counts.reduce((sum, c) => sum + c.result, 0)); };
          };
        })
        """);

    public static string Say(string key, params object[] args) => Words.In("nl", key, args);

    public static async Task Judge(Visitor visitor, string name)
    {
        // The form is looked at as its user does, a window at a time: in a picture of all of it the bars would stand in the middle.
        if (await visitor.Page.Locator(".form-bar").CountAsync() > 0) await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Interviewing.Browser.Tests.Visitor.Pictures, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        else await visitor.Picture(name);
        Assert.True(await visitor.Axe() is [], $"{name}: {string.Join('\n', await visitor.Axe())}");
        (await visitor.Overflows()).ShouldBeFalse($"{name} sticks out sideways");
        // A network that is cut says so in the console.
        visitor.Complaints.Where(c => !c.Contains("ERR_", StringComparison.Ordinal)).ShouldBeEmpty(name);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
