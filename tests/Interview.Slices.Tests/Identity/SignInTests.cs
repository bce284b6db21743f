using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Identity;

public class SignInTests
{
    private const string Password = "een rustige dinsdagochtend";

    [Theory, OnBothDatabases]
    public async Task An_invited_person_chooses_a_password_once_and_signs_in(Database database)
    {
        await using var house = await House.On(database);
        var link = await house.Asked(new InvitePerson("Noor Aalders", "Noor@waterveen.example", "nl", Role.Recruiter));
        (await house.Asked(new ReadLink(link.Token))).ShouldBe(new LinkView(LinkPurpose.Invitation, "Noor Aalders", "Noor@waterveen.example"));
        (await house.Refused(new AcceptLink(link.Token, "kort"))).ShouldBe("identity.password-too-short");
        (await house.Refused(new AcceptLink(link.Token, "aaaaaaaaaaaaaaaa"))).ShouldBe("identity.password-too-simple");
        (await house.Asked(new AcceptLink(link.Token, Password))).ShouldBe(link.Person);

        (await house.Refused(new AcceptLink(link.Token, Password + "!"))).ShouldBe("identity.link-used");
        (await house.Refused(new ReadLink(link.Token))).ShouldBe(Refusal.NotFoundCode);
        (await house.Asked(new ProvePassword(link.Person, Password))).ShouldBeTrue();
        (await house.Asked(new ProvePassword(link.Person, Password + "!"))).ShouldBeFalse();
        (await house.Asked(new ProvePassword(null, Password))).ShouldBeFalse();

        var knocked = await house.Asked(new Knock(" noor@WATERVEEN.example "));
        knocked.ShouldBe(new Knocked(link.Person, null));
        var opened = await house.Asked(new OpenSession(link.Person, "Firefox"));
        var me = await house.Asked(new WhoAmI(), new Actor.Person(opened.Person, opened.Session));
        me.Name.ShouldBe("Noor Aalders");
        me.Parts.ShouldBe([Role.Recruiter]);
        me.May.ShouldContain(Permission.PlanProcedure);
        me.May.ShouldNotContain(Permission.ManagePeople);
        // The trail tells that somebody signed in, and holds no secret.
        (await house.Look(db => db.Set<AuditEntry>().CountAsync(e => e.Action == "signed-in" && e.Actor == link.Person.ToString("N")))).ShouldBe(1);
        (await house.Look(db => db.Set<AuditDetail>().AnyAsync(d => d.After.Contains(link.Token) || d.After.Contains(Password) || d.After.Contains("PasswordHash\":\"")))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_use_one_link_at_the_same_moment_make_one_account(Database database)
    {
        await using var house = await House.On(database);
        var link = await house.Asked(new InvitePerson("Bo Timmer", "bo@waterveen.example", "nl", Role.Employee));
        await using var twin = house.Twin();
        var both = await Task.WhenAll(house.Door.Ask(new AcceptLink(link.Token, Password + " een"), House.Machine), twin.Door.Ask(new AcceptLink(link.Token, Password + " twee"), House.Machine));
        both.Count(outcome => outcome.Ok).ShouldBe(1);
        var right = both[0].Ok ? Password + " een" : Password + " twee";
        (await house.Asked(new ProvePassword(link.Person, right))).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Guessing_gets_slower_and_never_stops_for_good_and_tells_nothing_about_who_exists(Database database)
    {
        await using var house = await House.On(database);
        var link = await house.Asked(new InvitePerson("Sam Visser", "sam@waterveen.example", "nl", Role.Employee));
        foreach (var address in new[] { "sam@waterveen.example", "niemand@waterveen.example" })
        {
            for (var guess = 1; guess <= 5; guess++) (await house.Asked(new Knock(address))).Wait.ShouldBeNull();
            (await house.Asked(new Knock(address))).ShouldSatisfyAllConditions(k => k.Person.ShouldBeNull(), k => k.Wait!.Value.TotalSeconds.ShouldBe(30, 2));
            house.Clock.Advance(TimeSpan.FromSeconds(31));
            (await house.Asked(new Knock(address))).Wait.ShouldBeNull();
            (await house.Asked(new Knock(address))).Wait!.Value.TotalSeconds.ShouldBe(60, 2);
            house.Clock.Advance(TimeSpan.FromMinutes(16));
        }
        (await house.Asked(new Knock("sam@waterveen.example"))).Person.ShouldBe(link.Person);
        await house.Asked(new OpenSession(link.Person, null));
        // A right password forgives everything.
        for (var guess = 1; guess <= 5; guess++) (await house.Asked(new Knock("sam@waterveen.example"))).Wait.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Guesses_at_the_same_moment_all_count(Database database)
    {
        await using var house = await House.On(database);
        await house.Asked(new Knock("parallel@waterveen.example"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.Door.Ask(new Knock("parallel@waterveen.example"), House.Machine)));
        (await house.Look(db => db.Set<SignInGuard>().SingleAsync())).Failures.ShouldBe(5);
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() =>
        Enumerable.Range(4, 8).Select(n => SignInGuard.DelayAfter(n).TotalSeconds).ShouldBe([0, 30, 60, 120, 240, 480, 900, 900]);

    [Theory, OnBothDatabases]
    public async Task A_new_password_ends_the_other_sessions(Database database)
    {
        await using var house = await House.On(database);
        var link = await house.Asked(new InvitePerson("Kim Bos", "kim@waterveen.example", "fr", Role.Employee));
        await house.Asked(new AcceptLink(link.Token, Password));
        var (here, there) = (await house.Asked(new OpenSession(link.Person, "a")), await house.Asked(new OpenSession(link.Person, "b")));
        here.Language.ShouldBe("fr");
        Actor.Person me = new(link.Person, here.Session), elsewhere = new(link.Person, there.Session);
        (await house.Refused(new ChangeMyPassword("niet dit", Password + " nieuw"), me)).ShouldBe("identity.old-password-wrong");
        await house.Asked(new ChangeMyPassword(Password, Password + " nieuw"), me);
        (await house.Asked(new ProvePassword(link.Person, Password + " nieuw"))).ShouldBeTrue();
        (await house.Asked(new ReadMyAccount(), me)).Sessions.ShouldHaveSingleItem().IsThis.ShouldBeTrue();
        (await house.Refused(new WhoAmI(), elsewhere)).ShouldBe(Refusal.SignInCode);

        var reset = await house.Asked(new MakeEntryLink(link.Person));
        await house.Asked(new AcceptLink(reset.Token, Password + " vergeten"));
        (await house.Refused(new WhoAmI(), me)).ShouldBe(Refusal.SignInCode);
    }

    [Theory, OnBothDatabases]
    public async Task The_first_administrator_is_made_once_with_the_newest_link(Database database)
    {
        await using var house = await House.On(database);
        var old = await house.Asked(new OfferFirstAdministrator());
        var link = await house.Asked(new OfferFirstAdministrator());
        (await house.Refused(new AcceptLink(old!, Password, "Eva", "eva@waterveen.example"))).ShouldBe("identity.link-used");
        (await house.Refused(new AcceptLink(link!, Password, "", "eva@waterveen.example"))).ShouldBe("identity.name-missing");
        var eva = await house.Asked(new AcceptLink(link!, Password, "Eva Kuipers", "eva@waterveen.example"));
        (await house.Asked(new OfferFirstAdministrator())).ShouldBeNull();
        var session = await house.Asked(new OpenSession(eva, null));
        (await house.Asked(new ListPeople(), new Actor.Person(eva, session.Session))).Rows.ShouldHaveSingleItem().Roles.ShouldBe([Role.Administrator]);

        house.Clock.Advance(TimeSpan.FromHours(25));
        (await house.Refused(new AcceptLink(link!, Password, "Nog iemand", "nog@waterveen.example"))).ShouldBe("identity.link-used");
    }

    [Theory, OnBothDatabases]
    public async Task A_guests_code_works_once_and_a_wrong_one_costs_waiting_until_ten_close_the_link(Database database)
    {
        await using var house = await House.On(database);
        var (link, token, code) = GuestLink.Make(Guid.CreateVersion7(), "Pien Smit", "pien@elders.example", "en", house.Clock.GetUtcNow().AddDays(2));
        await house.Look(async db => { db.Add(link); return await db.SaveChangesAsync(); });
        (await house.Asked(new DoesGuestLinkWork(token))).ShouldBeTrue();
        (await house.Asked(new EnterAsGuest(token, "00000000x"))).Link.ShouldBeNull();
        var entry = await house.Asked(new EnterAsGuest(token, $" {code} "));
        entry.ShouldSatisfyAllConditions(e => e.Link.ShouldBe(link.Id), e => e.Language.ShouldBe("en"));
        (await house.Asked(new WhoIsGuest(), new Actor.Guest(link.Id))).Name.ShouldBe("Pien Smit");
        (await house.Refused(new WhoAmI(), new Actor.Guest(link.Id))).ShouldBe(Refusal.NotAllowedCode);
        // Used up: the same code again is as wrong as any.
        (await house.Asked(new EnterAsGuest(token, code))).Link.ShouldBeNull();

        for (var wrong = 1; wrong < GuestLink.MostWrong; wrong++)
        {
            (await house.Asked(new EnterAsGuest(token, "0"))).ShouldSatisfyAllConditions(e => e.Link.ShouldBeNull(), e => e.Wait.ShouldBeNull());
            if (wrong < 2 || wrong == GuestLink.MostWrong - 1) continue;
            // Until the wait is over nothing is looked at, and nothing counted.
            (await house.Asked(new EnterAsGuest(token, "0"))).Wait!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
            house.Clock.Advance(TimeSpan.FromMinutes(16));
        }
        (await house.Asked(new DoesGuestLinkWork(token))).ShouldBeFalse();
        (await house.Asked(new IsGuestLive(link.Id))).ShouldBeFalse();
        (await house.Refused(new WhoIsGuest(), new Actor.Guest(link.Id))).ShouldBe(Refusal.SignInCode);
    }
}
