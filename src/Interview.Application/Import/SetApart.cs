using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Says that this is another document than the one it looks like, or that it is the same after all.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record SetApart(Guid Draft, bool Apart) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<SetApart, Done>
    {
        public async Task<Done> Handle(SetApart request, CancellationToken cancellationToken)
        {
            (await db.Drafts.Need(request.Draft, cancellationToken)).SetApart(request.Apart);
            return Done.It;
        }
    }
}
