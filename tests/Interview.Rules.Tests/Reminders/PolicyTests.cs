using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Reminders;

public class PolicyTests
{
    [Fact]
    public void The_rules_the_product_comes_with_are_rules_it_would_accept()
    {
        foreach (var kind in Policies.Kinds)
        {
            var (usual, kept) = (Policies.Usual(kind), new Policy(kind, Policies.Usual(kind)).Rule);
            kept.Steps.ShouldBe(usual.Steps);
            kept.ShouldBe(usual with { Steps = kept.Steps }, kind.ToString());
        }
    }

    [Fact]
    public void A_rule_that_makes_no_sense_is_refused_at_its_field()
    {
        Wrong(ReminderKind.PlanActionDue, r => r with { Steps = [] }).ShouldBe("steps reminders.steps-missing");
        Wrong(ReminderKind.PlanActionDue, r => r with { Steps = [new(-1, StepUnit.Days), new(-1, StepUnit.Hours)] }).ShouldBe("steps[1] reminders.step-wrong");
        Wrong(ReminderKind.PlanActionDue, r => r with { Steps = [new(-1, StepUnit.Days), new(-1, StepUnit.Days)] }).ShouldBe("steps reminders.step-twice");
        Wrong(ReminderKind.InterviewComing, r => r with { Steps = [new(1, StepUnit.Days)] }).ShouldBe("steps[0] reminders.step-wrong");
        Wrong(ReminderKind.CheckIn, r => r with { Steps = [new(7, StepUnit.Weeks)] }).ShouldBe("steps[0] reminders.step-wrong");
        Wrong(ReminderKind.MissingScorecard, r => r with { Most = 21 }).ShouldBe("most reminders.most-wrong");
        Wrong(ReminderKind.MissingScorecard, r => r with { Most = null }).ShouldBe("most reminders.most-wrong");
        Wrong(ReminderKind.MissingScorecard, r => r with { Hour = new(5, 0) }).ShouldBe("hour reminders.hour-wrong");
        Wrong(ReminderKind.InterviewComing, r => r with { Alone = false }).ShouldBe("alone reminders.always-alone");
        Wrong(ReminderKind.DisagreementToDiscuss, r => r with { Steps = [new(1, StepUnit.Days)] }).ShouldBe("steps reminders.steps-many");
    }

    [Fact]
    public void Formal_letters_have_no_rule_and_cannot_be_switched_off()
    {
        Wishes wishes = new(ReceiverKind.Person, Guid.NewGuid());
        foreach (var kind in Enum.GetValues<ReminderKind>().Except(Policies.Kinds))
            Should.Throw<Refusal>(() => wishes.Mute(kind)).Reasons[0].Code.ShouldBe("reminders.always-sent");
        wishes.Mute(ReminderKind.MissingScorecard);
        wishes.Mute(ReminderKind.MissingScorecard);
        wishes.Muted.ShouldBe([ReminderKind.MissingScorecard]);
        wishes.Unmute(ReminderKind.MissingScorecard);
        wishes.Muted.ShouldBeEmpty();
    }

    [Fact]
    public void Putting_off_takes_a_day_to_come_and_a_reason()
    {
        DateOnly today = new(2026, 11, 24);
        var action = Guid.NewGuid();
        Wishes wishes = new(ReceiverKind.Person, Guid.NewGuid());
        Should.Throw<Refusal>(() => wishes.Snooze(ReminderKind.PlanActionDue, action, today, "later", today)).Reasons[0].Code.ShouldBe("reminders.snooze-passed");
        Should.Throw<Refusal>(() => wishes.Snooze(ReminderKind.PlanActionDue, action, today.AddDays(400), "later", today)).Reasons[0].Code.ShouldBe("reminders.snooze-far");
        Should.Throw<Refusal>(() => wishes.Snooze(ReminderKind.PlanActionDue, action, today.AddDays(3), " ", today)).Reasons[0].ShouldSatisfyAllConditions(r => r.Code.ShouldBe("reminders.say-why"), r => r.Field.ShouldBe("reason"));
        wishes.Snooze(ReminderKind.PlanActionDue, action, today.AddDays(3), "druk", today);
        wishes.Snooze(ReminderKind.PlanActionDue, action, today.AddDays(5), "drukker", today);
        wishes.Snoozes.ShouldBe([new(ReminderKind.PlanActionDue, action, today.AddDays(5), "drukker")]);
        wishes.PutOff(ReminderKind.PlanActionDue, action).ShouldBe(today.AddDays(5));
        wishes.PutOff(ReminderKind.PlanActionDue, Guid.NewGuid()).ShouldBeNull();
        wishes.WakeUp(ReminderKind.PlanActionDue, action);
        wishes.Snoozes.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_reads_back_as_it_was_written()
    {
        foreach (var unit in Enum.GetValues<StepUnit>())
            foreach (var amount in new[] { -90, -1, 1, 24 })
            {
                Step step = new(amount, unit);
                Step.Read(step.ToString()).ShouldBe(step);
                Occasion.Read($"2027-01-15/{step}").ShouldBe(new Occasion(new(2027, 1, 15), step));
            }
        foreach (var nonsense in new[] { "", "d", "1", "x1d", "1y", "--1d" }) Step.Read(nonsense).ShouldBeNull(nonsense);
        foreach (var nonsense in new[] { "v2", "owner", "2027-01-15", "2027-01-15/3", "2027-13-15/-1d" }) Occasion.Read(nonsense).ShouldBeNull(nonsense);
    }

    private static string Wrong(ReminderKind kind, Func<Rule, Rule> change)
    {
        var reason = Should.Throw<Refusal>(() => new Policy(kind, change(Policies.Usual(kind)))).Reasons[0];
        return $"{reason.Field} {reason.Code}";
    }
}
