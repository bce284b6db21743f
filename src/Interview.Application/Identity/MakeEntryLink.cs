using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>A new link for somebody who lost the first one or the password: an invitation while there is no account yet, else a reset. Earlier links stop working.</summary>
[Needs(Permission.ManagePeople)]
public sealed record MakeEntryLink(Guid Person) : ICommand<MadeLink>
{
    private static readonly TimeSpan ResetHolds = TimeSpan.FromDays(1);

    internal sealed class Handler(IInterviewDb db, IAccounts accounts, TimeProvider clock) : IRequestHandler<MakeEntryLink, MadeLink>
    {
        public async Task<MadeLink> Handle(MakeEntryLink request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var person = await db.Persons.Need(request.Person, cancellationToken);
            Refuse.If(!person.Active, "identity.inactive");
            foreach (var old in await db.OneTimeLinks.Where(l => l.PersonId == person.Id && l.UsedAt == null && l.Until > now).ToListAsync(cancellationToken)) old.Use(now);
            var has = await accounts.Exists(person.Id, cancellationToken);
            var (link, token) = OneTimeLink.Make(has ? LinkPurpose.PasswordReset : LinkPurpose.Invitation, person.Id, now + (has ? ResetHolds : InvitePerson.Holds));
            db.Add(link);
            return new(person.Id, token, link.Until);
        }
    }
}
