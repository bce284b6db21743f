using System.Globalization;
using Interviewing.Application.Identity;

namespace Interviewing.Web.FirstStart;

/// <summary>The demo organisation as its file tells it.</summary>
internal sealed record DemoFile(IReadOnlyList<DemoUnit> Units, IReadOnlyList<DemoPerson> Persons)
{
    /// <summary>Reads `## Eenheden` and `## Personen`; a line that does not fit stops with its number.</summary>
    public static DemoFile Read(string text)
    {
        List<DemoUnit> units = [];
        List<DemoPerson> persons = [];
        var (section, number) = ("", 0);
        List<string> above = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal)) section = line[3..].Trim();
            else if (section == "Eenheden" && line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            {
                var depth = (line.Length - line.TrimStart().Length) / 2;
                var parts = line.TrimStart()[2..].Split(':', 2, StringSplitOptions.TrimEntries);
                if (parts.Length != 2 || depth > above.Count) throw new FormatException($"line {number}: '- code: name' expected");
                above.RemoveRange(depth, above.Count - depth);
                units.Add(new(parts[0], parts[1], above.LastOrDefault()));
                above.Add(parts[0]);
            }
            else if (section == "Personen" && line.StartsWith("- ", StringComparison.Ordinal)) persons.Add(Person(line[2..], number));
        }
        return new(units, persons);
    }

    private static DemoPerson Person(string line, int number)
    {
        var fields = line.Split(" · ", StringSplitOptions.TrimEntries);
        if (fields.Length != 9) throw new FormatException($"line {number}: nine fields expected, {fields.Length} found");
        string? Field(int at)
        {
            var value = fields[at].Split(':', 2, StringSplitOptions.TrimEntries)[1];
            return value is "–" or "" ? null : value;
        }
        var role = Enum.Parse<Role>(Field(4)!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        return new(fields[0], fields[1], fields[2], fields[3], role, Field(5), Field(6), Field(7),
            Field(8) is { } from ? DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }
}

internal sealed record DemoUnit(string Code, string Name, string? Parent);

internal sealed record DemoPerson(string Email, string Name, string Language, string Zone, Role Role, string? Unit, string? Manager, string? Profile, DateOnly? From);
