using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>What came of it: in, or how long to wait before another try, or neither. A wrong code is an answer and not a refusal, because it is counted.</summary>
public sealed record GuestEntry(Guid? Link, Guid Procedure, string Language, DateTimeOffset Until, TimeSpan? Wait = null);

/// <summary>Exchanges a personal link and its code for a guest's cookie.</summary>
[Needs(Permission.Machine)]
public sealed record EnterAsGuest(string Token, string Code) : ICommand<GuestEntry>, IMerges
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<EnterAsGuest, GuestEntry>
    {
        public async Task<GuestEntry> Handle(EnterAsGuest request, CancellationToken cancellationToken)
        {
            var (now, hash) = (clock.GetUtcNow(), OneTimeLink.HashOf(request.Token));
            var link = await db.OpenGuestLinks(now).FirstOrDefaultAsync(l => l.TokenHash == hash, cancellationToken);
            if (link is null) return new(null, default, "nl", now);
            if (link.Wait(now) is { } wait) return new(null, default, link.Language, now, wait);
            return link.Opens(request.Code, now) ? new(link.Id, link.ProcedureId, link.Language, link.Until) : new(null, default, link.Language, now);
        }
    }
}

/// <summary>Whether a guest's link still opens anything; says nothing about whose it is.</summary>
[Needs(Permission.Machine)]
public sealed record DoesGuestLinkWork(string Token) : IQuery<bool>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<DoesGuestLinkWork, bool>
    {
        public Task<bool> Handle(DoesGuestLinkWork request, CancellationToken cancellationToken)
        {
            var hash = OneTimeLink.HashOf(request.Token);
            return db.OpenGuestLinks(clock.GetUtcNow()).AnyAsync(l => l.TokenHash == hash, cancellationToken);
        }
    }
}
