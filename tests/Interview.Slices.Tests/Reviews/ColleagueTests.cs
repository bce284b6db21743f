using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Reviews;

/// <summary>Feedback from colleagues: nothing before sharing, nothing below the minimum, nobody's name ever.</summary>
public class ColleagueTests
{
    [Theory, OnBothDatabases]
    public async Task Enough_colleagues_are_shown_together_with_n_and_without_names(Database database)
    {
        await using var house = await House.On(database);
        var (team, review, raters) = await Asked(house, 4);
        await Answer(house, team, review, raters[0], 3, "Denkt mee");
        await Answer(house, team, review, raters[1], 2, "Aardig");
        await Answer(house, team, review, raters[2], 1, "Betrouwbaar");
        await Answer(house, team, review, raters[3], 3, "Niet afgegeven", handIn: false);
        await team.Share(review);
        foreach (var reader in new[] { team.Employee, team.Manager })
        {
            var view = await house.Asked(new GetReview(review), reader);
            var result = view.Feedback!.Result!;
            (result.TooFew, result.N).ShouldBe((false, 3));
            result.Competencies.First(c => c.Competency == team.Convince).ShouldBe(new ColleagueView(team.Convince, 2m, 3));
            // Only two could say: neither a mean nor how many there were.
            result.Competencies.First(c => c.Competency == team.PlanAhead).ShouldBe(new ColleagueView(team.PlanAhead, null, 0));
            // The order of the alphabet, not of coming in.
            result.Strong.ShouldBe(["Aardig", "Betrouwbaar", "Denkt mee"]);
        }
        (await house.Look(db => db.Set<FeedbackSheet>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Below_the_minimum_nothing_is_shown_not_even_how_many_there_were(Database database)
    {
        await using var house = await House.On(database);
        List<string> views = [];
        for (var answers = 0; answers < 3; answers++)
        {
            await using var one = await House.On(database);
            var (team, review, raters) = await Asked(one, 4);
            for (var i = 0; i < answers; i++) await Answer(one, team, review, raters[i], 3, $"woorden-van-{i}");
            await team.Share(review);
            views.Add(JsonText.Write((await one.Asked(new GetReview(review), team.Manager)).Feedback!.Result));
        }
        views.Distinct().ShouldHaveSingleItem().ShouldContain("\"tooFew\":true");
    }

    /// <summary>Whatever a colleague does before sharing, whoever else looks sees exactly the same; and after it nothing more comes.</summary>
    [Theory, OnBothDatabases]
    public async Task Until_sharing_no_answer_to_anybody_else_depends_on_who_has_answered(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var (team, review, raters) = await Asked(house, 4);
        List<string> seen = [await Look(house, team, review, raters[3])];
        for (var i = 0; i < 3; i++)
        {
            await Answer(house, team, review, raters[i], 3, $"woorden-van-{i}");
            seen.Add(await Look(house, team, review, raters[3]));
        }
        seen.Distinct().Count().ShouldBe(1);
        // Nor does the trail say who wrote, or what.
        (await house.Look(db => db.Set<AuditEntry>().Where(e => e.Ask == nameof(SaveSheet)).CountAsync())).ShouldBe(0);
        var raterIds = raters.Select(r => r.Id.ToString("N")).ToList();
        string[] about = [nameof(InviteColleagues), nameof(SaveSheet), nameof(ReadySide)];
        var traces = await house.Look(db => (from e in db.Set<AuditEntry>() where about.Contains(e.Ask) join d in db.Set<AuditDetail>() on e.Id equals d.EntryId select d.Before + d.After).ToListAsync());
        traces.ShouldNotBeEmpty();
        traces.ShouldAllBe(t => !t.Contains("woorden-van") && !raterIds.Any(id => t.Replace("-", "").Contains(id)));

        await team.Share(review);
        var shown = JsonText.Write((await house.Asked(new GetReview(review), team.Employee)).Feedback!.Result);
        var feedback = await house.Look(db => db.Set<ColleagueFeedback>().Select(f => f.Id).SingleAsync());
        (await house.Refused(new SaveSheet(feedback, [new(team.Convince, 1)], "Te laat", "", true, 0), raters[3])).ShouldBe("reviews.feedback-over");
        (await house.Refused(new InviteColleagues(review, [team.Hr.Id]), team.Manager)).ShouldBe("reviews.feedback-over");
        // Opened again and shared again: what colleagues said stays what it was.
        await house.Asked(new ReopenReview(review, "Nog eens"), team.Manager);
        await team.Share(review);
        JsonText.Write((await house.Asked(new GetReview(review), team.Employee)).Feedback!.Result).ShouldBe(shown);
    }

    [Theory, OnBothDatabases]
    public async Task Only_who_was_asked_has_a_sheet_and_only_the_own_one(Database database)
    {
        await using var house = await House.On(database);
        var (team, review, raters) = await Asked(house, 3);
        var feedback = (await house.Asked(new ListAsked(), raters[0])).ShouldHaveSingleItem().Feedback;
        await Answer(house, team, review, raters[0], 3, "van de eerste");
        JsonText.Write(await house.Asked(new GetSheet(feedback), raters[1])).ShouldNotContain("van de eerste");
        foreach (var other in new[] { team.Employee, team.Manager, team.Hr, team.Administrator, team.Colleague })
        {
            (await house.Refused(new GetSheet(feedback), other)).ShouldBe(Refusal.NotFoundCode);
            (await house.Refused(new SaveSheet(feedback, [], "", "", false, 0), other)).ShouldBe(Refusal.NotFoundCode);
        }
        (await house.Refused(new SaveSheet(feedback, [new(team.Convince, 9)], "", "", false, 0), raters[1])).ShouldBe("reviews.level-unknown");
        (await house.Refused(new SaveSheet(feedback, [], "", "", true, 0), raters[1])).ShouldBe("reviews.sheet-empty");
        (await house.Refused(new SaveSheet(feedback, [], "andere vensters", "", false, 0), raters[0])).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new InviteColleagues(review, [team.Manager.Id]), team.Employee)).ShouldBe("reviews.colleague-of-the-two");
        (await house.Refused(new InviteColleagues(review, [Guid.NewGuid()]), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new InviteColleagues(review, []), team.Employee)).ShouldBe("reviews.pick-colleagues");
        (await house.Refused(new FindRaters(review, null, new Slice()), team.Colleague)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new FindRaters(review, null, new Slice()), team.Employee)).Rows.ShouldHaveSingleItem().Person.ShouldBe(team.Colleague.Id);
    }

    [Theory, OnBothDatabases]
    public async Task Colleagues_who_save_at_the_same_moment_lose_nothing(Database database)
    {
        await using var house = await House.On(database);
        await using var twin = house.Twin();
        var (team, review, raters) = await Asked(house, 4);
        await Task.WhenAll(raters.Select((r, i) => Answer(i % 2 == 0 ? house : twin, team, review, r, 2, $"van {i}")));
        await team.Share(review);
        (await house.Asked(new GetReview(review), team.Employee)).Feedback!.Result!.N.ShouldBe(4);
    }

    private static async Task<(Team Team, Guid Review, List<Actor.Person> Raters)> Asked(House house, int raters)
    {
        var team = await Team.In(house);
        var review = await team.InStage(new StageForm(LeastColleagues: 3));
        List<Actor.Person> asked = [];
        for (var i = 0; i < raters; i++) asked.Add(await house.Someone(Role.Employee));
        await house.Asked(new InviteColleagues(review, [.. asked.Take(2).Select(a => a.Id)]), team.Employee);
        await house.Asked(new InviteColleagues(review, [.. asked.Select(a => a.Id)]), team.Manager);
        return (team, review, asked);
    }

    // The second competency only by the first two.
    private static async Task Answer(House house, Team team, Guid review, Actor.Person rater, int level, string says, bool handIn = true)
    {
        var feedback = await house.Look(db => db.Set<ColleagueFeedback>().Where(f => f.ReviewId == review).Select(f => f.Id).SingleAsync());
        await house.Asked(new SaveSheet(feedback, [new(team.Convince, level), new(team.PlanAhead, level > 1 ? level : null)], says, "", handIn, 0), rater);
    }

    private static async Task<string> Look(House house, Team team, Guid review, Actor.Person other)
    {
        List<string> seen = [];
        foreach (var who in new[] { team.Employee, team.Manager })
        {
            seen.Add(JsonText.Write(await house.Asked(new GetReview(review), who)));
            seen.Add(JsonText.Write(await house.Asked(new FindRaters(review, null, new Slice()), who)));
            seen.Add(JsonText.Write((await house.Asked(new ListToday(new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), []), who)).Waiting.Select(w => w.Key)));
        }
        var cycle = (await house.Asked(new ListCycles(), team.Hr))[0].Id;
        seen.Add(JsonText.Write(await house.Asked(new GetCycle(cycle), team.Hr)));
        seen.Add(JsonText.Write(await house.Asked(new ListAsked(), other)));
        seen.Add(JsonText.Write(await house.Asked(new GetSheet((await house.Asked(new ListAsked(), other))[0].Feedback), other)));
        seen.Add(JsonText.Write((await house.Asked(new ListReminders(ReminderShelf.Coming, null, new Slice()), team.Administrator)).Page.Rows.Select(r => r.Kind)));
        return string.Join('\n', seen);
    }
}
