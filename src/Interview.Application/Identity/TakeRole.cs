using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Takes a part away; it works on the next request. The last administrator stays.</summary>
[Needs(Permission.ManagePeople)]
public sealed record TakeRole(Guid Person, Guid Assignment) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<TakeRole, Done>
    {
        public async Task<Done> Handle(TakeRole request, CancellationToken cancellationToken)
        {
            var assignment = await db.RoleAssignments.Where(r => r.PersonId == request.Person).Need(request.Assignment, cancellationToken);
            if (assignment.Role == Role.Administrator) await db.KeepOneAdministrator(assignment.PersonId, clock.GetUtcNow(), cancellationToken);
            db.RoleAssignments.Remove(assignment);
            return Done.It;
        }
    }
}

internal static class Administrators
{
    public static async Task KeepOneAdministrator(this IInterviewDb db, Guid leaving, DateTimeOffset now, CancellationToken ct) =>
        Refuse.If(!await db.RoleAssignments.AnyAsync(r => r.Role == Role.Administrator && r.ScopeKind == ScopeKind.Organisation && r.PersonId != leaving
            && (r.Until == null || r.Until > now) && db.Persons.Any(p => p.Id == r.PersonId && p.Active), ct), "identity.last-administrator");
}
