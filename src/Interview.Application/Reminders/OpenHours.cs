using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

/// <summary>
/// When somebody may be written to: working days of the own country and zone, from one hour up to (not including) another. Answers in whole minutes, so the
/// last open minute of a day that closes at 19:00 is 18:59.
/// </summary>
public sealed class OpenHours(string zone, TimeOnly from, TimeOnly until, Func<DateOnly, bool> isFree)
{
    // Nobody is away for longer; a calendar that says so must not keep us looking.
    private const int FarAway = 400;

    private readonly TimeZoneInfo tz = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public string Zone => zone;

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isFree(day);

    public bool IsOpen(DateTimeOffset at)
    {
        var local = Local(at);
        var time = TimeOnly.FromDateTime(local);
        return time >= from && time < until && IsWorkingDay(DateOnly.FromDateTime(local));
    }

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    public TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(Local(at));

    /// <summary>This moment, or the last open minute before it: for what must be said before an event.</summary>
    public DateTimeOffset Back(DateTimeOffset at)
    {
        if (IsOpen(at)) return at;
        var local = Local(at);
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) < until || !IsWorkingDay(day)) day = Nearest(day, -1);
        return Moment(day, until.AddMinutes(-1));
    }

    /// <summary>This moment, or the first open minute after it: for what is said after an event.</summary>
    public DateTimeOffset Forward(DateTimeOffset at)
    {
        if (IsOpen(at)) return at;
        var local = Local(at);
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) >= from || !IsWorkingDay(day)) day = Nearest(day, 1);
        return Moment(day, from);
    }

    /// <summary>The day that lies so many working days after (or, negative, before) this one, which itself does not count.</summary>
    public DateOnly WorkingDay(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0; left--) day = Nearest(day, Math.Sign(count));
        return day;
    }

    /// <summary>The moment at which so many open hours have gone by.</summary>
    public DateTimeOffset AfterOpenHours(DateTimeOffset at, int hours)
    {
        var left = TimeSpan.FromHours(hours);
        for (at = Forward(at); ; at = Forward(Moment(DayOf(at), until)))
        {
            var today = Moment(DayOf(at), until) - at;
            if (today >= left) return Forward(at + left);
            left -= today;
        }
    }

    public DateTimeOffset Moment(DateOnly day, TimeOnly time) => Appointment.At(day.ToDateTime(time), zone).Utc;

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, tz).DateTime;

    private DateOnly Nearest(DateOnly day, int step)
    {
        for (var i = 0; i < FarAway; i++)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) return day;
        }
        return day;
    }
}
