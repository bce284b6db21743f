using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

public sealed record EditionRow(Guid Id, string Label, EditionStatus Status, DateTimeOffset? PublishedAt, int Competencies, int Profiles);

/// <summary>A framework with its editions, the newest first.</summary>
public sealed record FrameworkRow(Guid Id, LocalText Name, string Owner, string Licence, IReadOnlyList<EditionRow> Editions, bool MayEdit);

[Needs(Permission.ReadLibrary)]
public sealed record ListFrameworks : IQuery<IReadOnlyList<FrameworkRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListFrameworks, IReadOnlyList<FrameworkRow>>
    {
        public async Task<IReadOnlyList<FrameworkRow>> Handle(ListFrameworks request, CancellationToken cancellationToken)
        {
            var editions = await (
                from e in db.EditionsFor(caller, Permission.ReadLibrary).AsNoTracking()
                join f in db.Frameworks on e.FrameworkId equals f.Id
                orderby e.Id descending
                select new
                {
                    f.Id, f.Name, f.Owner, f.Licence,
                    Row = new EditionRow(e.Id, e.Label, e.Status, e.PublishedAt, db.Competencies.Count(c => c.EditionId == e.Id && !c.InPreparation), db.Profiles.Count(p => p.EditionId == e.Id)),
                }).ToListAsync(cancellationToken);
            return [.. editions.GroupBy(e => e.Id).OrderBy(g => g.Key).Select(g => new FrameworkRow(g.Key, g.First().Name, g.First().Owner, g.First().Licence, [.. g.Select(e => e.Row)], caller.May(Permission.EditLibrary, Scope.Framework(g.Key))))];
        }
    }
}

/// <summary>A branch of an edition, with how many competencies or profiles hang directly on it.</summary>
public sealed record BranchRow(Guid Id, Guid? Parent, int Depth, NodeKind Kind, LocalText Name, int Place, int Of, int Leaves);

/// <summary>An edition and its tree: the branches in reading order.</summary>
public sealed record EditionCard(Guid Id, int Version, Guid Framework, LocalText FrameworkName, string Owner, string Licence, string Label, EditionStatus Status, DateTimeOffset? PublishedAt,
    IReadOnlyList<LocalText> ClusterLevels, IReadOnlyList<LocalText> ProfileLevels, IReadOnlyList<BranchRow> Branches, int Competencies, int Profiles, bool MayEdit, bool MayPublish)
{
    public IReadOnlyList<LocalText> LevelsOf(TreeSide side) => side == TreeSide.Competencies ? ClusterLevels : ProfileLevels;
}

[Needs(Permission.ReadLibrary)]
public sealed record ShowEdition(Guid Edition) : IQuery<EditionCard>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ShowEdition, EditionCard>
    {
        public async Task<EditionCard> Handle(ShowEdition request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.ReadLibrary).AsNoTracking().Need(request.Edition, cancellationToken);
            var framework = await db.Frameworks.AsNoTracking().Need(edition.FrameworkId, cancellationToken);
            var nodes = await db.Nodes.AsNoTracking().Where(n => n.EditionId == edition.Id).ToListAsync(cancellationToken);
            var leaves = await db.Competencies.Where(c => c.EditionId == edition.Id && !c.InPreparation).GroupBy(c => c.ClusterId).Select(g => new { g.Key, Count = g.Count() })
                .Concat(db.Profiles.Where(p => p.EditionId == edition.Id).GroupBy(p => p.NodeId).Select(g => new { g.Key, Count = g.Count() })).ToListAsync(cancellationToken);
            List<BranchRow> rows = [];
            foreach (var side in Enum.GetValues<TreeSide>()) Walk(new Tree([.. nodes.Where(n => n.Side == side)]), null, 0);
            var scope = Scope.Framework(framework.Id);
            return new EditionCard(edition.Id, edition.Version, framework.Id, framework.Name, framework.Owner, framework.Licence, edition.Label, edition.Status, edition.PublishedAt,
                edition.ClusterLevels, edition.ProfileLevels, rows, await db.Competencies.CountAsync(c => c.EditionId == edition.Id && !c.InPreparation, cancellationToken), await db.Profiles.CountAsync(p => p.EditionId == edition.Id, cancellationToken),
                caller.May(Permission.EditLibrary, scope), caller.May(Permission.PublishEdition, scope));

            void Walk(Tree tree, Guid? parent, int depth)
            {
                var under = tree.Under(parent);
                for (var i = 0; i < under.Count; i++)
                {
                    rows.Add(new BranchRow(under[i].Id, parent, depth, under[i].Kind, under[i].Name, i, under.Count, leaves.Where(l => l.Key == under[i].Id).Sum(l => l.Count)));
                    Walk(tree, under[i].Id, depth + 1);
                }
            }
        }
    }
}

/// <summary>What hangs on a branch: a competency or a profile.</summary>
public sealed record LeafRow(Guid Id, string Code, LocalText Name, ItemStatus Status);

/// <summary>The competencies or profiles on one branch, or (null) those outside the tree.</summary>
[Needs(Permission.ReadLibrary)]
public sealed record ListLeaves(Guid Edition, TreeSide Side, Guid? Branch, Slice Slice) : IQuery<Paged<LeafRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListLeaves, Paged<LeafRow>>
    {
        public async Task<Paged<LeafRow>> Handle(ListLeaves request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.ReadLibrary).AsNoTracking().Need(request.Edition, cancellationToken);
            return request.Side == TreeSide.Competencies
                ? await db.Competencies.AsNoTracking().Where(c => c.EditionId == edition.Id && c.ClusterId == request.Branch && !c.InPreparation).OrderBy(c => c.Code).ThenBy(c => c.Id).Select(c => new LeafRow(c.Id, c.Code, c.Name, c.Status)).ToPaged(request.Slice, cancellationToken)
                : await db.Profiles.AsNoTracking().Where(p => p.EditionId == edition.Id && p.NodeId == request.Branch).OrderBy(p => p.Code).ThenBy(p => p.Id).Select(p => new LeafRow(p.Id, p.Code, p.Name, p.Status)).ToPaged(request.Slice, cancellationToken);
        }
    }
}
