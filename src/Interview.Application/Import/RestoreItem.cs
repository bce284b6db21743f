using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Takes back that an item was dropped.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record RestoreItem(Guid Draft, string Path) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<RestoreItem, Done>
    {
        public async Task<Done> Handle(RestoreItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Restore(request.Path);
            return Done.It;
        }
    }
}
