using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Web.FirstStart;

/// <summary>One running procedure of the demo, made by its recruiter: a frozen guide, two candidates, a panel with everybody whose part belongs to a procedure, and a guest.</summary>
internal sealed class DemoProcedure(Door door, TimeProvider clock)
{
    private const string Profile = "GEM-ADV-IV";
    private const string Zone = "Europe/Amsterdam";
    private static readonly (string Name, string Email)[] Candidates = [("Sanne Oosterhof", "sanne.oosterhof@post.example"), ("Mehmet Aydin", "mehmet.aydin@post.example")];

    /// <summary>The guest's way in, or null when the file knows no recruiter.</summary>
    public async Task<DemoSignIn?> Make(DemoFile file, IReadOnlyDictionary<string, Guid> persons, CancellationToken ct)
    {
        if (file.Persons.FirstOrDefault(p => p.Role == Role.Recruiter) is not { } recruiter) return null;
        var session = await Ask(new OpenSession(persons[recruiter.Email], "demo"), new Actor.System("demo"));
        Actor self = new Actor.Person(persons[recruiter.Email], session.Session);

        var profile = await Ask(new FindProfile(Profile), self) ?? throw new InvalidOperationException($"The starter library has no profile {Profile}.");
        var asked = await Ask(new ShowProfile(profile), self);
        var guide = await Ask(new MakeGuide(profile, [.. asked.Requires.Select(r => r.Competency)], 60, ["nl", "en", "fr"]), self);
        var frozen = await Ask(new FreezeGuide(guide, (await Ask(new ShowGuide(guide), self)).Version), self);
        var procedure = await Ask(new CreateProcedure(asked.Name.In("nl").Text, profile, Blind: false), self);
        await Ask(new ChooseGuide(procedure, frozen.Document), self);

        foreach (var person in file.Persons.Where(p => SeatOf(p.Role) is not null))
            await Ask(new AddSeat(procedure, persons[person.Email], SeatOf(person.Role)!.Value, person.Role == Role.Panelist), self);
        foreach (var editor in file.Persons.Where(p => p.Role == Role.FeedbackEditor))
            await Ask(new GiveRole(persons[editor.Email], Role.FeedbackEditor, ScopeKind.Procedure, procedure, null), new Actor.System("demo"));
        var day = NextWorkingDay(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(6));
        for (var i = 0; i < Candidates.Length; i++)
        {
            var candidate = await Ask(new AddCandidate(procedure, Candidates[i].Name, Candidates[i].Email), self);
            await Ask(new ScheduleInterview(procedure, candidate, day.ToDateTime(new TimeOnly(10 + (2 * i), 0)), Zone, 75, "Kamer 2.14"), self);
        }
        var guest = file.Persons.FirstOrDefault(p => p.Role == Role.Guest) is { } outsider
            ? await Ask(new AddGuestSeat(procedure, outsider.Name, outsider.Email, outsider.Language, clock.GetUtcNow().AddDays(30)), self)
            : null;
        await Ask(new EndSession(session.Session), self);
        return guest is null ? null : new("guest", file.Persons.First(p => p.Role == Role.Guest).Name, $"/g/{guest.Token}", $"code {guest.Code}");

        async Task<T> Ask<T>(IRequest<T> ask, Actor actor) => (await door.Ask(ask, actor, ct)).Value;
    }

    private static SeatKind? SeatOf(Role role) => role switch
    {
        Role.Chair => SeatKind.Chair,
        Role.Panelist => SeatKind.Member,
        Role.Observer => SeatKind.Observer,
        _ => null,
    };

    private static DateOnly NextWorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
