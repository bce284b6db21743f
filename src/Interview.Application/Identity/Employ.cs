using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Somebody works in a unit from a day on, perhaps under a manager and in a job that a profile describes. An employment still open there ends the day before.</summary>
[Needs(Permission.ManagePeople)]
public sealed record Employ(Guid Person, Guid Unit, Guid? Manager, Guid? Profile, DateOnly From) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<Employ, Guid>
    {
        public async Task<Guid> Handle(Employ request, CancellationToken cancellationToken)
        {
            await db.Persons.Need(request.Person, cancellationToken);
            await db.Units.Need(request.Unit, cancellationToken);
            if (request.Manager is { } manager) await db.Persons.Need(manager, cancellationToken);
            if (request.Profile is { } profile) await db.Profiles.Need(profile, cancellationToken);
            foreach (var open in await db.Employments.Where(e => e.PersonId == request.Person && e.UnitId == request.Unit && e.To == null).ToListAsync(cancellationToken))
                open.End(request.From.AddDays(-1));
            return db.Add(new Employment(request.Person, request.Unit, request.Manager, request.Profile, request.From)).Id;
        }
    }
}
