using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Takes a file or link off the asker's own side; of a file only the fingerprint stays.</summary>
[Needs(Permission.SignedIn)]
public sealed record DetachEvidence(Guid Review, Guid Evidence) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<DetachEvidence, Done>
    {
        public async Task<Done> Handle(DetachEvidence request, CancellationToken cancellationToken)
        {
            var review = await db.WithEvidence(request.Review, caller.Id, cancellationToken);
            var gone = review.Detach(caller.Id, request.Evidence);
            if (gone.FileId is { } file) (await db.StoredFiles.FirstAsync(f => f.Id == file, cancellationToken)).Forget();
            return Done.It;
        }
    }
}
