using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

/// <summary>How the talks may lie: from which day, between which hours, how long, with what between them.</summary>
/// <param name="Around">Whether times are passed over at which somebody or every room is taken.</param>
public sealed record RosterWish(DateOnly FirstDay, string Zone, int Minutes, int Pause, TimeOnly From, TimeOnly Until, TimeOnly? LunchFrom, TimeOnly? LunchUntil,
    IReadOnlyList<string> Rooms, string? VideoLink = null, int? MostADay = null, bool Weekends = false, bool Around = true)
{
    public const int MostRooms = 10, MostPause = 240;

    public IReadOnlyList<Reason> Faults()
    {
        List<Reason> faults = [];
        void When(bool wrong, string field, string code, params object?[] args)
        {
            if (wrong) faults.Add(new(code, field, args));
        }
        When(FirstDay == default, "firstDay", "procedures.when-missing");
        When(Minutes is < 5 or > 600, "minutes", "procedures.minutes-wrong");
        When(Pause is < 0 or > MostPause, "pause", "procedures.pause-wrong", MostPause);
        When(Until <= From, "until", "procedures.hours-wrong");
        When(LunchFrom is null != LunchUntil is null || LunchUntil <= LunchFrom, "lunchUntil", "procedures.lunch-wrong");
        When(Rooms.Count > MostRooms || Rooms.Any(r => r.Length > 200), "rooms", "procedures.rooms-wrong", MostRooms);
        When(Rooms.All(string.IsNullOrWhiteSpace) && string.IsNullOrWhiteSpace(VideoLink), "rooms", "procedures.place-missing");
        When(MostADay is < 1 or > 20, "mostADay", "procedures.most-wrong");
        When(!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _), "zone", "shared.unknown-zone", Zone);
        return faults;
    }
}

/// <summary>One talk on the roster, before it is made.</summary>
public sealed record WantedTalk(Guid Candidate, DateTime When, int Minutes, string Place, string? VideoLink = null);

/// <summary>Lays talks one after the other. Pure: it asks what is taken and changes nothing.</summary>
public static class Roster
{
    /// <summary>Days ahead at which one stops looking.</summary>
    public const int Farthest = 60;
    private const int Step = 15;

    /// <param name="clashes">Whether somebody is needed elsewhere, or this room is taken, between two moments.</param>
    public static IReadOnlyList<WantedTalk> Lay(RosterWish wish, IReadOnlyList<(Guid Candidate, int ExtraMinutes)> candidates, Func<DateTimeOffset, DateTimeOffset, string?, bool> clashes)
    {
        if (wish.Faults() is { Count: > 0 } faults) throw new Refusal(faults);
        List<string> rooms = [.. wish.Rooms.Where(r => !string.IsNullOrWhiteSpace(r)).Select(r => r.Trim())];
        List<WantedTalk> laid = [];
        var (day, time, today) = (WorkingDay(wish, wish.FirstDay), Minute(wish.From), 0);
        foreach (var (candidate, extra) in candidates)
        {
            var minutes = wish.Minutes + extra;
            for (; ; time += Step)
            {
                if (wish.LunchFrom is { } lunch && wish.LunchUntil is { } after && time < Minute(after) && time + minutes > Minute(lunch)) time = Minute(after);
                if (time + minutes > Minute(wish.Until) || today >= (wish.MostADay ?? int.MaxValue))
                {
                    // A day with nothing on it that is too short, is too short every day.
                    Refuse.FieldIf(time <= Minute(wish.LunchUntil ?? wish.From) && today == 0 && !wish.Around, "until", "procedures.day-too-short", minutes);
                    (day, time, today) = (WorkingDay(wish, day.AddDays(1)), Minute(wish.From) - Step, 0);
                    Refuse.FieldIf(day.DayNumber - wish.FirstDay.DayNumber > Farthest, "firstDay", "procedures.roster-full", laid.Count, Farthest);
                    continue;
                }
                var when = day.ToDateTime(TimeOnly.MinValue).AddMinutes(time);
                var (start, end) = (Appointment.At(when, wish.Zone).Utc, Appointment.At(when, wish.Zone).Utc.AddMinutes(minutes));
                var room = rooms.Find(r => !clashes(start, end, r)) ?? rooms.FirstOrDefault();
                if (wish.Around && clashes(start, end, room)) continue;
                laid.Add(new(candidate, when, minutes, room ?? "", wish.VideoLink));
                (time, today) = (time + minutes + wish.Pause, today + 1);
                break;
            }
        }
        return laid;
    }

    private static int Minute(TimeOnly at) => (int)at.ToTimeSpan().TotalMinutes;

    private static DateOnly WorkingDay(RosterWish wish, DateOnly day)
    {
        while (!wish.Weekends && day.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday)) day = day.AddDays(1);
        return day;
    }
}
