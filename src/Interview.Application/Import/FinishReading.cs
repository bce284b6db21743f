using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>
/// What a reader found, or the code of the refusal when it could not read the document; the file is not kept then. Only the reader that holds the lease is heard.
/// </summary>
[Needs(Permission.Machine)]
public sealed record FinishReading(Guid Draft, Guid Token, ImportRecord? Record, string? Failure) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<FinishReading, Done>
    {
        public async Task<Done> Handle(FinishReading request, CancellationToken cancellationToken)
        {
            var turn = await db.ReadingTurns.NeedFirst(t => t.Id == request.Draft && t.Token == request.Token, cancellationToken);
            var draft = await db.Drafts.Need(request.Draft, cancellationToken);
            if (request.Record is { } record) draft.Finish(record);
            else
            {
                draft.Fail(request.Failure ?? "import.reading-failed");
                (await db.StoredFiles.Need(draft.FileId, cancellationToken)).Forget();
            }
            db.ReadingTurns.Remove(turn);
            return Done.It;
        }
    }
}
