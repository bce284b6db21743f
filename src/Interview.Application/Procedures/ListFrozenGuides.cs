using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

public sealed record FrozenGuideRow(Guid Frozen, LocalText Title, int Minutes, int Competencies, DateTimeOffset FrozenAt, string Hash);

/// <summary>The frozen guides that fit this procedure's profile, newest first.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record ListFrozenGuides(Guid Procedure) : IQuery<IReadOnlyList<FrozenGuideRow>>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListFrozenGuides, IReadOnlyList<FrozenGuideRow>>
    {
        // The profile stands inside the frozen text only, so the newest are read and sifted; there are tens of them, not thousands.
        private const int Newest = 200;

        public async Task<IReadOnlyList<FrozenGuideRow>> Handle(ListFrozenGuides request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(request.Procedure, cancellationToken);
            var documents = await db.FrozenDocuments.AsNoTracking().OrderByDescending(d => d.FrozenAt).Take(Newest).ToListAsync(cancellationToken);
            return [.. documents.Select(d => (Document: d, Guide: d.Read())).Where(d => d.Guide.ProfileId == procedure.ProfileId)
                .Select(d => new FrozenGuideRow(d.Document.Id, d.Guide.Title, d.Guide.Minutes, d.Guide.Competencies.Count, d.Document.FrozenAt, d.Document.Hash))];
        }
    }
}
