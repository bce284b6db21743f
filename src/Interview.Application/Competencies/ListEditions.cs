using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

public sealed record ClusterChoice(Guid Id, LocalText Name);

public sealed record EditionChoice(Guid Id, Guid Framework, LocalText FrameworkName, string Label, EditionStatus Status, IReadOnlyList<ClusterChoice> Clusters);

/// <summary>The editions somebody may write in, with their clusters.</summary>
[Needs(Permission.EditLibrary)]
public sealed record ListEditions : IQuery<IReadOnlyList<EditionChoice>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListEditions, IReadOnlyList<EditionChoice>>
    {
        public async Task<IReadOnlyList<EditionChoice>> Handle(ListEditions request, CancellationToken cancellationToken)
        {
            var editions = await (
                from e in db.EditionsFor(caller, Permission.EditLibrary).AsNoTracking()
                join f in db.Frameworks on e.FrameworkId equals f.Id
                where e.Status != EditionStatus.Superseded
                orderby e.Label descending, e.Id
                select new { e.Id, Framework = f.Id, f.Name, e.Label, e.Status }).ToListAsync(cancellationToken);
            var ids = editions.Select(e => e.Id).ToList();
            var clusters = await db.Nodes.AsNoTracking().Where(n => n.Kind == NodeKind.Cluster && ids.Contains(n.EditionId)).OrderBy(n => n.Order)
                .Select(n => new { n.EditionId, n.Id, n.Name }).ToListAsync(cancellationToken);
            return [.. editions.Select(e => new EditionChoice(e.Id, e.Framework, e.Name, e.Label, e.Status,
                [.. clusters.Where(c => c.EditionId == e.Id).Select(c => new ClusterChoice(c.Id, c.Name))]))];
        }
    }
}
