using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies.Exchange;

/// <param name="Same">The edition already said exactly this.</param>
public sealed record ImportedEdition(Guid Edition, bool Same, int Competencies, int Profiles);

/// <summary>
/// Takes in an edition's document (JSON or Markdown), all or nothing. Its framework is known by name and owner, its edition by its label: an edition that is not
/// there yet is made as a draft, a draft becomes what the document says, and one that was published is never rewritten: the document then needs a label of its own.
/// </summary>
[Needs(Permission.EditLibrary)]
public sealed record ImportEdition(string Text, string? Label = null) : ICommand<ImportedEdition>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ImportEdition, ImportedEdition>
    {
        public async Task<ImportedEdition> Handle(ImportEdition request, CancellationToken cancellationToken)
        {
            var document = EditionReading.Of(request.Text);
            if (!string.IsNullOrWhiteSpace(request.Label)) document = document with { Edition = request.Label.Trim() };
            var framework = (await db.Frameworks.Where(f => f.Owner == document.Owner).ToListAsync(cancellationToken))
                .Find(f => f.Name.All.Any(n => document.Framework[n.Key] == n.Value) && caller.May(Permission.EditLibrary, Scope.Framework(f.Id)));
            var edition = framework is null ? null : await db.Editions.FirstOrDefaultAsync(e => e.FrameworkId == framework.Id && e.Label == document.Edition, cancellationToken);
            if (framework is null)
            {
                Refuse.If(!caller.May(Permission.EditLibrary, Scope.Organisation), Refusal.NotAllowed);
                framework = db.Add(new Framework(document.Framework, document.Owner, document.Licence));
            }
            WholeEdition whole;
            if (edition is null) whole = new WholeEdition(db.Add(new Edition(framework.Id, document.Edition)), framework, [], [], []);
            else
            {
                whole = await db.WholeEdition(edition, cancellationToken);
                if ((await whole.Write(db, cancellationToken)).SaysTheSameAs(document with { Framework = framework.Name, Licence = framework.Licence })) return new(edition.Id, true, whole.Competencies.Count, whole.Profiles.Count);
                Refuse.FieldIf(edition.Status != EditionStatus.Draft, "label", "competencies.document-edition-published", document.Edition);
            }
            await new Rewriting(db, whole, document).Do(cancellationToken);
            return new(whole.Edition.Id, false, document.Competencies.Count, document.Profiles.Count);
        }
    }
}
