using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Moves an item one place up or down in its list.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record ShiftItem(Guid Draft, string Path, bool Down) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ShiftItem, Done>
    {
        public async Task<Done> Handle(ShiftItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Shift(request.Path, request.Down);
            return Done.It;
        }
    }
}
