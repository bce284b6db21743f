using System.Globalization;

namespace Interviewing.Web.Shell;

/// <summary>Moments as this person says them: in the own time zone, 'today' and 'yesterday' where that is shorter.</summary>
public sealed class Dates(TimeProvider clock, Words words)
{
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public DateOnly Today => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    public int Hour => Local(clock.GetUtcNow()).Hour;

    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>"vrijdag 27 november", with the year when it is another one.</summary>
    public string Day(DateOnly day) => day.ToString(day.Year == Today.Year ? "dddd d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    /// <summary>"vr 4 dec".</summary>
    public string Short(DateOnly day) => day.ToString(day.Year == Today.Year ? "ddd d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture);

    public string Short(DateTimeOffset at) => Short(DateOnly.FromDateTime(Local(at).DateTime));

    /// <summary>"vandaag 08:10", "gisteren 16:40", "vrijdag 15:20", "ma 9 nov 11:05".</summary>
    public string When(DateTimeOffset at) => (Today.DayNumber - DateOnly.FromDateTime(Local(at).DateTime).DayNumber) switch
    {
        0 => words["shell.date.today-at", Time(at)],
        1 => words["shell.date.yesterday-at", Time(at)],
        > 1 and < 7 => $"{Local(at).ToString("dddd", CultureInfo.CurrentCulture)} {Time(at)}",
        _ => $"{Short(at)} {Time(at)}",
    };

    /// <summary>How long something waits: "vandaag 08:10", "sinds gisteren", "sinds vrijdag", "sinds 9 nov".</summary>
    public string Since(DateTimeOffset at) => (Today.DayNumber - DateOnly.FromDateTime(Local(at).DateTime).DayNumber) switch
    {
        <= 0 => words["shell.date.today-at", Time(at)],
        1 => words["shell.date.since", words["shell.date.yesterday"]],
        < 7 => words["shell.date.since", Local(at).ToString("dddd", CultureInfo.CurrentCulture)],
        _ => words["shell.date.since", Local(at).ToString("d MMM", CultureInfo.CurrentCulture)],
    };
}
