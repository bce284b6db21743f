using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>Whether there is no framework yet.</summary>
[Needs(Permission.Machine)]
public sealed record IsLibraryEmpty : IQuery<bool>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<IsLibraryEmpty, bool>
    {
        public async Task<bool> Handle(IsLibraryEmpty request, CancellationToken cancellationToken) => !await db.Frameworks.AnyAsync(cancellationToken);
    }
}
