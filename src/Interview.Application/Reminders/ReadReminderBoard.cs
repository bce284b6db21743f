using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

public sealed record DayCount(DateOnly Day, int Count, bool Free);

public sealed record RuleRow(ReminderKind Kind, Rule Rule, bool Own);

/// <summary>How the reminders stand: when the clock last woke, what asks for a person, what comes in fourteen days, and the rules.</summary>
public sealed record ReminderBoard(DateTimeOffset? WokeAt, bool Stalled, int Waiting, int Coming, int Receivers, int Sent, int Suspended,
    IReadOnlyList<ReminderRow> Attention, IReadOnlyList<DayCount> Days, IReadOnlyList<ReminderRow> First, IReadOnlyList<RuleRow> Rules);

[Needs(Permission.ManageSystem)]
public sealed record ReadReminderBoard(string Zone) : IQuery<ReminderBoard>
{
    private const int Shown = 5;

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ReadReminderBoard, ReminderBoard>
    {
        public async Task<ReminderBoard> Handle(ReadReminderBoard request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var times = await db.OpenTimes.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? new OpenTimes();
            var hours = new OpenHours(request.Zone, times.From, times.Until, day => Holidays.Of(Planning.Surroundings.CountryOf(request.Zone), day.Year, times.LiberationDay).ContainsKey(day));
            var today = hours.DayOf(now);
            var until = hours.Moment(today.AddDays(PreviewPolicy.Days), TimeOnly.MinValue);
            var woke = await db.Pulses.AsNoTracking().Where(p => p.Id == Pulse.Woke).Select(p => (DateTimeOffset?)p.At).FirstOrDefaultAsync(cancellationToken);
            var counts = await db.Messages().GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var coming = await db.Messages().Where(r => r.Status == ReminderStatus.Due && r.DueAt < until).Select(r => new { r.DueAt, r.ReceiverId }).ToListAsync(cancellationToken);
            var attention = await db.Messages().Where(r => r.Status == ReminderStatus.Unknown || r.Status == ReminderStatus.Failed).OrderByDescending(r => r.DueAt).ThenBy(r => r.Id).Rows(db).Take(Shown).ToListAsync(cancellationToken);
            var first = await db.Messages().Where(r => r.Status == ReminderStatus.Due).OrderBy(r => r.DueAt).ThenBy(r => r.Id).Rows(db).Take(Shown).ToListAsync(cancellationToken);
            var own = await db.ReminderPolicies.AsNoTracking().Select(p => p.Kind).ToListAsync(cancellationToken);
            var rules = await db.Rules(cancellationToken);
            var suspended = await db.SuspendedAddresses.CountAsync(s => s.LiftedAt == null, cancellationToken);
            var perDay = coming.CountBy(r => hours.DayOf(r.DueAt < now ? now : r.DueAt)).ToDictionary();
            return new(woke, woke is null || now - woke > Pulse.Alarming, counts.GetValueOrDefault(ReminderStatus.Unknown) + counts.GetValueOrDefault(ReminderStatus.Failed), coming.Count,
                coming.Select(r => r.ReceiverId).Distinct().Count(), counts.GetValueOrDefault(ReminderStatus.Sent), suspended, attention,
                [.. Enumerable.Range(0, PreviewPolicy.Days).Select(today.AddDays).Select(d => new DayCount(d, perDay.GetValueOrDefault(d), !hours.IsWorkingDay(d)))], first,
                [.. Policies.Kinds.Select(k => new RuleRow(k, rules[k], own.Contains(k)))]);
        }
    }
}
