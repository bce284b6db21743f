using FluentValidation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

public sealed record NamedDocument(string FileName, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Reads documents that need no review and publishes them together in a new framework, in this order, all or none: a library that comes with the product. What
/// each said stays as its draft, as with any import.
/// </summary>
[Needs(Permission.Machine)]
public sealed record PublishDocuments(IReadOnlyList<NamedDocument> Documents, NewFramework Into) : ICommand<PublishedImport>
{
    private ImportRecord[] read = [];

    internal sealed class Rules : AbstractValidator<PublishDocuments>
    {
        public Rules(IFileText files)
        {
            RuleFor(x => x.Documents).NotEmpty().WithErrorCode("import.nothing-to-publish");
            // Read while validating, before the writers' gate, and side by side: reading touches nothing but its own document.
            RuleFor(x => x).Must(ask =>
            {
                ask.read = new ImportRecord[ask.Documents.Count];
                Parallel.For(0, ask.read.Length, i => ask.read[i] = DocumentReader.Read(files.Read(ask.Documents[i].FileName, ask.Documents[i].Bytes, CancellationToken.None), files.Limits));
                return true;
            });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PublishDocuments, PublishedImport>
    {
        public async Task<PublishedImport> Handle(PublishDocuments request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var framework = db.Add(new Framework(LocalText.Of(request.read[0].Language, request.Into.Name), request.Into.Owner, request.Into.Licence));
            var edition = db.Add(new Edition(framework.Id, request.Into.Edition));
            edition.Publish(now);
            var stock = EditionStock.Empty(edition.Id);
            List<Guid> competencies = [], profiles = [];
            foreach (var (document, record) in request.Documents.Zip(request.read))
            {
                var name = Path.GetFileName(document.FileName);
                var draft = db.Add(new Draft(db.Add(new StoredFile(name, FileKinds.MediaType(FileKind.Text, name), document.Bytes.ToArray(), now)), record, caller.IdOrNull, now));
                Refuse.If(draft.Open > 0, "import.open-in", name, draft.Open);
                draft.Publish(edition.Id, now);
                var publication = new Publication(db, draft, edition, earlier: null, caller, now, stock);
                if (competencies.Count + profiles.Count == 0) publication.Made(framework);
                var published = await publication.Publish(cancellationToken);
                competencies.AddRange(published.Competencies);
                profiles.AddRange(published.Profiles);
            }
            return new PublishedImport(edition.Id, [.. competencies.Distinct()], [.. profiles.Distinct()]);
        }
    }
}
