using System.Security.Cryptography;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Web.FirstStart;

/// <summary>A sign-in of the demo, as it is printed.</summary>
internal sealed record DemoSignIn(string Role, string Name, string Address, string Password)
{
    public override string ToString() => $"{Role,-16} {Name,-20} {Address,-42} {Password}";
}

/// <summary>Loads the demo organisation once, through the use cases a person would use, and remembers the sign-ins in a file only its owner may read.</summary>
internal sealed class DemoOrganisation(Door door, string folder, string? password, TimeProvider clock)
{
    private static readonly Actor Machine = new Actor.System("demo");

    public const string FileName = "demo-sign-ins.txt";

    public async Task Load(string text, CancellationToken ct)
    {
        var file = DemoFile.Read(text);
        Dictionary<string, Guid> units = [];
        foreach (var unit in file.Units)
            units[unit.Code] = await Ask(new AddUnit(unit.Code, unit.Name, unit.Parent is { } above ? units[above] : null), ct);

        Dictionary<string, Guid> persons = [];
        List<DemoSignIn> signIns = [];
        foreach (var person in file.Persons.Where(p => p.Role != Role.Guest))
        {
            // Parts of a procedure come with a seat in one; until then its people are employees like others.
            var link = await Ask(new InvitePerson(person.Name, person.Email, person.Language, Roles.BelongsToProcedure(person.Role) ? Role.Employee : person.Role), ct);
            persons[person.Email] = link.Person;
            var secret = password ?? Draw();
            await Ask(new AcceptLink(link.Token, secret), ct);
            await Settle(link.Person, person, ct);
            signIns.Add(new(Kebab(person.Role), person.Name, person.Email, secret));
        }
        foreach (var person in file.Persons.Where(p => p.Unit is not null))
        {
            var id = persons[person.Email];
            var manager = person.Manager is { } m ? persons[m] : (Guid?)null;
            var profile = person.Profile is { } code ? await Ask(new FindProfile(code), ct) : null;
            await Ask(new Employ(id, units[person.Unit!], manager, profile, person.From!.Value), ct);
            // Whoever works here has own reviews and plans; whoever leads people sees theirs.
            if (person.Role is not (Role.Employee or Role.Manager) && !Roles.BelongsToProcedure(person.Role)) await Ask(new GiveRole(id, Role.Employee, ScopeKind.Organisation, null, null), ct);
        }
        foreach (var leader in file.Persons.Where(p => p.Role != Role.Manager && file.Persons.Any(e => e.Manager == p.Email)))
            await Ask(new GiveRole(persons[leader.Email], Role.Manager, ScopeKind.Organisation, null, null), ct);
        if (await new DemoProcedure(door, clock).Make(file, persons, ct) is { } guest) signIns.Add(guest);
        await Remember(signIns, ct);
    }

    /// <summary>Zone and language as the person would set them.</summary>
    private async Task Settle(Guid id, DemoPerson person, CancellationToken ct)
    {
        var session = await Ask(new OpenSession(id, "demo"), ct);
        Actor self = new Actor.Person(id, session.Session);
        _ = (await door.Ask(new ChangeMyPreferences(person.Language, person.Zone), self, ct)).Value;
        _ = (await door.Ask(new EndSession(session.Session), self, ct)).Value;
    }

    private async Task Remember(IEnumerable<DemoSignIn> signIns, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        FileStreamOptions only = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(Path.Combine(folder, FileName), only);
        foreach (var signIn in signIns) await file.WriteLineAsync(signIn.ToString().AsMemory(), ct);
    }

    private async Task<T> Ask<T>(IRequest<T> ask, CancellationToken ct) => (await door.Ask(ask, Machine, ct)).Value;

    private static string Draw() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));

    private static string Kebab(Role role) => string.Concat(role.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
