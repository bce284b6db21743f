using FluentValidation;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>The token stands here once; only its hash is kept.</summary>
public sealed record MadeLink(Guid Person, string Token, DateTimeOffset Until);

/// <summary>Adds somebody with a first part, and makes the link with which this person chooses a password. There is no other way in.</summary>
[Needs(Permission.ManagePeople)]
public sealed record InvitePerson(string Name, string Email, string Language, Role Role) : ICommand<MadeLink>
{
    public static readonly TimeSpan Holds = TimeSpan.FromDays(7);

    internal sealed class Rules : AbstractValidator<InvitePerson>
    {
        public Rules()
        {
            RuleFor(x => x.Name).NotEmpty().WithErrorCode("identity.name-missing");
            RuleFor(x => x.Email).NotEmpty().WithErrorCode("identity.email-wrong");
            RuleFor(x => x.Role).Must(role => Enum.IsDefined(role) && !Roles.BelongsToProcedure(role)).WithErrorCode("identity.role-wrong");
        }
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<InvitePerson, MadeLink>
    {
        public async Task<MadeLink> Handle(InvitePerson request, CancellationToken cancellationToken)
        {
            var person = new Person(request.Name, request.Email, request.Language);
            Refuse.FieldIf(await db.Persons.AnyAsync(p => p.EmailKey == person.EmailKey, cancellationToken), "email", "identity.email-taken");
            db.Add(person);
            db.Add(new RoleAssignment(person.Id, request.Role, Scope.Organisation));
            var (link, token) = OneTimeLink.Make(LinkPurpose.Invitation, person.Id, clock.GetUtcNow() + Holds);
            db.Add(link);
            return new(person.Id, token, link.Until);
        }
    }
}
