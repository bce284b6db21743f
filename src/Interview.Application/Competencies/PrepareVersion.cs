using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>
/// Begins a newer version of a competency of a published edition: a copy that is written in peace, while profiles, guides and plans go on with the one they
/// have. One at a time.
/// </summary>
[Needs(Permission.EditLibrary)]
public sealed record PrepareVersion(Guid Competency) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PrepareVersion, Guid>
    {
        public async Task<Guid> Handle(PrepareVersion request, CancellationToken cancellationToken)
        {
            var competency = await db.NeedToEdit(caller, request.Competency, cancellationToken);
            Refuse.If(await db.Editions.AnyAsync(e => e.Id == competency.EditionId && e.Status != EditionStatus.Published, cancellationToken), "competencies.edition-not-published");
            Refuse.If(await db.Competencies.AnyAsync(c => c.ReplacesId == competency.Id, cancellationToken), "competencies.version-there");
            var next = competency.Prepare();
            Refuse.If(await db.Competencies.AnyAsync(c => c.EditionId == next.EditionId && c.Code == next.Code, cancellationToken), "competencies.code-taken", next.Code);
            db.Add(next);
            db.Remember(next.Id, next.Id, "added", "", next.Name.ToString(), caller, clock.GetUtcNow());
            return next.Id;
        }
    }
}
