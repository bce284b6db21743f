using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>The draft of a document.</summary>
public sealed record SourcePlace(Guid Draft);

/// <summary>From a library item back to the document it came from: the draft that was read from this file.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record FindSource(Guid File) : IQuery<SourcePlace>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<FindSource, SourcePlace>
    {
        public async Task<SourcePlace> Handle(FindSource request, CancellationToken cancellationToken) =>
            new(await db.Drafts.Where(d => d.FileId == request.File).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound);
    }
}
