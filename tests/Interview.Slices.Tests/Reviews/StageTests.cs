using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Reviews;

/// <summary>A cycle with stages: what opens when, for whom, with which form. The clock of these tests stands on 24 November 2026.</summary>
public class StageTests
{
    private static readonly StageForm Plain = new();

    [Theory, OnBothDatabases]
    public async Task A_stage_opens_on_its_day_for_every_employee_of_its_units_and_what_lies_below_them(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var crowd = await Crowd(house, team, 7);
        var cycle = await house.Asked(new PrepareCycle("Gesprekken 2026", new(2026, 8, 1), new(2027, 7, 31), true, [crowd.Above],
            [new("Plan", new(2026, 9, 1), new(2026, 10, 31), Plain), new("Voortgang", new(2026, 11, 1), new(2026, 12, 31), Plain), new("Beoordeling", new(2027, 5, 1), new(2027, 6, 30), Plain)]), team.Hr);

        (await house.Asked(new OpenDueStages())).ShouldBe(0, "nothing happens before it is released");
        await house.Asked(new ReleaseCycle(cycle), team.Hr);
        List<int> turns = [];
        while (await house.Asked(new OpenDueStages(3)) is var made and > 0) turns.Add(made);
        // Seven and the employee of the team; the colleague has no profile.
        turns.ShouldBe([3, 3, 2]);
        (await house.Asked(new OpenDueStages())).ShouldBe(0);

        var view = await house.Asked(new GetCycle(cycle), team.Hr);
        view.Stages.Select(s => (s.Name, s.Talks, s.OpenedAt is not null)).ShouldBe([("Plan", 0, false), ("Voortgang", 8, true), ("Beoordeling", 0, false)]);
        view.People.ShouldBe(9);
        view.LeftOut.ShouldHaveSingleItem().WhyNot.ShouldBe("reviews.no-profile-yet");
        (await house.Asked(new ListMyReviews(new Slice()), team.Employee)).Rows.ShouldHaveSingleItem().Cycle.ShouldBe("Gesprekken 2026");
        // Whoever leads a team gets one letter, an employee one of the own.
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.ReceiverId == team.Manager.Id && r.Occurrence == "stage"))).ShouldBe(1);
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Occurrence == "started"))).ShouldBe(8);

        // Somebody who comes later in the window is found, and nobody gets a second one.
        await Hire(house, crowd, team.Manager.Id, "Nieuw Iemand");
        (await house.Asked(new OpenDueStages())).ShouldBe(1);
        house.Clock.Set(new(2027, 5, 1, 6, 0, 0, TimeSpan.Zero));
        (await house.Asked(new OpenDueStages())).ShouldBe(9);
        (await house.Look(db => db.Set<Review>().Where(r => r.EmployeeId == team.Employee.Id).Select(r => r.StageId).Distinct().CountAsync())).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Two_processes_make_each_talk_once(Database database)
    {
        await using var house = await House.On(database);
        await using var twin = house.Twin();
        var team = await Team.In(house);
        var crowd = await Crowd(house, team, 12);
        var cycle = await house.Asked(new PrepareCycle("2026", new(2026, 1, 1), new(2026, 12, 31), false, [crowd.Below], [new("Gesprek", new(2026, 11, 1), new(2026, 12, 31), Plain)]), team.Hr);
        await house.Asked(new ReleaseCycle(cycle), team.Hr);
        for (var i = 0; i < 12; i++) await Task.WhenAll(house.Door.Ask(new OpenDueStages(5), House.Machine), twin.Door.Ask(new OpenDueStages(5), House.Machine));
        var rows = await house.Look(db => db.Set<Review>().Select(r => r.EmployeeId).ToListAsync());
        rows.Count.ShouldBe(13);
        rows.Distinct().Count().ShouldBe(13);
    }

    [Theory, OnBothDatabases]
    public async Task A_turn_asks_as_much_for_many_as_for_few(Database database)
    {
        CountQueries queries = new();
        await using var house = await House.On(database, queries.Register);
        var team = await Team.In(house);
        var crowd = await Crowd(house, team, 40);
        var cycle = await house.Asked(new PrepareCycle("2026", new(2026, 1, 1), new(2026, 12, 31), false, [crowd.Below],
            [new("Gesprek", new(2026, 11, 1), new(2026, 12, 31), new StageForm(ReviewsResults: true, ConfirmedAbove: true))]), team.Hr);
        await house.Asked(new ReleaseCycle(cycle), team.Hr);
        async Task<int> Reads(int most)
        {
            queries.Reset();
            (await house.Asked(new OpenDueStages(most))).ShouldBe(most);
            return queries.Reads;
        }
        var two = await Reads(2);
        (await Reads(30)).ShouldBe(two);
    }

    [Theory, OnBothDatabases]
    public async Task Hr_opens_a_stage_before_its_day_and_sees_how_far_it_is(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var crowd = await Crowd(house, team, OpenStage.Turn + 4);
        var cycle = await house.Asked(new PrepareCycle("2027", new(2026, 11, 1), new(2027, 12, 31), false, [crowd.Below], [new("Plan", new(2027, 1, 1), new(2027, 3, 31), Plain)]), team.Hr);
        var stage = (await house.Asked(new GetCycle(cycle), team.Hr)).Stages[0].Id;
        (await house.Refused(new OpenStage(cycle, stage), team.Hr)).ShouldBe("reviews.cycle-not-open");
        await house.Asked(new ReleaseCycle(cycle), team.Hr);
        (await house.Asked(new OpenStage(cycle, stage), team.Hr)).ShouldBe(new TalksMade(OpenStage.Turn, 5));
        (await house.Asked(new OpenStage(cycle, stage), team.Hr)).ShouldBe(new TalksMade(5, 0));
        var view = (await house.Asked(new GetCycle(cycle), team.Hr)).Stages[0];
        view.Opens.ShouldBe(new DateOnly(2026, 11, 24));
        // Its form is fixed now; its name and last day are not.
        (await house.Refused(new DrawStage(cycle, stage, new("Plan", view.Opens, view.Ends, Plain with { ConfirmedAbove = true })), team.Hr)).ShouldBe("reviews.stage-opened");
        (await house.Refused(new DropStage(cycle, stage), team.Hr)).ShouldBe("reviews.stage-opened");
        await house.Asked(new DrawStage(cycle, stage, new("Plannen", view.Opens, new(2027, 4, 30), Plain)), team.Hr);
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_stage_is_refused_at_its_field_and_leaves_nothing(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        Task<string> Prepare(params StageOutline[] stages) => house.Refused(new PrepareCycle("2027", new(2027, 1, 1), new(2027, 12, 31), false, [], stages), team.Hr);
        (await Prepare(new StageOutline("", new(2027, 1, 1), new(2027, 2, 1), Plain))).ShouldBe("reviews.stage-name");
        (await Prepare(new StageOutline("Plan", new(2026, 12, 1), new(2027, 2, 1), Plain))).ShouldBe("reviews.stage-outside-cycle");
        (await Prepare(new StageOutline("Plan", new(2027, 3, 1), new(2027, 2, 1), Plain))).ShouldBe("reviews.cycle-ends-before-start");
        (await Prepare(new StageOutline("Plan", new(2027, 1, 1), new(2027, 2, 1), new StageForm(RatesCompetencies: false)))).ShouldBe("reviews.form-empty");
        (await Prepare(new StageOutline("Plan", new(2027, 1, 1), new(2027, 2, 1), new StageForm(LeastColleagues: 2)))).ShouldBe("reviews.colleagues-number");
        (await house.Refused(new PrepareCycle("2027", new(2027, 1, 1), new(2027, 12, 31), false, [Guid.NewGuid()], []), team.Hr)).ShouldBe(Refusal.NotFoundCode);
        (await house.Look(db => db.Set<Cycle>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_form_of_the_stage_is_in_the_talk_and_stays_as_it_was(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var question = new FreeQuestion(Guid.CreateVersion7(), LocalText.Of("nl", "Waar bent u trots op?"));
        var review = await team.InStage(new StageForm(LeastColleagues: 3) { Questions = [question] });
        var view = await house.Asked(new GetReview(review), team.Employee);
        view.Form.Questions.ShouldHaveSingleItem().Text.ToString().ShouldBe("Waar bent u trots op?");
        view.Form.LeastColleagues.ShouldBe(3);
        view.Ends.ShouldBe(new DateOnly(2026, 12, 31));
        view.Yardstick.Edition.ShouldBe("Eigen 1");

        // A free question is hidden, kept and compared like the rest.
        await house.Asked(new SaveSide(review, team.Levels(2, 2, 3, "zelf"), null, [new(question.Id, "Op de verhuizing", 0)]), team.Employee);
        (await house.Refused(new SaveSide(review, [], null, [new(question.Id, "Verouderd", 0)]), team.Employee)).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new SaveSide(review, [], null, [new(Guid.NewGuid(), "x", 0)]), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        JsonText.Write(await house.Asked(new GetReview(review), team.Manager)).ShouldNotContain("verhuizing");
        await team.Share(review, ready: [team.Employee, team.Manager], fill: team.Manager);
        (await house.Asked(new GetReview(review), team.Manager)).Other!.RemarkOf(question.Id).Text.ShouldBe("Op de verhuizing");
    }

    [Theory, OnBothDatabases]
    public async Task In_a_one_way_stage_the_manager_writes_alone_and_it_is_shared_when_the_manager_is_ready(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.InStage(new StageForm(SelfFills: false));
        (await house.Refused(new SaveSide(review, team.Levels(1, 1, 1)), team.Employee)).ShouldBe("reviews.side-ready");
        await team.Share(review, ready: [team.Manager], fill: team.Manager);
        var view = await house.Asked(new GetReview(review), team.Employee);
        view.Status.ShouldBe(ReviewStatus.Shared);
        view.Mine.Answers.ShouldBeEmpty();
        (await house.Asked(new Gaps(review), team.Employee)).All.ShouldAllBe(g => g.Self == null && g.Achieved == 2);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_agreed_comes_back_in_the_next_stage(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        await team.Cycle(new("Plan", new(2026, 11, 1), new(2026, 11, 30), Plain), new("Voortgang", new(2026, 12, 1), new(2026, 12, 31), new StageForm(ReviewsResults: true)));
        await house.Asked(new OpenDueStages());
        var plan = (await house.Asked(new ListMyReviews(new Slice()), team.Employee)).Rows[0].Id;
        (await house.Refused(new AgreeOn(plan, null, null, "Te vroeg", null), team.Manager)).ShouldBe("reviews.not-shared");
        await team.Share(plan);
        var result = await house.Asked(new AgreeOn(plan, null, null, "De nota ligt er op 1 december", new(2026, 12, 1)), team.Manager);
        await house.Asked(new AgreeOn(plan, null, team.Convince, "Hanna licht toe", null), team.Employee);
        await house.Asked(new AgreeOn(plan, result, null, "De nota ligt er voor de kerst", new(2026, 12, 20), 1), team.Employee);
        (await house.Refused(new AgreeOn(plan, result, null, "Verouderd", null, 1), team.Manager)).ShouldBe(Refusal.ChangedCode);

        house.Clock.Set(new(2026, 12, 2, 8, 0, 0, TimeSpan.Zero));
        (await house.Asked(new OpenDueStages())).ShouldBe(1);
        await team.Wake();
        var progress = (await house.Asked(new ListMyReviews(new Slice()), team.Employee)).Rows.First(r => r.Id != plan).Id;
        var back = (await house.Asked(new GetReview(progress), team.Employee)).Form.Results.ShouldHaveSingleItem();
        back.ShouldBe(new EarlierResult(result, "De nota ligt er voor de kerst", new DateOnly(2026, 12, 20)));
    }

    [Theory, OnBothDatabases]
    public async Task Reminders_go_by_the_last_day_of_the_stage(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.InStage(Plain, until: new(2026, 12, 18));
        await Plan(house);
        (await Planned()).ShouldAllBe(o => o.StartsWith("2026-12-18/", StringComparison.Ordinal));
        var cycle = await house.Look(db => db.Set<CycleStage>().Select(s => s.CycleId).FirstAsync());
        var view = (await house.Asked(new GetCycle(cycle), team.Hr)).Stages[0];
        await house.Asked(new DrawStage(cycle, view.Id, new(view.Name, view.Opens, new(2026, 12, 29), view.Form)), team.Hr);
        await Plan(house);
        (await Planned()).ShouldAllBe(o => o.StartsWith("2026-12-29/", StringComparison.Ordinal));

        async Task<List<string>> Planned()
        {
            var found = await house.Look(db => db.Set<Reminder>().Where(r => r.Kind == ReminderKind.ReviewWindowEnding && r.SubjectId == review && r.Status == ReminderStatus.Due).Select(r => r.Occurrence).ToListAsync());
            found.ShouldNotBeEmpty();
            return found;
        }
    }

    [Fact]
    public void A_year_of_either_kind_holds_its_stages_in_order()
    {
        foreach (var kind in Enum.GetValues<YearKind>())
        {
            var (from, to) = CycleYear.Days(kind, 2027);
            var cycle = new Cycle("2027", from, to, false);
            foreach (var stage in CycleYear.Stages(kind, 2027, "Plan", "Voortgang", "Beoordeling")) cycle.AddStage(stage);
            cycle.Stages.Select(s => s.Opens).ShouldBeInOrder();
            cycle.Stages.Zip(cycle.Stages.Skip(1)).ShouldAllBe(pair => pair.First.Ends < pair.Second.Opens);
        }
    }

    private static async Task Plan(House house)
    {
        while (await house.Asked(new PlanMarked(Guid.NewGuid())) > 0)
        {
            // until nothing is marked
        }
    }

    private sealed record Units(Guid Above, Guid Below, Guid Profile);

    private static async Task<Units> Crowd(House house, Team team, int people)
    {
        var units = await house.Look(async db =>
        {
            var below = await db.Set<Unit>().FirstAsync();
            var above = new Unit("DIR", "Directie", null);
            db.Add(above);
            await db.SaveChangesAsync();
            db.Entry(below).Property(nameof(Unit.ParentId)).CurrentValue = above.Id;
            await db.SaveChangesAsync();
            return new Units(above.Id, below.Id, (await db.Set<Employment>().FirstAsync(e => e.ProfileId != null)).ProfileId!.Value);
        });
        for (var i = 0; i < people; i++) await Hire(house, units, team.Manager.Id, $"Mens {i:D2}");
        return units;
    }

    private static Task<int> Hire(House house, Units units, Guid manager, string name) => house.Look(db =>
    {
        var person = new Person(name, $"{Guid.NewGuid():N}@waterveen.example");
        db.Add(person);
        db.Add(new Employment(person.Id, units.Below, manager, units.Profile, new(2025, 1, 1)));
        return db.SaveChangesAsync();
    });
}
