using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Interviewing.Application.Reminders;

/// <summary>The country whose public holidays somebody keeps.</summary>
public enum Country { Netherlands, Belgium }

/// <summary>When 5 May is a day off in the Netherlands: that is agreed per employer.</summary>
public enum LiberationDay { Never, EveryFifthYear, EveryYear }

/// <summary>A public holiday; the names are in the resources under <c>reminders.holiday.{name}</c>.</summary>
public enum Holiday
{
    NewYear, EasterSunday, EasterMonday, KingsDay, LabourDay, LiberationDay, Ascension, WhitSunday, WhitMonday, NationalDay, Assumption, AllSaints, Armistice, Christmas, BoxingDay,
}

/// <summary>Public holidays by rule, for any year: there is no table to keep up.</summary>
public static class Holidays
{
    private static readonly ConcurrentDictionary<(Country, LiberationDay, int), FrozenDictionary<DateOnly, Holiday>> Known = new();

    public static IReadOnlyDictionary<DateOnly, Holiday> Of(Country country, int year, LiberationDay liberation) =>
        Known.GetOrAdd((country, liberation, year), static key => (key.Item1 switch { Country.Netherlands => Netherlands(key.Item3, key.Item2), Country.Belgium => Belgium(key.Item3) }).ToFrozenDictionary(h => h.Day, h => h.Holiday));

    /// <summary>Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new(year, day / 31, (day % 31) + 1);
    }

    private static IEnumerable<(DateOnly Day, Holiday Holiday)> Netherlands(int year, LiberationDay liberation)
    {
        yield return (new(year, 1, 1), Holiday.NewYear);
        foreach (var movable in Movable(year)) yield return movable;
        // On the 26th when the 27th is a Sunday. Before 2014 it was another day.
        DateOnly king = new(year, 4, 27);
        var kingsDay = king.DayOfWeek == DayOfWeek.Sunday ? king.AddDays(-1) : king;
        yield return (kingsDay, Holiday.KingsDay);
        var five = new DateOnly(year, 5, 5);
        // In some years Ascension Day is 5 May itself; the day has one name then.
        if (five != Easter(year).AddDays(39) && liberation switch { LiberationDay.Never => false, LiberationDay.EveryFifthYear => year % 5 == 0, LiberationDay.EveryYear => true })
            yield return (five, Holiday.LiberationDay);
        yield return (new(year, 12, 25), Holiday.Christmas);
        yield return (new(year, 12, 26), Holiday.BoxingDay);
    }

    private static IEnumerable<(DateOnly Day, Holiday Holiday)> Belgium(int year)
    {
        yield return (new(year, 1, 1), Holiday.NewYear);
        foreach (var movable in Movable(year)) yield return movable;
        // In 2008 for the last time, and again in 2160, Ascension Day is 1 May itself.
        if (Easter(year).AddDays(39) != new DateOnly(year, 5, 1)) yield return (new(year, 5, 1), Holiday.LabourDay);
        yield return (new(year, 7, 21), Holiday.NationalDay);
        yield return (new(year, 8, 15), Holiday.Assumption);
        yield return (new(year, 11, 1), Holiday.AllSaints);
        yield return (new(year, 11, 11), Holiday.Armistice);
        yield return (new(year, 12, 25), Holiday.Christmas);
    }

    private static IEnumerable<(DateOnly, Holiday)> Movable(int year)
    {
        var easter = Easter(year);
        return [(easter, Holiday.EasterSunday), (easter.AddDays(1), Holiday.EasterMonday), (easter.AddDays(39), Holiday.Ascension), (easter.AddDays(49), Holiday.WhitSunday), (easter.AddDays(50), Holiday.WhitMonday)];
    }
}
