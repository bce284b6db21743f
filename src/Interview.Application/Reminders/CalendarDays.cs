using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

/// <summary>Days as a person counts them: in the own time zone, not in pieces of 24 hours.</summary>
public static class CalendarDays
{
    /// <summary>When the day of an action counts as begun.</summary>
    public static readonly TimeOnly Morning = new(9, 0);

    public static DateOnly Today(this TimeProvider clock, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

    /// <summary>An hour of a day some days away from <paramref name="day"/>, as an appointment.</summary>
    public static Appointment At(this DateOnly day, int days, TimeOnly hour, string zone) => Appointment.At(day.AddDays(days).ToDateTime(hour), zone);
}
