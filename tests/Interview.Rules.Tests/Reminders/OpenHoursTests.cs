using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Reminders;

public class OpenHoursTests
{
    private static readonly OpenHours Dutch = Of("Europe/Amsterdam", Country.Netherlands);
    private static readonly OpenHours Belgian = Of("Europe/Brussels", Country.Belgium);

    // The moment itself, before any calendar: a day is a day of the calendar, not 24 hours.
    [Theory]
    [InlineData("2026-10-25T10:00", "2026-10-25T09:00Z", "2026-10-24T08:00Z")]
    [InlineData("2027-03-28T10:00", "2027-03-28T08:00Z", "2027-03-27T09:00Z")]
    [InlineData("2027-10-31T10:00", "2027-10-31T09:00Z", "2027-10-30T08:00Z")]
    [InlineData("2028-03-26T10:00", "2028-03-26T08:00Z", "2028-03-25T09:00Z")]
    public void One_day_before_keeps_the_wall_time_over_a_change_of_the_clock(string local, string utc, string dayBefore)
    {
        var when = Appointment.At(DateTime.Parse(local, CultureInfo.InvariantCulture), "Europe/Amsterdam");
        when.Utc.ShouldBe(At(utc));
        new Step(-1, StepUnit.Days).From(when, Dutch).ShouldBe(At(dayBefore));
    }

    [Fact]
    public void A_time_that_does_not_exist_moves_on_by_the_gap_and_one_that_exists_twice_is_the_first()
    {
        Appointment.At(new(2027, 3, 28, 2, 30, 0), "Europe/Amsterdam").ShouldSatisfyAllConditions(a => a.Local.ShouldBe(new(2027, 3, 28, 3, 30, 0)), a => a.Utc.ShouldBe(At("2027-03-28T01:30Z")));
        Appointment.At(new(2026, 10, 25, 2, 30, 0), "Europe/Amsterdam").Utc.ShouldBe(At("2026-10-25T00:30Z"));
        // One day before an interview at half past two: the same wall time where it exists.
        new Step(-1, StepUnit.Days).From(Appointment.At(new(2026, 10, 26, 2, 30, 0), "Europe/Amsterdam"), Dutch).ShouldBe(At("2026-10-25T00:30Z"));
        new Step(-1, StepUnit.Days).From(Appointment.At(new(2027, 3, 29, 2, 30, 0), "Europe/Amsterdam"), Dutch).ShouldBe(At("2027-03-28T01:30Z"));
    }

    [Theory]
    // Sunday evening: Friday 18:59. Saturday is no better than Sunday.
    [InlineData("2026-11-29T18:00Z", "2026-11-27T17:59Z", "2026-11-30T07:00Z")]
    [InlineData("2026-11-28T09:00Z", "2026-11-27T17:59Z", "2026-11-30T07:00Z")]
    // Before eight and from seven in the evening on.
    [InlineData("2026-11-25T06:30Z", "2026-11-24T17:59Z", "2026-11-25T07:00Z")]
    [InlineData("2026-11-25T18:00Z", "2026-11-25T17:59Z", "2026-11-26T07:00Z")]
    [InlineData("2026-11-25T17:59Z", "2026-11-25T17:59Z", "2026-11-25T17:59Z")]
    [InlineData("2026-11-25T07:00Z", "2026-11-25T07:00Z", "2026-11-25T07:00Z")]
    // Easter: Good Friday is an ordinary day, Monday is free.
    [InlineData("2026-04-06T08:00Z", "2026-04-03T16:59Z", "2026-04-07T06:00Z")]
    // Nine on Monday after the clock went back is an hour later in UTC.
    [InlineData("2026-10-25T08:00Z", "2026-10-23T16:59Z", "2026-10-26T07:00Z")]
    public void Before_an_event_moves_back_to_the_last_open_minute_and_after_one_forward_to_the_first(string at, string back, string forward)
    {
        Dutch.Back(At(at)).ShouldBe(At(back));
        Dutch.Forward(At(at)).ShouldBe(At(forward));
    }

    [Fact]
    public void The_two_countries_keep_their_own_days()
    {
        foreach (var (day, dutch, belgian) in new[] { ("2027-04-27", false, true), ("2026-07-21", true, false), ("2025-08-15", true, false), ("2027-11-01", true, false), ("2026-11-11", true, false), ("2027-05-06", false, false) })
        {
            var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
            (Dutch.IsWorkingDay(date), Belgian.IsWorkingDay(date)).ShouldBe((dutch, belgian), day);
        }
    }

    [Theory]
    [InlineData("2026-11-30", -2, "2026-11-26")]
    [InlineData("2026-11-30", -1, "2026-11-27")]
    [InlineData("2026-11-27", 1, "2026-11-30")]
    [InlineData("2026-12-28", -2, "2026-12-23")]
    [InlineData("2026-04-03", 1, "2026-04-07")]
    [InlineData("2026-11-28", -1, "2026-11-27")]
    public void Working_days_are_counted_without_the_day_itself(string day, int count, string expected) =>
        Dutch.WorkingDay(DateOnly.Parse(day, CultureInfo.InvariantCulture), count).ShouldBe(DateOnly.Parse(expected, CultureInfo.InvariantCulture));

    [Fact]
    public void Twenty_four_open_hours_take_a_weekend_in_their_stride()
    {
        // Friday 17:00: two hours, eleven on Monday, eleven on Tuesday, and it is Tuesday 19:00, which is Wednesday 08:00.
        Dutch.AfterOpenHours(At("2026-11-27T16:00Z"), 24).ShouldBe(At("2026-12-02T07:00Z"));
        Dutch.AfterOpenHours(At("2026-11-27T16:00Z"), 23).ShouldBe(At("2026-12-01T17:00Z"));
        Dutch.AfterOpenHours(At("2026-11-28T12:00Z"), 1).ShouldBe(At("2026-11-30T08:00Z"));
    }

    [Fact]
    public void Whatever_the_moment_back_is_the_last_open_one_and_forward_the_first()
    {
        var minutes = Gen.Choose(0, 60 * 24 * 730).ToArbitrary();
        Prop.ForAll(minutes, minute =>
        {
            foreach (var hours in new[] { Dutch, Belgian })
            {
                var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
                var (back, forward) = (hours.Back(at), hours.Forward(at));
                if (!hours.IsOpen(back) || !hours.IsOpen(forward) || back > at || forward < at) return false;
                for (var between = back.AddMinutes(1); between < forward; between = between.AddMinutes(1)) if (between != at && hours.IsOpen(between)) return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_calendar_that_is_never_open_does_not_keep_us_looking()
    {
        OpenHours never = new("Europe/Amsterdam", new(8, 0), new(19, 0), _ => true);
        never.Back(At("2026-11-25T12:00Z")).ShouldBeLessThan(At("2026-11-25T12:00Z"));
        never.Forward(At("2026-11-25T12:00Z")).ShouldBeGreaterThan(At("2026-11-25T12:00Z"));
    }

    private static OpenHours Of(string zone, Country country) => new(zone, new(8, 0), new(19, 0), day => Holidays.Of(country, day.Year, LiberationDay.EveryFifthYear).ContainsKey(day));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
