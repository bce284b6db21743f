using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

public sealed record AssignmentRow(Guid Id, Role Role, ScopeKind Kind, Guid? ScopeId, string? ScopeName, DateTimeOffset? Until, bool Over);

public sealed record PersonView(Guid Id, int Version, string Name, string Email, string Language, bool Active, bool HasAccount, IReadOnlyList<AssignmentRow> Roles, IReadOnlyList<SessionRow> Sessions);

[Needs(Permission.ManagePeople)]
public sealed record ReadPerson(Guid Person) : IQuery<PersonView>
{
    internal sealed class Handler(IInterviewDb db, IAccounts accounts, Caller caller, TimeProvider clock) : IRequestHandler<ReadPerson, PersonView>
    {
        public async Task<PersonView> Handle(ReadPerson request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var person = await db.Persons.AsNoTracking().Need(request.Person, cancellationToken);
            var roles = await db.RoleAssignments.AsNoTracking().Where(r => r.PersonId == person.Id).OrderBy(r => r.Role).ToListAsync(cancellationToken);
            var names = (await db.Scopes(cancellationToken)).ToDictionary(s => s.Id, s => s.Name);
            var sessions = await db.Sessions.AsNoTracking().Where(s => s.PersonId == person.Id && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancellationToken);
            var mine = (caller.Actor as Actor.Person)?.Session;
            return new(person.Id, person.Version, person.Name, person.Email, person.Language, person.Active, await accounts.Exists(person.Id, cancellationToken),
                [.. roles.Select(r => new AssignmentRow(r.Id, r.Role, r.ScopeKind, r.ScopeId, r.ScopeId is { } id ? names.GetValueOrDefault(id) : null, r.Until, r.Until <= now))],
                [.. sessions.Where(s => s.Lives(now)).Select(s => new SessionRow(s.Id, s.Device, s.StartedAt, s.LastSeenAt, s.Id == mine))]);
        }
    }
}
