using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Interviewing.Application.Audit;

/// <summary>Numbers the entries that have no seal yet, oldest first, at most a batch. Answers how many. A second sealer at the same moment loses on the unique number and tries later.</summary>
[Needs(Permission.Machine)]
public sealed record SealAudit(int Batch = 500) : ICommand<int>
{
    internal sealed class Handler(IInterviewDb db, ILogger<SealAudit> log) : IRequestHandler<SealAudit, int>
    {
        public async Task<int> Handle(SealAudit request, CancellationToken cancellationToken)
        {
            var head = await db.AuditEntries.AsNoTracking().Where(e => e.SealNumber != null).OrderByDescending(e => e.SealNumber)
                .Select(e => new { e.SealNumber, e.ChainHash }).FirstOrDefaultAsync(cancellationToken);
            var entries = await db.AuditEntries.Where(e => e.SealNumber == null).OrderBy(e => e.At).ThenBy(e => e.Id).Take(request.Batch).ToListAsync(cancellationToken);
            var (number, hash) = (head?.SealNumber ?? 0, head?.ChainHash ?? "");
            foreach (var entry in entries)
            {
                entry.Seal(++number, hash);
                hash = entry.ChainHash!;
            }
            if (entries.Count > 0) log.LogInformation("Audit sealed up to {Number}, head {Hash}", number, hash);
            return entries.Count;
        }
    }
}
