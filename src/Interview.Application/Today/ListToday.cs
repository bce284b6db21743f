using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Today;

/// <summary>One use case that this person carried out; <see cref="Ask"/> is its name.</summary>
public sealed record DoneItem(string Ask, DateTimeOffset At);

/// <summary>What waits (oldest first), where one has to be today, and what one did lately (newest first).</summary>
public sealed record TodayView(IReadOnlyList<WaitingItem> Waiting, IReadOnlyList<AgendaItem> Agenda, IReadOnlyList<DoneItem> Done);

/// <summary>The home page of a person. <see cref="From"/> and <see cref="Until"/> bound the day in this person's own zone; <see cref="Telling"/> are the use cases worth telling.</summary>
[Needs(Permission.SignedIn)]
public sealed record ListToday(DateTimeOffset From, DateTimeOffset Until, IReadOnlyCollection<string> Telling) : IQuery<TodayView>
{
    private const int MostDone = 5;

    internal sealed class Handler(IInterviewDb db, Caller caller, IEnumerable<IWaiting> waiting, IEnumerable<IAgenda> agendas, TimeProvider clock) : IRequestHandler<ListToday, TodayView>
    {
        public async Task<TodayView> Handle(ListToday request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            return new(await waiting.Of(me, db, cancellationToken), await agendas.Of(me, request.From, request.Until, db, cancellationToken), await Done(me, request.Telling, cancellationToken));
        }

        private async Task<IReadOnlyList<DoneItem>> Done(Guid me, IReadOnlyCollection<string> telling, CancellationToken ct)
        {
            var (who, since) = (me.ToString("N"), clock.GetUtcNow().AddDays(-7));
            // One save is one thing done, however many rows it touched.
            return await db.AuditEntries.AsNoTracking().Where(e => e.Actor == who && e.At > since && telling.Contains(e.Ask))
                .Select(e => new { e.Ask, e.At }).Distinct().OrderByDescending(e => e.At).Take(MostDone).Select(e => new DoneItem(e.Ask, e.At)).ToListAsync(ct);
        }
    }
}

internal static class Contributors
{
    // One after the other: they share one database connection.
    public static async Task<IReadOnlyList<WaitingItem>> Of(this IEnumerable<IWaiting> nouns, Guid person, IInterviewDb db, CancellationToken ct)
    {
        List<WaitingItem> items = [];
        foreach (var noun in nouns) items.AddRange(await noun.For(person, db, ct));
        return [.. items.OrderBy(i => i.Since)];
    }

    public static async Task<IReadOnlyList<AgendaItem>> Of(this IEnumerable<IAgenda> nouns, Guid person, DateTimeOffset from, DateTimeOffset until, IInterviewDb db, CancellationToken ct)
    {
        List<AgendaItem> items = [];
        foreach (var noun in nouns) items.AddRange(await noun.For(person, from, until, db, ct));
        return [.. items.OrderBy(i => i.When.Utc)];
    }
}
