using System.Globalization;
using Interviewing.Application.Reminders;

namespace Interviewing.Rules.Tests.Reminders;

public class HolidayTests
{
    [Theory]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter_falls_where_almanacs_put_it(string day) => Holidays.Easter(Day(day).Year).ShouldBe(Day(day));

    [Fact]
    public void Easter_is_a_sunday_between_22_march_and_25_april_in_every_year()
    {
        foreach (var easter in Enumerable.Range(1900, 400).Select(Holidays.Easter))
        {
            easter.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
            easter.ShouldBeInRange(new(easter.Year, 3, 22), new(easter.Year, 4, 25));
        }
    }

    [Fact]
    public void The_netherlands_in_2026_and_2027()
    {
        Days(Country.Netherlands, 2026).ShouldBe(["01-01", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25", "12-25", "12-26"]);
        Days(Country.Netherlands, 2027).ShouldBe(["01-01", "03-28", "03-29", "04-27", "05-06", "05-16", "05-17", "12-25", "12-26"]);
    }

    [Fact]
    public void Belgium_in_2026_and_2027()
    {
        Days(Country.Belgium, 2026).ShouldBe(["01-01", "04-05", "04-06", "05-01", "05-14", "05-24", "05-25", "07-21", "08-15", "11-01", "11-11", "12-25"]);
        Days(Country.Belgium, 2027).ShouldBe(["01-01", "03-28", "03-29", "05-01", "05-06", "05-16", "05-17", "07-21", "08-15", "11-01", "11-11", "12-25"]);
    }

    [Theory]
    [InlineData(2025, "2025-04-26")]
    [InlineData(2026, "2026-04-27")]
    [InlineData(2031, "2031-04-26")]
    public void Kings_day_moves_to_saturday_when_it_is_a_sunday(int year, string day) =>
        Holidays.Of(Country.Netherlands, year, LiberationDay.Never).Single(h => h.Value == Holiday.KingsDay).Key.ShouldBe(Day(day));

    [Fact]
    public void Liberation_day_is_what_the_organisation_agreed()
    {
        bool Free(int year, LiberationDay liberation) => Holidays.Of(Country.Netherlands, year, liberation).ContainsKey(new(year, 5, 5));
        (Free(2025, LiberationDay.EveryFifthYear), Free(2026, LiberationDay.EveryFifthYear), Free(2030, LiberationDay.EveryFifthYear)).ShouldBe((true, false, true));
        (Free(2026, LiberationDay.EveryYear), Free(2025, LiberationDay.Never)).ShouldBe((true, false));
        Holidays.Of(Country.Belgium, 2025, LiberationDay.EveryYear).Keys.ShouldNotContain(new DateOnly(2025, 5, 5));
    }

    [Fact]
    public void Every_year_can_be_asked_for()
    {
        foreach (var country in Enum.GetValues<Country>())
            foreach (var year in Enumerable.Range(2000, 200)) Holidays.Of(country, year, LiberationDay.EveryYear).Count.ShouldBeGreaterThan(8);
    }

    private static IEnumerable<string> Days(Country country, int year) => Holidays.Of(country, year, LiberationDay.EveryFifthYear).Keys.Order().Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
