using System.Text;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Interviewing.Slices.Tests.Reminders;

/// <summary>What an administrator sets and sees, what a person wishes, and what becomes of addresses that do not work.</summary>
public class RulesOfTheHouseTests
{
    private static readonly Rule OneDay = new(true, [new(-3, StepUnit.Days)], new(10, 0), null, false);

    [Theory, OnBothDatabases]
    public async Task A_rule_is_data_its_preview_says_what_would_come_of_it_and_saving_it_moves_what_is_planned(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        await team.Active(new(2026, 12, 4));
        await Plan(house);
        var rule = await house.Asked(new ReadPolicy(ReminderKind.PlanActionDue), team.Administrator);
        (rule.Version, rule.Rule.Steps.Count).ShouldBe((0, 4));
        var preview = await house.Asked(new PreviewPolicy(ReminderKind.PlanActionDue, OneDay), team.Administrator);
        (preview.Count, preview.Receivers).ShouldBe((3, 1));
        preview.First.Select(r => r.At).Distinct().ShouldBe([new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero)]);
        (await Due(house, ReminderKind.PlanActionDue)).Count.ShouldBe(9);

        await house.Asked(new ChangePolicy(ReminderKind.PlanActionDue, OneDay, 0), team.Administrator);
        await Plan(house);
        (await Due(house, ReminderKind.PlanActionDue)).Distinct().ShouldBe([new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero)]);
        (await house.Refused(new ChangePolicy(ReminderKind.PlanActionDue, OneDay, 0), team.Administrator)).ShouldBe(Refusal.ChangedCode);
        (await house.Refused(new ChangePolicy(ReminderKind.PlanActionDue, OneDay with { Steps = [] }, 2), team.Administrator)).ShouldBe("reminders.steps-missing");
        (await house.Refused(new ReadPolicy(ReminderKind.InterviewInvitation), team.Administrator)).ShouldBe(Refusal.NotFoundCode);

        var version = (await house.Asked(new ReadPolicy(ReminderKind.PlanActionDue), team.Administrator)).Version;
        await house.Asked(new ChangePolicy(ReminderKind.PlanActionDue, OneDay with { On = false }, version), team.Administrator);
        await Plan(house);
        (await Due(house, ReminderKind.PlanActionDue)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Hours_and_loaded_calendars_move_what_is_planned_for_whom_they_hold(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        await team.Active(new(2026, 12, 15));
        var csv = "Dagen dicht;2026-12-07;2026-12-08\n"u8.ToArray();
        (await house.Refused(new LoadFreeDays("Noord", false, "x.csv", "onzin"u8.ToArray()), team.Administrator)).ShouldBe("reminders.calendar-line");
        var calendar = await house.Asked(new LoadFreeDays("Noord", false, "x.csv", csv), team.Administrator);
        await Plan(house);
        var eighth = new DateTimeOffset(2026, 12, 8, 8, 0, 0, TimeSpan.Zero);
        (await Due(house, ReminderKind.PlanActionDue)).ShouldContain(eighth);
        await house.Asked(new PreferReminders(null, calendar, null, null), team.Employee);
        await Plan(house);
        // Back over both days and the weekend.
        var due = await Due(house, ReminderKind.PlanActionDue);
        due.ShouldNotContain(eighth);
        due.ShouldContain(new DateTimeOffset(2026, 12, 4, 17, 59, 0, TimeSpan.Zero));
        await house.Asked(new ChangeOpenTimes(new(8, 0), new(17, 0), LiberationDay.EveryYear, 1), team.Administrator);
        await Plan(house);
        (await Due(house, ReminderKind.PlanActionDue)).ShouldContain(new DateTimeOffset(2026, 12, 4, 15, 59, 0, TimeSpan.Zero));
        await house.Asked(new RemoveFreeDays(calendar), team.Administrator);
        await Plan(house);
        (await Due(house, ReminderKind.PlanActionDue)).ShouldContain(eighth);
        var view = await house.Asked(new ReadCalendars(), team.Administrator);
        (view.Until, view.FreeDays.Count).ShouldBe((new TimeOnly(17, 0), 0));
        view.Holidays.ShouldContain(h => h.Day == new DateOnly(2027, 7, 21) && h.Netherlands == null && h.Belgium == Holiday.NationalDay);
        view.Holidays.ShouldContain(h => h.Day == new DateOnly(2027, 5, 5) && h.Netherlands == Holiday.LiberationDay);
    }

    [Theory, OnBothDatabases]
    public async Task One_click_switches_a_kind_off_looking_does_not_and_a_second_click_changes_nothing(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await team.Active(new(2026, 12, 15));
        await RoundAt(house, "2026-12-01T08:00Z");
        var letter = box.Letters.Select(l => l.Letter).Single(l => l.Text.Contains("/development/"));
        var token = letter.Off!.Split('/')[^1];
        token.Length.ShouldBe(64);
        (await house.Asked(new ReadOff(token))).ShouldSatisfyAllConditions(v => v.Kinds.ShouldBe([ReminderKind.PlanActionDue]), v => v.Already.ShouldBeFalse());
        (await house.Refused(new ReadOff(new string('0', 64)))).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new SwitchOff(token), await KindsTests.Fresh(house, team.Employee))).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new SwitchOff(token));
        await house.Asked(new SwitchOff(token));
        await Plan(house);
        (await Due(house, ReminderKind.PlanActionDue)).ShouldBeEmpty();
        (await house.Asked(new ReadOff(token))).Already.ShouldBeTrue();
        var employee = await KindsTests.Fresh(house, team.Employee);
        (await house.Asked(new MyReminders(), employee)).Kinds.Single(k => k.Kind == ReminderKind.PlanActionDue).On.ShouldBeFalse();
        await house.Asked(new MuteKind(ReminderKind.PlanActionDue, On: true), employee);
        await Plan(house);
        (await Due(house, ReminderKind.PlanActionDue)).Count.ShouldBe(9);
    }

    [Theory, OnBothDatabases]
    public async Task Behind_a_letter_stands_why_and_what_comes_next_for_its_receiver_alone_who_may_put_it_off(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await team.Active(new(2026, 12, 15));
        await RoundAt(house, "2026-12-01T08:00Z");
        var id = await house.Look(db => db.Set<Reminder>().Where(r => r.Occurrence == "2026-12-15/-14d").OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());
        box.Letters.Select(l => l.Letter).Single(l => l.Text.Contains("/development/")).Text.ShouldContain($"/reminders/{id}");
        var employee = await KindsTests.Fresh(house, team.Employee);
        var view = await house.Asked(new ReadReminder(id), employee);
        view.Next.Select(n => n.Occurrence).ShouldBe(["2026-12-15/-7d", "2026-12-15/-1d", "2026-12-15/1d"]);
        (view.Topic, view.Case is null, view.Status).ShouldBe((Topic.Plan, false, ReminderStatus.Sent));
        foreach (var stranger in team.Strangers.Append(team.Manager)) (await house.Refused(new ReadReminder(id), await KindsTests.Fresh(house, stranger))).ShouldBe(Refusal.NotFoundCode);

        (await house.Refused(new SnoozeReminder(id, new(2026, 11, 30), "later"), employee)).ShouldBe("reminders.snooze-passed");
        (await house.Refused(new SnoozeReminder(id, new(2026, 12, 10), ""), employee)).ShouldBe("reminders.say-why");
        (await house.Refused(new SnoozeReminder(id, new(2026, 12, 10), "druk"), await KindsTests.Fresh(house, team.Colleague))).ShouldBe(Refusal.NotFoundCode);
        await house.Asked(new SnoozeReminder(id, new(2026, 12, 10), "druk"), employee);
        await Plan(house);
        var subject = await house.Look(db => db.Set<Reminder>().Where(r => r.Id == id).Select(r => r.SubjectId).SingleAsync());
        (await house.Look(db => db.Set<Reminder>().Where(r => r.SubjectId == subject && r.Status == ReminderStatus.Due).OrderBy(r => r.DueAt).Select(r => r.DueAt).ToListAsync()))
            .ShouldBe([new(2026, 12, 10, 8, 0, 0, TimeSpan.Zero), new(2026, 12, 14, 8, 0, 0, TimeSpan.Zero), new(2026, 12, 16, 8, 0, 0, TimeSpan.Zero)]);
        await house.Asked(new WakeReminder(ReminderKind.PlanActionDue, subject), employee);
        await Plan(house);
        (await house.Look(db => db.Set<Reminder>().Where(r => r.SubjectId == subject && r.Status == ReminderStatus.Due).MinAsync(r => r.DueAt))).ShouldBe(new(2026, 12, 8, 8, 0, 0, TimeSpan.Zero));
    }

    [Theory, OnBothDatabases]
    public async Task An_address_that_does_not_exist_is_left_in_peace_until_somebody_lifts_it(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await team.Active(new(2026, 12, 15));
        var address = await house.Look(db => db.Set<Person>().Where(p => p.Id == team.Employee.Id).Select(p => p.Email).SingleAsync());
        box.Answer = l => l.ToAddress == address ? new Posting.Refused("reminders.server-said: 550 no such mailbox", ForGood: true, NoSuchAddress: true) : null;
        await RoundAt(house, "2026-12-01T08:00Z");
        var administrator = await KindsTests.Fresh(house, team.Administrator);
        var row = (await house.Asked(new ListSuspended(new Slice()), administrator)).Rows.ShouldHaveSingleItem();
        (row.ReceiverId, row.Held > 0).ShouldBe((team.Employee.Id, true));
        await RoundAt(house, "2026-12-01T08:01Z");
        var told = await house.Look(db => db.Set<Person>().Where(p => p.Id == team.Administrator.Id).Select(p => p.Email).SingleAsync());
        box.Letters.Select(l => l.Letter).Where(l => l.ToAddress == told).ShouldHaveSingleItem().Subject.ShouldContain("werkt niet");

        // Nothing is tried any more, and nothing goes by itself when it is lifted.
        var tried = 0;
        box.Answer = l => { tried += l.ToAddress == address ? 1 : 0; return null; };
        await RoundAt(house, "2026-12-08T08:00Z");
        tried.ShouldBe(0);
        administrator = await KindsTests.Fresh(house, team.Administrator);
        (await house.Refused(new LiftAddress(row.Id), await KindsTests.Fresh(house, team.Hr))).ShouldBe(Refusal.NotAllowedCode);
        await house.Asked(new LiftAddress(row.Id), administrator);
        (await house.Refused(new LiftAddress(row.Id), administrator)).ShouldBe("reminders.lifted-already");
        await RoundAt(house, "2026-12-08T08:05Z");
        tried.ShouldBe(0);
        var held = (await house.Asked(new ListReminders(ReminderShelf.Waiting, ReminderKind.PlanActionDue, new Slice()), administrator)).Page.Rows[0];
        await house.Asked(new SendAgain(held.Id), administrator);
        await RoundAt(house, "2026-12-08T08:06Z");
        tried.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_board_and_the_list_show_how_it_stands_and_can_be_searched(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await team.Active(new(2026, 12, 4));
        (await house.Asked(new ReadReminderBoard("Europe/Amsterdam"), team.Administrator)).ShouldSatisfyAllConditions(b => b.WokeAt.ShouldBeNull(), b => b.Stalled.ShouldBeTrue());
        await RoundAt(house, "2026-11-24T08:10Z");
        var board = await house.Asked(new ReadReminderBoard("Europe/Amsterdam"), team.Administrator);
        (board.Stalled, board.Days.Count, board.Rules.Count).ShouldBe((false, 14, Policies.Kinds.Count));
        board.Days.Sum(d => d.Count).ShouldBe(board.Coming);
        board.Days.Single(d => d.Day == new DateOnly(2026, 11, 28)).Free.ShouldBeTrue();
        var name = await house.Look(db => db.Set<Person>().Where(p => p.Id == team.Employee.Id).Select(p => p.Name).SingleAsync());
        (await house.Asked(new ListReminders(ReminderShelf.Coming, null, new Slice(0, 5), name.ToUpperInvariant()), team.Administrator)).Page.Rows.ShouldAllBe(r => r.Receiver == name);
        (await house.Asked(new ListReminders(ReminderShelf.Coming, null, new Slice(), "niemand heet zo"), team.Administrator)).Page.Count.ShouldBe(0);
        await house.Asked(new SendTestLetter(), team.Administrator);
        await RoundAt(house, "2026-11-24T08:11Z");
        box.Letters.Select(l => l.Letter.Subject).ShouldContain("Proefmail");
    }

    [Fact]
    public async Task When_the_clock_stops_waking_the_round_the_health_check_says_so()
    {
        await using var house = await House.On(Database.Sqlite, s => s.AddSingleton<IPostOffice>(new PostBox()));
        async Task<HealthStatus> Health() => (await house.Provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["reminders"].Status;
        await house.Provider.GetRequiredService<ReminderRound>().Run();
        (await Health()).ShouldBe(HealthStatus.Healthy);
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        (await Health()).ShouldBe(HealthStatus.Unhealthy);
        await house.Provider.GetRequiredService<ReminderRound>().Run();
        (await Health()).ShouldBe(HealthStatus.Healthy);
    }

    [Theory, OnBothDatabases]
    public async Task Only_who_keeps_the_system_sets_rules_and_sees_the_queue(Database database)
    {
        await using var house = await House.On(database);
        await Refused(house, new ReadReminderBoard("Europe/Amsterdam"));
        await Refused(house, new ListReminders(ReminderShelf.Coming, null, new Slice()));
        await Refused(house, new ReadPolicy(ReminderKind.CheckIn));
        await Refused(house, new PreviewPolicy(ReminderKind.CheckIn, Policies.Usual(ReminderKind.CheckIn)));
        await Refused(house, new ChangePolicy(ReminderKind.CheckIn, Policies.Usual(ReminderKind.CheckIn), 0));
        await Refused(house, new ReadCalendars());
        await Refused(house, new ChangeOpenTimes(new(8, 0), new(19, 0), LiberationDay.Never, 1));
        await Refused(house, new LoadFreeDays("x", true, "x.csv", Encoding.UTF8.GetBytes("a;2026-12-24")));
        await Refused(house, new RemoveFreeDays(Guid.NewGuid()));
        await Refused(house, new ListSuspended(new Slice()));
        await Refused(house, new LiftAddress(Guid.NewGuid()));
        await Refused(house, new SendTestLetter());
        foreach (var machine in new IRequest<int>[] { new PlanMarked(Guid.NewGuid()), new OpenBundles(), new LetGoOfMarks(Guid.NewGuid()) })
            (await house.Refused(machine, await house.Someone(Role.Administrator))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new Beat(), await house.Someone(Role.Administrator))).ShouldBe(Refusal.NotAllowedCode);
        // One's own is anybody's.
        foreach (var role in new[] { Role.Employee, Role.Manager, Role.Recruiter, Role.PrivacyOfficer, Role.Administrator }) (await house.Asked(new MyReminders(), await house.Someone(role))).Kinds.ShouldNotBeEmpty();
    }

    private static async Task Refused<T>(House house, IRequest<T> ask)
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrator && !Roles.BelongsToProcedure(r)))
            (await house.Refused(ask, await house.Someone(role))).ShouldBe(Refusal.NotAllowedCode, $"{role} {ask.GetType().Name}");
    }

    private static Task Plan(House house) => house.Provider.GetRequiredService<ReminderRound>().Plan();

    private static async Task RoundAt(House house, string at)
    {
        house.Clock.Set(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).AddSeconds(1));
        await house.Provider.GetRequiredService<ReminderRound>().Run();
    }

    private static Task<List<DateTimeOffset>> Due(House house, ReminderKind kind) => house.Look(db => db.Set<Reminder>().AsNoTracking().Where(r => r.Kind == kind && r.Status == ReminderStatus.Due).OrderBy(r => r.DueAt).Select(r => r.DueAt).ToListAsync());
}
