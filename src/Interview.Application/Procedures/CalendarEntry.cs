using System.Globalization;
using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

/// <summary>
/// An appointment as calendars exchange it (RFC 5545, 5546): the same UID for life, a SEQUENCE that goes up with each change, local time with its zone's rules.
/// A cancellation for everybody says STATUS:CANCELLED; one that only takes a single receiver off the list does not.
/// </summary>
internal sealed record CalendarEntry(string Uid, int Sequence, Appointment When, int Minutes, string Summary, string Location, string Description,
    string OrganizerName, string OrganizerMail, string AttendeeName, string AttendeeMail)
{
    private const int LongestLine = 75;

    public string Write(DateTimeOffset stamp, bool cancel, bool withdraw)
    {
        List<string> lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Interview//Interview//EN", cancel ? "METHOD:CANCEL" : "METHOD:REQUEST", .. Zone(), "BEGIN:VEVENT",
            $"UID:{Uid}", $"SEQUENCE:{Number(Sequence)}", $"DTSTAMP:{stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"DTSTART;TZID={When.Zone}:{Local(When.Local)}", $"DTEND;TZID={When.Zone}:{Local(When.Local.AddMinutes(Minutes))}", $"SUMMARY:{Text(Summary)}"];
        if (Location.Length > 0) lines.Add($"LOCATION:{Text(Location)}");
        if (Description.Length > 0) lines.Add($"DESCRIPTION:{Text(Description)}");
        lines.Add($"ORGANIZER;CN={Parameter(OrganizerName)}:mailto:{OrganizerMail}");
        lines.Add($"ATTENDEE;CN={Parameter(AttendeeName)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP={(cancel ? "FALSE" : "TRUE")}:mailto:{AttendeeMail}");
        if (!withdraw) lines.Add(cancel ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        lines.AddRange(["END:VEVENT", "END:VCALENDAR"]);
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    // The zone's rules around the appointment: the change of the clock before it and the one after it.
    private IEnumerable<string> Zone()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(When.Zone);
        var (from, until) = (When.Utc.AddDays(-370), When.Utc.AddDays(370));
        yield return "BEGIN:VTIMEZONE";
        yield return $"TZID:{When.Zone}";
        var changes = Changes(zone, from, until).ToList();
        if (changes.Count == 0) changes.Add(from);
        foreach (var at in changes)
        {
            var (before, after) = (zone.GetUtcOffset(at.AddSeconds(-1)), zone.GetUtcOffset(at));
            var part = zone.IsDaylightSavingTime(at) ? "DAYLIGHT" : "STANDARD";
            yield return $"BEGIN:{part}";
            yield return $"DTSTART:{Local(at.ToOffset(before).DateTime)}";
            yield return $"TZOFFSETFROM:{Offset(before)}";
            yield return $"TZOFFSETTO:{Offset(after)}";
            yield return $"END:{part}";
        }
        yield return "END:VTIMEZONE";
    }

    private static IEnumerable<DateTimeOffset> Changes(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        for (var day = from; day < until; day = day.AddDays(1))
        {
            var next = day.AddDays(1);
            if (zone.GetUtcOffset(day) == zone.GetUtcOffset(next)) continue;
            var (low, high) = (day, next);
            while (high - low > TimeSpan.FromSeconds(1))
            {
                var middle = low + (high - low) / 2;
                if (zone.GetUtcOffset(middle) == zone.GetUtcOffset(day)) low = middle;
                else high = middle;
            }
            // Clocks change on a whole minute.
            yield return new DateTimeOffset((high.UtcTicks + TimeSpan.TicksPerMinute / 2) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        }
    }

    private static string Local(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);

    // A parameter has no escapes: quoted, without quotes and control characters inside.
    private static string Parameter(string text) => $"\"{new string([.. text.Where(c => c != '"' && !char.IsControl(c))])}\"";

    /// <summary>At most 75 octets a line, never cut inside a character; the next line starts with a space.</summary>
    internal static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
