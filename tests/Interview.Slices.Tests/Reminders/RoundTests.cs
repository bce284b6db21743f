using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Reminders;

public class RoundTests
{
    private static readonly DateOnly Due = new(2026, 12, 15);
    private static readonly DateTimeOffset DayBefore = new(2026, 12, 14, 8, 0, 30, TimeSpan.Zero);

    [Theory, OnBothDatabases]
    public async Task Three_actions_of_tomorrow_are_one_letter_also_when_two_processes_tick_at_the_same_moment(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        await using var twin = house.Twin(s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await Quiet(house, team);
        house.Clock.Set(new DateTimeOffset(2026, 12, 14, 7, 59, 0, TimeSpan.Zero));
        (await Round(house)).Sent.ShouldBe(0);
        house.Clock.Set(DayBefore);
        var rounds = await Task.WhenAll(Round(house), Round(twin), Round(house), Round(twin));
        rounds.Sum(r => r.Sent).ShouldBe(1);
        var letter = box.Letters.ShouldHaveSingleItem().Letter;
        letter.Subject.ShouldStartWith("3 herinneringen");
        Regex.Count(letter.Text, "- Morgen: Tip").ShouldBe(3);
        letter.Text.ShouldContain("/development/");
        (await Round(house)).ShouldBe(new RoundResult(0, 0, 0, 0));
        (await house.Look(db => db.Set<Reminder>().Where(r => r.Status == ReminderStatus.Sent && r.MessageId != null).CountAsync(r => r.Occurrence == "2026-12-15/-1d"))).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Killed_while_claimed_is_sent_after_the_lease(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await Quiet(house, team);
        house.Clock.Set(DayBefore);
        await Opened(house);
        (await house.Asked(new ClaimDueReminders(Guid.NewGuid()))).Count.ShouldBe(1);
        (await Round(house)).Sent.ShouldBe(0);
        house.Clock.Advance(Reminder.Lease + TimeSpan.FromSeconds(1));
        (await Round(house)).Sent.ShouldBe(1);
        box.Letters.Count.ShouldBe(1);
        (await Statuses(house, "2026-12-15/-1d")).ShouldBe([ReminderStatus.Sent, ReminderStatus.Sent, ReminderStatus.Sent]);
    }

    [Theory, OnBothDatabases]
    public async Task Killed_while_handing_over_becomes_unknown_and_only_a_person_sends_it_again(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await Quiet(house, team);
        house.Clock.Set(DayBefore);
        await Opened(house);
        var token = Guid.NewGuid();
        var bundle = (await house.Asked(new ClaimDueReminders(token))).ShouldHaveSingleItem();
        (await house.Asked(new HandOver(bundle, token))).Letter.ShouldNotBeNull();
        house.Clock.Advance(Reminder.Lease + TimeSpan.FromSeconds(1));
        (await Round(house)).Sent.ShouldBe(0);
        for (var day = 0; day < 3; day++)
        {
            house.Clock.Advance(TimeSpan.FromDays(1));
            await Round(house);
        }
        (await Statuses(house, "2026-12-15/-1d")).ShouldAllBe(s => s == ReminderStatus.Unknown);
        var gone = await house.Look(db => db.Set<Reminder>().Where(r => r.Occurrence == "2026-12-15/-1d").OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());

        // sessions idle out in three days
        var administrator = await house.Someone(Role.Administrator);
        var list = await house.Asked(new ListReminders(ReminderShelf.Waiting, null, new Slice()), administrator);
        list.Page.Rows.Count.ShouldBe(3);
        list.Page.Rows.ShouldAllBe(r => r.Kind == ReminderKind.PlanActionDue && r.Why == "reminders.stopped-while-sending");
        (await house.Refused(new ListReminders(ReminderShelf.Waiting, null, new Slice()), await house.Someone(Role.Manager))).ShouldBe(Refusal.NotAllowedCode);
        (await house.Refused(new SendAgain(gone), await house.Someone(Role.Recruiter))).ShouldBe(Refusal.NotAllowedCode);
        house.Clock.Set(DayBefore.AddHours(1));
        await house.Asked(new SendAgain(gone), administrator);
        (await Round(house)).Sent.ShouldBe(1);
        (await house.Refused(new SendAgain(gone), administrator)).ShouldBe("reminders.not-waiting");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_longer_needed_stops_at_the_moment_of_sending(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await Quiet(house, team);
        // Behind the plan's back, so that only the letter's own condition can stop it.
        await house.Look(db => db.Set<PlanAction>().Where(a => a.Order == 0).ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, ActionStatus.Done)));
        await house.Look(db => db.Set<PlanAction>().Where(a => a.Order == 1).ExecuteUpdateAsync(s => s.SetProperty(a => a.Due, Due.AddDays(5))));
        house.Clock.Set(DayBefore);
        var round = await Round(house);
        round.Sent.ShouldBe(1);
        (await Whys(house, "2026-12-15/-1d")).ShouldBe([null, "reminders.done-already", "reminders.moved"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task After_downtime_only_the_newest_of_a_series_goes_out_and_none_before_the_event_comes_after_it(Database database)
    {
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await team.Active(Due);
        house.Clock.Set(new DateTimeOffset(2026, 12, 10, 8, 0, 0, TimeSpan.Zero));
        await Round(house);
        Actions(box).Count.ShouldBe(1);
        (await Whys(house, "2026-12-15/-14d")).ShouldAllBe(w => w == "reminders.newer-one");
        box.Letters.Clear();
        house.Clock.Set(new DateTimeOffset(2026, 12, 16, 7, 0, 0, TimeSpan.Zero));
        await Round(house);
        Actions(box).ShouldBeEmpty();
        house.Clock.Set(new DateTimeOffset(2026, 12, 16, 8, 1, 0, TimeSpan.Zero));
        await Round(house);
        (await Whys(house, "2026-12-15/-1d")).ShouldAllBe(w => w == "reminders.too-late");
        Regex.Count(Actions(box).ShouldHaveSingleItem().Text, "- Gister").ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Refused_for_now_is_tried_later_and_refused_for_good_is_shown(Database database)
    {
        PostBox box = new() { Answer = _ => new Posting.Refused("reminders.server-said: 450 mailbox busy", ForGood: false) };
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await Quiet(house, team);
        house.Clock.Set(DayBefore);
        (await Round(house)).Refused.ShouldBe(1);
        (await Round(house)).Refused.ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        (await Round(house)).Refused.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromMinutes(719));
        (await Round(house)).Refused.ShouldBe(0);
        // Twelve hours later is evening: it waits until the morning.
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Round(house)).Refused.ShouldBe(0);
        house.Clock.Set(new DateTimeOffset(2026, 12, 15, 7, 1, 0, TimeSpan.Zero));
        (await Round(house)).Refused.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromHours(3));
        (await Round(house)).ShouldBe(new RoundResult(0, 0, 0, 0));
        var administrator = await house.Someone(Role.Administrator);
        var rows = (await house.Asked(new ListReminders(ReminderShelf.Waiting, ReminderKind.PlanActionDue, new Slice()), administrator)).Page.Rows;
        rows.Select(r => (r.Status, r.Tries)).Distinct().ShouldBe([(ReminderStatus.Failed, 3)]);
        await house.Asked(new LeaveReminder(rows[0].Id), administrator);
        (await house.Asked(new ListReminders(ReminderShelf.Waiting, null, new Slice()), administrator)).Page.Count.ShouldBe(2);
    }

    /// <summary>Invariant 21: any schedule of rounds, crashes, refusals and waiting in two processes leaves at most one message per reminder.</summary>
    [Theory, OnBothDatabases]
    public async Task At_most_one_message_per_key_over_any_schedule_of_crashes(Database database)
    {
        // At the change of the clock in spring: nine in the morning in Amsterdam is 07:00Z from 28 March on.
        PostBox box = new();
        await using var house = await House.On(database, s => s.AddSingleton<IPostOffice>(box), new DateTimeOffset(2027, 3, 8, 8, 0, 0, TimeSpan.Zero));
        await using var twin = house.Twin(s => s.AddSingleton<IPostOffice>(box));
        var team = await Team.In(house);
        await team.Active(new(2027, 3, 29));
        House[] houses = [house, twin];
        var schedules = Gen.Choose(0, 9).ArrayOf(40).Sample(4);
        var crashed = 0;
        foreach (var (moves, i) in schedules.Select((m, i) => (m, i)))
        {
            house.Clock.Set(new DateTimeOffset(2027, 3, 14 + (7 * (i % 2)), 23, 0, 0, TimeSpan.Zero).AddDays(i));
            foreach (var move in moves)
            {
                var one = houses[move % 2];
                switch (move)
                {
                    case 0 or 1: await Round(one); break;
                    case 2: await Task.WhenAll(Round(house), Round(twin), Round(house)); break;
                    case 3: await one.Asked(new ClaimDueReminders(Guid.NewGuid(), 2)); break;
                    case 4 or 5: crashed += await DieWhileHandingOver(one, box, posts: move == 5); break;
                    case 6: box.Answer = _ => new Posting.Refused("reminders.server-said: 450", false); await Round(one); box.Answer = _ => null; break;
                    case 7: box.Answer = l => { box.Letters.Enqueue((l, "perhaps")); return new Posting.Unsure("reminders.server-broke-off"); }; await Round(one); box.Answer = _ => null; break;
                    default: house.Clock.Advance(TimeSpan.FromMinutes(move == 8 ? 3 : 190)); break;
                }
            }
        }
        // An open hour after all of it: what is left settles itself.
        house.Clock.Set(new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero));
        for (var i = 0; i < 6; i++)
        {
            await Round(house);
            house.Clock.Advance(TimeSpan.FromMinutes(7));
        }
        // Each reminder has an address of its own in the letter that told of it.
        box.Letters.SelectMany(l => Regex.Matches(l.Letter.Text, "/reminders/([0-9a-f-]{36})").Select(m => m.Groups[1].Value)).GroupBy(id => id).ShouldAllBe(g => g.Count() == 1);
        var rows = await house.Look(db => db.Set<Reminder>().AsNoTracking().Where(r => r.DueAt < house.Clock.GetUtcNow()).ToListAsync());
        rows.RemoveAll(r => r.Kind == ReminderKind.Digest);
        rows.ShouldAllBe(r => r.Status == ReminderStatus.Sent || r.Status == ReminderStatus.Unknown || r.Status == ReminderStatus.Stopped || r.Status == ReminderStatus.Failed);
        (rows.Count(r => r.Status == ReminderStatus.Sent) + rows.Count(r => r.Status == ReminderStatus.Unknown)).ShouldBeGreaterThanOrEqualTo(box.Letters.Count);
        rows.Count.ShouldBeGreaterThanOrEqualTo(6);
    }

    private static async Task<int> DieWhileHandingOver(House house, PostBox box, bool posts)
    {
        var token = Guid.NewGuid();
        await Opened(house);
        foreach (var id in await house.Asked(new ClaimDueReminders(token, 1)))
            if ((await house.Asked(new HandOver(id, token))).Letter is { } letter)
            {
                if (posts) await box.Post(letter, "died after", CancellationToken.None);
                return 1;
            }
        return 0;
    }

    /// <summary>An active plan of which the letters of starting and sharing have gone, and those of 14 and 7 days before too.</summary>
    private static async Task Quiet(House house, Team team)
    {
        await team.Active(Due);
        await house.Provider.GetRequiredService<ReminderRound>().Plan();
        await house.Look(db => db.Set<Reminder>().Where(r => !r.Occurrence.EndsWith("/-1d") && !r.Occurrence.EndsWith("/1d")).ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, ReminderStatus.Stopped)));
    }

    /// <summary>The day's bundles made, as a round does before it claims.</summary>
    private static async Task Opened(House house)
    {
        await house.Provider.GetRequiredService<ReminderRound>().Plan();
        await house.Asked(new OpenBundles());
    }

    private static Task<List<ReminderStatus>> Statuses(House house, string occurrence) => house.Look(db => db.Set<Reminder>().Where(r => r.Occurrence == occurrence).Select(r => r.Status).ToListAsync());

    private static List<Letter> Actions(PostBox box) => [.. box.Letters.Select(l => l.Letter).Where(l => l.Text.Contains("/development/"))];

    private static Task<List<string?>> Whys(House house, string occurrence) => house.Look(db => db.Set<Reminder>().Where(r => r.Occurrence == occurrence).Select(r => r.Why).ToListAsync());

    private static Task<RoundResult> Round(House house) => house.Provider.GetRequiredService<ReminderRound>().Run();
}
