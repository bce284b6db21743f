using System.Globalization;
using System.Text;

namespace Interviewing.Testing;

/// <summary>
/// Reads an iCalendar text the strict way, as a calendar that forgives nothing: CRLF, 75 octets, unfolding, BEGIN and END in pairs, every required line there once,
/// zones that are defined. What does not fit throws.
/// </summary>
public sealed class CalendarText
{
    private readonly ILookup<string, Line> lines;

    private CalendarText(string method, ILookup<string, Line> lines, IReadOnlySet<string> zones)
    {
        (Method, this.lines) = (method, lines);
        (Uid, Sequence, Summary, Status) = (One("UID").Value, int.Parse(One("SEQUENCE").Value, NumberStyles.None, CultureInfo.InvariantCulture), Text(One("SUMMARY").Value), lines["STATUS"].SingleOrDefault()?.Value);
        Stamp = DateTimeOffset.ParseExact(One("DTSTAMP").Value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        (Start, End) = (Local(One("DTSTART"), zones), Local(One("DTEND"), zones));
        (Attendee, Organizer) = (Mail(One("ATTENDEE")), Mail(One("ORGANIZER")));
        (Description, Location) = (Text(lines["DESCRIPTION"].SingleOrDefault()?.Value ?? ""), Text(lines["LOCATION"].SingleOrDefault()?.Value ?? ""));
        if (End <= Start) throw new FormatException("it ends before it starts");
    }

    public string Method { get; }
    public string Uid { get; }
    public int Sequence { get; }
    public string? Status { get; }
    public DateTimeOffset Stamp { get; }
    public string Summary { get; }
    public string Description { get; }
    public string Location { get; }
    public string Attendee { get; }
    public string Organizer { get; }
    public DateTime Start { get; }
    public DateTime End { get; }

    private sealed record Line(string Name, IReadOnlyDictionary<string, string> Parameters, string Value);

    public static CalendarText Read(string text)
    {
        if (!text.EndsWith("\r\n", StringComparison.Ordinal)) throw new FormatException("the last line is not ended");
        var physical = text[..^2].Split("\r\n");
        foreach (var line in physical)
        {
            if (line.Contains('\n', StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal)) throw new FormatException("a bare end of line");
            if (Encoding.UTF8.GetByteCount(line) > 75) throw new FormatException($"longer than 75 octets: {line}");
        }
        List<Line> all = [.. Unfold(physical).Select(Parse)];
        Stack<string> open = [];
        List<Line> events = [], calendar = [];
        HashSet<string> zones = [];
        var found = 0;
        foreach (var line in all)
        {
            if (line.Name == "BEGIN") open.Push(line.Value);
            else if (line.Name == "END" && (open.Count == 0 || open.Pop() != line.Value)) throw new FormatException($"END:{line.Value} closes nothing");
            else if (line.Name != "END" && open.Peek() == "VEVENT") events.Add(line);
            else if (line.Name != "END" && open.Peek() == "VCALENDAR") calendar.Add(line);
            if (line is { Name: "BEGIN", Value: "VEVENT" }) found++;
            if (line.Name == "TZID" && open.Peek() == "VTIMEZONE") zones.Add(line.Value);
        }
        if (open.Count > 0 || all[0] is not { Name: "BEGIN", Value: "VCALENDAR" } || found != 1) throw new FormatException("not one calendar with one event");
        if (calendar.Single(l => l.Name == "VERSION").Value != "2.0" || calendar.Single(l => l.Name == "PRODID").Value.Length == 0) throw new FormatException("no version or maker");
        return new(calendar.Single(l => l.Name == "METHOD").Value, events.ToLookup(l => l.Name), zones);
    }

    private static List<string> Unfold(IEnumerable<string> physical)
    {
        List<string> logical = [];
        foreach (var line in physical)
        {
            if (line.StartsWith(' ') || line.StartsWith('\t')) logical[^1] += line[1..];
            else logical.Add(line);
        }
        return logical;
    }

    // name *(;param=value) : value, where a quoted parameter may hold what it likes.
    private static Line Parse(string line)
    {
        List<string> parts = [];
        var (quoted, from) = (false, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            if (quoted || line[i] is not (';' or ':')) continue;
            parts.Add(line[from..i]);
            from = i + 1;
            if (line[i] == ':') return new(parts[0], parts.Skip(1).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1].Trim('"'), StringComparer.Ordinal), line[from..]);
        }
        throw new FormatException($"no value: {line}");
    }

    private static string Text(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is ',' or ';') throw new FormatException($"unescaped {value[i]} in {value}");
            if (value[i] != '\\') text.Append(value[i]);
            else text.Append(value[++i] switch { '\\' => '\\', ';' => ';', ',' => ',', 'n' or 'N' => '\n', var odd => throw new FormatException($"odd escape {odd}") });
        }
        return text.ToString();
    }

    private static DateTime Local(Line line, IReadOnlySet<string> zones)
    {
        if (!zones.Contains(line.Parameters["TZID"])) throw new FormatException($"zone {line.Parameters["TZID"]} is not defined");
        return DateTime.ParseExact(line.Value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
    }

    private static string Mail(Line line) => line.Value.StartsWith("mailto:", StringComparison.Ordinal) ? line.Value["mailto:".Length..] : throw new FormatException("no mailto");

    private Line One(string name) => lines[name].Count() == 1 ? lines[name].Single() : throw new FormatException($"{lines[name].Count()} times {name}");
}
