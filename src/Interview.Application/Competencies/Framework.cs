using Interviewing.Application.Shared;

namespace Interviewing.Application.Competencies;

/// <summary>A set of competencies and profiles of one owner, in editions.</summary>
public sealed class Framework : Root
{
    private Framework() { }

    public Framework(LocalText name, string owner, string licence)
    {
        Refuse.FieldIf(name.IsEmpty, "name", "competencies.name-missing");
        (Name, Owner, Licence) = (name, owner, licence);
    }

    public LocalText Name { get; private set; } = LocalText.Empty;
    public string Owner { get; private set; } = "";
    public string Licence { get; private set; } = "";
}

public enum EditionStatus { Draft, Published, Superseded }

/// <summary>One state of a framework; several live side by side.</summary>
public sealed class Edition : Root
{
    private Edition() { }

    public Edition(Guid framework, string label)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(label) || label.Length > 60, "label", "competencies.edition-label");
        (FrameworkId, Label) = (framework, label.Trim());
    }

    public Guid FrameworkId { get; private set; }
    public string Label { get; private set; } = "";
    public EditionStatus Status { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    /// <summary>What its owner calls the levels of the tree above the competencies, from the top; a deeper level has no name of its own.</summary>
    public IReadOnlyList<LocalText> ClusterLevels { get; private set; } = [];
    /// <summary>The same above the profiles.</summary>
    public IReadOnlyList<LocalText> ProfileLevels { get; private set; } = [];

    public void Publish(DateTimeOffset now)
    {
        Refuse.If(Status != EditionStatus.Draft, "competencies.edition-not-draft");
        (Status, PublishedAt) = (EditionStatus.Published, now);
        Touch();
    }

    public void Supersede()
    {
        Refuse.If(Status != EditionStatus.Published, "competencies.edition-not-published");
        Status = EditionStatus.Superseded;
        Touch();
    }

    /// <summary>Calls a level of a tree, counted from 0, by a name in one language; an empty name leaves it without.</summary>
    public void CallLevel(TreeSide side, int depth, string language, string? was, string? becomes)
    {
        Refuse.FieldIf(depth is < 0 or >= Node.Deepest, "level", "competencies.tree-too-deep", Node.Deepest);
        Refuse.FieldIf(becomes is { Length: > 100 }, "level", "competencies.text-too-long", 100);
        List<LocalText> names = [.. LevelsOf(side)];
        while (names.Count <= depth) names.Add(LocalText.Empty);
        if (names[depth].Reword("level", language, was, becomes, mayBeEmpty: true) is not { } change) return;
        names[depth] = change.Text;
        Say(side, names);
        Touch();
    }

    public IReadOnlyList<LocalText> LevelsOf(TreeSide side) => side == TreeSide.Competencies ? ClusterLevels : ProfileLevels;

    /// <summary>Something hung from another place in its tree: whoever rearranges at the same time looks again.</summary>
    public void Rearranged() => Touch();

    internal void Say(TreeSide side, IReadOnlyList<LocalText> names)
    {
        if (side == TreeSide.Competencies) ClusterLevels = names;
        else ProfileLevels = names;
    }
}

/// <summary>Above what a tree stands: competencies or profiles.</summary>
public enum TreeSide { Competencies, Profiles }

/// <summary>What a node of an edition's tree is: a cluster of competencies (at any depth), or a step above profiles (below the second step everything is a group).</summary>
public enum NodeKind { Cluster, Family, Series, Group }

/// <summary>A branch of an edition's tree.</summary>
public sealed class Node : Root
{
    /// <summary>Frameworks have three or four levels; a tree of twenty is a mistake.</summary>
    public const int Deepest = 19;

    private Node() { }

    public Node(Guid edition, NodeKind kind, LocalText name, Guid? parent, int order) =>
        (EditionId, Kind, Name, ParentId, Order) = (edition, kind, name, parent, order);

    public Guid EditionId { get; private set; }
    public Guid? ParentId { get; private set; }
    public NodeKind Kind { get; private set; }
    public LocalText Name { get; private set; } = LocalText.Empty;
    public int Order { get; private set; }

    public TreeSide Side => SideOf(Kind);

    public static TreeSide SideOf(NodeKind kind) => kind == NodeKind.Cluster ? TreeSide.Competencies : TreeSide.Profiles;

    public static NodeKind KindAt(TreeSide side, int depth) => side == TreeSide.Competencies ? NodeKind.Cluster : depth switch { 0 => NodeKind.Family, 1 => NodeKind.Series, _ => NodeKind.Group };

    public void Translate(LocalText more)
    {
        Name = Name.Over(more);
        Touch();
    }

    public TextChange? Reword(string language, string? was, string? becomes)
    {
        Refuse.FieldIf(becomes is { Length: > 300 }, "name", "competencies.text-too-long", 300);
        if (Name.Reword("name", language, was, becomes) is not { } change) return null;
        Name = change.Text;
        Touch();
        return change;
    }

    /// <summary>Hangs it under another branch; null: at the top.</summary>
    internal void Hang(Guid? parent, int order)
    {
        if ((parent, order) == (ParentId, Order)) return;
        (ParentId, Order) = (parent, order);
        Touch();
    }

    internal void Become(LocalText name)
    {
        if (Name.Equals(name)) return;
        Name = name;
        Touch();
    }
}
