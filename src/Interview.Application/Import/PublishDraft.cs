using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>A framework that begins with this publication; its first edition is published with it.</summary>
public sealed record NewFramework(string Name, string Edition = "1", string Owner = "", string Licence = "");

public sealed record PublishedImport(Guid Edition, IReadOnlyList<Guid> Competencies, IReadOnlyList<Guid> Profiles);

/// <summary>
/// Makes library records of a draft, in an edition or in a new framework, all or nothing. A competency or profile whose code is already there in
/// other languages gets this language beside them. A new version of a document that was published in this edition before changes what a person ticked and
/// leaves the rest. <see cref="Version"/> is the draft as its reviewer saw it.
/// </summary>
[Needs(Permission.ImportDocuments)]
public sealed record PublishDraft(Guid Draft, int Version, Guid? Edition, NewFramework? Into = null) : ICommand<PublishedImport>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PublishDraft, PublishedImport>
    {
        public async Task<PublishedImport> Handle(PublishDraft request, CancellationToken cancellationToken)
        {
            var draft = await db.Drafts.Need(request.Draft, cancellationToken);
            db.Expect(draft, request.Version);
            Refuse.If(draft.Read() is { JobProfiles.Count: 0, Competencies.Count: 0 }, "import.nothing-to-publish");
            var now = clock.GetUtcNow();
            Framework? framework = null;
            var edition = request.Edition is { } id ? await Existing(id, cancellationToken) : New(request.Into, draft.Language, now, out framework);
            // First the draft's own conditions: what it still lacks is told before anything that would clash in the library.
            draft.Publish(edition.Id, now);
            var earlier = await db.EarlierOf(draft, cancellationToken);
            var comparison = earlier?.EditionId == edition.Id ? await db.Compare(draft, earlier, cancellationToken) : null;
            var publication = new Publication(db, draft, edition, comparison, caller, now, framework is null ? await EditionStock.Of(db, edition.Id, cancellationToken) : EditionStock.Empty(edition.Id));
            if (framework is not null) publication.Made(framework);
            return await publication.Publish(cancellationToken);
        }

        private async Task<Edition> Existing(Guid id, CancellationToken ct)
        {
            var edition = await db.Editions.Need(id, ct);
            Refuse.If(!caller.May(Permission.ImportDocuments, Scope.Framework(edition.FrameworkId)), Refusal.NotFound);
            Refuse.If(edition.Status == EditionStatus.Superseded, "import.edition-superseded");
            return edition;
        }

        private Edition New(NewFramework? wanted, string language, DateTimeOffset now, out Framework framework)
        {
            Refuse.FieldIf(wanted is null || string.IsNullOrWhiteSpace(wanted.Name), "framework", "import.framework-missing");
            Refuse.FieldIf(wanted!.Name.Length > 200, "framework", "import.name-too-long", 200);
            Refuse.If(!caller.May(Permission.ImportDocuments, Scope.Organisation), Refusal.NotAllowed);
            framework = db.Add(new Framework(LocalText.Of(language, wanted.Name), wanted.Owner, wanted.Licence));
            var edition = db.Add(new Edition(framework.Id, wanted.Edition));
            edition.Publish(now);
            return edition;
        }
    }
}
