using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Audit;

/// <summary>How the chain stands: sealed entries, entries still waiting, and the number of the first one that does not fit (null: all do).</summary>
public sealed record AuditVerdict(long Sealed, long Unsealed, long? FirstBroken, string Head);

[Needs(Permission.ReadAudit)]
public sealed record VerifyAudit : IQuery<AuditVerdict>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<VerifyAudit, AuditVerdict>
    {
        public async Task<AuditVerdict> Handle(VerifyAudit request, CancellationToken cancellationToken)
        {
            var (number, hash, broken) = (0L, "", (long?)null);
            var chain = db.AuditEntries.AsNoTracking().Where(e => e.SealNumber != null).OrderBy(e => e.SealNumber)
                .Select(e => new { Entry = e, Detail = db.AuditDetails.FirstOrDefault(d => d.EntryId == e.Id) }).AsAsyncEnumerable();
            await foreach (var row in chain.WithCancellation(cancellationToken))
            {
                number++;
                var fits = row.Entry.SealNumber == number && row.Entry.HashAfter(hash) == row.Entry.ChainHash
                    && (row.Detail is null || AuditDetail.Commit(row.Detail.Salt, row.Detail.Before, row.Detail.After) == row.Entry.Commitment);
                if (!fits) broken ??= number;
                hash = row.Entry.ChainHash!;
            }
            return new(number, await db.AuditEntries.LongCountAsync(e => e.SealNumber == null, cancellationToken), broken, hash);
        }
    }
}
