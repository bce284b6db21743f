using Interviewing.Application.Shared;

namespace Interviewing.Application.Identity;

/// <summary>Who is asking in this use case, and what this person was found to be allowed. One per Ask; filled by the door and the permission behaviour.</summary>
public sealed class Caller
{
    private IReadOnlyList<Grant> grants = [];

    public Actor Actor { get; private set; } = new Actor.System("nobody");

    /// <summary>The request's name, for the audit trail.</summary>
    public string Ask { get; private set; } = "";

    public void Become(Actor actor, string ask) => (Actor, Ask) = (actor, ask);

    public void Granted(IReadOnlyList<Grant> found) => grants = found;

    /// <summary>The person as the permission behaviour found it, for reading only; null for a guest or the machine.</summary>
    public Person? Person { get; private set; }

    public void IsSeenAs(Person person) => Person = person;

    public bool IsMachine => Actor is Actor.System;

    /// <summary>The person's id; a guest or the machine is refused here.</summary>
    public Guid Id => Actor is Actor.Person p ? p.Id : throw Refusal.NotAllowed;

    public Guid? IdOrNull => Actor is Actor.Person p ? p.Id : null;

    /// <summary>The guest link that asks, if it is one.</summary>
    public Guid? Link => Actor is Actor.Guest g ? g.Link : null;

    /// <summary>Whose own things they are: the person, or the guest's link.</summary>
    public Guid Me => IdOrNull ?? Link ?? throw Refusal.NotAllowed;

    public bool May(Permission permission, Scope scope) =>
        IsMachine || grants.Any(g => g.Scope.Contains(scope) && g.Allows(permission));

    /// <summary>Holds the permission somewhere; the query then keeps to <see cref="Within"/>.</summary>
    public bool MaySomewhere(Permission permission) => IsMachine || grants.Any(g => g.Allows(permission));

    /// <summary>The procedure in which this would be allowed as soon as its statements are signed; null when that is not what is missing.</summary>
    public Guid? WaitsForDeclaration(Permission permission, Scope? scope) =>
        grants.FirstOrDefault(g => g.MustDeclare && Roles.May(g.Role).Contains(permission) && (scope is not { } s || g.Scope.Contains(s))).Scope.Id;

    public bool Knows(Scope scope) => IsMachine || grants.Any(g => g.Scope.Contains(scope));

    public bool Is(Role role, Scope scope) => grants.Any(g => g.Role == role && g.Scope.Contains(scope));

    /// <summary>Ids of the scopes of one kind in which the permission holds; null means everywhere.</summary>
    public IReadOnlyList<Guid>? Within(Permission permission, ScopeKind kind)
    {
        if (IsMachine || grants.Any(g => g.Scope.Kind == ScopeKind.Organisation && g.Allows(permission))) return null;
        return [.. grants.Where(g => g.Scope.Kind == kind && g.Allows(permission)).Select(g => g.Scope.Id!.Value).Distinct()];
    }

    public IReadOnlyCollection<Role> Parts => [.. grants.Select(g => g.Role).Distinct()];
}

/// <summary>A part somewhere. Until its holder has signed the statements of a seat, that seat allows nothing but signing.</summary>
public readonly record struct Grant(Role Role, Scope Scope, bool MustDeclare = false)
{
    public bool Allows(Permission permission) => (!MustDeclare || permission == Permission.Declare) && Roles.May(Role).Contains(permission);
}
