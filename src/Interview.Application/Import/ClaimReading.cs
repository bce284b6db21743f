using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>A document to read; null bytes: nothing waits.</summary>
public sealed record ClaimedReading(Guid Draft, string FileName, ReadOnlyMemory<byte>? Bytes, IReadOnlyList<OwnLabel> Own, IReadOnlyDictionary<string, IReadOnlyList<ColumnMeaning>> Columns)
{
    public static readonly ClaimedReading None = new(Guid.Empty, "", null, [], new Dictionary<string, IReadOnlyList<ColumnMeaning>>());
}

/// <summary>Takes the document that waits longest, or one whose reader did not come back, for one lease under this token.</summary>
[Needs(Permission.Machine)]
public sealed record ClaimReading(Guid Token) : ICommand<ClaimedReading>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ClaimReading, ClaimedReading>
    {
        public async Task<ClaimedReading> Handle(ClaimReading request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var until = now + ReadingTurn.Lease;
            var waiting = await db.ReadingTurns.AsNoTracking().Where(t => t.Until == null || t.Until < now).OrderBy(t => t.At).ThenBy(t => t.Id).Take(10).Select(t => t.Id).ToListAsync(cancellationToken);
            foreach (var id in waiting)
            {
                // The condition stands in the update itself: of two readers that saw the row one gets it.
                if (await db.ReadingTurns.Where(t => t.Id == id && (t.Until == null || t.Until < now))
                    .ExecuteUpdateAsync(s => s.SetProperty(t => t.Token, request.Token).SetProperty(t => t.Until, until).SetProperty(t => t.Tries, t => t.Tries + 1).SetProperty(t => t.Percent, 0), cancellationToken) == 0) continue;
                var turn = await db.ReadingTurns.Need(id, cancellationToken);
                var draft = await db.Drafts.Need(id, cancellationToken);
                if (turn.Tries > ReadingTurn.MostTries)
                {
                    draft.Fail("import.reading-failed");
                    db.ReadingTurns.Remove(turn);
                    continue;
                }
                var file = await db.StoredFiles.AsNoTracking().Need(draft.FileId, cancellationToken);
                return new ClaimedReading(id, file.Name, file.Bytes, await db.All(cancellationToken), await RememberedColumns.All(db, cancellationToken));
            }
            return ClaimedReading.None;
        }
    }
}
