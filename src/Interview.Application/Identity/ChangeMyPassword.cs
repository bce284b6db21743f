using FluentValidation;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>A new password for whoever knows the old one; every other session ends.</summary>
[Needs(Permission.SignedIn)]
public sealed record ChangeMyPassword(string Old, string Password) : ICommand<Done>
{
    internal sealed class Rules : AbstractValidator<ChangeMyPassword>
    {
        public Rules() => this.PasswordRules(x => x.Password);
    }

    internal sealed class Handler(IInterviewDb db, IAccounts accounts, Caller caller, TimeProvider clock) : IRequestHandler<ChangeMyPassword, Done>
    {
        public async Task<Done> Handle(ChangeMyPassword request, CancellationToken cancellationToken)
        {
            Refuse.FieldIf(!await accounts.Proves(caller.Id, request.Old, cancellationToken), "old", "identity.old-password-wrong");
            var (me, mine, now) = (caller.Id, (caller.Actor as Actor.Person)!.Session, clock.GetUtcNow());
            var person = await db.Persons.Need(me, cancellationToken);
            foreach (var other in await db.Sessions.Where(s => s.PersonId == me && s.Id != mine && s.EndedAt == null).ToListAsync(cancellationToken)) other.End(now);
            Passwords.Refuse(await accounts.SetPassword(me, person.Email, request.Password, cancellationToken));
            return Done.It;
        }
    }
}
