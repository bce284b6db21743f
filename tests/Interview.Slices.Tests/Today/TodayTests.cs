using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Application.Today;
using Interviewing.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Today;

public class TodayTests
{
    [Theory, OnBothDatabases]
    public async Task What_waits_comes_oldest_first_from_every_noun_that_has_something(Database database)
    {
        await using var house = await House.On(database, services => services.AddScoped<IWaiting, Old>().AddScoped<IWaiting, Older>().AddScoped<IAgenda, Afternoon>());
        var me = await house.Someone(Role.Administrator);
        await house.Asked(new InvitePerson("Tess de Wit", "tess@waterveen.example", "nl", Role.Employee), me);
        house.Clock.Advance(TimeSpan.FromDays(6));
        var (from, until) = (house.Clock.GetUtcNow(), house.Clock.GetUtcNow().AddDays(1));
        var session = await house.Asked(new OpenSession(me.Id, null));
        Actor now = new Actor.Person(me.Id, session.Session);
        var today = await house.Asked(new ListToday(from, until, ["InvitePerson"]), now);
        today.Waiting.Select(w => w.Key).ShouldBe(["made.older", "made.old"]);
        today.Agenda.ShouldHaveSingleItem().Title.ShouldBe("K3");
        today.Done.ShouldHaveSingleItem().Ask.ShouldBe("InvitePerson");

        house.Clock.Advance(TimeSpan.FromDays(2));
        session = await house.Asked(new OpenSession(me.Id, null));
        today = await house.Asked(new ListToday(from, until, ["InvitePerson"]), new Actor.Person(me.Id, session.Session));
        today.Waiting.Select(w => w.Key).ShouldContain("admin.waiting.lapsed");
        today.Done.ShouldBeEmpty();
        var employee = await house.Someone(Role.Employee);
        (await house.Asked(new ListToday(from, until, []), employee)).Waiting.Select(w => w.Key).ShouldNotContain("admin.waiting.lapsed");
    }

    private sealed class Old(TimeProvider clock) : IWaiting
    {
        public Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct) => Task.FromResult<IReadOnlyList<WaitingItem>>([new("made.old", clock.GetUtcNow().AddHours(-1), "/", person)]);
    }

    private sealed class Older(TimeProvider clock) : IWaiting
    {
        public Task<IReadOnlyList<WaitingItem>> For(Guid person, IInterviewDb db, CancellationToken ct) => Task.FromResult<IReadOnlyList<WaitingItem>>([new("made.older", clock.GetUtcNow().AddDays(-1), "/")]);
    }

    private sealed class Afternoon : IAgenda
    {
        public Task<IReadOnlyList<AgendaItem>> For(Guid person, DateTimeOffset from, DateTimeOffset until, IInterviewDb db, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<AgendaItem>>([new(Appointment.From(from.AddHours(4), Person.DefaultZone), 60, "K3", null, "/")]);
    }
}
