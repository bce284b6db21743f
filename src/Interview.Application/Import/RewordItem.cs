using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Changes the wording of an item; what the source says is kept and shown beside it.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record RewordItem(Guid Draft, string Path, string? Was, string Text) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<RewordItem, Done>
    {
        public async Task<Done> Handle(RewordItem request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).Reword(request.Path, request.Was, request.Text);
            return Done.It;
        }
    }
}
