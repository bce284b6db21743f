using Interviewing.Application.Reminders;

namespace Interviewing.Rules.Tests.Reminders;

public class ReminderTests
{
    [Fact]
    public void A_stopped_reminder_can_be_wanted_again_and_a_sent_one_never()
    {
        var (now, later) = (new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        Reminder reminder = new(ReminderKind.PlanActionDue, Guid.NewGuid(), ReceiverKind.Person, Guid.NewGuid(), "2026-11-26/-1d", later);
        reminder.Stop("reminders.no-longer-planned");
        reminder.Status.ShouldBe(ReminderStatus.Stopped);
        reminder.Plan(later);
        reminder.Status.ShouldBe(ReminderStatus.Due);
        reminder.WasSent(now, "id");
        reminder.Plan(later);
        reminder.Stop("reminders.no-longer-planned");
        reminder.Status.ShouldBe(ReminderStatus.Sent);
    }

    [Fact]
    public void Refused_for_now_is_tried_three_times_and_refused_for_good_once()
    {
        var now = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        Reminder patient = New(now), hopeless = New(now);
        patient.WasRefused(now, "450", forGood: false);
        (patient.Status, patient.DueAt).ShouldBe((ReminderStatus.Due, now.AddMinutes(30)));
        patient.WasRefused(now, "450", forGood: false);
        (patient.Status, patient.DueAt).ShouldBe((ReminderStatus.Due, now.AddHours(12)));
        patient.WasRefused(now, "450", forGood: false);
        patient.Status.ShouldBe(ReminderStatus.Failed);
        hopeless.WasRefused(now, "550", forGood: true);
        hopeless.Status.ShouldBe(ReminderStatus.Failed);
    }

    [Fact]
    public void A_plan_that_has_not_changed_leaves_alone_what_waits_for_its_second_try()
    {
        DateTimeOffset now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        var reminder = New(now);
        reminder.WasRefused(now, "450", forGood: false);
        reminder.Plan(now);
        reminder.DueAt.ShouldBe(now.AddMinutes(30));
        reminder.Plan(now.AddDays(1));
        reminder.DueAt.ShouldBe(now.AddDays(1));
    }

    private static Reminder New(DateTimeOffset now) => new(ReminderKind.PlanActionDue, Guid.NewGuid(), ReceiverKind.Person, Guid.NewGuid(), "2026-11-26/-1d", now);
}
