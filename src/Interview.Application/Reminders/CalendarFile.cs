using System.Globalization;
using System.Text;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

/// <summary>
/// Free days out of an .ics file (RFC 5545: each VEVENT is a period) or a .csv file (name; first day; last day). Whatever cannot be understood refuses the file
/// and names the line; nothing of it is kept then.
/// </summary>
public static class CalendarFile
{
    public const int MostBytes = 1024 * 1024;
    private const int LongestLine = 2000;
    private const int LongestName = 100;
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyyMMdd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy"];

    public static IReadOnlyList<FreePeriod> Read(string fileName, byte[] bytes)
    {
        Refuse.FieldIf(bytes.Length == 0, "file", "reminders.calendar-empty");
        Refuse.FieldIf(bytes.Length > MostBytes, "file", "reminders.calendar-large", MostBytes / 1024);
        var text = Text(bytes);
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var tooLong = lines.FindIndex(l => l.Length > LongestLine);
        Refuse.FieldIf(tooLong >= 0, "file", "reminders.calendar-line", tooLong + 1);
        var periods = text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? Events(lines)
            : fileName.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) ? throw Refusal.At("file", "reminders.calendar-not-ics")
            : Rows(lines);
        Refuse.FieldIf(periods.Count == 0, "file", "reminders.calendar-empty");
        return periods;
    }

    private static string Text(byte[] bytes)
    {
        // A spreadsheet made long ago writes Latin-1; a file with zero bytes is no text at all.
        Refuse.FieldIf(bytes.Contains((byte)0), "file", "reminders.calendar-no-text");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static List<FreePeriod> Rows(List<string> lines)
    {
        List<FreePeriod> periods = [];
        var separator = lines.Any(l => l.Contains(';', StringComparison.Ordinal)) ? ';' : ',';
        for (var i = 0; i < lines.Count; i++)
        {
            var cells = lines[i].TrimStart('\uFEFF').Split(separator).Select(c => c.Trim().Trim('"')).ToList();
            if (cells.All(c => c.Length == 0)) continue;
            // A line of column names.
            if (periods.Count == 0 && i == 0 && cells.Count is (2 or 3) && cells.Skip(1).All(c => Day(c) is null)) continue;
            Refuse.FieldIf(cells.Count is < 2 or > 3, "file", "reminders.calendar-line", i + 1);
            Add(periods, cells[0], Day(cells[1]), cells.Count == 2 || cells[2].Length == 0 ? Day(cells[1]) : Day(cells[2]), i + 1);
        }
        return periods;
    }

    private static List<FreePeriod> Events(List<string> lines)
    {
        List<FreePeriod> periods = [];
        var (inside, begun, name) = (false, 0, "");
        DateOnly? from = null, to = null;
        foreach (var (line, number) in Unfolded(lines))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (property, value) = (line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..].Trim());
            switch (property)
            {
                case "BEGIN" when value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase): (inside, begun, name, from, to) = (true, number, "", null, null); break;
                case "END" when inside && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase):
                    Add(periods, name, from, to ?? from, begun);
                    inside = false;
                    break;
                case "SUMMARY" when inside: name = value.Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\\\", "\\", StringComparison.Ordinal); break;
                case "DTSTART" when inside: from = Day(value.Split('T')[0]); break;
                // The end of an all-day event is the day after its last one; one with hours ends on the day itself.
                case "DTEND" when inside: to = Day(value.Split('T')[0]) is { } end ? value.Contains('T', StringComparison.Ordinal) || end == from ? end : end.AddDays(-1) : null; Refuse.FieldIf(to is null, "file", "reminders.calendar-line", number); break;
                // Holidays of a school are not on a rule; a repeated event would be read wrong without a word.
                case "RRULE" or "RDATE" when inside: throw Refusal.At("file", "reminders.calendar-repeats", number);
            }
        }
        return periods;
    }

    private static IEnumerable<(string Line, int Number)> Unfolded(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var (whole, number) = (new StringBuilder(lines[i].TrimStart('\uFEFF')), i + 1);
            while (i + 1 < lines.Count && lines[i + 1] is [' ' or '\t', ..] && whole.Length < LongestLine) whole.Append(lines[++i].AsSpan(1));
            yield return (whole.ToString(), number);
        }
    }

    private static void Add(List<FreePeriod> periods, string name, DateOnly? from, DateOnly? to, int line)
    {
        Refuse.FieldIf(from is null || to is null, "file", "reminders.calendar-line", line);
        Refuse.FieldIf(to < from, "file", "reminders.calendar-order", line);
        Refuse.FieldIf(from!.Value.Year is < 2000 or > 2100, "file", "reminders.calendar-line", line);
        Refuse.FieldIf(to!.Value.DayNumber - from.Value.DayNumber >= FreeDays.LongestPeriod, "file", "reminders.calendar-period", line, FreeDays.LongestPeriod);
        Refuse.FieldIf(periods.Count >= FreeDays.MostPeriods, "file", "reminders.calendar-long", FreeDays.MostPeriods);
        var plain = string.Join(' ', new string([.. name.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate))]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        periods.Add(new(from.Value, to.Value, plain.Length > LongestName ? plain[..LongestName] : plain));
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
