using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

public sealed record FreeDaysRow(Guid Id, string Name, bool ForEverybody, int Periods, DateOnly First, DateOnly Last, int ChosenBy, DateTimeOffset LoadedAt);

public sealed record HolidayRow(DateOnly Day, Holiday? Netherlands, Holiday? Belgium);

public sealed record CalendarsView(TimeOnly From, TimeOnly Until, LiberationDay LiberationDay, int Version, IReadOnlyList<FreeDaysRow> FreeDays, IReadOnlyList<HolidayRow> Holidays);

/// <summary>The hours, the loaded calendars, and the public holidays of the year to come as the rules make them.</summary>
[Needs(Permission.ManageSystem)]
public sealed record ReadCalendars : IQuery<CalendarsView>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ReadCalendars, CalendarsView>
    {
        public async Task<CalendarsView> Handle(ReadCalendars request, CancellationToken cancellationToken)
        {
            var times = await db.OpenTimes.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? new OpenTimes();
            var chosen = await db.Wishes.Where(w => w.FreeDaysId != null).GroupBy(w => w.FreeDaysId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var loaded = await db.FreeDays.AsNoTracking().OrderBy(f => f.Name).ToListAsync(cancellationToken);
            var today = clock.Today(Person.DefaultZone);
            return new(times.From, times.Until, times.LiberationDay, times.Version,
                [.. loaded.Select(f => new FreeDaysRow(f.Id, f.Name, f.ForEverybody, f.Periods.Count, f.Periods[0].From, f.Periods.Max(p => p.To), chosen.GetValueOrDefault(f.Id), f.LoadedAt))], Year(today, times.LiberationDay));
        }

        private static List<HolidayRow> Year(DateOnly from, LiberationDay liberation)
        {
            Holiday? On(Country country, DateOnly day) => Holidays.Of(country, day.Year, liberation).TryGetValue(day, out var holiday) ? holiday : null;
            return [.. Enumerable.Range(0, 365).Select(from.AddDays).Select(day => new HolidayRow(day, On(Country.Netherlands, day), On(Country.Belgium, day))).Where(h => h.Netherlands is not null || h.Belgium is not null)];
        }
    }
}

/// <summary>Between which hours the product writes to people, and whether 5 May is a day off.</summary>
[Needs(Permission.ManageSystem)]
public sealed record ChangeOpenTimes(TimeOnly From, TimeOnly Until, LiberationDay LiberationDay, int Version) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ChangeOpenTimes, Done>
    {
        public async Task<Done> Handle(ChangeOpenTimes request, CancellationToken cancellationToken)
        {
            if (await db.OpenTimes.FirstOrDefaultAsync(cancellationToken) is { } times) db.Expect(times, request.Version);
            else times = db.Add(new OpenTimes());
            times.Become(request.From, request.Until, request.LiberationDay);
            return Done.It;
        }
    }
}
