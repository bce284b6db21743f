using System.Net;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Web.Tests.Scoring;

/// <summary>Every address there is, opened by everybody with a part: none shows a word of a form that is not revealed to anybody but its author. A new address is put on the list.</summary>
[Collection(OneSite.Name)]
public sealed class EveryEndpointTests(WholeSite whole)
{
    private const string Secret = "geheim-geplant-9s";

    /// <summary>Addresses that are opened; <c>{id}</c> is the procedure where it can be one.</summary>
    private static readonly string[] Opened =
    [
        "/", "/account", "/account/link/{Token}", "/account/sign-in", "/admin", "/admin/audit", "/admin/labels", "/admin/people", "/admin/people/{Id:guid}",
        "/admin/reminders", "/admin/reminders/addresses", "/admin/reminders/calendar", "/admin/reminders/messages", "/admin/reminders/rules/{Name}",
        "/api/live/{procedure:guid}/{candidate:guid}/state", "/api/score/token", "/broken", "/development", "/development/evidence/{id:guid}", "/development/mine.json", "/development/{Id:guid}", "/development/{id:guid}/docx", "/development/{Id:guid}/print",
        "/dossier/verify", "/g/{Token}", "/guest", "/guides", "/guides/new", "/guides/{Id:guid}", "/guides/{id:guid}/docx", "/guides/{Id:guid}/form",
        "/guides/{id:guid}/json", "/guides/{Id:guid}/print", "/health", "/import", "/import/source/{file:guid}", "/import/{Id:guid}", "/import/{Id:guid}/columns",
        "/library", "/library/crosswalk", "/library/editions/{Id:guid}", "/library/editions/{Id:guid}/impact", "/library/editions/{id:guid}/json",
        "/library/editions/{id:guid}/markdown", "/library/frameworks", "/library/new", "/library/scales", "/library/scales/{Id:guid}", "/library/{Id:guid}",
        "/library/{Id:guid}/version", "/mail/off/{Token}", "/not-found", "/procedures", "/procedures/new", "/procedures/scorers", "/procedures/{Id:guid}",
        "/procedures/{Id:guid}/calibration", "/procedures/{Id:guid}/candidates", "/procedures/{Id:guid}/consensus/{Candidate:guid}", "/procedures/{Id:guid}/decision",
        "/procedures/{Id:guid}/declare", "/procedures/{Id:guid}/dossier", "/procedures/{id:guid}/dossier/{format:regex(^(docx|html)$)}", "/procedures/{Id:guid}/feedback",
        "/procedures/{Id:guid}/feedback/{Candidate:guid}", "/procedures/{id:guid}/feedback/{candidate:guid}/docx", "/procedures/{Id:guid}/feedback/{Candidate:guid}/letter",
        "/procedures/{Id:guid}/guide", "/procedures/{Id:guid}/key-in", "/procedures/{Id:guid}/live/{Candidate:guid}", "/procedures/{Id:guid}/plan",
        "/procedures/{Id:guid}/reminders", "/procedures/{Id:guid}/results", "/procedures/{Id:guid}/rules", "/procedures/{id:guid}/scores.csv",
        "/procedures/{id:guid}/scores.xlsx", "/profiles", "/profiles/new", "/profiles/{Id:guid}", "/reminders", "/reminders/{Id:guid}", "/reviews", "/reviews/new",
        "/reviews/{Id:guid}", "/score/{Card:guid}",
    ];

    /// <summary>Addresses that never end: what they say first is read.</summary>
    private static readonly string[] Streams = ["/api/live/{procedure:guid}/{candidate:guid}"];

    /// <summary>Addresses that only take something in, and the framework's own.</summary>
    private static readonly string[] TakesIn =
    [
        "/account/passkey/add", "/account/passkey/ask", "/account/passkey/new", "/account/passkey/sign-in", "/account/sign-out", "/api/score/{card:guid}", "/api/score/{card:guid}/seal", "/development/{id:guid}/actions/{action:guid}/evidence", "/import/upload", "/language", "/library/editions/import", "/mail/off/{token}",
        "/theme",
    ];

    [Fact]
    public void Every_address_is_on_the_list() =>
        Patterns().Except([.. Opened, .. Streams, .. TakesIn]).ShouldBeEmpty("a new address: see that it shows no score before the reveal, then put it on the list");

    [Fact]
    public void The_list_names_nothing_that_is_gone() => Opened.Concat(Streams).Concat(TakesIn).Except(Patterns()).ShouldBeEmpty();

    [Fact]
    public async Task No_address_shows_a_word_of_an_unrevealed_form_to_anybody_but_its_author()
    {
        var site = await ScoringSite.On(whole);
        var (anna, card) = (await site.Acting(site.Anna.Id), await site.CardOf(site.Anna.Id));
        await whole.Site.Asked(new SaveScores(card, "t", 1, [.. site.Guide.ScoredIds.Select(i => new Change(ChangeKind.Rating, i, 1000, RatingOutcome.Scored, 5)), new Change(ChangeKind.Note, site.Guide.Questions[0].Id, 1000, Text: Secret)]), anna);
        var observer = await whole.Somebody(Role.Employee);
        await whole.Site.Asked(new AddSeat(site.Procedure, observer.Id, SeatKind.Observer, false), await site.Acting(site.Recruiter.Id));
        await whole.Site.Asked(new SignDeclaration(site.Procedure, true, true, "nl", []), await site.Acting(observer.Id));
        var administrator = await whole.Somebody(Role.Administrator);
        (string Name, (Guid, string) Who)[] everybody = [("member", site.Bert), ("chair", site.Chair), ("recruiter", site.Recruiter), ("observer", observer), ("administrator", administrator)];

        using (var author = await site.SignedIn(site.Anna)) (await Read(author, $"/score/{card}")).ShouldContain(Secret);
        await Look("open");
        await whole.Site.Asked(new SealCard(card), anna);
        await Look("handed in");
        var (bert, his) = (await site.Acting(site.Bert.Id), await site.CardOf(site.Bert.Id));
        await whole.Site.Asked(new SaveScores(his, "t", 1, [.. site.Guide.ScoredIds.Select(i => new Change(ChangeKind.Rating, i, 1000, RatingOutcome.Scored, 2))]), bert);
        await whole.Site.Asked(new SealCard(his), bert);
        // And after the reveal it is there, so that the search above could have found it.
        using var chair = await site.SignedIn(site.Chair);
        (await Read(chair, $"/procedures/{site.Procedure}/consensus/{site.Candidate}")).ShouldContain(Secret);

        async Task Look(string state)
        {
            foreach (var (name, who) in everybody)
            {
                using var surfer = await site.SignedIn(who);
                var answered = 0;
                foreach (var pattern in Opened.Concat(Streams))
                {
                    var text = await Read(surfer, Filled(pattern, site, card));
                    text.ShouldNotContain(Secret, Case.Insensitive, $"{pattern} showed it to the {name} while {state}");
                    if (text.Length > 0) answered++;
                }
                answered.ShouldBeGreaterThan(15, name);
            }
        }
    }

    private static string Filled(string pattern, ScoringSite site, Guid card) => pattern
        .Replace("{procedure:guid}", site.Procedure.ToString(), StringComparison.Ordinal)
        .Replace("{Id:guid}", site.Procedure.ToString(), StringComparison.OrdinalIgnoreCase).Replace("{Candidate:guid}", site.Candidate.ToString(), StringComparison.OrdinalIgnoreCase)
        .Replace("{Card:guid}", card.ToString(), StringComparison.Ordinal).Replace("{file:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{Token}", "niets", StringComparison.Ordinal).Replace("{format:regex(^(docx|html)$)}", "html", StringComparison.Ordinal)
        + (pattern is "/library" or "/procedures" or "/profiles" or "/admin/audit" ? "?q=geheim" : "");

    private static async Task<string> Read(Surfer surfer, string path)
    {
        using var answer = await surfer.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.OK) return "";
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream") return await answer.Content.ReadAsStringAsync();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        return $"{await lines.ReadLineAsync()} {await lines.ReadLineAsync()} {await lines.ReadLineAsync()}";
    }

    // Without the framework's own and the static files.
    private IEnumerable<string> Patterns() => whole.Site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.All(m => m.GetType().Name is not ("StaticAssetDescriptor")))
        .Select(e => "/" + (e.RoutePattern.RawText ?? "").TrimStart('/')).Where(p => !p.StartsWith("/_", StringComparison.Ordinal) && !p.StartsWith("/{**", StringComparison.Ordinal)).Distinct();
}
