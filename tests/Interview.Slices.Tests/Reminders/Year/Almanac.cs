using System.Globalization;

namespace Interviewing.Slices.Tests.Reminders.Year;

/// <summary>The calendar of the simulated year as one would write it on a wall: public holidays by hand, moments found by walking minute by minute.</summary>
internal static class Almanac
{
    public const string Netherlands = "Europe/Amsterdam";
    public const string Belgium = "Europe/Brussels";

    private static readonly HashSet<DateOnly> Dutch = Days("2026-12-25 2026-12-26 2027-01-01 2027-03-28 2027-03-29 2027-04-27 2027-05-06 2027-05-16 2027-05-17 2027-12-25 2027-12-26");
    private static readonly HashSet<DateOnly> Belgian = Days("2026-11-01 2026-11-11 2026-12-25 2027-01-01 2027-03-28 2027-03-29 2027-05-01 2027-05-06 2027-05-16 2027-05-17 2027-07-21 2027-08-15 2027-11-01 2027-11-11 2027-12-25");

    public static DateTime Local(DateTimeOffset at, string zone) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;

    public static DateOnly Day(DateTimeOffset at, string zone) => DateOnly.FromDateTime(Local(at, zone));

    public static DateTimeOffset At(DateOnly day, int hour, int minute, string zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local)).ToUniversalTime();
    }

    public static bool IsWorkingDay(DateOnly day, string zone) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !(zone == Belgium ? Belgian : Dutch).Contains(day);

    public static bool IsOpen(DateTimeOffset at, string zone)
    {
        var local = Local(at, zone);
        return local.Hour >= 8 && local.Hour < 19 && IsWorkingDay(DateOnly.FromDateTime(local), zone);
    }

    public static DateTimeOffset Back(DateTimeOffset at, string zone)
    {
        while (!IsOpen(at, zone)) at = at.AddMinutes(-1);
        return at;
    }

    public static DateTimeOffset Forward(DateTimeOffset at, string zone)
    {
        while (!IsOpen(at, zone)) at = at.AddMinutes(1);
        return at;
    }

    public static DateOnly WorkingDay(DateOnly day, int count, string zone)
    {
        while (count != 0)
        {
            day = day.AddDays(Math.Sign(count));
            if (IsWorkingDay(day, zone)) count -= Math.Sign(count);
        }
        return day;
    }

    public static DateTimeOffset AfterOpenHours(DateTimeOffset at, int hours, string zone)
    {
        for (var left = hours * 60; left > 0; at = at.AddMinutes(1)) if (IsOpen(at, zone)) left--;
        return Forward(at, zone);
    }

    private static HashSet<DateOnly> Days(string list) => [.. list.Split(' ').Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
}
