using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Development;

public class PlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly Guid employee = Guid.NewGuid(), manager = Guid.NewGuid();

    [Fact]
    public void Without_approval_the_employee_starts_the_plan()
    {
        var plan = Made();
        plan.Start(Now);
        (plan.Status, plan.ActiveSince).ShouldBe((PlanStatus.Active, Now));
        Code(() => plan.Start(Now)).ShouldBe("development.plan-not-draft");
    }

    [Fact]
    public void With_approval_the_manager_says_yes_or_gives_it_back_with_a_reason()
    {
        var plan = Made(needsApproval: true);
        plan.Start(Now);
        plan.Status.ShouldBe(PlanStatus.ForApproval);
        Code(() => plan.GiveBack(" ", manager, Now)).ShouldBe("development.say-why");
        plan.GiveBack("Eén actie minder, graag.", manager, Now);
        plan.Status.ShouldBe(PlanStatus.Draft);
        plan.Start(Now);
        plan.GivenBackWith.ShouldBeNull();
        plan.Approve(manager, Now.AddDays(1));
        (plan.Status, plan.ApprovedById, plan.ActiveSince).ShouldBe((PlanStatus.Active, manager, Now.AddDays(1)));
        Code(() => plan.Approve(manager, Now)).ShouldBe("development.plan-not-for-approval");
    }

    [Fact]
    public void A_plan_without_actions_does_not_start()
    {
        Plan plan = new(employee, manager, null, false, Now);
        plan.AddGoal(Guid.NewGuid(), LocalText.Of("nl", "Overtuigen"), 2, 3, 3);
        Code(() => plan.Start(Now)).ShouldBe("development.plan-without-actions");
    }

    [Fact]
    public void A_date_in_the_past_is_refused_and_today_is_not()
    {
        var plan = Made();
        var goal = plan.Goals[0].Id;
        Code(() => Act(plan, goal, Today.AddDays(-1))).ShouldBe("development.due-passed");
        Code(() => Act(plan, goal, Today.AddYears(4))).ShouldBe("development.due-too-far");
        var action = Act(plan, goal, Today);
        Code(() => plan.Move(action.Id, Today, Today.AddDays(-1), Today)).ShouldBe("development.due-passed");
        plan.Move(action.Id, Today, Today.AddDays(9), Today);
        action.Due.ShouldBe(Today.AddDays(9));
        Code(() => plan.Move(action.Id, Today, Today.AddDays(3), Today)).ShouldBe(Refusal.ChangedCode);
    }

    [Fact]
    public void An_action_moves_through_its_states_and_each_move_is_kept()
    {
        var plan = Made();
        var action = plan.Actions[0];
        Code(() => plan.Mark(action.Id, ActionStatus.Busy, null, employee, Now)).ShouldBe("development.plan-not-active");
        plan.Start(Now);
        plan.Mark(action.Id, ActionStatus.Busy, null, employee, Now);
        plan.Mark(action.Id, ActionStatus.Done, "Ging goed", employee, Now.AddDays(2));
        (action.Status, action.ClosedAt, action.Note).ShouldBe((ActionStatus.Done, Now.AddDays(2), "Ging goed"));
        plan.Mark(action.Id, ActionStatus.Open, null, employee, Now.AddDays(3));
        action.ClosedAt.ShouldBeNull();
        plan.Progress.Where(p => p.ActionId == action.Id).Select(p => (p.Was!.Value, p.Became!.Value)).ShouldBe([(ActionStatus.Open, ActionStatus.Busy), (ActionStatus.Busy, ActionStatus.Done), (ActionStatus.Done, ActionStatus.Open)]);
    }

    [Theory]
    [InlineData(ActionStatus.Done, PlanStatus.Completed)]
    [InlineData(ActionStatus.Dropped, PlanStatus.Completed)]
    [InlineData(ActionStatus.Busy, PlanStatus.Stopped)]
    public void A_plan_ends_completed_only_when_nothing_is_open(ActionStatus status, PlanStatus ends)
    {
        var plan = Made();
        plan.Start(Now);
        plan.Mark(plan.Actions[0].Id, status, null, employee, Now);
        plan.End(Now);
        plan.Status.ShouldBe(ends);
        Code(() => plan.Mark(plan.Actions[0].Id, ActionStatus.Open, null, employee, Now)).ShouldBe("development.plan-not-active");
        Code(() => Act(plan, plan.Goals[0].Id, Today.AddDays(1))).ShouldBe("development.plan-ended");
    }

    [Fact]
    public void A_tip_is_picked_once_unless_it_was_dropped()
    {
        var plan = Made();
        var tip = Guid.NewGuid();
        var action = plan.Add(plan.Goals[0].Id, tip, LocalText.Of("nl", "Oefen"), TipKind.OnTheJob, Today.AddDays(5), employee, Today);
        Code(() => plan.Add(plan.Goals[0].Id, tip, LocalText.Of("nl", "Oefen"), TipKind.OnTheJob, Today.AddDays(5), employee, Today)).ShouldBe("development.tip-picked-before");
        plan.Mark(action.Id, ActionStatus.Dropped, null, employee, Now);
        plan.Add(plan.Goals[0].Id, tip, LocalText.Of("nl", "Oefen"), TipKind.OnTheJob, Today.AddDays(5), employee, Today);
        Code(() => plan.Add(plan.Goals[0].Id, null, LocalText.Of("nl", "Oefen"), TipKind.OnTheJob, Today.AddDays(5), Guid.NewGuid(), Today)).ShouldBe("development.owner-unknown");
    }

    [Fact]
    public void Tips_come_by_turns_of_kind()
    {
        OfferedTip Tip(TipKind kind) => new(Guid.NewGuid(), LocalText.Of("nl", "tip"), kind);
        OfferedTip[] tips = [Tip(TipKind.Course), Tip(TipKind.OnTheJob), Tip(TipKind.OnTheJob), Tip(TipKind.WithOthers), Tip(TipKind.OnTheJob)];
        OfferedTips.ByTurns(tips).ShouldBe([tips[1], tips[3], tips[0], tips[2], tips[4]]);
    }

    private Plan Made(bool needsApproval = false)
    {
        Plan plan = new(employee, manager, null, needsApproval, Now);
        var goal = plan.AddGoal(Guid.NewGuid(), LocalText.Of("nl", "Overtuigen"), 2, 3, 3);
        Act(plan, goal.Id, Today.AddDays(14));
        return plan;
    }

    private PlanAction Act(Plan plan, Guid goal, DateOnly due) => plan.Add(goal, null, LocalText.Of("nl", "Oefen een gesprek"), TipKind.OnTheJob, due, employee, Today);

    private static string Code(Action act) => Should.Throw<Refusal>(act).Reasons[0].Code;
}
