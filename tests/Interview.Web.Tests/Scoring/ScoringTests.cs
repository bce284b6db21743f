using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Web.Tests.Scoring;

[Collection(OneSite.Name)]
public class ScoringTests(WholeSite whole)
{
    [Fact]
    public async Task The_form_works_without_script_from_the_first_note_to_the_seal()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var card = await site.CardOf(site.Anna.Id);
        var (path, items, question) = ($"/score/{card}", site.Guide.ScoredIds, site.Guide.Questions[0].Id);
        var page = await anna.Page(path);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Kandidaat K1");
        page.Body!.TextContent.ShouldNotContain("Voorbeeld");
        page.QuerySelectorAll($"input[name='rating.{items[0]}']").Length.ShouldBe(6);
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();

        using (var saved = await Post(anna, path, "save", ($"rating.{items[0]}", "4"), ($"note.{question}", "<script>alert(1)</script> & meer"), ($"tick.{site.Guide.Competencies[0].Indicators[0].Id}", "Shown")))
        {
            saved.StatusCode.ShouldBe(HttpStatusCode.Found);
            Surfer.Goes(saved).ShouldBe(path);
        }
        page = await anna.Page(path);
        page.QuerySelector($"input[name='rating.{items[0]}'][checked]")!.GetAttribute("value").ShouldBe("4");
        page.QuerySelector("textarea")!.TextContent.ShouldBe("<script>alert(1)</script> & meer");
        (await Text(anna, path)).ShouldNotContain("<script>alert");

        // A blank is refused beside its field, and what was typed with it is kept.
        using (var refused = await Post(anna, path, "seal", ($"rating.{items[0]}", "4"), ($"note.{question}", "nieuw")))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var told = await Surfer.Read(refused);
            told.QuerySelector($"[data-wrong='rating.{items[1]}']")!.TextContent.Trim().ShouldBe("Bij vraag 2 ontbreekt nog een score.");
            told.QuerySelector("textarea")!.TextContent.ShouldBe("nieuw");
        }
        for (var twice = 0; twice < 2; twice++)
        {
            using var handedIn = await Post(anna, path, "seal", ($"rating.{items[0]}", "4"), ($"rating.{items[1]}", "NotObserved"), ($"note.{question}", "<i>af</i>"));
            handedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        }
        page = await anna.Page(path);
        page.QuerySelector("form#score").ShouldBeNull();
        page.QuerySelector(".form-read")!.TextContent.ShouldContain("<i>af</i>");
        (await Status(card)).ShouldBe(ScorecardStatus.Sealed);
    }

    [Fact]
    public async Task A_guest_scores_and_seals_over_the_same_roads_and_reaches_nothing_else()
    {
        var site = await ScoringSite.On(whole);
        var seat = await whole.Site.Asked(new AddGuestSeat(site.Procedure, "Pien Smit", "pien@elders.example", "nl", whole.Site.Clock.GetUtcNow().AddDays(2)), await site.Acting(site.Recruiter.Id));
        using Surfer guest = new(whole.Site);
        // Looking at the link uses nothing up; the code does the entering.
        (await guest.Page($"/g/{seat.Token}")).QuerySelector("form")!.ShouldNotBeNull();
        using (var entered = await guest.Send($"/g/{seat.Token}", "guest", ("Form.Code", seat.Code))) Surfer.Goes(entered).ShouldBe("/guest");
        using (var signed = await guest.Send($"/procedures/{site.Procedure}/declare", "declare", ("confidential", "yes"), ("independent", "yes"))) Surfer.Goes(signed).ShouldBe("/guest");
        var card = await whole.Site.Look(db => db.Set<Scorecard>().Where(c => c.SeatId == seat.Seat).Select(c => c.Id).SingleAsync());
        var link = $"/score/{card}";
        using (var saved = await Post(guest, link, "save", ($"rating.{site.Guide.ScoredIds[0]}", "2"))) saved.StatusCode.ShouldBe(HttpStatusCode.Found);
        using (var blank = await Post(guest, link, "seal", ($"rating.{site.Guide.ScoredIds[0]}", "2"))) blank.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var handedIn = await Post(guest, link, "seal", ($"rating.{site.Guide.ScoredIds[0]}", "2"), ($"rating.{site.Guide.ScoredIds[1]}", "5"))) handedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await Status(card)).ShouldBe(ScorecardStatus.Sealed);

        var other = await site.CardOf(site.Anna.Id);
        foreach (var path in new[] { $"/score/{other}", "/library", "/profiles", "/admin", "/admin/people", "/reviews", "/development" })
        {
            using var closed = await guest.Get(path);
            closed.StatusCode.ShouldNotBe(HttpStatusCode.OK, path);
        }
        await whole.Site.Asked(new RemoveSeat(site.Procedure, seat.Seat, "Kan niet meer"), await site.Acting(site.Recruiter.Id));
        using var gone = await guest.Get(link);
        gone.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Saving_answers_json_with_the_new_version_and_the_same_message_twice_is_one()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var card = await site.CardOf(site.Anna.Id);
        var token = await Token(anna, card);
        for (var twice = 0; twice < 2; twice++)
        {
            using var answer = await Save(anna, card, token, 1, Rating(site.Guide.ScoredIds[0], 4));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Json(answer)).GetProperty("version").GetInt32().ShouldBe(2);
        }
        (await whole.Site.Look(db => db.Set<Rating>().CountAsync(r => r.CardId == card))).ShouldBe(1);
    }

    [Fact]
    public async Task A_score_of_nine_is_refused_at_its_field_and_changes_nothing()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var (card, item) = (await site.CardOf(site.Anna.Id), site.Guide.ScoredIds[0]);
        var token = await Token(anna, card);
        using var answer = await Save(anna, card, token, 1, Rating(site.Guide.ScoredIds[1], 3), Rating(item, 9));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var error = (await Json(answer)).GetProperty("errors")[0];
        (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()).ShouldBe(($"rating.{item}", "scoring.point-wrong"));
        using var posted = await Post(anna, $"/score/{card}", "save", ($"rating.{item}", "9"));
        posted.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var nonsense in new[] { "", "[]", "{\"device\":\"d\",\"sequence\":1,\"changes\":[{\"kind\":\"Rating\",\"point\":\"veel\"}]}", "{\"device\":null,\"sequence\":1,\"changes\":null}", new string('x', 5_000) })
        {
            using var content = new StringContent(nonsense, Encoding.UTF8, "application/json");
            using var no = await Send(anna, card, token, content);
            no.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, nonsense[..Math.Min(20, nonsense.Length)]);
        }
        (await whole.Site.Look(db => db.Set<Rating>().CountAsync(r => r.CardId == card))).ShouldBe(0);
        (await Status(card)).ShouldBe(ScorecardStatus.Empty);
    }

    [Fact]
    public async Task Someone_elses_form_is_not_found_on_every_road()
    {
        var site = await ScoringSite.On(whole);
        using var bert = await site.SignedIn(site.Bert);
        var card = await site.CardOf(site.Anna.Id);
        var token = await Token(bert, await site.CardOf(site.Bert.Id));
        (await bert.Get($"/score/{card}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bert.Get($"/score/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var answer = await Save(bert, card, token, 1, Rating(site.Guide.ScoredIds[0], 4));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var chair = await site.SignedIn(site.Chair);
        (await chair.Get($"/score/{card}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var outsider = await whole.SignedIn(Role.Employee);
        foreach (var page in new[] { $"/score/{card}", $"/procedures/{site.Procedure}", $"/procedures/{site.Procedure}/results", $"/procedures/{site.Procedure}/decision" })
            (await outsider.Get(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
    }

    [Fact]
    public async Task Without_a_good_token_nothing_is_saved_and_a_new_one_is_to_be_had()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var card = await site.CardOf(site.Anna.Id);
        using (var refused = await Save(anna, card, "oud", 1, Rating(site.Guide.ScoredIds[0], 4)))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await Json(refused)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("scoring.token-old");
        }
        using (var form = new FormUrlEncodedContent([new("_handler", "score"), new("act", "save"), new("seen", "1"), new($"rating.{site.Guide.ScoredIds[0]}", "4")]))
        using (var refused = await anna.Http.PostAsync($"/score/{card}", form)) refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Status(card)).ShouldBe(ScorecardStatus.Empty);
        using var asked = await anna.Get("/api/score/token");
        var token = (await Json(asked)).GetProperty("token").GetString()!;
        using var saved = await Save(anna, card, token, 1, Rating(site.Guide.ScoredIds[0], 4));
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_ended_session_hears_401_in_json_and_never_a_redirect()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var card = await site.CardOf(site.Anna.Id);
        var token = await Token(anna, card);
        await whole.Site.Look(db => db.Set<Session>().Where(s => s.PersonId == site.Anna.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, whole.Site.Clock.GetUtcNow())));
        using (var ended = await Save(anna, card, token, 1, Rating(site.Guide.ScoredIds[0], 4))) Json401(ended);
        using (var ended = await anna.Get("/api/score/token")) Json401(ended);
        using var nobody = new Surfer(whole.Site);
        using (var unknown = await Save(nobody, card, "x", 1, Rating(site.Guide.ScoredIds[0], 4))) Json401(unknown);
        (await Status(card)).ShouldBe(ScorecardStatus.Empty);

        static void Json401(HttpResponseMessage answer)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    [Fact]
    public async Task Two_windows_see_both_values_with_the_version_to_go_on_from()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var (card, question) = (await site.CardOf(site.Anna.Id), site.Guide.Questions[0].Id);
        var token = await Token(anna, card);
        (await Save(anna, card, token, 1, Note(question, "eerste venster", 1))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var clash = await Save(anna, card, token, 1, "ander", Note(question, "tweede venster", 1)))
        {
            clash.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var error = (await Json(clash)).GetProperty("errors")[0];
            error.GetProperty("pointer").GetString().ShouldBe($"note.{question}");
            error.GetProperty("args").EnumerateArray().Select(a => a.ToString()).ShouldBe(["eerste venster", "tweede venster", "2"]);
        }
        // The same without script: both texts stand on the page, and posting that page means it.
        using var posted = await Post(anna, $"/score/{card}", "save", "1", ($"note.{question}", "derde venster"));
        posted.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Surfer.Read(posted);
        page.QuerySelector($"[data-wrong='note.{question}']")!.TextContent.ShouldContain("eerste venster");
        page.QuerySelector("textarea")!.TextContent.ShouldBe("derde venster");
        using var again = await Post(anna, $"/score/{card}", "save", page.QuerySelector("input[name=seen]")!.GetAttribute("value")!, ($"note.{question}", "derde venster"));
        again.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await anna.Page($"/score/{card}")).QuerySelector("textarea")!.TextContent.ShouldBe("derde venster");
    }

    [Fact]
    public async Task The_form_page_allows_no_inline_style_and_is_not_kept_by_caches()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        using var page = await anna.Get($"/score/{await site.CardOf(site.Anna.Id)}");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("style-src-attr 'none'");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("blazor.web");
    }

    [Fact]
    public async Task A_panel_session_lives_through_an_afternoon()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var card = await site.CardOf(site.Anna.Id);
        await anna.Page($"/score/{card}");
        (await whole.Site.Look(db => db.Set<Session>().AnyAsync(s => s.PersonId == site.Anna.Id && s.Panel))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_panel_reads_codes_and_the_recruiter_names_on_the_page_of_the_procedure()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        (await Text(anna, $"/procedures/{site.Procedure}")).ShouldNotContain("Voorbeeld");
        (await Text(anna, $"/procedures/{site.Procedure}/results")).ShouldNotContain("Voorbeeld");
        using var recruiter = await site.SignedIn(site.Recruiter);
        var html = await Text(recruiter, $"/procedures/{site.Procedure}");
        html.ShouldContain("Robin Voorbeeld");
        html.ShouldContain("Adviseur &lt;b&gt;ruimte&lt;/b&gt;");
        html.ShouldNotContain("<b>ruimte");
    }

    [Fact]
    public async Task After_the_reveal_notes_stand_as_text_on_the_page_of_results()
    {
        var site = await ScoringSite.On(whole);
        foreach (var member in new[] { site.Anna, site.Bert })
        {
            var (actor, card) = (await site.Acting(member.Id), await site.CardOf(member.Id));
            await site.Site.Asked(new SaveScores(card, "d", 1, [.. site.Guide.ScoredIds.Select(i => new Change(ChangeKind.Rating, i, 1, RatingOutcome.Scored, 4)), new Change(ChangeKind.Note, site.Guide.Questions[0].Id, 1, Text: "<img src=x onerror=alert(1)>")]), actor);
            using var before = await site.SignedIn(site.Chair);
            (await Text(before, $"/procedures/{site.Procedure}/results")).ShouldNotContain("4,0");
            await site.Site.Asked(new SealCard(card), actor);
        }
        using var chair = await site.SignedIn(site.Chair);
        var html = await Text(chair, $"/procedures/{site.Procedure}/results");
        html.ShouldContain("4,0");
        html.ShouldContain("4,00");
        html.ShouldNotContain("<img src=x");
        (await Text(chair, $"/procedures/{site.Procedure}/decision")).ShouldContain("4,00");
    }

    private static object Rating(Guid item, int point, int seen = 1) => new { kind = "Rating", item, seen, outcome = "Scored", point };

    private static object Note(Guid item, string text, int seen) => new { kind = "Note", item, seen, text };

    private static async Task<string> Token(Surfer who, Guid card) => (await who.Page($"/score/{card}")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static Task<HttpResponseMessage> Save(Surfer who, Guid card, string token, long sequence, params object[] changes) => Save(who, card, token, sequence, "toestel", changes);

    private static async Task<HttpResponseMessage> Save(Surfer who, Guid card, string token, long sequence, string device, params object[] changes)
    {
        using var content = JsonContent.Create(new { device, sequence, changes });
        return await Send(who, card, token, content);
    }

    private static async Task<HttpResponseMessage> Send(Surfer who, Guid card, string token, HttpContent content)
    {
        using HttpRequestMessage ask = new(HttpMethod.Post, $"/api/score/{card}") { Content = content };
        ask.Headers.Add("RequestVerificationToken", token);
        return await who.Http.SendAsync(ask);
    }

    private static Task<HttpResponseMessage> Post(Surfer who, string path, string act, params (string Name, string Value)[] fields) => Post(who, path, act, null, fields);

    private static async Task<HttpResponseMessage> Post(Surfer who, string path, string act, string? seen, params (string Name, string Value)[] fields)
    {
        var page = await who.Page(path);
        // A form that is handed in has no fields any more; an older page in the history still has.
        var token = page.QuerySelector("#score input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? (await Json(await who.Get("/api/score/token"))).GetProperty("token").GetString()!;
        using FormUrlEncodedContent form = new([new("__RequestVerificationToken", token), new("_handler", "score"), new("act", act),
            new("seen", seen ?? page.QuerySelector("#score input[name=seen]")?.GetAttribute("value") ?? "1"), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await who.Http.PostAsync(path, form);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<string> Text(Surfer who, string path)
    {
        using var answer = await who.Get(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<ScorecardStatus> Status(Guid card) => whole.Site.Look(db => db.Set<Scorecard>().Where(c => c.Id == card).Select(c => c.Status).SingleAsync());
}
