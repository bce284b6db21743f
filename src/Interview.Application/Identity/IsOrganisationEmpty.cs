using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Identity;

/// <summary>Whether nobody is known here yet.</summary>
[Needs(Permission.Machine)]
public sealed record IsOrganisationEmpty : IQuery<bool>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<IsOrganisationEmpty, bool>
    {
        public async Task<bool> Handle(IsOrganisationEmpty request, CancellationToken cancellationToken) => !await db.Persons.AnyAsync(cancellationToken);
    }
}
