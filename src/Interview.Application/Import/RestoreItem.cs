using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Takes back what was decided about an item: everything, or one remedy. The text is then again as it was before.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record RestoreItem(Guid Draft, string Path, Remedies What = Remedies.All) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<RestoreItem, Done>
    {
        public async Task<Done> Handle(RestoreItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Restore(request.Path, request.What);
            return Done.It;
        }
    }
}
