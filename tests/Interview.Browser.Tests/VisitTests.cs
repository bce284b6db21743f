using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Browser.Tests;

/// <summary>A working page renders once on the server and hands what it found to its circuit: opening it asks the database no more than reading its HTML does.</summary>
public class VisitTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_circuit_asks_nothing_that_the_first_rendering_found()
    {
        await using var site = await Site.Start(Database.Sqlite, null, ("Import:Read", "false"));
        await using var recruiter = await chromium.SignedIn(site, "marieke.van.dalen@waterveen.example");
        var competency = (await site.Asked(new FindCompetencies(new Slice(0, 1)))).Found.Rows[0].Id;
        var profile = (await site.Asked(new FindProfiles(new Slice(0, 1)))).Rows[0].Id;
        var guide = (await site.Asked(new ListGuides(new Slice(0, 1)))).Rows[0].Id;
        await Compare(site, recruiter, ["/", "/library", $"/library/{competency}", $"/library/{competency}?tab=questions", $"/profiles/{profile}", $"/guides/{guide}", "/procedures"]);

        // A review that both have shared, and a plan of it whose goals still ask for tips.
        var (hanna, ellen) = (await Actor(site, "hanna.de.wit@waterveen.example"), await Actor(site, "ellen.hoekstra@waterveen.example"));
        var review = await site.Asked(new StartReview(hanna.Id), ellen);
        foreach (var side in new[] { hanna, ellen })
        {
            var asked = (await site.Asked(new GetReview(review), side)).Yardstick.Competencies;
            await site.Asked(new SaveSide(review, [.. asked.Select(c => new SideChange(c.Id, 1, "Zo ging het.", 0))]), side);
            await site.Asked(new ReadySide(review), side);
        }
        var plan = await site.Asked(new MakePlan(review), hanna);
        await using var employee = await chromium.SignedIn(site, "hanna.de.wit@waterveen.example");
        await Compare(site, employee, ["/reviews", $"/reviews/{review}", "/development", $"/development/{plan}"]);
    }

    private static async Task Compare(Site site, Visitor visitor, string[] paths)
    {
        foreach (var path in paths)
        {
            // Twice, so that neither count holds what is only asked the first time.
            await visitor.Page.APIRequest.GetAsync(path);
            site.Queries.Reset();
            await visitor.Page.APIRequest.GetAsync(path);
            var html = site.Queries.Count;
            site.Queries.Reset();
            await visitor.Go(path);
            await visitor.Page.WaitForTimeoutAsync(1500);
            site.Queries.Count.ShouldBe(html, path);
        }
        visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task<Actor.Person> Actor(Site site, string email)
    {
        var id = await site.Look(db => db.Set<Person>().Where(p => p.EmailKey == Person.KeyOf(email)).Select(p => p.Id).SingleAsync());
        return new(id, (await site.Asked(new OpenSession(id, "test"))).Session);
    }
}
