using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>Which part of the queue: what asks for a person, what is to come, what is gone, what was stopped.</summary>
public enum ReminderShelf { Waiting, Coming, Sent, Stopped }

/// <summary>A row for whoever keeps the system: a name where there is one, never what the letter says.</summary>
public sealed record ReminderRow(Guid Id, ReminderKind Kind, ReceiverKind ReceiverKind, string? Receiver, string Occurrence, DateTimeOffset DueAt, ReminderStatus Status, int Tries, DateTimeOffset? SentAt, string? Why);

public sealed record ReminderList(Paged<ReminderRow> Page, IReadOnlyDictionary<ReminderShelf, int> Counts);

[Needs(Permission.ManageSystem)]
public sealed record ListReminders(ReminderShelf Shelf, ReminderKind? Kind, Slice Slice) : IQuery<ReminderList>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListReminders, ReminderList>
    {
        public async Task<ReminderList> Handle(ListReminders request, CancellationToken cancellationToken)
        {
            var all = db.Reminders.AsNoTracking();
            if (request.Kind is { } kind) all = all.Where(r => r.Kind == kind);
            var byStatus = await all.GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var counts = Enum.GetValues<ReminderShelf>().ToDictionary(s => s, s => byStatus.Where(b => On(s).Contains(b.Key)).Sum(b => b.Count));

            var statuses = On(request.Shelf);
            var rows = all.Where(r => statuses.Contains(r.Status));
            // Candidates and guests stay nameless here: an administrator has no business with a procedure's people.
            var named = from r in rows
                        join p in db.Persons on new { Kind = r.ReceiverKind, Id = r.ReceiverId } equals new { Kind = ReceiverKind.Person, p.Id } into persons
                        from p in persons.DefaultIfEmpty()
                        select new { Row = r, Name = p == null ? null : p.Name };
            named = request.Shelf == ReminderShelf.Coming ? named.OrderBy(n => n.Row.DueAt).ThenBy(n => n.Row.Id) : named.OrderByDescending(n => n.Row.DueAt).ThenBy(n => n.Row.Id);
            var page = await named.Select(n => new ReminderRow(n.Row.Id, n.Row.Kind, n.Row.ReceiverKind, n.Name, n.Row.Occurrence, n.Row.DueAt, n.Row.Status, n.Row.Tries, n.Row.SentAt, n.Row.Why))
                .ToPaged(request.Slice, cancellationToken);
            return new(page, counts);
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
