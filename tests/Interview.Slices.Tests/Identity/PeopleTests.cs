using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Identity;

public class PeopleTests
{
    [Theory, OnBothDatabases]
    public async Task Only_who_manages_people_sees_and_changes_them(Database database)
    {
        await using var house = await House.On(database);
        var (boss, other) = (await house.Someone(Role.Administrator), await house.Someone(Role.Recruiter));
        (await house.Asked(new ListPeople(), boss)).Count.ShouldBe(2);
        (await house.Refused(new ListPeople(), other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ReadPerson(boss.Id), other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new InvitePerson("Iemand", "iemand@waterveen.example", "nl", Role.Administrator), other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new GiveRole(other.Id, Role.Administrator, ScopeKind.Organisation, null, null), other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new EndSessionsOf(boss.Id), other)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new ReadPerson(Guid.NewGuid()), boss)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_is_searched_filtered_sorted_and_paged(Database database)
    {
        await using var house = await House.On(database);
        foreach (var (name, role) in new[] { ("Anna Prins", Role.Recruiter), ("Bas Prins", Role.Employee), ("Cleo Mol", Role.Employee) })
            await house.Asked(new InvitePerson(name, $"{name.Split(' ')[0]}@waterveen.example", "nl", role));
        async Task<string[]> Names(ListPeople ask) => [.. (await house.Asked(ask)).Rows.Select(p => p.Name)];
        (await Names(new ListPeople("prins"))).ShouldBe(["Anna Prins", "Bas Prins"]);
        (await Names(new ListPeople("CLEO@"))).ShouldBe(["Cleo Mol"]);
        (await Names(new ListPeople(Role: Role.Employee, Descending: true))).ShouldBe(["Cleo Mol", "Bas Prins"]);
        (await Names(new ListPeople(Order: PeopleOrder.Email, Slice: new Slice(1, 1)))).ShouldBe(["Bas Prins"]);
        (await Names(new ListPeople(Active: false))).ShouldBeEmpty();
        (await house.Asked(new ListPeople(Order: PeopleOrder.LastSeen))).Rows.ShouldAllBe(p => p.Standing == Standing.Invited && p.LastSeenAt == null);
        house.Clock.Advance(TimeSpan.FromDays(8));
        (await house.Asked(new ListPeople())).Rows.ShouldAllBe(p => p.Standing == Standing.Lapsed);
        (await house.Refused(new InvitePerson("Anna Anders", "ANNA@waterveen.example", "nl", Role.Employee))).ShouldBe("identity.email-taken");
        (await house.Refused(new InvitePerson("Anna Anders", "geen adres", "nl", Role.Employee))).ShouldBe("identity.email-wrong");
        (await house.Refused(new InvitePerson(" ", "a@waterveen.example", "nl", Role.Employee))).ShouldBe("identity.name-missing");
        (await house.Refused(new InvitePerson("Gast", "g@waterveen.example", "nl", Role.Guest))).ShouldBe("identity.role-wrong");
    }

    [Theory, OnBothDatabases]
    public async Task A_role_holds_where_and_until_it_was_given_and_is_gone_at_the_next_request(Database database)
    {
        await using var house = await House.On(database);
        var (boss, me) = (await house.Someone(Role.Administrator), await house.Someone(Role.Employee));
        (await house.Refused(new ListAudit(), me)).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new GiveRole(me.Id, Role.PrivacyOfficer, ScopeKind.Organisation, null, house.Clock.GetUtcNow().AddDays(-1)), boss)).ShouldBe("identity.until-past");
        (await house.Refused(new GiveRole(me.Id, Role.PrivacyOfficer, ScopeKind.Unit, Guid.NewGuid(), null), boss)).ShouldBe("identity.scope-wrong");
        (await house.Refused(new GiveRole(me.Id, Role.PrivacyOfficer, ScopeKind.Unit, null, null), boss)).ShouldBe("identity.scope-wrong");
        await house.Asked(new GiveRole(me.Id, Role.PrivacyOfficer, ScopeKind.Organisation, null, house.Clock.GetUtcNow().AddMinutes(10)), boss);
        await house.Asked(new ListAudit(), me);
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        (await house.Refused(new ListAudit(), me)).ShouldBe(Refusal.NotAllowedCode);

        var again = await house.Asked(new GiveRole(me.Id, Role.PrivacyOfficer, ScopeKind.Organisation, null, null), boss);
        (await house.Asked(new ReadPerson(me.Id), boss)).Roles.Count(r => r.Role == Role.PrivacyOfficer).ShouldBe(1);
        await house.Asked(new ListAudit(), me);
        (await house.Refused(new TakeRole(boss.Id, again), boss)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new TakeRole(me.Id, again), boss);
        (await house.Refused(new ListAudit(), me)).ShouldBe(Refusal.NotAllowedCode);
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_taken_out_of_use_is_out_at_the_next_request_and_one_administrator_remains(Database database)
    {
        await using var house = await House.On(database);
        var (boss, me) = (await house.Someone(Role.Administrator), await house.Someone(Role.Administrator));
        (await house.Refused(new DeactivatePerson(boss.Id), boss)).ShouldBe("identity.not-yourself");
        await house.Asked(new DeactivatePerson(me.Id), boss);
        (await house.Refused(new WhoAmI(), me)).ShouldBe(Refusal.SignInCode);
        (await house.Refused(new OpenSession(me.Id, null))).ShouldBe("identity.sign-in-wrong");
        (await house.Refused(new MakeEntryLink(me.Id), boss)).ShouldBe("identity.inactive");
        (await house.Asked(new ListPeople(Active: false), boss)).Rows.ShouldHaveSingleItem().Standing.ShouldBe(Standing.Gone);

        var mine = (await house.Asked(new ReadPerson(boss.Id), boss)).Roles.ShouldHaveSingleItem();
        (await house.Refused(new TakeRole(boss.Id, mine.Id), boss)).ShouldBe("identity.last-administrator");
        (await house.Refused(new DeactivatePerson(boss.Id))).ShouldBe("identity.last-administrator");
        await house.Asked(new ReactivatePerson(me.Id), boss);
        // Back in use means able to sign in, not signed in again.
        (await house.Refused(new WhoAmI(), me)).ShouldBe(Refusal.SignInCode);
        await house.Asked(new OpenSession(me.Id, null));
    }

    [Theory, OnBothDatabases]
    public async Task Ending_somebodys_sessions_signs_out_everywhere(Database database)
    {
        await using var house = await House.On(database);
        var (boss, me) = (await house.Someone(Role.Administrator), await house.Someone(Role.Employee));
        var second = await house.Asked(new OpenSession(me.Id, "telefoon"));
        (await house.Asked(new ReadPerson(me.Id), boss)).Sessions.Count.ShouldBe(2);
        (await house.Asked(new EndSessionsOf(me.Id), boss)).ShouldBe(2);
        (await house.Refused(new WhoAmI(), me)).ShouldBe(Refusal.SignInCode);
        (await house.Refused(new WhoAmI(), new Actor.Person(me.Id, second.Session))).ShouldBe(Refusal.SignInCode);
    }

    [Theory, OnBothDatabases]
    public async Task The_trail_can_be_narrowed_to_a_person_an_action_and_a_day(Database database)
    {
        await using var house = await House.On(database);
        var (boss, me) = (await house.Someone(Role.Administrator), await house.Someone(Role.Employee));
        await house.Asked(new GiveRole(me.Id, Role.Manager, ScopeKind.Organisation, null, null), boss);
        await house.Asked(new EndSessionsOf(me.Id), boss);
        var mine = await house.Asked(new ListAudit(Person: boss.Id), boss);
        mine.Rows.Select(r => r.Ask).ShouldBe(["EndSessionsOf", "GiveRole"]);
        mine.Rows.ShouldAllBe(r => r.ActorName != null && r.ActorKind == "person");
        (await house.Asked(new ListAudit(Action: "sessions-ended"), boss)).Rows.ShouldHaveSingleItem().SubjectId.ShouldBe(me.Id.ToString("N"));
        (await house.Asked(new ListAudit(Subject: me.Id.ToString("N"), Action: "sessions-ended"), boss)).Count.ShouldBe(1);
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        (await house.Asked(new ListAudit(Person: boss.Id, From: today, Until: today), boss)).Count.ShouldBe(2);
        (await house.Asked(new ListAudit(From: today.AddDays(1)), boss)).Count.ShouldBe(0);
    }
}
