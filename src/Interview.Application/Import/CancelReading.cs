using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>Stops the reading of a long document; the reader notices at its next step.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record CancelReading(Guid Draft) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<CancelReading, Done>
    {
        public async Task<Done> Handle(CancelReading request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Cancel();
            if (await db.ReadingTurns.FirstOrDefaultAsync(t => t.Id == request.Draft, cancellationToken) is { } turn) db.ReadingTurns.Remove(turn);
            return Done.It;
        }
    }
}
