using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

public sealed record SessionRow(Guid Id, string? Device, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsThis);

public sealed record MyAccount(string Name, string Email, string Language, string Zone, bool HasPassword, IReadOnlyList<SessionRow> Sessions, IReadOnlyList<PasskeyRow> Passkeys);

[Needs(Permission.SignedIn)]
public sealed record ReadMyAccount : IQuery<MyAccount>
{
    internal sealed class Handler(IInterviewDb db, IAccounts accounts, Caller caller, TimeProvider clock) : IRequestHandler<ReadMyAccount, MyAccount>
    {
        public async Task<MyAccount> Handle(ReadMyAccount request, CancellationToken cancellationToken)
        {
            var (me, now) = (caller.Id, clock.GetUtcNow());
            var mine = (caller.Actor as Actor.Person)!.Session;
            var person = await db.Persons.AsNoTracking().Need(me, cancellationToken);
            var sessions = await db.Sessions.AsNoTracking().Where(s => s.PersonId == me && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancellationToken);
            return new(person.Name, person.Email, person.Language, person.Zone, await accounts.Exists(me, cancellationToken),
                [.. sessions.Where(s => s.Lives(now)).Select(s => new SessionRow(s.Id, s.Device, s.StartedAt, s.LastSeenAt, s.Id == mine))], await accounts.Passkeys(me));
        }
    }
}
