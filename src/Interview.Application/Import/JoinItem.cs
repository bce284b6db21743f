using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Makes one item of this one and the next in its list.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record JoinItem(Guid Draft, string Path, string? Was, string? NextWas = null) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<JoinItem, Done>
    {
        public async Task<Done> Handle(JoinItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Join(request.Path, request.Was, request.NextWas);
            return Done.It;
        }
    }
}
