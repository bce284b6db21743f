using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Says that a doubtful item was looked at and is right.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record ConfirmItem(Guid Draft, string Path) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ConfirmItem, Done>
    {
        public async Task<Done> Handle(ConfirmItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).See(request.Path);
            return Done.It;
        }
    }
}
