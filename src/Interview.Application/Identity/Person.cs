using Interviewing.Application.Shared;

namespace Interviewing.Application.Identity;

/// <summary>Somebody in or around the organisation, with an account (same id) or without. A candidate is no Person until hired.</summary>
public sealed class Person : Root
{
    public const string DefaultZone = "Europe/Amsterdam";

    private Person() { }

    public Person(string name, string email, string language = "nl", string zone = DefaultZone)
    {
        Rename(name);
        Write(email);
        Prefer(language, zone);
    }

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    /// <summary>Lower case, unique.</summary>
    public string EmailKey { get; private set; } = "";
    /// <summary>nl, en or fr: the language of pages and mail.</summary>
    public string Language { get; private set; } = "nl";
    /// <summary>IANA zone.</summary>
    public string Zone { get; private set; } = DefaultZone;
    public bool Active { get; private set; } = true;

    public string GivenName => Name.Split(' ')[0];

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    public void Rename(string name)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(name), "name", "identity.name-missing");
        Refuse.FieldIf(name.Length > 200 || name.Any(char.IsControl), "name", "identity.name-wrong");
        Name = name.Trim();
        Touch();
    }

    public void Write(string email)
    {
        Refuse.FieldIf(email.Length > 254 || email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !System.Net.Mail.MailAddress.TryCreate(email, out _), "email", "identity.email-wrong");
        (Email, EmailKey) = (email.Trim(), KeyOf(email));
        Touch();
    }

    public void Prefer(string language, string zone)
    {
        Refuse.FieldIf(language is not ("nl" or "en" or "fr"), "language", "identity.language-unknown");
        Refuse.FieldIf(!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "zone", "shared.unknown-zone", zone);
        (Language, Zone) = (language, zone);
        Touch();
    }

    public void Deactivate()
    {
        Active = false;
        Touch();
    }

    public void Reactivate()
    {
        Active = true;
        Touch();
    }
}

/// <summary>A part of the organisation's tree.</summary>
public sealed class Unit : Root
{
    private Unit() { }

    public Unit(string code, string name, Guid? parent) => (Code, Name, ParentId) = (code, name, parent);

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Guid? ParentId { get; private set; }
}

/// <summary>Person × unit × manager × from–to; the profile says what the job is. Open-ended while <see cref="To"/> is null.</summary>
public sealed class Employment : Root
{
    private Employment() { }

    public Employment(Guid person, Guid unit, Guid? manager, Guid? profile, DateOnly from)
    {
        Refuse.FieldIf(person == manager, "manager", "identity.own-manager");
        (PersonId, UnitId, ManagerId, ProfileId, From) = (person, unit, manager, profile, from);
    }

    public Guid PersonId { get; private set; }
    public Guid UnitId { get; private set; }
    public Guid? ManagerId { get; private set; }
    public Guid? ProfileId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public void End(DateOnly on)
    {
        Refuse.FieldIf(on < From, "to", "identity.ends-before-start");
        To = on;
        Touch();
    }
}

/// <summary>Who plays which part where, until when. Read on every Ask, so taking it away works on the next request.</summary>
public sealed class RoleAssignment : Root
{
    private RoleAssignment() { }

    public RoleAssignment(Guid person, Role role, Scope scope, DateTimeOffset? until = null) =>
        (PersonId, Role, ScopeKind, ScopeId, Until) = (person, role, scope.Kind, scope.Id, until);

    public Guid PersonId { get; private set; }
    public Role Role { get; private set; }
    public ScopeKind ScopeKind { get; private set; }
    public Guid? ScopeId { get; private set; }
    public DateTimeOffset? Until { get; private set; }

    public Scope Scope => new(ScopeKind, ScopeId);
}
