using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>What every plan and every letter has to reckon with: the rules, the hours and calendars, and what each receiver wishes. Read once per use case.</summary>
internal sealed class Surroundings
{
    private readonly IInterviewDb db;
    private readonly Dictionary<Guid, (string Zone, bool Active)> persons = [];
    private readonly Dictionary<Guid, Wishes> wishes = [];
    private readonly Dictionary<(string, Country, Guid?, bool), OpenHours> hours = [];
    private readonly OpenTimes times;
    private readonly IReadOnlyList<FreeDays> free;

    private Surroundings(IInterviewDb db, IReadOnlyDictionary<ReminderKind, Rule> rules, OpenTimes times, IReadOnlyList<FreeDays> free, DateTimeOffset now) =>
        (this.db, Rules, this.times, this.free, Now) = (db, rules, times, free, now);

    public DateTimeOffset Now { get; }

    public IReadOnlyDictionary<ReminderKind, Rule> Rules { get; private set; }

    public static async Task<Surroundings> Of(IInterviewDb db, DateTimeOffset now, CancellationToken ct) =>
        new(db, await db.Rules(ct), await db.OpenTimes.AsNoTracking().FirstOrDefaultAsync(ct) ?? new OpenTimes(), await db.FreeDays.AsNoTracking().ToListAsync(ct), now);

    /// <summary>The same with one rule as it might be, to see what would come of it.</summary>
    public Surroundings Suppose(ReminderKind kind, Rule rule)
    {
        Rules = Rules.ToDictionary(r => r.Key, r => r.Key == kind ? rule : r.Value);
        return this;
    }

    /// <summary>Reads zones and wishes of these receivers; persons, candidates and links of guests alike.</summary>
    public async Task Know(IEnumerable<Guid> receivers, CancellationToken ct)
    {
        var fresh = receivers.Distinct().Where(r => !persons.ContainsKey(r)).ToList();
        if (fresh.Count == 0) return;
        foreach (var id in fresh) persons[id] = ("", true);
        foreach (var person in await db.Persons.AsNoTracking().Where(p => fresh.Contains(p.Id)).Select(p => new { p.Id, p.Zone, p.Active }).ToListAsync(ct)) persons[person.Id] = (person.Zone, person.Active);
        foreach (var wish in await db.Wishes.AsNoTracking().Where(w => fresh.Contains(w.Id)).ToListAsync(ct)) wishes[wish.Id] = wish;
    }

    public Wishes? WishesOf(Guid receiver) => wishes.GetValueOrDefault(receiver);

    public bool IsActive(Guid receiver) => !persons.TryGetValue(receiver, out var person) || person.Active;

    /// <summary>When this receiver is written to. What goes alone does not wait for the end of a school holiday.</summary>
    public OpenHours HoursOf(Guid receiver, bool alone, string? zone = null)
    {
        var (wish, own) = (WishesOf(receiver), persons.TryGetValue(receiver, out var person) && person.Zone.Length > 0 ? person.Zone : zone ?? Person.DefaultZone);
        var country = wish?.Country ?? CountryOf(own);
        var key = (own, country, alone ? null : wish?.FreeDaysId, alone);
        if (hours.TryGetValue(key, out var known)) return known;
        HashSet<DateOnly> spared = alone ? [] : [.. free.Where(f => f.ForEverybody || f.Id == wish?.FreeDaysId).SelectMany(f => f.Periods).SelectMany(Days)];
        return hours[key] = new OpenHours(own, times.From, times.Until, day => spared.Contains(day) || Holidays.Of(country, day.Year, times.LiberationDay).ContainsKey(day));
    }

    /// <summary>Whether this receiver gets this kind at all.</summary>
    public bool Wants(ReminderKind kind, Guid receiver) => Rules[kind].On && IsActive(receiver) && WishesOf(receiver)?.Muted.Contains(kind) != true;

    /// <summary>The moment of a plan, put off as the receiver asked.</summary>
    public DateTimeOffset PutOff(ReminderKind kind, Guid subject, Guid receiver, DateTimeOffset at, OpenHours open)
    {
        if (WishesOf(receiver)?.PutOff(kind, subject) is not { } until) return at;
        var first = open.Forward(open.Moment(until, Rules[kind].Hour));
        return at < first ? first : at;
    }

    /// <summary>The hour at which a bundle with these kinds may leave.</summary>
    public TimeOnly BundleHour(IEnumerable<ReminderKind> kinds) => kinds.Min(k => Rules[k].Hour);

    /// <summary>When the bundle of the next working day leaves.</summary>
    public DateTimeOffset NextBundle(Guid receiver, IEnumerable<ReminderKind> kinds)
    {
        var open = HoursOf(receiver, alone: false);
        return open.Forward(open.Moment(open.WorkingDay(open.DayOf(Now), 1), BundleHour(kinds)));
    }

    /// <summary>Reminders of one series at days counted from a day, for one receiver: none after the event, one when several fall together.</summary>
    public IEnumerable<Wanted> Around(Guid about, ReminderKind kind, Guid subject, Guid receiver, DateOnly day, string anchor)
    {
        if (!Wants(kind, receiver)) yield break;
        var rule = Rules[kind];
        var open = HoursOf(receiver, rule.Alone);
        // The event is over when its day is.
        var end = open.Moment(day.AddDays(1), TimeOnly.MinValue);
        foreach (var step in rule.Steps)
        {
            var raw = open.Moment(step.From(day, open), rule.Hour);
            var at = PutOff(kind, subject, receiver, step.IsBefore ? open.Back(raw) : open.Forward(raw), open);
            yield return new(about, kind, subject, ReceiverKind.Person, receiver, $"{anchor}/{step}", at, step.IsBefore ? end : null, rule.Alone, After: !step.IsBefore);
        }
    }

    public static Country CountryOf(string zone) => zone == "Europe/Brussels" ? Country.Belgium : Country.Netherlands;

    private static IEnumerable<DateOnly> Days(FreePeriod period) => Enumerable.Range(0, period.To.DayNumber - period.From.DayNumber + 1).Select(period.From.AddDays);
}
