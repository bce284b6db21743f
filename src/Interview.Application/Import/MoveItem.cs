using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Puts an item in another list, or a line that nobody used in a list of its reviewer's choice. <see cref="From"/> is the list in which it was seen; null for a line.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record MoveItem(Guid Draft, string Path, string? From, string To, string? After) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<MoveItem, Done>
    {
        public async Task<Done> Handle(MoveItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Move(request.Path, request.From, new Spot(request.To, request.After));
            return Done.It;
        }
    }
}
