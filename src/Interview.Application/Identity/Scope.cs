namespace Interviewing.Application.Identity;

public enum ScopeKind { Organisation, Framework, Procedure, Unit }

/// <summary>Where a role holds, or what a request is about. The organisation contains every other scope.</summary>
public readonly record struct Scope(ScopeKind Kind, Guid? Id)
{
    public static readonly Scope Organisation = new(ScopeKind.Organisation, null);

    public static Scope Framework(Guid id) => new(ScopeKind.Framework, id);
    public static Scope Procedure(Guid id) => new(ScopeKind.Procedure, id);
    public static Scope Unit(Guid id) => new(ScopeKind.Unit, id);

    public bool Contains(Scope other) => Kind == ScopeKind.Organisation || this == other;
}
