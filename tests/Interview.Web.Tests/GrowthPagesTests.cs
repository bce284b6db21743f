using System.Net;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Web.Tests;

[Collection(OneSite.Name)]
public class GrowthPagesTests(WholeSite whole)
{
    private const string Script = "<script>alert('ik')</script>", Secretly = "alleen voor mijzelf gedacht";

    [Fact]
    public async Task Review_plan_and_paper_show_their_own_people_what_is_theirs_and_nobody_else_that_they_exist()
    {
        var (hanna, ellen) = (await Actor("hanna.de.wit@waterveen.example"), await Actor("ellen.hoekstra@waterveen.example"));
        var site = whole.Site;
        var review = await site.Asked(new StartReview(hanna.Id), ellen);
        using Surfer employee = await SignedIn("hanna.de.wit@waterveen.example"), manager = await SignedIn("ellen.hoekstra@waterveen.example"), administrator = await SignedIn("robin.achterberg@waterveen.example"), stranger = await whole.SignedIn(Role.Employee);

        var open = await employee.Page($"/reviews/{review}");
        var levels = open.QuerySelectorAll(".review-form fieldset").Select(f => f.QuerySelectorAll("input[type=radio]").Length).ToList();
        levels.Count.ShouldBeGreaterThan(2);
        levels.ShouldAllBe(n => n >= 2);
        open.QuerySelector(".state")!.TextContent.ShouldContain("zonder niveau");

        var yardstick = (await site.Asked(new GetReview(review), hanna)).Yardstick;
        SideChange[] Say(int level, string text) => [.. yardstick.Competencies.Select(c => new SideChange(c.Id, level, text, 0))];
        await site.Asked(new SaveSide(review, Say(2, Script)), hanna);
        await site.Asked(new SaveSide(review, Say(1, "zo zie ik het")), ellen);
        await site.Asked(new ReadySide(review), ellen);
        (await employee.Page($"/reviews/{review}")).Body!.InnerHtml.ShouldNotContain("zo zie ik het");
        await site.Asked(new ReadySide(review), hanna);

        var shared = await manager.Page($"/reviews/{review}");
        shared.QuerySelectorAll("tbody tr").Length.ShouldBe(yardstick.Competencies.Count);
        shared.QuerySelectorAll("tbody svg[role=img]").ShouldAllBe(svg => svg.GetAttribute("aria-label")!.Contains("medewerker 2, leidinggevende 1"));
        shared.QuerySelectorAll(".say").Select(s => s.TextContent).ShouldContain(Script);
        shared.QuerySelectorAll("script").ShouldAllBe(s => !s.TextContent.Contains("alert"));

        var plan = await site.Asked(new MakePlan(review), hanna);
        var goal = (await site.Asked(new GetPlan(plan), hanna)).Goals[0].Id;
        await site.Asked(new AddOwnAction(plan, goal, Script, Interviewing.Application.Competencies.TipKind.OnTheJob, DateOnly.FromDateTime(site.Clock.GetUtcNow().AddDays(20).DateTime)), hanna);
        await site.Asked(new ActivatePlan(plan), hanna);
        await site.Asked(new AddReflection(plan, Secretly), hanna);
        (await employee.Page($"/development/{plan}")).QuerySelector(".private .say")!.TextContent.ShouldBe(Secretly);
        var seen = await manager.Page($"/development/{plan}");
        seen.QuerySelector(".private").ShouldBeNull();
        seen.QuerySelector("li.act b")!.TextContent.ShouldBe(Script);

        foreach (var reader in new[] { employee, manager })
        {
            var paper = await reader.Page($"/development/{plan}/print");
            paper.Body!.TextContent.ShouldContain(Script);
            paper.Body.InnerHtml.ShouldNotContain(Secretly);
            paper.QuerySelectorAll("script[src]").ShouldAllBe(s => !s.GetAttribute("src")!.Contains("blazor"));
            paper.QuerySelectorAll("[style]").ShouldBeEmpty();
        }
        foreach (var path in new[] { "/reviews/{0}", "/development/{0}", "/development/{0}/print" })
        {
            var id = path.StartsWith("/reviews", StringComparison.Ordinal) ? review : plan;
            var not = await Text(stranger, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Guid.NewGuid()));
            (await Text(stranger, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id))).ShouldBe(not);
        }
        (await administrator.Page("/admin/reminders/messages?show=coming")).QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0);
        (await administrator.Page("/admin/reminders/messages?show=coming")).Body!.TextContent.ShouldNotContain("alert");
        using var closed = await stranger.Get("/admin/reminders");
        closed.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nl", "Mijn gesprekken", "Nog geen plan")]
    [InlineData("en", "My reviews", "No plan yet")]
    [InlineData("fr", "Mes entretiens", "Pas encore de plan")]
    public async Task Empty_places_say_what_they_are_for_in_ones_own_language(string language, string mine, string none)
    {
        using var surfer = await whole.SignedIn(Role.Employee, language);
        (await surfer.Page("/reviews")).QuerySelector("h2")!.TextContent.ShouldBe(mine);
        (await surfer.Page("/development")).QuerySelector(".empty h2")!.TextContent.ShouldBe(none);
    }

    private static async Task<string> Text(Surfer surfer, string path)
    {
        var page = await surfer.Page(path, HttpStatusCode.NotFound);
        return page.QuerySelector("main")!.TextContent.Trim();
    }

    private async Task<Actor.Person> Actor(string email)
    {
        var id = await whole.Site.Look(db => db.Set<Person>().Where(p => p.EmailKey == email).Select(p => p.Id).SingleAsync());
        return new Actor.Person(id, (await whole.Site.Asked(new OpenSession(id, "test"))).Session);
    }

    private async Task<Surfer> SignedIn(string email)
    {
        Surfer surfer = new(whole.Site);
        (await surfer.SignIn(email, Site.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
        return surfer;
    }
}
