using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Invited: has never signed in and still has a link that works; Lapsed: the link is over; Gone: taken out of use.</summary>
public enum Standing { Active, Invited, Lapsed, Gone }

public sealed record PersonRow(Guid Id, string Name, string Email, Standing Standing, IReadOnlyList<Role> Roles, DateTimeOffset? LastSeenAt);

public enum PeopleOrder { Name, Email, LastSeen }

[Needs(Permission.ManagePeople)]
public sealed record ListPeople(string? Search = null, Role? Role = null, bool? Active = null, PeopleOrder Order = PeopleOrder.Name, bool Descending = false, Slice Slice = default) : IQuery<Paged<PersonRow>>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ListPeople, Paged<PersonRow>>
    {
        public async Task<Paged<PersonRow>> Handle(ListPeople request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var people = db.Persons.AsNoTracking().Saying(request.Search, p => p.Name, p => p.EmailKey);
            if (request.Role is { } role) people = people.Where(p => db.RoleAssignments.Any(r => r.PersonId == p.Id && r.Role == role && (r.Until == null || r.Until > now)));
            if (request.Active is { } active) people = people.Where(p => p.Active == active);
            var rows = await Sorted(people, request.Order, request.Descending).ThenBy(p => p.Id).Select(p => new
            {
                p.Id, p.Name, p.Email, p.Active,
                Seen = db.Sessions.Where(s => s.PersonId == p.Id).Max(s => (DateTimeOffset?)s.LastSeenAt),
                Linked = db.OneTimeLinks.Any(l => l.PersonId == p.Id && l.UsedAt == null && l.Until > now),
                Links = db.OneTimeLinks.Any(l => l.PersonId == p.Id && l.UsedAt == null),
                Roles = db.RoleAssignments.Where(r => r.PersonId == p.Id && (r.Until == null || r.Until > now)).Select(r => r.Role).ToList(),
            }).ToPaged(request.Slice, cancellationToken);
            return new([.. rows.Rows.Select(p => new PersonRow(p.Id, p.Name, p.Email,
                !p.Active ? Standing.Gone : p.Seen is null && p.Linked ? Standing.Invited : p.Seen is null && p.Links ? Standing.Lapsed : Standing.Active,
                [.. p.Roles.Distinct().Order()], p.Seen))], rows.Count);
        }

        private IOrderedQueryable<Person> Sorted(IQueryable<Person> people, PeopleOrder order, bool down) => order switch
        {
            PeopleOrder.Name => down ? people.OrderByDescending(p => p.Name) : people.OrderBy(p => p.Name),
            PeopleOrder.Email => down ? people.OrderByDescending(p => p.EmailKey) : people.OrderBy(p => p.EmailKey),
            PeopleOrder.LastSeen => down
                ? people.OrderByDescending(p => db.Sessions.Where(s => s.PersonId == p.Id).Max(s => (DateTimeOffset?)s.LastSeenAt))
                : people.OrderBy(p => db.Sessions.Where(s => s.PersonId == p.Id).Max(s => (DateTimeOffset?)s.LastSeenAt)),
        };
    }
}
