using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Identity;

public class SessionTests
{
    [Theory, OnBothDatabases]
    public async Task One_ends_an_own_session_and_never_somebody_elses(Database database)
    {
        await using var house = await House.On(database);
        var (me, other) = (await house.Someone(Role.Employee), await house.Someone(Role.Employee));
        (await house.Refused(new EndSession(other.Session), me)).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new WhoAmI(), other);
        await house.Asked(new EndSession(me.Session), me);
        (await house.Refused(new WhoAmI(), me)).ShouldBe(Refusal.SignInCode);
        (await house.Asked(new IsSessionLive(me.Id, me.Session))).ShouldBeFalse();
        (await house.Asked(new IsSessionLive(other.Id, other.Session))).ShouldBeTrue();
        (await house.Asked(new IsSessionLive(me.Id, other.Session))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Being_watched_is_no_activity_and_a_panel_waits_four_hours(Database database)
    {
        await using var house = await House.On(database);
        var (idle, panel) = (await house.Someone(Role.Employee), await house.Someone(Role.Panelist));
        await house.Asked(new StayForPanel(), panel);
        (await house.Refused(new StayForPanel(), idle)).ShouldBe(Refusal.NotAllowedCode);
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        (await house.Asked(new IsSessionLive(idle.Id, idle.Session))).ShouldBeTrue();
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        (await house.Asked(new IsSessionLive(idle.Id, idle.Session))).ShouldBeFalse();
        house.Clock.Advance(TimeSpan.FromHours(3));
        await house.Asked(new WhoAmI(), panel);
        house.Clock.Advance(TimeSpan.FromHours(4.1));
        (await house.Refused(new WhoAmI(), panel)).ShouldBe(Refusal.SignInCode);
    }

    [Theory, OnBothDatabases]
    public async Task After_twelve_hours_it_is_over_however_busy(Database database)
    {
        await using var house = await House.On(database);
        var panel = await house.Someone(Role.Panelist);
        await house.Asked(new StayForPanel(), panel);
        for (var hour = 0; hour < 11; hour++)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.Asked(new WhoAmI(), panel);
        }
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        (await house.Refused(new WhoAmI(), panel)).ShouldBe(Refusal.SignInCode);
    }

    [Theory, OnBothDatabases]
    public async Task Language_and_zone_are_ones_own_and_must_exist(Database database)
    {
        await using var house = await House.On(database);
        var me = await house.Someone(Role.Employee);
        await house.Asked(new ChangeMyPreferences("fr", "Europe/Brussels"), me);
        (await house.Asked(new ReadMyAccount(), me)).ShouldSatisfyAllConditions(a => a.Language.ShouldBe("fr"), a => a.Zone.ShouldBe("Europe/Brussels"), a => a.HasPassword.ShouldBeFalse());
        (await house.Refused(new ChangeMyPreferences("de", "Europe/Brussels"), me)).ShouldBe("identity.language-unknown");
        (await house.Refused(new ChangeMyPreferences("nl", "Maan/Zee"), me)).ShouldBe("shared.unknown-zone");
    }
}
