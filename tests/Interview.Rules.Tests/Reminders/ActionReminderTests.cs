using System.Globalization;
using Interviewing.Application.Reminders;

namespace Interviewing.Rules.Tests.Reminders;

public class ActionReminderTests
{
    [Theory]
    [InlineData("2026-12-15", "Europe/Amsterdam", "2026-12-01T08:00Z", "2026-12-08T08:00Z", "2026-12-14T08:00Z", "2026-12-16T08:00Z")]
    // Nine o'clock stays nine o'clock on both sides of a change of the clock.
    [InlineData("2026-10-26", "Europe/Amsterdam", "2026-10-12T07:00Z", "2026-10-19T07:00Z", "2026-10-25T08:00Z", "2026-10-27T08:00Z")]
    [InlineData("2027-03-28", "Europe/Brussels", "2027-03-14T08:00Z", "2027-03-21T08:00Z", "2027-03-27T08:00Z", "2027-03-29T07:00Z")]
    [InlineData("2027-01-05", "America/Curacao", "2026-12-22T13:00Z", "2026-12-29T13:00Z", "2027-01-04T13:00Z", "2027-01-06T13:00Z")]
    public void Fourteen_seven_and_one_days_before_and_one_after_at_nine(string due, string zone, params string[] moments) =>
        ActionReminders.Of(Day(due), zone).Select(r => r.DueAt).ShouldBe(moments.Select(m => DateTimeOffset.Parse(m, CultureInfo.InvariantCulture)));

    [Fact]
    public void An_occurrence_reads_back()
    {
        var due = Day("2027-01-15");
        ActionReminders.Of(due, "Europe/Amsterdam").Select(r => ActionReminders.Read(r.Occurrence)).ShouldBe([(due, -14), (due, -7), (due, -1), (due, 1)]);
        ActionReminders.Key(due, -7).ShouldBe("2027-01-15/-7");
    }

    [Fact]
    public void A_stopped_reminder_can_be_wanted_again_and_a_sent_one_never()
    {
        var (now, later) = (new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        Reminder reminder = new(ReminderKind.PlanActionDue, Guid.NewGuid(), ReceiverKind.Person, Guid.NewGuid(), "2026-11-26/-1", later);
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
        (patient.Status, patient.DueAt).ShouldBe((ReminderStatus.Due, now.AddMinutes(10)));
        patient.WasRefused(now, "450", forGood: false);
        (patient.Status, patient.DueAt).ShouldBe((ReminderStatus.Due, now.AddHours(2)));
        patient.WasRefused(now, "450", forGood: false);
        patient.Status.ShouldBe(ReminderStatus.Failed);
        hopeless.WasRefused(now, "550", forGood: true);
        hopeless.Status.ShouldBe(ReminderStatus.Failed);
    }

    private static Reminder New(DateTimeOffset now) => new(ReminderKind.PlanActionDue, Guid.NewGuid(), ReceiverKind.Person, Guid.NewGuid(), "2026-11-26/-1", now);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
