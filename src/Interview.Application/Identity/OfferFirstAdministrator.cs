using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>A link (24 h) with which the first administrator is made, while there is none; null when there is one. Each start makes a new one and ends the old.</summary>
[Needs(Permission.Machine)]
public sealed record OfferFirstAdministrator : ICommand<string?>
{
    private static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<OfferFirstAdministrator, string?>
    {
        public async Task<string?> Handle(OfferFirstAdministrator request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            if (await db.RoleAssignments.AnyAsync(r => r.Role == Role.Administrator, cancellationToken)) return null;
            foreach (var old in await db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.FirstAdministrator && l.UsedAt == null && l.Until > now).ToListAsync(cancellationToken)) old.Use(now);
            var (link, token) = OneTimeLink.Make(LinkPurpose.FirstAdministrator, null, now + Holds);
            db.Add(link);
            return token;
        }
    }
}
