using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Gives a profile or competency of a draft its name. <see cref="Was"/> is what the editor saw; others may decide about other items meanwhile.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record NameItem(Guid Draft, string Path, string? Was, string Name) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<NameItem, Done>
    {
        public async Task<Done> Handle(NameItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Name(request.Path, request.Was, request.Name);
            return Done.It;
        }
    }
}
