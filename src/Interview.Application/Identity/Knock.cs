using Interviewing.Application.Audit;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Who knocked (null: nobody we know), or how long this address must still wait.</summary>
public sealed record Knocked(Guid? Person, TimeSpan? Wait);

/// <summary>The first step of signing in with a password: counts the try, before the slow proof is made outside any transaction.</summary>
[Needs(Permission.Machine)]
public sealed record Knock(string Email) : ICommand<Knocked>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<Knock, Knocked>
    {
        public async Task<Knocked> Handle(Knock request, CancellationToken cancellationToken)
        {
            var (now, key, hash) = (clock.GetUtcNow(), Person.KeyOf(request.Email), SignInGuard.HashOf(request.Email));
            await db.SignInGuards.Where(g => g.LastAt < now - SignInGuard.Forgets).ExecuteDeleteAsync(cancellationToken);
            var guard = await db.SignInGuards.FirstOrDefaultAsync(g => g.AddressHash == hash, cancellationToken);
            if (guard?.Wait(now) is { } wait) return new(null, wait);
            guard ??= db.Add(new SignInGuard(request.Email, now));
            guard.Knock(now);
            var person = await db.Persons.Where(p => p.EmailKey == key && p.Active).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
            if (person is { } known && guard.LockedUntil is not null) db.Note(caller, now, "sign-in-slowed", known);
            return new(person, null);
        }
    }
}
