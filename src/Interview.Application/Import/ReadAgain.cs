using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Reads a document after all whose reading was stopped.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record ReadAgain(Guid Draft) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<ReadAgain, Done>
    {
        public async Task<Done> Handle(ReadAgain request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).ReadAgain();
            db.Add(new ReadingTurn(request.Draft, clock.GetUtcNow()));
            return Done.It;
        }
    }
}
