using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

public sealed record DraftRow(Guid Id, string FileName, string? Title, DocumentKind Kind, DraftStatus Status, int Open, DateTimeOffset At, string? By);

/// <summary>The documents that were read, newest first; <see cref="Search"/> looks in file name and title.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record ListDrafts(string? Search = null, DraftStatus? Status = null, Slice? Slice = null) : IQuery<Paged<DraftRow>>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListDrafts, Paged<DraftRow>>
    {
        public Task<Paged<DraftRow>> Handle(ListDrafts request, CancellationToken cancellationToken)
        {
            // What the product published by itself, its starter library, is nobody's work to go through.
            var drafts = db.Drafts.AsNoTracking().Where(d => d.ById != null || d.Status != DraftStatus.Published);
            if (request.Status is { } status) drafts = drafts.Where(d => d.Status == status);
            if (request.Search?.Trim().ToLowerInvariant() is { Length: > 0 } words) drafts = drafts.Where(d => d.Words.Contains(words));
            return (from draft in drafts
                    orderby draft.At descending, draft.Id
                    select new DraftRow(draft.Id, draft.FileName, draft.Title, draft.Kind, draft.Status, draft.Open, draft.At,
                        db.Persons.Where(p => p.Id == draft.ById).Select(p => p.Name).FirstOrDefault())).ToPaged(request.Slice ?? new Slice(0, 20), cancellationToken);
        }
    }
}
