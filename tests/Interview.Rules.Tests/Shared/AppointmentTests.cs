using System.Globalization;
using Interviewing.Application.Shared;

namespace Interviewing.Rules.Tests.Shared;

public class AppointmentTests
{
    private const string Amsterdam = "Europe/Amsterdam";

    [Theory]
    [InlineData("2026-10-25T10:00", "2026-10-25T09:00Z")]
    [InlineData("2027-03-28T10:00", "2027-03-28T08:00Z")]
    // The hour that is skipped moves forward, the hour that comes twice is the first.
    [InlineData("2027-03-28T02:30", "2027-03-28T01:30Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30Z")]
    [InlineData("2027-10-31T02:30", "2027-10-31T00:30Z")]
    [InlineData("2028-03-26T02:00", "2028-03-26T01:00Z")]
    public void Wall_time_becomes_an_instant(string local, string utc) => Appointment.At(Local(local), Amsterdam).Utc.ShouldBe(Utc(utc));

    [Fact]
    public void A_skipped_hour_says_the_time_it_became() => Appointment.At(Local("2027-03-28T02:30"), Amsterdam).Local.ShouldBe(Local("2027-03-28T03:30"));

    [Theory]
    [InlineData("2026-10-25T10:00", "2026-10-24T10:00", "2026-10-24T08:00Z")]
    [InlineData("2027-03-28T10:00", "2027-03-27T10:00", "2027-03-27T09:00Z")]
    public void One_day_before_is_a_day_of_the_calendar(string local, string before, string utc)
    {
        var day = Appointment.At(Local(local), Amsterdam).PlusDays(-1);
        day.Local.ShouldBe(Local(before));
        day.Utc.ShouldBe(Utc(utc));
    }

    [Fact]
    public void A_zone_that_is_not_there_is_refused() => Should.Throw<Refusal>(() => Appointment.At(Local("2026-10-25T10:00"), "Europe/Nowhere")).Reasons[0].Code.ShouldBe("shared.unknown-zone");

    private static DateTime Local(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
