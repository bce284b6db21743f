using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>What came of it. A wrong code is an answer and not a refusal, because it is counted.</summary>
public sealed record GuestEntry(Guid? Link, string Language, DateTimeOffset Until);

/// <summary>Exchanges a personal link and its code for a guest's cookie.</summary>
[Needs(Permission.Machine)]
public sealed record EnterAsGuest(string Token, string Code) : ICommand<GuestEntry>, IMerges
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<EnterAsGuest, GuestEntry>
    {
        public async Task<GuestEntry> Handle(EnterAsGuest request, CancellationToken cancellationToken)
        {
            var (now, hash) = (clock.GetUtcNow(), OneTimeLink.HashOf(request.Token));
            var link = await db.GuestLinks.FirstOrDefaultAsync(l => l.TokenHash == hash, cancellationToken);
            return link?.Opens(request.Token, request.Code, now) == true ? new(link.Id, link.Language, link.Until) : new(null, "nl", now);
        }
    }
}

/// <summary>Whether a guest's link still opens anything; says nothing about whose it is.</summary>
[Needs(Permission.Machine)]
public sealed record DoesGuestLinkWork(string Token) : IQuery<bool>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<DoesGuestLinkWork, bool>
    {
        public async Task<bool> Handle(DoesGuestLinkWork request, CancellationToken cancellationToken)
        {
            var hash = OneTimeLink.HashOf(request.Token);
            return (await db.GuestLinks.AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash, cancellationToken))?.Works(clock.GetUtcNow()) ?? false;
        }
    }
}
