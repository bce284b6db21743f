using System.Net;
using System.Text.RegularExpressions;
using Interviewing.Application.Guides;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Testing;
using Interviewing.Web.Tests.Scoring;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Web.Tests.Procedures;

/// <summary>Every page and endpoint there is, as somebody asks who should not get far: a guest, and a panel that works blind.</summary>
[Collection(OneSite.Name)]
public class ReachTests(WholeSite whole)
{
    // What a guest may open, by the address as it is mapped. Everything else answers with another page, or nothing.
    private static readonly string[] ForGuests = ["/guest", "/procedures/{Id:guid}/declare", "/procedures/{Id:guid}/guide", "/score/{Card:guid}", "/api/score/token"];
    // For everybody, signed in or not: they know nothing of anybody.
    private static readonly string[] ForAll = ["/account/sign-in", "/account/link/{Token}", "/g/{Token}", "/not-found", "/broken", "/health"];

    [Fact]
    public async Task A_guest_opens_the_own_pages_and_no_other_address_of_the_house()
    {
        var site = await ScoringSite.On(whole);
        using var guest = await Guest(site);
        var own = await OwnCard(site);
        var reached = new List<string>();
        foreach (var route in Routes("GET"))
        {
            foreach (var path in Paths(route, site, own))
            {
                using var answer = await guest.Get(path);
                if (answer.StatusCode == HttpStatusCode.OK) reached.Add(route);
                (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Robin Voorbeeld", Case.Insensitive, path);
            }
        }
        reached.Distinct().Where(r => !ForAll.Contains(r, StringComparer.OrdinalIgnoreCase) && !IsFramework(r)).Order().ShouldBe(ForGuests.Order(), ignoreOrder: true);

        // Another member's form, another procedure: as if they were not there.
        var other = await ScoringSite.On(whole);
        foreach (var path in new[] { $"/score/{await site.CardOf(site.Anna.Id)}", $"/procedures/{other.Procedure}/declare", $"/procedures/{other.Procedure}/guide" })
            using (var closed = await guest.Get(path)) closed.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Fact]
    public async Task No_post_of_the_house_does_anything_for_a_guest()
    {
        var site = await ScoringSite.On(whole);
        using var guest = await Guest(site);
        var token = (await guest.Page($"/procedures/{site.Procedure}/declare")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        string[] harmless = ["/account/sign-out", "/language", "/theme", "/account/passkey/ask"];
        foreach (var route in Routes("POST").Where(r => !IsFramework(r) && !harmless.Contains(r) && !ForAll.Contains(r)))
            foreach (var path in Paths(route, site, await site.CardOf(site.Anna.Id)))
            {
                using FormUrlEncodedContent form = new([new("__RequestVerificationToken", token)]);
                using var answer = await guest.Http.PostAsync(path, form);
                ((int)answer.StatusCode >= 400 || Surfer.Goes(answer) is "/guest").ShouldBeTrue($"{path}: {answer.StatusCode} {Surfer.Goes(answer)}");
            }
    }

    [Fact]
    public async Task A_blind_panel_reads_codes_on_every_page_title_and_file_of_the_procedure()
    {
        var site = await ScoringSite.On(whole);
        foreach (var person in new[] { site.Chair, site.Anna })
        {
            using var surfer = await site.SignedIn(person);
            foreach (var path in new[] { "/", "/procedures", $"/procedures/{site.Procedure}", $"/procedures/{site.Procedure}/results", $"/procedures/{site.Procedure}/decision", $"/procedures/{site.Procedure}/declare", $"/procedures/{site.Procedure}/guide" }
                .Concat(person == site.Anna ? [$"/score/{await site.CardOf(site.Anna.Id)}"] : []))
            {
                using var answer = await surfer.Get(path);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
                var said = $"{await answer.Content.ReadAsStringAsync()} {answer.Content.Headers.ContentDisposition?.FileName}";
                foreach (var telling in new[] { "Robin", "Voorbeeld", "robin@post" }) said.ShouldNotContain(telling, Case.Insensitive, path);
            }
            foreach (var path in new[] { $"/procedures/{site.Procedure}/plan", $"/procedures/{site.Procedure}/candidates" })
                using (var closed = await surfer.Get(path)) closed.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
        // Whoever plans calls them by name.
        using var recruiter = await site.SignedIn(site.Recruiter);
        (await recruiter.Page($"/procedures/{site.Procedure}")).Body!.TextContent.ShouldContain("Robin Voorbeeld");
    }

    private async Task<Surfer> Guest(ScoringSite site)
    {
        var seat = await whole.Site.Asked(new AddGuestSeat(site.Procedure, "Pien Smit", "pien@elders.example", "nl", whole.Site.Clock.GetUtcNow().AddDays(2)), await site.Acting(site.Recruiter.Id));
        var guest = new Surfer(whole.Site);
        using (var entered = await guest.Send($"/g/{seat.Token}", "guest", ("Form.Code", seat.Code))) Surfer.Goes(entered).ShouldBe("/guest");
        using (var signed = await guest.Send($"/procedures/{site.Procedure}/declare", "declare", ("confidential", "yes"), ("independent", "yes"))) Surfer.Goes(signed).ShouldBe("/guest");
        return guest;
    }

    private Task<Guid> OwnCard(ScoringSite site) => whole.Site.Look(db => db.Set<Scorecard>()
        .Where(c => c.ProcedureId == site.Procedure && db.Set<PanelSeat>().Any(s => s.Id == c.SeatId && s.GuestLinkId != null)).Select(c => c.Id).SingleAsync());

    private IEnumerable<string> Routes(string method) => whole.Site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } only || only.HttpMethods.Contains(method))
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Where(r => !r.Contains("{**", StringComparison.Ordinal) && !r.Contains("{*", StringComparison.Ordinal));

    // Static files and what the framework maps for its own script.
    private static bool IsFramework(string route) => route.StartsWith("/_", StringComparison.Ordinal) || Regex.IsMatch(route, @"\.[a-z0-9]+$", RegexOptions.None, TimeSpan.FromSeconds(1)) || route.StartsWith("/not-found", StringComparison.Ordinal);

    // The own procedure and form where an id is asked for, a guide that exists, and anything where a word is.
    private static IEnumerable<string> Paths(string route, ScoringSite site, Guid card)
    {
        foreach (var id in new[] { site.Procedure, card, site.Guide.GuideId, site.Candidate })
        {
            var path = Regex.Replace(route, @"\{(?<name>[^:}]+)(:[^}]+)?\}", m => route.Contains(":guid", StringComparison.Ordinal) ? id.ToString() : "iets", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            yield return path;
            if (path == route) yield break;
        }
    }
}
