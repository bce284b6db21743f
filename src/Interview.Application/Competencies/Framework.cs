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
}

/// <summary>What a node of an edition's tree is: a cluster of competencies, or a step above profiles.</summary>
public enum NodeKind { Cluster, Family, Series, Group }

/// <summary>A branch of an edition's tree.</summary>
public sealed class Node : Root
{
    private Node() { }

    public Node(Guid edition, NodeKind kind, LocalText name, Guid? parent, int order) =>
        (EditionId, Kind, Name, ParentId, Order) = (edition, kind, name, parent, order);

    public Guid EditionId { get; private set; }
    public Guid? ParentId { get; private set; }
    public NodeKind Kind { get; private set; }
    public LocalText Name { get; private set; } = LocalText.Empty;
    public int Order { get; private set; }

    public void Translate(LocalText more)
    {
        Name = Name.Over(more);
        Touch();
    }
}
