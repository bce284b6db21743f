using Interviewing.Application.Audit;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

public sealed record OpenedSession(Guid Person, Guid Session, DateTimeOffset Until, string Language);

/// <summary>The last step of every way to sign in, after the proof.</summary>
[Needs(Permission.Machine)]
public sealed record OpenSession(Guid Person, string? Device) : ICommand<OpenedSession>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<OpenSession, OpenedSession>
    {
        public async Task<OpenedSession> Handle(OpenSession request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var person = await db.Persons.FirstOrDefaultAsync(p => p.Id == request.Person && p.Active, cancellationToken) ?? throw new Refusal("identity.sign-in-wrong");
            var session = db.Add(new Session(person.Id, now, request.Device));
            var hash = SignInGuard.HashOf(person.Email);
            if (await db.SignInGuards.FirstOrDefaultAsync(g => g.AddressHash == hash, cancellationToken) is { } guard) db.SignInGuards.Remove(guard);
            db.Note(caller, now, "signed-in", person.Id, session.Id);
            return new(person.Id, session.Id, session.EndsAt, person.Language);
        }
    }
}
