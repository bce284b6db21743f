namespace Interviewing.Application.Shared;

public interface IHasId
{
    Guid Id { get; }
}

/// <summary>A noun that is saved as a whole: it carries the version, and a verb that changes one of its children touches it.</summary>
public abstract class Root : IHasId
{
    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    public int Version { get; private set; } = 1;

    protected void Touch() => Version++;
}

/// <summary>A part of a root, changed only through the root's verbs.</summary>
public abstract class Part : IHasId
{
    protected Part() { }

    /// <summary>One that was there before keeps its id.</summary>
    protected Part(Guid? id) => Id = id ?? Guid.CreateVersion7();

    public Guid Id { get; protected init; } = Guid.CreateVersion7();
}

/// <summary>Its rows are kept out of the audit trail (queues, search rows, the trail itself).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotAuditedAttribute : Attribute;

/// <summary>The value never reaches the audit details: only the name of the field that changed does.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class SecretAttribute : Attribute;
