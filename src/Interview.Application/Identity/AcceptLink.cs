using FluentValidation;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Uses a one-time link: chooses the password of an invited person, replaces a forgotten one, or makes the first administrator (who gives name and address too).</summary>
[Needs(Permission.Machine)]
public sealed record AcceptLink(string Token, string Password, string? Name = null, string? Email = null) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<AcceptLink>
    {
        public Rules() => this.PasswordRules(x => x.Password);
    }

    internal sealed class Handler(IInterviewDb db, IAccounts accounts, Caller caller, TimeProvider clock) : IRequestHandler<AcceptLink, Guid>
    {
        public async Task<Guid> Handle(AcceptLink request, CancellationToken cancellationToken)
        {
            var (now, hash) = (clock.GetUtcNow(), OneTimeLink.HashOf(request.Token));
            var link = await db.OneTimeLinks.NeedFirst(l => l.Hash == hash, cancellationToken);
            link.Use(now);
            var person = link.PersonId is { } id
                ? await db.Persons.NeedFirst(p => p.Id == id && p.Active, cancellationToken)
                : await FirstAdministrator(request, cancellationToken);
            if (link.Purpose == LinkPurpose.PasswordReset) await db.EndSessions(person.Id, caller, now, cancellationToken);
            // The sign-in store saves itself, and with it the used link: both or neither.
            Passwords.Refuse(await accounts.SetPassword(person.Id, person.Email, request.Password, cancellationToken));
            return person.Id;
        }

        private async Task<Person> FirstAdministrator(AcceptLink request, CancellationToken ct)
        {
            Shared.Refuse.If(await db.RoleAssignments.AnyAsync(r => r.Role == Role.Administrator, ct), "identity.link-used");
            var person = db.Add(new Person(request.Name ?? "", request.Email ?? ""));
            db.Add(new RoleAssignment(person.Id, Role.Administrator, Scope.Organisation));
            return person;
        }
    }
}
