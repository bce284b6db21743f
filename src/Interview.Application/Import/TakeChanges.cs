using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Ticks differences with the earlier version of the document, or unticks them; publishing carries out what is ticked.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record TakeChanges(Guid Draft, IReadOnlyList<string> Changes, bool Taken) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<TakeChanges, Done>
    {
        public async Task<Done> Handle(TakeChanges request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Take(request.Changes, request.Taken);
            return Done.It;
        }
    }
}
