using System.Text.Json.Serialization;

namespace Interviewing.Application.Shared;

/// <summary>
/// A moment as people agree on it: local date and time in an IANA zone, with the UTC instant derived from the two.
/// A local time that does not exist (spring) moves forward by the gap; one that exists twice (autumn) is the first.
/// </summary>
public sealed record Appointment
{
    [JsonInclude] public DateTime Local { get; private init; }
    [JsonInclude] public string Zone { get; private init; } = "";
    [JsonInclude] public DateTimeOffset Utc { get; private init; }

    public static Appointment At(DateTime local, string zone)
    {
        Refuse.If(!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var tz), "shared.unknown-zone", zone);
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (tz!.IsInvalidTime(wall))
            wall += tz.GetUtcOffset(wall.AddDays(1)) - tz.GetUtcOffset(wall.AddDays(-1));
        var offset = tz.IsAmbiguousTime(wall) ? tz.GetAmbiguousTimeOffsets(wall).Max() : tz.GetUtcOffset(wall);
        return new() { Local = wall, Zone = zone, Utc = new DateTimeOffset(wall, offset).ToUniversalTime() };
    }

    public static Appointment From(DateTimeOffset instant, string zone) =>
        At(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime, zone) with { Utc = instant.ToUniversalTime() };

    /// <summary>The same wall time some calendar days away: 'one day before' is a day of the calendar, not 24 hours.</summary>
    public Appointment PlusDays(int days) => At(Local.AddDays(days), Zone);

    public override string ToString() => $"{Local:yyyy-MM-dd HH:mm} {Zone}";
}
