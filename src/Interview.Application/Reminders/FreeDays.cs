using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

public sealed record FreePeriod(DateOnly From, DateOnly To, string Name);

/// <summary>
/// A calendar of free days that somebody loaded: school holidays of a region, closing days of the house. For everybody, or for those who chose it. On such days
/// what can wait waits; an interview of tomorrow does not.
/// </summary>
public sealed class FreeDays : Root
{
    public const int MostPeriods = 1000;
    public const int LongestPeriod = 120;

    private FreeDays() { }

    public FreeDays(string name, bool forEverybody, IReadOnlyList<FreePeriod> periods, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(name) || name.Length > 100 || name.Any(char.IsControl), "name", "reminders.calendar-name");
        (Name, ForEverybody) = (name.Trim(), forEverybody);
        Load(periods, now);
    }

    public string Name { get; private set; } = "";
    public bool ForEverybody { get; private set; }
    public IReadOnlyList<FreePeriod> Periods { get; private set; } = [];
    public DateTimeOffset LoadedAt { get; private set; }

    /// <summary>The newest file replaces what was there.</summary>
    public void Load(IReadOnlyList<FreePeriod> periods, DateTimeOffset now)
    {
        Refuse.FieldIf(periods.Count == 0, "file", "reminders.calendar-empty");
        Refuse.FieldIf(periods.Count > MostPeriods, "file", "reminders.calendar-long", MostPeriods);
        (Periods, LoadedAt) = ([.. periods.OrderBy(p => p.From).ThenBy(p => p.To)], now);
        Touch();
    }

    public void Serve(bool everybody)
    {
        ForEverybody = everybody;
        Touch();
    }
}
