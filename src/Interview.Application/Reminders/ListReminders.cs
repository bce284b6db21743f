using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>Which part of the queue: what asks for a person, what is to come, what is gone, what was stopped.</summary>
public enum ReminderShelf { Waiting, Coming, Sent, Stopped }

/// <summary>A row for whoever keeps the system: a name where there is one, never what the letter says.</summary>
public sealed record ReminderRow(Guid Id, ReminderKind Kind, ReceiverKind ReceiverKind, Guid ReceiverId, string? Receiver, string Occurrence, DateTimeOffset DueAt, ReminderStatus Status, int Tries, DateTimeOffset? SentAt, string? Why, bool Alone, bool Bundled);

public sealed record ReminderList(Paged<ReminderRow> Page, IReadOnlyDictionary<ReminderShelf, int> Counts);

/// <summary>The whole queue, one shelf at a time. <see cref="Search"/> looks in the receivers' names and in what the mail server said.</summary>
[Needs(Permission.ManageSystem)]
public sealed record ListReminders(ReminderShelf Shelf, ReminderKind? Kind, Slice Slice, string? Search = null) : IQuery<ReminderList>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListReminders, ReminderList>
    {
        public async Task<ReminderList> Handle(ListReminders request, CancellationToken cancellationToken)
        {
            var all = db.Messages();
            if (request.Kind is { } kind) all = all.Where(r => r.Kind == kind);
            if (request.Search is { Length: > 0 } search)
            {
                var text = search.Trim().ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The databases compare here: UPPER is what both of them know.
                all = all.Where(r => (r.Why != null && r.Why.ToUpper().Contains(text)) || db.Persons.Any(p => p.Id == r.ReceiverId && p.Name.ToUpper().Contains(text)));
#pragma warning restore CA1304, CA1311, CA1862
            }
            var byStatus = await all.GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var counts = Enum.GetValues<ReminderShelf>().ToDictionary(s => s, s => byStatus.Where(b => On(s).Contains(b.Key)).Sum(b => b.Count));

            var statuses = On(request.Shelf);
            var rows = all.Where(r => statuses.Contains(r.Status));
            rows = request.Shelf == ReminderShelf.Coming ? rows.OrderBy(r => r.DueAt).ThenBy(r => r.Id) : rows.OrderByDescending(r => r.DueAt).ThenBy(r => r.Id);
            return new(await rows.Rows(db).ToPaged(request.Slice, cancellationToken), counts);
        }

        private static List<ReminderStatus> On(ReminderShelf shelf) => shelf switch
        {
            ReminderShelf.Waiting => [ReminderStatus.Unknown, ReminderStatus.Failed],
            ReminderShelf.Coming => [ReminderStatus.Due, ReminderStatus.Claimed, ReminderStatus.HandingOver],
            ReminderShelf.Sent => [ReminderStatus.Sent],
            ReminderShelf.Stopped => [ReminderStatus.Stopped],
        };
    }
}

internal static class ReminderRows
{
    /// <summary>Without the bundles: what they carried is shown as itself.</summary>
    public static IQueryable<Reminder> Messages(this IInterviewDb db) => db.Reminders.AsNoTracking().Where(r => r.Kind != ReminderKind.Digest);

    /// <summary>Candidates and guests stay nameless here: an administrator has no business with a procedure's people.</summary>
    public static IQueryable<ReminderRow> Rows(this IQueryable<Reminder> rows, IInterviewDb db) => rows.Select(r => new ReminderRow(r.Id, r.Kind, r.ReceiverKind, r.ReceiverId,
        r.ReceiverKind == ReceiverKind.Person ? db.Persons.Where(p => p.Id == r.ReceiverId).Select(p => p.Name).FirstOrDefault() : null,
        r.Occurrence, r.DueAt, r.Status, r.Tries, r.SentAt, r.Why, r.Alone, r.CarrierId != null));
}
