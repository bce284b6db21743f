using Interviewing.Application.Audit;
using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Development;

public class PlanTests
{
    private static readonly DateOnly Due = new(2026, 12, 15);

    [Theory, OnBothDatabases]
    public async Task From_gaps_to_an_active_plan_of_three_tips(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var review = await team.Shared();
        var plan = await house.Asked(new MakePlan(review), team.Employee);
        (await house.Refused(new MakePlan(review), team.Manager)).ShouldBe("development.plan-there");

        var view = await house.Asked(new GetPlan(plan), team.Employee);
        view.Status.ShouldBe(PlanStatus.Draft);
        view.Goals.Select(g => (g.Competency, g.From, g.To)).ShouldBe([(team.Convince, (int?)1, 3), (team.PlanAhead, (int?)1, 2)]);
        var goal = view.Goals[0].Id;
        var tips = await house.Asked(new OfferedTips(plan, goal), team.Employee);
        tips.Select(t => t.Kind).ShouldBe([TipKind.OnTheJob, TipKind.WithOthers, TipKind.Course, TipKind.OnTheJob]);
        (await house.Refused(new ActivatePlan(plan), team.Employee)).ShouldBe("development.plan-without-actions");

        await house.Asked(new PickTips(plan, [.. tips.Take(3).Select(t => new PickedTip(goal, t.Id, Due))]), team.Employee);
        (await house.Asked(new OfferedTips(plan, goal), team.Employee)).Select(t => t.Id).ShouldBe([tips[3].Id]);
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.PlanActionDue))).ShouldBe(0);
        (await house.Asked(new ActivatePlan(plan), team.Employee)).ShouldBe(PlanStatus.Active);
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.PlanActionDue))).ShouldBe(12);

        view = await house.Asked(new GetPlan(plan), team.Employee);
        (view.Done, view.Counted, view.Next!.Due).ShouldBe((0, 3, Due));
        view.NextReminder.ShouldBe(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
        var action = view.Next.Id;
        await house.Asked(new MarkAction(plan, action, ActionStatus.Done, "Ging goed"), team.Employee);
        var row = (await house.Asked(new ListMyPlans(new Slice()), team.Employee)).Rows.ShouldHaveSingleItem();
        (row.Done, row.Counted, row.Next).ShouldBe((1, 3, Due));
        (await house.Asked(new GetReview(review), team.Employee)).Plan.ShouldBe(plan);
    }

    [Theory, OnBothDatabases]
    public async Task The_tips_are_copies(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var plan = await team.Active(Due);
        var before = (await house.Asked(new GetPlan(plan), team.Employee)).Actions.Select(a => a.Text.ToString()).ToList();
        await house.Look(async db =>
        {
            var competency = await db.Set<Competency>().Include(c => c.Tips).FirstAsync(c => c.Id == team.Convince);
            foreach (var tip in competency.Tips) competency.Reword(tip.Id, "text", "nl", tip.Text.ToString(), "heel iets anders");
            return await db.SaveChangesAsync();
        });
        (await house.Asked(new GetPlan(plan), team.Employee)).Actions.Select(a => a.Text.ToString()).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task Where_the_cycle_asks_for_it_the_manager_approves(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var cycle = await house.Asked(new OpenCycle("2026", new(2026, 11, 1), new(2026, 12, 31), ManagerApprovesPlans: true), team.Hr);
        var plan = await team.Planned(cycle);
        var goal = (await house.Asked(new GetPlan(plan), team.Employee)).Goals[0].Id;
        await house.Asked(new AddOwnAction(plan, goal, "Een dag meelopen", TipKind.WithOthers, Due), team.Employee);
        (await house.Asked(new ActivatePlan(plan), team.Employee)).ShouldBe(PlanStatus.ForApproval);
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.PlanActionDue))).ShouldBe(0);
        (await house.Refused(new ApprovePlan(plan), team.Employee)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ApprovePlan(plan), team.OtherManager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new ListMyTeam(null, TeamFilter.AsksMe, new Slice()), team.Manager)).Rows.Rows.ShouldHaveSingleItem().Status.ShouldBe(PlanStatus.ForApproval);
        (await house.Refused(new GivePlanBack(plan, ""), team.Manager)).ShouldBe("development.say-why");
        await house.Asked(new GivePlanBack(plan, "Liever in januari."), team.Manager);
        (await house.Asked(new GetPlan(plan), team.Employee)).GivenBackWith.ShouldBe("Liever in januari.");
        await house.Asked(new ActivatePlan(plan), team.Employee);
        await house.Asked(new ApprovePlan(plan), team.Manager);
        var view = await house.Asked(new GetPlan(plan), team.Employee);
        view.Status.ShouldBe(PlanStatus.Active);
        view.ApprovedBy.ShouldNotBeNull();
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.PlanActionDue))).ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task A_plan_belongs_to_its_employee_and_is_seen_by_the_manager_alone(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var plan = await team.Active(Due);
        var action = (await house.Asked(new GetPlan(plan), team.Manager)).Actions.First();
        foreach (var stranger in team.Strangers)
        {
            var got = await house.Refused(new GetPlan(plan), stranger);
            got.ShouldBe(stranger == team.Colleague || stranger == team.OtherManager ? Refusal.NotFoundCode : Refusal.NotAllowedCode);
            (await house.Refused(new GetPlan(Guid.NewGuid()), stranger)).ShouldBe(got);
            (await house.Refused(new MarkAction(plan, action.Id, ActionStatus.Done), stranger)).ShouldBe(got);
            (await house.Refused(new AddReflection(plan, "stiekem"), stranger)).ShouldBe(got);
        }
        (await house.Refused(new MarkAction(plan, action.Id, ActionStatus.Done), team.Manager)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ChangeAction(plan, action.Id, action.In("nl"), action.In("nl") with { Due = Due.AddDays(1) }), team.Manager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new AddReflection(plan, "van de leiding"), team.Manager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new EndPlan(plan), team.Manager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new OfferedTips(plan, action.Goal), team.Manager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new ListMyTeam(null, TeamFilter.All, new Slice()), team.OtherManager)).Rows.Rows.ShouldHaveSingleItem().Plan.ShouldBeNull();
        (await house.Asked(new ListMyPlans(new Slice()), team.Colleague)).Count.ShouldBe(0);

        // An action that the manager took on is marked by the manager.
        var theirs = await house.Asked(new AddOwnAction(plan, action.Goal, "Terugkoppeling na het collegestuk", TipKind.WithOthers, Due, ByManager: true), team.Employee);
        await house.Asked(new MarkAction(plan, theirs, ActionStatus.Done), team.Manager);
        (await house.Look(db => db.Set<Reminder>().Where(r => r.SubjectId == theirs).Select(r => r.Status).Distinct().ToListAsync())).ShouldBe([ReminderStatus.Stopped]);
    }

    [Theory, OnBothDatabases]
    public async Task Private_reflections_reach_nobody_else_on_no_road(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var plan = await team.Active(Due);
        const string Words = "Ik vond het spannend en zei niets";
        var note = await house.Asked(new AddReflection(plan, Words), team.Employee);
        (await house.Asked(new GetPlan(plan), team.Employee)).Reflections!.ShouldHaveSingleItem().Text.ShouldBe(Words);

        var seen = await house.Asked(new GetPlan(plan), team.Manager);
        seen.Reflections.ShouldBeNull();
        var lists = JsonText.Write(seen) + JsonText.Write(await house.Asked(new ListMyTeam(null, TeamFilter.All, new Slice()), team.Manager))
            + JsonText.Write(await house.Asked(new ListToday(house.Clock.GetUtcNow(), house.Clock.GetUtcNow(), []), team.Manager))
            + JsonText.Write(await house.Asked(new ListReminders(ReminderShelf.Coming, null, new Slice()), team.Administrator));
        lists.ShouldNotContain("spannend");
        lists.ShouldNotContain(note.ToString());
        (await house.Refused(new RemoveReflection(plan, note), team.Manager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new RemoveReflection(plan, note), team.Colleague)).ShouldBe(Refusal.NotFoundCode);

        // Not in the tables either: encrypted for its writer, and the trail knows only that something was written.
        var stored = await house.Look(db => db.Set<Reflection>().AsNoTracking().SingleAsync());
        stored.Sealed.ShouldNotContain("spannend");
        (await house.Look(db => db.Set<AuditDetail>().Select(d => d.Before + d.After).ToListAsync())).ShouldAllBe(t => !t.Contains("spannend") && !t.Contains(stored.Sealed));
        (await house.Look(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectType == nameof(Reflection)))).ShouldBe(1);

        // A row that is moved to somebody else stays closed.
        var theirs = await house.Asked(new AddReflection(plan, "nog iets"), team.Employee);
        await house.Look(db => db.Set<Reflection>().Where(r => r.Id == theirs).ExecuteUpdateAsync(s => s.SetProperty(r => r.WriterId, team.Colleague.Id)));
        await house.Look(db => db.Set<Plan>().Where(p => p.Id == plan).ExecuteUpdateAsync(s => s.SetProperty(p => p.EmployeeId, team.Colleague.Id)));
        (await house.Asked(new GetPlan(plan), team.Colleague)).Reflections!.ShouldHaveSingleItem().Text.ShouldBeNull();
        await house.Look(db => db.Set<Plan>().Where(p => p.Id == plan).ExecuteUpdateAsync(s => s.SetProperty(p => p.EmployeeId, team.Employee.Id)));
        await house.Asked(new RemoveReflection(plan, note), team.Employee);
        (await house.Asked(new GetPlan(plan), team.Employee)).Reflections!.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Dates_in_the_past_wrong_tips_and_empty_texts_are_refused_and_change_nothing(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var plan = await team.Planned();
        var view = await house.Asked(new GetPlan(plan), team.Employee);
        var (goal, other) = (view.Goals[0].Id, view.Goals[1].Id);
        var tip = (await house.Asked(new OfferedTips(plan, goal), team.Employee))[0].Id;
        var coach = await house.Look(db => db.Set<Tip>().Where(t => t.CompetencyId == team.Convince && t.Audience == TipAudience.Manager).Select(t => t.Id).SingleAsync());
        var today = new DateOnly(2026, 11, 24);
        (await house.Refused(new PickTips(plan, []), team.Employee)).ShouldBe("development.pick-something");
        (await house.Refused(new PickTips(plan, [new(goal, tip, today.AddDays(-1))]), team.Employee)).ShouldBe("development.due-passed");
        (await house.Refused(new PickTips(plan, [new(other, tip, Due)]), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new PickTips(plan, [new(goal, coach, Due)]), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new AddOwnAction(plan, goal, " ", TipKind.Course, Due), team.Employee)).ShouldBe("development.text-missing");
        (await house.Refused(new AddOwnAction(plan, Guid.NewGuid(), "iets", TipKind.Course, Due), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new AddReflection(plan, ""), team.Employee)).ShouldBe("development.text-missing");
        (await house.Refused(new AddReflection(plan, new string('x', 4001)), team.Employee)).ShouldBe("development.text-too-long");
        (await house.Refused(new OfferedTips(plan, Guid.NewGuid()), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new GetPlan(plan), team.Employee)).Actions.ShouldBeEmpty();
        await house.Asked(new PickTips(plan, [new(goal, tip, today)]), team.Employee);
        (await house.Refused(new PickTips(plan, [new(goal, tip, today)]), team.Employee)).ShouldBe("development.tip-picked-before");
    }

    [Theory, OnBothDatabases]
    public async Task Reminders_follow_the_date_there_and_back(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var plan = await team.Active(new(2026, 12, 15));
        var (action, words) = (await house.Asked(new GetPlan(plan), team.Employee)).Actions.Select(a => (a.Id, a.In("nl"))).First();
        ChangeAction Moved(DateOnly was, DateOnly due) => new(plan, action, words with { Due = was }, words with { Due = due });
        async Task<List<string>> Planned() => [.. (await house.Look(db => db.Set<Reminder>().Where(r => r.SubjectId == action && r.Status == ReminderStatus.Due).OrderBy(r => r.DueAt).Select(r => r.Occurrence).ToListAsync()))];
        (await Planned()).ShouldBe(["2026-12-15/-14d", "2026-12-15/-7d", "2026-12-15/-1d", "2026-12-15/1d"]);
        // 30 November: fourteen and seven days before have passed.
        await house.Asked(Moved(new(2026, 12, 15), new(2026, 11, 30)), team.Employee);
        (await Planned()).ShouldBe(["2026-11-30/-1d", "2026-11-30/1d"]);
        await house.Asked(Moved(new(2026, 11, 30), new(2026, 12, 15)), team.Employee);
        (await Planned()).Count.ShouldBe(4);
        (await house.Refused(Moved(new(2026, 11, 30), new(2026, 12, 20)), team.Employee)).ShouldBe(Refusal.ChangedCode);
        await house.Asked(new MarkAction(plan, action, ActionStatus.Dropped), team.Employee);
        (await Planned()).ShouldBeEmpty();
        await house.Asked(new MarkAction(plan, action, ActionStatus.Open), team.Employee);
        (await Planned()).Count.ShouldBe(4);
        (await house.Asked(new EndPlan(plan), team.Employee)).ShouldBe(PlanStatus.Stopped);
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.PlanActionDue && r.Status == ReminderStatus.Due))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Two_windows_of_one_plan_lose_nothing(Database database)
    {
        await using var house = await House.On(database);
        await using var twin = house.Twin();
        var team = await Team.In(house);
        var plan = await team.Planned();
        var goal = (await house.Asked(new GetPlan(plan), team.Employee)).Goals[0].Id;
        await Task.WhenAll(Enumerable.Range(1, 4).Select(i => (i % 2 == 0 ? house : twin).Asked(new AddOwnAction(plan, goal, $"Actie {i}", TipKind.OnTheJob, Due), team.Employee)));
        (await house.Asked(new GetPlan(plan), team.Employee)).Actions.Select(a => a.Text.ToString()).Order().ShouldBe(["Actie 1", "Actie 2", "Actie 3", "Actie 4"]);
        await house.Asked(new RewordGoal(plan, goal, null, "Het college meekrijgen"), team.Employee);
        (await house.Refused(new RewordGoal(plan, goal, null, "Iets anders"), team.Employee)).ShouldBe(Refusal.ChangedCode);
    }
}
