using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Whether this session still holds, without counting as activity: a page left open must not keep itself alive.</summary>
[Needs(Permission.Machine)]
public sealed record IsSessionLive(Guid Person, Guid Session) : IQuery<bool>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<IsSessionLive, bool>
    {
        public async Task<bool> Handle(IsSessionLive request, CancellationToken cancellationToken)
        {
            var session = await db.Sessions.AsNoTracking()
                .FirstOrDefaultAsync(s => s.Id == request.Session && s.PersonId == request.Person && db.Persons.Any(p => p.Id == s.PersonId && p.Active), cancellationToken);
            return session?.Lives(clock.GetUtcNow()) ?? false;
        }
    }
}

/// <summary>The same for a guest's link.</summary>
[Needs(Permission.Machine)]
public sealed record IsGuestLive(Guid Link) : IQuery<bool>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<IsGuestLive, bool>
    {
        public Task<bool> Handle(IsGuestLive request, CancellationToken cancellationToken) =>
            db.OpenGuestLinks(clock.GetUtcNow()).AnyAsync(l => l.Id == request.Link, cancellationToken);
    }
}
