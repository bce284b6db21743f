using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Leaves an item, with what hangs under it, out of what will be published.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record DropItem(Guid Draft, string Path) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<DropItem, Done>
    {
        public async Task<Done> Handle(DropItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Drop(request.Path);
            return Done.It;
        }
    }
}
