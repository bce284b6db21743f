using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Web.FirstStart;

/// <summary>
/// One running procedure of the demo, made by its recruiter: a frozen guide, a panel with everybody whose part belongs to a procedure and a guest, five candidates
/// planned over two days. One of them needs more time, and a member of the panel knows another.
/// </summary>
internal sealed class DemoProcedure(Door door, TimeProvider clock)
{
    private const string Profile = "GEM-ADV-IV";
    private const string Zone = "Europe/Amsterdam";
    private static readonly Actor Machine = new Actor.System("demo");
    private static readonly (string Name, string Email)[] Candidates =
    [
        ("Sanne Oosterhof", "sanne.oosterhof@post.example"), ("Mehmet Aydin", "mehmet.aydin@post.example"), ("Lotte Verschuren", "lotte.verschuren@post.example"),
        ("Daan Brouwer", "daan.brouwer@post.example"), ("Yasmina Haddou", "yasmina.haddou@post.example"),
    ];

    /// <summary>The guest's way in, or null when the file knows no recruiter.</summary>
    public async Task<DemoSignIn?> Make(DemoFile file, IReadOnlyDictionary<string, Guid> persons, CancellationToken ct)
    {
        if (file.Persons.FirstOrDefault(p => p.Role == Role.Recruiter) is not { } recruiter) return null;
        List<Actor.Person> sessions = [];
        var self = await Self(recruiter.Email);

        var profile = await Ask(new FindProfile(Profile), self) ?? throw new InvalidOperationException($"The starter library has no profile {Profile}.");
        var asked = await Ask(new ShowProfile(profile), self);
        var guide = await Ask(new MakeGuide(profile, [.. asked.Requires.Select(r => r.Competency)], 60, ["nl", "en", "fr"]), self);
        var frozen = await Ask(new FreezeGuide(guide, (await Ask(new ShowGuide(guide), self)).Version), self);
        var procedure = await Ask(new CreateProcedure(asked.Name.In("nl").Text, profile, Blind: true), self);
        await Ask(new ChooseGuide(procedure, frozen.Document), self);

        List<Guid> candidates = [];
        foreach (var (name, email) in Candidates) candidates.Add(await Ask(new AddCandidate(procedure, name, email), self));
        await Ask(new RecordAdjustment(procedure, candidates[^1], 15, "Leest rustig; stuurt vragen vooraf graag op papier."), self);
        foreach (var person in file.Persons.Where(p => SeatOf(p.Role) is not null))
        {
            await Ask(new AddSeat(procedure, persons[person.Email], SeatOf(person.Role)!.Value, person.Role == Role.Panelist), self);
            var known = person == file.Persons.First(p => p.Role == Role.Panelist) ? [new OwnConflict(candidates[3], "Deelt een volkstuin met mij.")] : Array.Empty<OwnConflict>();
            await Ask(new SignDeclaration(procedure, true, true, person.Language, known), await Self(person.Email));
        }
        foreach (var editor in file.Persons.Where(p => p.Role == Role.FeedbackEditor))
            await Ask(new GiveRole(persons[editor.Email], Role.FeedbackEditor, ScopeKind.Procedure, procedure, null), Machine);
        var roster = await Ask(new ProposeRoster(procedure, new(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(6), Zone, 60, 15, new(10, 0), new(17, 0), new(12, 30), new(13, 15), ["Kamer 2.14"], MostADay: 3)), self);
        await Ask(new PlanInterviews(procedure, Zone, [.. roster.Select(r => r.Talk)]), self);
        if (file.Persons.FirstOrDefault(p => p.Role == Role.Chair) is { } chair)
        {
            var judge = await Self(chair.Email);
            foreach (var tie in (await Ask(new GetProcedure(procedure), judge)).Conflicts.Where(c => c.MayAnswer)) await Ask(new AnswerConflict(procedure, tie.Id, true, "Te dichtbij om los van te oordelen."), judge);
        }
        var guest = file.Persons.FirstOrDefault(p => p.Role == Role.Guest) is { } outsider
            ? await Ask(new AddGuestSeat(procedure, outsider.Name, outsider.Email, outsider.Language, clock.GetUtcNow().AddDays(30)), self)
            : null;
        foreach (var session in sessions) await Ask(new EndSession(session.Session), session);
        return guest is null ? null : new("guest", file.Persons.First(p => p.Role == Role.Guest).Name, $"/g/{guest.Token}", $"code {guest.Code}");

        async Task<T> Ask<T>(IRequest<T> ask, Actor actor) => (await door.Ask(ask, actor, ct)).Value;

        async Task<Actor.Person> Self(string email)
        {
            sessions.Add(new(persons[email], (await Ask(new OpenSession(persons[email], "demo"), Machine)).Session));
            return sessions[^1];
        }
    }

    private static SeatKind? SeatOf(Role role) => role switch
    {
        Role.Chair => SeatKind.Chair,
        Role.Panelist => SeatKind.Member,
        Role.Observer => SeatKind.Observer,
        _ => null,
    };
}
