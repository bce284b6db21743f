using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>Throws a draft away with its file, as long as nothing of it is in the library.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record DiscardDraft(Guid Draft) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<DiscardDraft, Done>
    {
        public async Task<Done> Handle(DiscardDraft request, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.Need(request.Draft, cancellationToken);
            Refuse.If(draft.Status == DraftStatus.Published, "import.published-already");
            if (await db.ReadingTurns.FirstOrDefaultAsync(t => t.Id == request.Draft, cancellationToken) is { } turn) db.ReadingTurns.Remove(turn);
            db.Drafts.Remove(draft);
            db.StoredFiles.Remove(await db.StoredFiles.Need(draft.FileId, cancellationToken));
            return Done.It;
        }
    }
}
