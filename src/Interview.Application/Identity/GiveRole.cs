using FluentValidation;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Gives somebody a part, somewhere, until a moment or for good. Given again it gets the new end.</summary>
[Needs(Permission.ManagePeople)]
public sealed record GiveRole(Guid Person, Role Role, ScopeKind Kind, Guid? ScopeId, DateTimeOffset? Until) : ICommand<Guid>
{
    internal sealed class Rules : AbstractValidator<GiveRole>
    {
        public Rules()
        {
            RuleFor(x => x.Role).Must(role => Enum.IsDefined(role) && role != Role.Guest).WithErrorCode("identity.role-wrong");
            RuleFor(x => x.Kind).Must((give, kind) => !Roles.BelongsToProcedure(give.Role) || kind == ScopeKind.Procedure).WithErrorCode("identity.scope-wrong");
            RuleFor(x => x.ScopeId).Must((give, id) => id is null == (give.Kind == ScopeKind.Organisation)).WithErrorCode("identity.scope-wrong");
        }
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<GiveRole, Guid>
    {
        public async Task<Guid> Handle(GiveRole request, CancellationToken cancellationToken)
        {
            Refuse.FieldIf(request.Until <= clock.GetUtcNow(), "until", "identity.until-past");
            var person = await db.Persons.Need(request.Person, cancellationToken);
            Refuse.If(!person.Active, "identity.inactive");
            if (request.Kind is ScopeKind.Unit or ScopeKind.Framework)
                Refuse.FieldIf((await db.Scopes(cancellationToken)).All(s => s.Id != request.ScopeId || s.Kind != request.Kind), "scopeId", "identity.scope-wrong");
            db.RoleAssignments.RemoveRange(await db.RoleAssignments.Where(r => r.PersonId == person.Id && r.Role == request.Role && r.ScopeKind == request.Kind && r.ScopeId == request.ScopeId).ToListAsync(cancellationToken));
            return db.Add(new RoleAssignment(person.Id, request.Role, new Scope(request.Kind, request.ScopeId), request.Until)).Id;
        }
    }
}
