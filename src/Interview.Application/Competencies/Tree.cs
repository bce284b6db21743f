using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>The branches of an edition above competencies or above profiles, as they hang now; keeps them in order and finds what would not do.</summary>
internal sealed class Tree(IReadOnlyList<Node> nodes)
{
    public static async Task<Tree> Of(IInterviewDb db, Edition edition, TreeSide side, CancellationToken ct) =>
        new([.. (await db.Nodes.Where(n => n.EditionId == edition.Id).ToListAsync(ct)).Where(n => n.Side == side)]);

    public Node Find(Guid id) => nodes.FirstOrDefault(n => n.Id == id) ?? throw Refusal.NotFound;

    /// <summary>The branch that is called as one of another edition, if there is one.</summary>
    public Guid? Like(Node other) => nodes.FirstOrDefault(n => n.Kind == other.Kind && n.Name.All.Any(name => other.Name[name.Key] == name.Value))?.Id;

    public int DepthOf(Guid? parent)
    {
        var depth = 0;
        for (var at = parent; at is { } id; at = Find(id).ParentId) depth++;
        return depth;
    }

    public List<Node> Under(Guid? parent) => [.. nodes.Where(n => n.ParentId == parent).OrderBy(n => n.Order).ThenBy(n => n.Id)];

    public void RefuseBelow(Guid? parent, int levels = 1) => Refuse.If(DepthOf(parent) + levels > Node.Deepest, "competencies.tree-too-deep", Node.Deepest);

    public void Move(Node node, Guid? parent, int place)
    {
        for (var at = parent; at is { } id; at = Find(id).ParentId) Refuse.If(id == node.Id, "competencies.branch-under-itself");
        RefuseBelow(parent, Height(node));
        var siblings = Under(parent);
        siblings.Remove(node);
        siblings.Insert(Math.Clamp(place, 0, siblings.Count), node);
        for (var i = 0; i < siblings.Count; i++) siblings[i].Hang(parent, i);
    }

    private int Height(Node node) => 1 + Under(node.Id).Select(Height).DefaultIfEmpty(0).Max();
}

/// <summary>A branch in an edition's tree, behind the others under its parent (null: at the top).</summary>
[Needs(Permission.EditLibrary)]
public sealed record AddBranch(Guid Edition, TreeSide Side, Guid? Parent, string Language, string Name) : ICommand<Guid>, IMerges
{
    internal sealed class Rules : AbstractValidator<AddBranch>
    {
        public Rules()
        {
            Texts.Rules(this, x => x.Language, x => x.Name);
            RuleFor(x => x.Name).MaximumLength(300).WithErrorCode("competencies.text-too-long").WithState(_ => new object?[] { 300 });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<AddBranch, Guid>
    {
        public async Task<Guid> Handle(AddBranch request, CancellationToken cancellationToken)
        {
            var edition = await db.EditionsFor(caller, Permission.EditLibrary).Need(request.Edition, cancellationToken);
            var tree = await Tree.Of(db, edition, request.Side, cancellationToken);
            tree.RefuseBelow(request.Parent);
            var there = tree.Under(request.Parent);
            edition.Rearranged();
            return db.Add(new Node(edition.Id, Node.KindAt(request.Side, tree.DepthOf(request.Parent)), LocalText.Of(request.Language, request.Name), request.Parent, there.Count == 0 ? 0 : there[^1].Order + 1)).Id;
        }
    }
}

/// <summary>Hangs a branch under another one (null: at the top), at a place counted from 0. What hangs on it goes along.</summary>
[Needs(Permission.EditLibrary)]
public sealed record MoveBranch(Guid Branch, Guid? Parent, int Place) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MoveBranch, Saved>
    {
        public async Task<Saved> Handle(MoveBranch request, CancellationToken cancellationToken)
        {
            var node = await db.BranchesFor(caller).Need(request.Branch, cancellationToken);
            var edition = await db.Editions.Need(node.EditionId, cancellationToken);
            (await Tree.Of(db, edition, node.Side, cancellationToken)).Move(node, request.Parent, request.Place);
            edition.Rearranged();
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Changes the name of a branch in one language; the same promise as <see cref="RewordText"/>.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RewordBranch(Guid Branch, string Language, string? Was, string? Becomes) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RewordBranch, Saved>
    {
        public async Task<Saved> Handle(RewordBranch request, CancellationToken cancellationToken)
        {
            (await db.BranchesFor(caller).Need(request.Branch, cancellationToken)).Reword(request.Language, request.Was, request.Becomes);
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Takes a branch away on which nothing hangs.</summary>
[Needs(Permission.EditLibrary)]
public sealed record RemoveBranch(Guid Branch) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<RemoveBranch, Done>
    {
        public async Task<Done> Handle(RemoveBranch request, CancellationToken cancellationToken)
        {
            var node = await db.BranchesFor(caller).Need(request.Branch, cancellationToken);
            var edition = await db.Editions.Need(node.EditionId, cancellationToken);
            var used = await db.Nodes.AnyAsync(n => n.ParentId == node.Id, cancellationToken) || await db.Competencies.AnyAsync(c => c.ClusterId == node.Id, cancellationToken) || await db.Profiles.AnyAsync(p => p.NodeId == node.Id, cancellationToken);
            Refuse.If(used, "competencies.branch-not-empty", node.Name.ToString());
            edition.Rearranged();
            db.Nodes.Remove(node);
            return Done.It;
        }
    }
}

/// <summary>Calls a level of an edition's tree by a name, in one language. Depth counts from 0.</summary>
[Needs(Permission.EditLibrary)]
public sealed record NameTreeLevel(Guid Edition, TreeSide Side, int Depth, string Language, string? Was, string? Becomes) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<NameTreeLevel, Saved>
    {
        public async Task<Saved> Handle(NameTreeLevel request, CancellationToken cancellationToken)
        {
            (await db.EditionsFor(caller, Permission.EditLibrary).Need(request.Edition, cancellationToken)).CallLevel(request.Side, request.Depth, request.Language, request.Was, request.Becomes);
            return new Saved(clock.GetUtcNow());
        }
    }
}

/// <summary>Hangs a competency or a profile under a branch of its own edition; null takes it out of the tree.</summary>
[Needs(Permission.EditLibrary)]
public sealed record HangUnder(Guid Subject, Guid? Branch) : ICommand<Saved>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<HangUnder, Saved>
    {
        public async Task<Saved> Handle(HangUnder request, CancellationToken cancellationToken)
        {
            var branch = request.Branch is { } id ? await db.BranchesFor(caller).Need(id, cancellationToken) : null;
            var competency = await db.CompetenciesFor(caller, Permission.EditLibrary).FirstOrDefaultAsync(c => c.Id == request.Subject, cancellationToken);
            var profile = competency is null ? await db.Profiles.Need(request.Subject, cancellationToken) : null;
            var edition = await db.EditionsFor(caller, Permission.EditLibrary).Need(competency?.EditionId ?? profile!.EditionId, cancellationToken);
            Refuse.If(branch is not null && (branch.EditionId != edition.Id || branch.Side != (competency is null ? TreeSide.Profiles : TreeSide.Competencies)), Refusal.NotFound);
            var (saved, was) = (new Saved(clock.GetUtcNow()), competency is null ? profile!.NodeId : competency.ClusterId);
            if (was == branch?.Id) return saved;
            competency?.Hang(branch?.Id);
            profile?.Hang(branch?.Id);
            var from = await db.Nodes.Where(n => n.Id == was).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
            db.Remember(request.Subject, request.Subject, "hung", from?.ToString() ?? "", branch?.Name.ToString() ?? "", caller, saved.At);
            return saved;
        }
    }
}

internal static class Orchard
{
    public static IQueryable<Node> BranchesFor(this IInterviewDb db, Caller caller)
    {
        var editions = db.EditionsFor(caller, Permission.EditLibrary).Select(e => e.Id);
        return db.Nodes.Where(n => editions.Contains(n.EditionId));
    }
}
