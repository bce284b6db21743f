using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>
/// A draft with the tree and the competencies of an edition, to change them there before anybody works with the change. Profiles are no copies: the ticked ones
/// go over when the draft is published.
/// </summary>
[Needs(Permission.EditLibrary)]
public sealed record CopyEdition(Guid Edition, string Label) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<CopyEdition, Guid>
    {
        public async Task<Guid> Handle(CopyEdition request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.EditLibrary).Need(request.Edition, cancellationToken);
            var label = request.Label.Trim();
            Refuse.FieldIf(await db.Editions.AnyAsync(e => e.FrameworkId == edition.FrameworkId && e.Label == label, cancellationToken), "label", "competencies.edition-taken", label);
            var whole = await db.WholeEdition(edition, cancellationToken);
            var document = (await whole.Write(db, cancellationToken)) with { Profiles = [] };
            var copy = db.Add(new Edition(edition.FrameworkId, label));
            await new Rewriting(db, new WholeEdition(copy, whole.Framework, [], [], []), document).Do(cancellationToken);
            return copy.Id;
        }
    }
}
