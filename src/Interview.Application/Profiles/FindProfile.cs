using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Profiles;

/// <summary>The profile of a code, in the newest edition that has it; null when there is none.</summary>
[Needs(Permission.ReadLibrary)]
public sealed record FindProfile(string Code) : IQuery<Guid?>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<FindProfile, Guid?>
    {
        public Task<Guid?> Handle(FindProfile request, CancellationToken cancellationToken) =>
            db.Profiles.AsNoTracking().Where(p => p.Code == request.Code).Join(db.Editions, p => p.EditionId, e => e.Id, (p, e) => new { p.Id, e.PublishedAt })
                .OrderByDescending(x => x.PublishedAt).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
