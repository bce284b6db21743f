using System.Net;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Web.Tests.Scoring;

/// <summary>Without script: a form that is posted when its session has ended.</summary>
[Collection(OneSite.Name)]
public class HeldFormTests(WholeSite whole)
{
    [Fact]
    public async Task A_form_posted_without_a_session_is_on_the_form_after_signing_in_again()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var (path, question, item) = ($"/score/{await site.CardOf(site.Anna.Id)}", site.Guide.Questions[0].Id, site.Guide.ScoredIds[0]);
        using var form = await Filled(anna, path, ($"note.{question}", "getypt na de pauze"), ($"rating.{item}", "4"));
        await EndSessions(site);
        using (var posted = await anna.Http.PostAsync(path, form))
        {
            posted.StatusCode.ShouldBe(HttpStatusCode.Found);
            Surfer.Goes(posted).ShouldBe($"/account/sign-in?back={Uri.EscapeDataString(path)}");
        }
        (await whole.Site.Look(db => db.Set<Note>().CountAsync(n => n.QuestionId == question))).ShouldBe(0);
        // Somebody else at the same screen reads nothing of it.
        using (var bert = await site.SignedIn(site.Bert)) (await (await bert.Get($"/score/{await site.CardOf(site.Bert.Id)}")).Content.ReadAsStringAsync()).ShouldNotContain("pauze");
        await anna.SignIn(site.Anna.Email, WholeSite.Password);
        var page = await anna.Page(path);
        page.QuerySelector("textarea")!.TextContent.ShouldBe("getypt na de pauze");
        page.Body!.TextContent.ShouldContain("alsnog bewaard");
        (await whole.Site.Look(db => db.Set<Rating>().Where(r => r.ItemId == item).Select(r => r.Point).SingleAsync())).ShouldBe(4);
        (await whole.Site.Look(db => db.Set<HeldPost>().CountAsync(h => h.OwnerId == site.Anna.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task What_changed_elsewhere_meanwhile_is_shown_beside_it_and_nothing_is_lost()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        var card = await site.CardOf(site.Anna.Id);
        var (path, question) = ($"/score/{card}", site.Guide.Questions[0].Id);
        using var form = await Filled(anna, path, ($"note.{question}", "van het oude venster"));
        await whole.Site.Asked(new SaveScores(card, "telefoon", 1, [new Change(ChangeKind.Note, question, 1, Text: "van de telefoon")]), await site.Acting(site.Anna.Id));
        await EndSessions(site);
        (await anna.Http.PostAsync(path, form)).Dispose();
        await anna.SignIn(site.Anna.Email, WholeSite.Password);
        var page = await anna.Page(path);
        page.QuerySelector("textarea")!.TextContent.ShouldBe("van het oude venster");
        page.QuerySelector($"[data-wrong='note.{question}']")!.TextContent.ShouldContain("van de telefoon");
        (await whole.Site.Look(db => db.Set<Note>().Where(n => n.CardId == card).Select(n => n.Text).SingleAsync())).ShouldBe("van de telefoon");
    }

    [Fact]
    public async Task Without_the_seal_of_a_form_that_we_made_nothing_is_held()
    {
        var site = await ScoringSite.On(whole);
        using var anna = await site.SignedIn(site.Anna);
        using var bert = await site.SignedIn(site.Bert);
        var (path, question) = ($"/score/{await site.CardOf(site.Anna.Id)}", site.Guide.Questions[0].Id);
        var others = (await bert.Page($"/score/{await site.CardOf(site.Bert.Id)}")).QuerySelector("input[name=owner]")!.GetAttribute("value")!;
        using Surfer nobody = new(whole.Site);
        foreach (var owner in new[] { "", "vervalst", others })
        {
            using FormUrlEncodedContent form = new([new("owner", owner), new("seen", "1"), new($"note.{question}", "x")]);
            using var turned = await nobody.Http.PostAsync(path, form);
            turned.StatusCode.ShouldBe(HttpStatusCode.Found);
        }
        (await whole.Site.Look(db => db.Set<HeldPost>().CountAsync(h => h.OwnerId == site.Anna.Id || h.OwnerId == site.Bert.Id))).ShouldBe(0);
    }

    private static async Task<FormUrlEncodedContent> Filled(Surfer who, string path, params (string Name, string Value)[] fields)
    {
        var page = await who.Page(path);
        var values = page.QuerySelectorAll("#score input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        values["act"] = "save";
        foreach (var (name, value) in fields) values[name] = value;
        return new FormUrlEncodedContent(values);
    }

    private Task<int> EndSessions(ScoringSite site) =>
        whole.Site.Look(db => db.Set<Session>().Where(s => s.PersonId == site.Anna.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, whole.Site.Clock.GetUtcNow())));
}
