using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Takes somebody out of use: no further request succeeds, sessions end. What this person wrote stays.</summary>
[Needs(Permission.ManagePeople)]
public sealed record DeactivatePerson(Guid Person) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<DeactivatePerson, Done>
    {
        public async Task<Done> Handle(DeactivatePerson request, CancellationToken cancellationToken)
        {
            Refuse.If(caller.IdOrNull == request.Person, "identity.not-yourself");
            var now = clock.GetUtcNow();
            var person = await db.Persons.Need(request.Person, cancellationToken);
            if (await db.RoleAssignments.AnyAsync(r => r.PersonId == person.Id && r.Role == Role.Administrator, cancellationToken)) await db.KeepOneAdministrator(person.Id, now, cancellationToken);
            person.Deactivate();
            await db.EndSessions(person.Id, caller, now, cancellationToken);
            return Done.It;
        }
    }
}

[Needs(Permission.ManagePeople)]
public sealed record ReactivatePerson(Guid Person) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ReactivatePerson, Done>
    {
        public async Task<Done> Handle(ReactivatePerson request, CancellationToken cancellationToken)
        {
            (await db.Persons.Need(request.Person, cancellationToken)).Reactivate();
            return Done.It;
        }
    }
}
