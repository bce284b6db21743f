using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Development;

public class PlanLifeTests
{
    [Theory, OnBothDatabases]
    public async Task What_the_manager_says_yes_to_is_what_the_manager_read(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var cycle = await house.Asked(new OpenCycle("2026", new(2026, 11, 1), new(2026, 12, 31), ManagerApprovesPlans: true), team.Hr);
        var plan = await team.Planned(cycle);
        var goal = (await house.Asked(new GetPlan(plan), team.Employee)).Goals[0].Id;
        var id = await house.Asked(new AddOwnAction(plan, goal, "Een dag meelopen", TipKind.WithOthers, PlanWorld.Due), team.Employee);
        await house.Asked(new ActivatePlan(plan), team.Employee);
        var read = await house.Asked(new GetPlan(plan), team.Manager);

        // While it lies there nothing changes; taken back, it can, and the old page cannot say yes any more.
        var action = read.Actions.Single();
        (await house.Refused(new ChangeAction(plan, id, action.In("nl"), action.In("nl") with { Text = "Twee dagen meelopen" }), team.Employee)).ShouldBe("development.plan-waits");
        (await house.Refused(new AddOwnAction(plan, goal, "Nog iets", TipKind.Course, PlanWorld.Due), team.Employee)).ShouldBe("development.plan-waits");
        (await house.Refused(new MarkAction(plan, id, ActionStatus.Dropped), team.Employee)).ShouldBe("development.plan-waits");
        await house.Asked(new TakePlanBack(plan), team.Employee);
        await house.Asked(new ChangeAction(plan, id, action.In("nl"), action.In("nl") with { Text = "Twee dagen meelopen" }), team.Employee);
        await house.Asked(new ActivatePlan(plan), team.Employee);
        (await house.Refused(new ApprovePlan(plan, read.Version), team.Manager)).ShouldBe(Refusal.ChangedCode);
        await house.Asked(new GivePlanBack(plan, "Liever drie dagen."), team.Manager);
        await house.Asked(new ActivatePlan(plan), team.Employee);
        await house.Asked(new ApprovePlan(plan, (await house.Asked(new GetPlan(plan), team.Manager)).Version), team.Manager);
        await house.Asked(new MarkAction(plan, id, ActionStatus.Busy), team.Employee);
        await house.Asked(new TellProgress(plan, "Het wijkteam had tijd."), team.Employee);
        await house.Asked(new MarkAction(plan, id, ActionStatus.Done, "Veel gezien"), team.Employee);
        (await house.Asked(new EndPlan(plan), team.Employee)).ShouldBe(PlanStatus.Completed);

        // Every step is kept, the remark of the first refusal too, with who did it.
        var steps = (await house.Asked(new GetPlan(plan), team.Employee)).Steps.Reverse().ToList();
        steps.Select(s => (s.Mine, s.Plan, s.Became, s.Note)).ShouldBe(
        [
            (true, PlanStatus.ForApproval, null, null), (true, PlanStatus.Draft, null, null), (true, PlanStatus.ForApproval, null, null), (false, PlanStatus.Draft, null, "Liever drie dagen."),
            (true, PlanStatus.ForApproval, null, null), (false, PlanStatus.Active, null, null), (true, null, ActionStatus.Busy, null), (true, null, null, "Het wijkteam had tijd."),
            (true, null, ActionStatus.Done, "Veel gezien"), (true, PlanStatus.Completed, null, null),
        ]);
        (await house.Asked(new GetPlan(plan), team.Manager)).Steps.Count(s => s.Mine).ShouldBe(2);
        (await house.Refused(new TellProgress(plan, "Te laat"), team.Employee)).ShouldBe("development.plan-not-active");
    }

    [Theory, OnBothDatabases]
    public async Task An_action_is_changed_as_a_whole_or_not_at_all_and_its_reminders_go_to_whoever_does_it(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var plan = await team.Active(PlanWorld.Due);
        var before = (await house.Asked(new GetPlan(plan), team.Employee)).Actions.First();
        var was = before.In("nl");
        async Task<ActionView> Now() => (await house.Asked(new GetPlan(plan), team.Employee)).Actions.Single(a => a.Id == before.Id);
        var refused = await house.Door.Ask(new ChangeAction(plan, before.Id, was, was with { Text = "Iets anders", Due = PlanWorld.Due.AddDays(3), Effort = 500 }), team.Employee);
        refused.Reasons.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("development.effort-wrong"), r => r.Field.ShouldBe("effort"));
        (await house.Refused(new ChangeAction(plan, before.Id, was, was with { Effort = 4, Due = new(2026, 11, 1) }), team.Employee)).ShouldBe("development.due-passed");
        (await house.Refused(new ChangeAction(plan, before.Id, was, was with { Text = " ", Effort = 4 }), team.Employee)).ShouldBe("development.text-missing");
        (await Now()).In("nl").ShouldBe(was);

        ActionWords becomes = new("Zelf het collegestuk toelichten", PlanWorld.Due.AddDays(3), ByManager: true, 6, "Een middag zonder agenda");
        await house.Asked(new ChangeAction(plan, before.Id, was, becomes), team.Employee);
        (await Now()).In("nl").ShouldBe(becomes);
        var reminders = await house.Look(db => db.Set<Reminder>().Where(r => r.SubjectId == before.Id && r.Status == ReminderStatus.Due).ToListAsync());
        reminders.Count.ShouldBe(4);
        reminders.ShouldAllBe(r => r.ReceiverId == team.Manager.Id && r.Occurrence.StartsWith("2026-12-18"));

        // Two windows: other fields meet, the same field asks.
        var moved = becomes with { Due = PlanWorld.Due.AddDays(5) };
        await house.Asked(new ChangeAction(plan, before.Id, becomes, moved), team.Employee);
        await house.Asked(new ChangeAction(plan, before.Id, becomes, becomes with { Text = "Het collegestuk verdedigen" }), team.Employee);
        (await Now()).In("nl").ShouldBe(moved with { Text = "Het collegestuk verdedigen" });
        (await house.Refused(new ChangeAction(plan, before.Id, becomes, becomes with { Due = PlanWorld.Due.AddDays(7) }), team.Employee)).ShouldBe(Refusal.ChangedCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_plan_has_a_goal_for_every_gap_and_tips_that_say_what_they_are_for(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        await house.Look(async db =>
        {
            var competency = await db.Set<Competency>().Include(c => c.Tips).Include(c => c.Indicators).Include(c => c.Levels).FirstAsync(c => c.Id == team.Convince);
            competency.AddIndicator(LocalText.Of("nl", "Zoekt vooraf uit welk belang de tegenstander heeft"), Polarity.Positive, 2);
            competency.AddTip(LocalText.Of("nl", "Vraag een tegenstander naar zijn belang"), TipAudience.Employee, TipKind.OnTheJob);
            competency.Shelve(competency.AddTip(LocalText.Of("nl", "Een oude tip"), TipAudience.Employee, TipKind.OnTheJob).Id, ItemStatus.Retired);
            return await db.SaveChangesAsync();
        });
        var review = await team.Shared();
        var open = (await house.Asked(new OpenGaps(), team.Employee)).ShouldHaveSingleItem();
        open.Gaps.Select(g => (g.Competency, g.Required, g.Achieved, g.Steps)).ShouldBe([(team.Convince, 3, 1, 2), (team.PlanAhead, 2, 1, 1)]);
        var plan = await house.Asked(new MakePlan(review), team.Employee);
        (await house.Asked(new OpenGaps(), team.Employee)).ShouldBeEmpty();
        var view = await house.Asked(new GetPlan(plan), team.Employee);
        view.Goals.Select(g => g.Competency).ShouldBe(open.Gaps.Select(g => g.Competency));

        var tips = await house.Asked(new OfferedTips(plan, view.Goals[0].Id), team.Employee);
        tips.Select(t => t.Text.ToString()).ShouldNotContain("Een oude tip");
        tips[0].ShouldSatisfyAllConditions(t => t.Text.ToString().ShouldBe("Vraag een tegenstander naar zijn belang"), t => t.Because!.Step.ShouldBe(2));
        tips.Take(3).Select(t => t.Kind).ShouldBe([TipKind.OnTheJob, TipKind.WithOthers, TipKind.Course]);

        var coaching = await house.Asked(new CoachingTips(plan), team.Manager);
        coaching.Select(c => (c.Goal, c.Tips.Single().Text.ToString())).ShouldBe([(view.Goals[0].Id, "Coachtip voor Overtuigen"), (view.Goals[1].Id, "Coachtip voor Plannen")]);

        await house.Asked(new DropGoal(plan, view.Goals[1].Id), team.Employee);
        (await house.Refused(new DropGoal(plan, view.Goals[0].Id), team.Employee)).ShouldBe("development.goal-is-last");
        (await house.Asked(new GetPlan(plan), team.Employee)).Goals.ShouldHaveSingleItem();
    }

    [Theory, OnBothDatabases]
    public async Task Evidence_is_words_a_safe_link_or_a_file_that_both_can_read(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var plan = await team.Active(PlanWorld.Due);
        var action = (await house.Asked(new GetPlan(plan), team.Employee)).Actions.First().Id;
        foreach (var link in new[] { "http://waterveen.example/verslag", "javascript://waterveen.example/%0aalert(1)", "https://jan:geheim@waterveen.example/", "ftp://waterveen.example/x" })
            (await house.Refused(new AddEvidence(plan, action, link), team.Employee)).ShouldBe("development.link-wrong");
        (await house.Refused(new AddEvidence(plan, action, " "), team.Employee)).ShouldBe("development.text-missing");
        (await house.Refused(new AttachEvidence(plan, action, "verslag.exe", "MZ"u8.ToArray()), team.Employee)).ShouldBe("development.file-kind");
        (await house.Refused(new AttachEvidence(plan, action, "verslag.pdf", ReadOnlyMemory<byte>.Empty), team.Employee)).ShouldBe("development.file-size");
        (await house.Refused(new AddEvidence(plan, action, "door de leiding"), team.Manager)).ShouldBe(Refusal.NotAllowedCode);

        await house.Asked(new AddEvidence(plan, action, "De nota is aangenomen"), team.Employee);
        await house.Asked(new AddEvidence(plan, action, "https://waterveen.example/nota?x=1"), team.Employee);
        var file = await house.Asked(new AttachEvidence(plan, action, "map/certificaat.pdf", "%PDF"u8.ToArray()), team.Employee);
        var seen = (await house.Asked(new GetPlan(plan), team.Manager)).Actions.Single(a => a.Id == action).Evidence;
        seen.Select(e => (e.Kind, e.Text, e.Mine)).ShouldBe([(EvidenceKind.Words, "De nota is aangenomen", false), (EvidenceKind.Link, "https://waterveen.example/nota?x=1", false), (EvidenceKind.File, "certificaat.pdf", false)]);
        var taken = await house.Asked(new TakeEvidence(file), team.Manager);
        (taken.Name, taken.MediaType, taken.Bytes.Length).ShouldBe(("certificaat.pdf", "application/pdf", 4));
        (await house.Refused(new RemoveEvidence(plan, file), team.Manager)).ShouldBe(Refusal.NotFoundCode);

        await house.Asked(new RemoveEvidence(plan, file), team.Employee);
        (await house.Refused(new TakeEvidence(file), team.Employee)).ShouldBe(Refusal.NotFoundCode);
        (await house.Look(db => db.Set<StoredFile>().Where(f => f.Name == "certificaat.pdf").Select(f => f.Bytes.Length).SingleAsync())).ShouldBe(0);

        // A certificate comes late.
        await house.Asked(new EndPlan(plan), team.Employee);
        await house.Asked(new AddEvidence(plan, action, "Alsnog geslaagd"), team.Employee);
    }

    [Theory, OnBothDatabases]
    public async Task After_completion_the_goals_are_rated_again_and_the_change_shows_when_both_are_ready(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var plan = await team.Active(PlanWorld.Due);
        (await house.Refused(new MeasureAgain(plan), team.Employee)).ShouldBe("development.plan-not-completed");
        foreach (var action in (await house.Asked(new GetPlan(plan), team.Employee)).Actions) await house.Asked(new MarkAction(plan, action.Id, ActionStatus.Done), team.Employee);
        await house.Asked(new EndPlan(plan), team.Employee);
        var again = await house.Asked(new MeasureAgain(plan), team.Manager);
        (await house.Refused(new MeasureAgain(plan), team.Employee)).ShouldBe("development.measured-before");
        (await house.Look(db => db.Set<Reminder>().CountAsync(r => r.Kind == ReminderKind.ReviewWaiting && r.SubjectId == again))).ShouldBe(2);

        // The two competencies of the plan, on the steps of the first talk.
        var talk = await house.Asked(new GetReview(again), team.Employee);
        talk.Yardstick.Competencies.Select(c => (c.Id, c.Required)).ShouldBe([(team.Convince, (int?)3), (team.PlanAhead, (int?)2)]);
        SideChange[] Say(int convince, int planAhead) => [new(team.Convince, convince, "", 0), new(team.PlanAhead, planAhead, "", 0)];
        await house.Asked(new SaveSide(again, Say(3, 3)), team.Employee);
        await house.Asked(new ReadySide(again), team.Employee);
        await house.Asked(new SaveSide(again, Say(3, 1)), team.Manager);
        var half = await house.Asked(new GetPlan(plan), team.Employee);
        (half.Measured!.SharedAt, half.Goals[0].Again, half.Goals[0].Change).ShouldBe((null, null, null));
        await house.Asked(new ReadySide(again), team.Manager);
        foreach (var reader in new[] { team.Employee, team.Manager })
            (await house.Asked(new GetPlan(plan), reader)).Goals.Select(g => (g.From, g.Again!.Achieved, g.Again.Self, g.Change)).ShouldBe([((int?)1, (int?)3, (int?)3, (int?)2), (1, 1, 3, 0)]);
        // What it still leaves can be a plan of its own, but the measurement itself offers none.
        (await house.Asked(new OpenGaps(), team.Employee)).ShouldBeEmpty();
    }
}
