using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

public sealed record LinkView(LinkPurpose Purpose, string? Name, string? Email);

/// <summary>What a one-time link is for, while it works. Looking does not use it.</summary>
[Needs(Permission.Machine)]
public sealed record ReadLink(string Token) : IQuery<LinkView>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ReadLink, LinkView>
    {
        public async Task<LinkView> Handle(ReadLink request, CancellationToken cancellationToken)
        {
            var hash = OneTimeLink.HashOf(request.Token);
            var link = await db.OneTimeLinks.AsNoTracking().NeedFirst(l => l.Hash == hash, cancellationToken);
            Refuse.If(!link.Works(clock.GetUtcNow()), Refusal.NotFound);
            var person = link.PersonId is { } id ? await db.Persons.AsNoTracking().NeedFirst(p => p.Id == id && p.Active, cancellationToken) : null;
            return new(link.Purpose, person?.Name, person?.Email);
        }
    }
}
