using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Takes an item apart at a place that the reviewer chose; what stands between <see cref="At"/> and <see cref="To"/> (a joining word) is left out.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record SplitItem(Guid Draft, string Path, string? Was, int At, int To) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<SplitItem, Done>
    {
        public async Task<Done> Handle(SplitItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Split(request.Path, request.Was, request.At, request.To);
            return Done.It;
        }
    }
}
