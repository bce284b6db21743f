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
            rows = request.Shelf == ReminderShelf.Coming ? rows.OrderBy(r => r.DueAt).ThenBy(r => r.Id) : rows.OrderByDescending(r => r.DueAt).ThenBy(r => r.Id);
            // Candidates and guests stay nameless here: an administrator has no business with a procedure's people.
            var page = await (from r in rows
                              join p in db.Persons on new { Kind = r.ReceiverKind, Id = r.ReceiverId } equals new { Kind = ReceiverKind.Person, p.Id } into persons
                              from p in persons.DefaultIfEmpty()
                              select new ReminderRow(r.Id, r.Kind, r.ReceiverKind, p == null ? null : p.Name, r.Occurrence, r.DueAt, r.Status, r.Tries, r.SentAt, r.Why))
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
