using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Reviews;

public class ReviewTests
{
    [Theory, OnBothDatabases]
    public async Task From_start_to_gaps(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var cycle = await house.Asked(new OpenCycle("Gesprekken 2026", new(2026, 11, 1), new(2026, 12, 31)), team.Hr);
        var review = await team.Started(cycle);

        var mine = await house.Asked(new GetReview(review), team.Employee);
        mine.Mine.Of.ShouldBe(SideOf.Self);
        mine.Other.ShouldBeNull();
        mine.Cycle.ShouldBe("Gesprekken 2026");
        mine.Yardstick.Competencies.Select(c => c.Required).ShouldBe([3, 2, 3]);
        mine.Yardstick.Competencies[2].OnScale.ShouldBeTrue();

        var stamps = await house.Asked(new SaveSide(review, team.Levels(2, 2, 3, "zelf gezegd"), new("In het algemeen goed", 0)), team.Employee);
        stamps.Answers[team.Convince].ShouldBe(1);
        (await house.Asked(new ReadySide(review), team.Employee)).ShouldBe(ReviewStatus.WithManager);
        (await house.Refused(new Gaps(review), team.Manager)).ShouldBe("reviews.not-shared");
        await house.Asked(new SaveSide(review, team.Levels(1, 1, 4, "door de leiding gezegd")), team.Manager);
        (await house.Asked(new ReadySide(review), team.Manager)).ShouldBe(ReviewStatus.Shared);

        var shared = await house.Asked(new GetReview(review), team.Employee);
        shared.Other!.AnswerOf(team.Convince).Text.ShouldBe("door de leiding gezegd");
        var gaps = await house.Asked(new Gaps(review), team.Manager);
        gaps.All.Select(g => g.Steps).ShouldBe([2, 1, -1]);
        gaps.All.Select(g => g.Self).ShouldBe([2, 2, 3]);
        gaps.Largest.Select(g => g.Competency).ShouldBe([team.Convince, team.PlanAhead]);

        (await house.Asked(new ListMyReviews(new Slice()), team.Employee)).Rows.ShouldHaveSingleItem().Status.ShouldBe(ReviewStatus.Shared);
        (await house.Asked(new ListTeamReviews("SOMEBODY", new Slice()), team.Manager)).Rows.ShouldHaveSingleItem().WaitsForMe.ShouldBeFalse();
        (await house.Asked(new ListTeamReviews("niemand", new Slice()), team.Manager)).Count.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_review_needs_an_employment_with_profile_and_manager_and_starts_once(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        (await house.Refused(new StartReview(team.Employee.Id), team.OtherManager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new StartReview(team.Employee.Id), team.Colleague)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new StartReview(team.Administrator.Id), team.Hr)).ShouldBe("reviews.no-employment");
        (await house.Refused(new StartReview(team.Colleague.Id), team.OtherManager)).ShouldBe("reviews.no-profile");
        (await house.Refused(new StartReview(team.Employee.Id, Guid.NewGuid()), team.Manager)).ShouldBe(Refusal.NotFoundCode);

        await house.Asked(new StartReview(team.Employee.Id), team.Hr);
        (await house.Refused(new StartReview(team.Employee.Id), team.Manager)).ShouldBe("reviews.under-way");

        var cycle = await house.Asked(new OpenCycle("2026", new(2026, 11, 1), new(2026, 12, 31)), team.Hr);
        await house.Asked(new StartReview(team.Employee.Id, cycle), team.Manager);
        (await house.Refused(new StartReview(team.Employee.Id, cycle), team.Manager)).ShouldBe("reviews.under-way");
        await house.Asked(new CloseCycle(cycle), team.Hr);
        (await house.Refused(new StartReview(team.Employee.Id, cycle), team.Manager)).ShouldBe("reviews.cycle-not-open");
        (await house.Refused(new OpenCycle("2027", new(2027, 2, 1), new(2027, 1, 1)), team.Hr)).ShouldBe("reviews.cycle-ends-before-start");
        (await house.Refused(new OpenCycle("2027", new(2027, 1, 1), new(2027, 2, 1)), team.Manager)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Asked(new ListCycles(), team.Employee)).ShouldBeEmpty();

        (await house.Asked(new FindEmployees(null, new Slice()), team.Manager)).Rows.ShouldHaveSingleItem().Person.ShouldBe(team.Employee.Id);
        (await house.Asked(new FindEmployees(null, new Slice()), team.Hr)).Count.ShouldBe(2);
        (await house.Refused(new FindEmployees(null, new Slice()), team.Employee)).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_has_nothing_to_do_with_it_never_learns_that_it_exists(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.Shared();
        foreach (var stranger in team.Strangers)
        {
            (await house.Refused(new GetReview(review), stranger)).ShouldBe(Refusal.NotFoundCode);
            (await house.Refused(new GetReview(Guid.NewGuid()), stranger)).ShouldBe(Refusal.NotFoundCode);
            (await house.Refused(new Gaps(review), stranger)).ShouldBe(Refusal.NotFoundCode);
            (await house.Refused(new SaveSide(review, []), stranger)).ShouldBe(Refusal.NotFoundCode);
            (await house.Refused(new ReadySide(review), stranger)).ShouldBe(Refusal.NotFoundCode);
        }
        (await house.Asked(new ListMyReviews(new Slice()), team.Colleague)).Count.ShouldBe(0);
        (await house.Asked(new ListTeamReviews(null, new Slice()), team.OtherManager)).Count.ShouldBe(0);
        (await house.Refused(new ListTeamReviews(null, new Slice()), team.Employee)).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task Bad_levels_blanks_and_closed_sides_are_refused_and_change_nothing(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.Started();
        (await house.Refused(new SaveSide(review, [new(team.Convince, 9, "", 0)]), team.Employee)).ShouldBe("reviews.level-unknown");
        (await house.Refused(new SaveSide(review, [new(Guid.NewGuid(), 1, "", 0)]), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new SaveSide(review, [new(team.Convince, 2, new string('x', 4001), 0)]), team.Employee)).ShouldBe("reviews.text-too-long");
        await house.Asked(new SaveSide(review, [new(team.Convince, 2, "<script>alert(1)</script>", 0)]), team.Employee);
        (await house.Refused(new SaveSide(review, [new(team.Convince, 1, "verouderd", 0)]), team.Employee)).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new ReadySide(review), team.Employee)).ShouldBe("reviews.unrated");
        (await house.Asked(new GetReview(review), team.Employee)).Mine.AnswerOf(team.Convince).ShouldBe(new AnswerView(team.Convince, 2, "<script>alert(1)</script>", 1));
        await house.Asked(new SaveSide(review, team.Levels(2, 2, 2, "<script>alert(1)</script>", 1) is var all ? [.. all.Select(c => c with { Seen = c.Competency == team.Convince ? 1 : 0 })] : []), team.Employee);
        await house.Asked(new ReadySide(review), team.Employee);
        (await house.Refused(new ReadySide(review), team.Employee)).ShouldBe("reviews.side-ready");
        (await house.Refused(new SaveSide(review, [new(team.Convince, 1, "", 1)]), team.Employee)).ShouldBe("reviews.side-ready");
    }

    [Theory, OnBothDatabases]
    public async Task Both_at_the_same_moment_lose_nothing_and_share(Database database)
    {
        await using var house = await House.On(database);
        await using var twin = house.Twin();
        var team = await Team.In(house);
        var review = await team.Started();
        await Task.WhenAll(house.Asked(new SaveSide(review, team.Levels(2, 2, 3, "zelf")), team.Employee), twin.Asked(new SaveSide(review, team.Levels(1, 1, 4, "leiding")), team.Manager));
        await Task.WhenAll(house.Asked(new ReadySide(review), team.Employee), twin.Asked(new ReadySide(review), team.Manager));
        var view = await house.Asked(new GetReview(review), team.Employee);
        view.Status.ShouldBe(ReviewStatus.Shared);
        view.Mine.Answers.Select(a => a.Text).Distinct().ShouldBe(["zelf"]);
        view.Other!.Answers.Select(a => a.Text).Distinct().ShouldBe(["leiding"]);
    }

    /// <summary>Whatever the two do in whatever order: until both are ready nothing that one gets back holds a word or level of the other.</summary>
    [Theory, OnBothDatabases]
    public async Task Until_both_are_ready_nothing_of_the_other_is_in_any_answer(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var (self, lead) = ("woord-van-de-medewerker", "woord-van-de-leiding");
        // 0-2 and 3-5: save, ready, look, by employee and by manager.
        foreach (var steps in Gen.Choose(0, 5).ArrayOf(14).Sample(12))
        {
            await house.Look(db => db.Set<Review>().Where(r => r.EmployeeId == team.Employee.Id && r.SharedAt == null).ExecuteUpdateAsync(s => s.SetProperty(r => r.SharedAt, house.Clock.GetUtcNow())));
            var review = await team.Started();
            HashSet<SideOf> ready = [];
            foreach (var step in steps)
            {
                var (side, actor, word) = step < 3 ? (SideOf.Self, team.Employee, self) : (SideOf.Manager, team.Manager, lead);
                if (step % 3 == 0 && !ready.Contains(side))
                {
                    var stamp = (await house.Asked(new GetReview(review), actor)).Mine.Answers.ToDictionary(a => a.Competency, a => a.Stamp);
                    await house.Asked(new SaveSide(review, [.. team.Levels(2, 2, 3, $"{word} {step}").Select(c => c with { Seen = stamp[c.Competency], Text = $"{word} {stamp[c.Competency]}" })]), actor);
                }
                else if (step % 3 == 1 && (await house.Door.Ask(new ReadySide(review), actor)).Ok) ready.Add(side);
                foreach (var (who, others) in new[] { (team.Employee, lead), (team.Manager, self) })
                {
                    var seen = JsonText.Write(await house.Asked(new GetReview(review), who)) + JsonText.Write(await house.Asked(new ListMyReviews(new Slice(0, 100)), who))
                        + JsonText.Write((await house.Door.Ask(new Gaps(review), who)).Or(new GapList([], [])));
                    if (ready.Count < 2) seen.ShouldNotContain(others);
                }
                if (ready.Count == 2) (await house.Asked(new GetReview(review), team.Employee)).Other!.Answers.ShouldAllBe(a => a.Text.StartsWith(lead));
            }
        }
        var traces = await house.Look(db => db.Set<AuditDetail>().Select(d => d.Before + d.After).ToListAsync());
        traces.ShouldAllBe(t => !t.Contains(self) && !t.Contains(lead));
    }

    [Theory, OnBothDatabases]
    public async Task A_review_waits_for_both_and_then_for_a_plan(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        async Task<IReadOnlyList<string>> Waits(Actor.Person who) => [.. (await house.Asked(new ListToday(house.Clock.GetUtcNow(), house.Clock.GetUtcNow().AddDays(1), []), who)).Waiting.Select(w => w.Key)];
        var review = await team.Started();
        (await Waits(team.Employee)).ShouldBe(["reviews.waiting.self"]);
        (await Waits(team.Manager)).ShouldBe(["reviews.waiting.manager"]);
        await house.Asked(new SaveSide(review, team.Levels(1, 1, 1)), team.Employee);
        await house.Asked(new ReadySide(review), team.Employee);
        (await Waits(team.Employee)).ShouldBeEmpty();
        await house.Asked(new SaveSide(review, team.Levels(1, 1, 1)), team.Manager);
        await house.Asked(new ReadySide(review), team.Manager);
        (await Waits(team.Manager)).ShouldBeEmpty();
        (await Waits(team.Employee)).ShouldBe(["reviews.waiting.shared"]);
        (await Waits(team.Colleague)).ShouldBeEmpty();
    }
}
