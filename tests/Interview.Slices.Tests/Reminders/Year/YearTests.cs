using System.Diagnostics;
using System.Globalization;
using Interviewing.Application.Reminders;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Interviewing.Slices.Tests.Reminders.Year;

/// <summary>Invariant 21 over a whole year: two processes, both changes of the clock, two countries, three crashes.</summary>
public class YearTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task In_a_year_of_four_hundred_people_every_message_goes_once_at_its_time_and_none_when_it_should_not()
    {
        var clock = Stopwatch.StartNew();
        PostBox box = new();
        await using var house = await House.On(Database.Postgres, s => s.AddSingleton<IPostOffice>(box), Life.Start);
        await using var twin = house.Twin(s => s.AddSingleton<IPostOffice>(box));
        Life life = new();
        await house.Look(async db =>
        {
            await life.Begin(db);
            return 0;
        });
        var expected = new Model(life).Messages();
        output.WriteLine($"{expected.Count} messages expected, {life.Happenings.Count} happenings; {clock.Elapsed.TotalSeconds:F0} s");

        var year = new Year(house, twin, life);
        await year.Run();
        output.WriteLine($"{year.Ticks} ticks of two processes, {box.Letters.Count} letters; {clock.Elapsed.TotalSeconds:F0} s");

        var rows = await house.Look(db => db.Set<Reminder>().AsNoTracking().Where(r => r.Kind != ReminderKind.Digest).ToListAsync());
        var sent = rows.Where(r => r.Status == ReminderStatus.Sent).ToList();
        Right(expected, sent, rows, year.Lost);

        // Every row that says 'sent' left with a letter, and every letter left once.
        box.Letters.Select(l => l.Id).ShouldBeUnique();
        box.Letters.Select(l => l.Id).ShouldBe(sent.Select(r => r.MessageId!).Distinct(), ignoreOrder: true);
        year.Lost.Count.ShouldBeGreaterThan(0);
        rows.Where(r => year.Lost.Contains(r.Id)).ShouldAllBe(r => r.Status == ReminderStatus.Unknown && r.SentAt == null);
        rows.Where(r => r.Status is ReminderStatus.Failed or ReminderStatus.Claimed or ReminderStatus.HandingOver).ShouldBeEmpty();
        rows.Where(r => r.Status == ReminderStatus.Unknown && !year.Lost.Contains(r.Id)).ShouldBeEmpty();
    }

    private static void Right(List<Expected> expected, List<Reminder> sent, List<Reminder> rows, HashSet<Guid> lost)
    {
        var zones = expected.GroupBy(e => e.Receiver).ToDictionary(g => g.Key, g => g.First().Zone);
        sent.Where(r => zones.TryGetValue(r.ReceiverId, out var zone) && !Almanac.IsOpen(r.SentAt!.Value, zone)).Select(r => $"{r.Kind} to {r.ReceiverId} at {r.SentAt:u}").ShouldBeEmpty("sent in quiet hours or on a free day");
        sent.Where(r => r.EventAt <= r.SentAt).Select(r => $"{r.Kind} {r.Occurrence} at {r.SentAt:u}, event {r.EventAt:u}").ShouldBeEmpty("sent after the event");

        // What was lost in the crash counts as sent when it was handed over: nobody knows better.
        var actual = sent.Concat(rows.Where(r => lost.Contains(r.Id))).ToLookup(r => (r.Kind, r.SubjectId, r.ReceiverId), r => r.SentAt ?? r.PlannedAt);
        var wanted = expected.ToLookup(e => (e.Kind, e.Subject, e.Receiver));
        List<string> wrong = [];
        foreach (var key in actual.Select(a => a.Key).Union(wanted.Select(w => w.Key)))
        {
            var (went, should) = (actual[key].Order().ToList(), wanted[key].Select(w => w.At).Order().ToList());
            if (went.Count == should.Count && went.Zip(should).All(p => p.First >= p.Second && p.First < p.Second + Tick + TimeSpan.FromMinutes(5))) continue;
            static string Said(IEnumerable<DateTimeOffset> moments) => string.Join(", ", moments.Select(m => m.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)));
            wrong.Add($"{key.Item1} {key.Item2}: should {Said(should)}; went {Said(went)}; rows {string.Join(", ", rows.Where(r => (r.Kind, r.SubjectId, r.ReceiverId) == key).OrderBy(r => r.PlannedAt).Select(r => $"{r.Occurrence} {r.PlannedAt:MM-dd HH:mm} {r.Status} {r.Why}"))}");
        }
        wrong.Count.ShouldBe(0, string.Join('\n', wrong.GroupBy(w => w.Split(' ')[0]).Select(g => $"{g.Key}: {g.Count()}").Concat(wrong.Take(12))));
        foreach (var one in expected) one.Lives(one.At).ShouldBeTrue();
    }

    /// <summary>Turns the clock: a tick of both processes at every half hour, at every moment that something is due, and when something has happened.</summary>
    private sealed class Year(House house, House twin, Life life)
    {
        private static readonly int[] CrashDays = [60, 140, 230];
        private readonly ReminderRound one = house.Provider.GetRequiredService<ReminderRound>(), other = twin.Provider.GetRequiredService<ReminderRound>();
        private readonly Queue<Happening> happenings = new(life.Happenings);
        private readonly HashSet<int> crashed = [];

        public int Ticks { get; private set; }

        /// <summary>What was on its way when the process died.</summary>
        public HashSet<Guid> Lost { get; } = [];

        public async Task Run()
        {
            List<DateTimeOffset> moments = [];
            for (var now = Life.Start; now < Life.End; now = Next(now, moments))
            {
                var happened = await Happen(now);
                await At(now);
                // What is due in the coming day; a plan that changed may add to it.
                if (happened || now.TimeOfDay == TimeSpan.Zero || now == Life.Start) moments = await Due(now);
            }
        }

        private DateTimeOffset Next(DateTimeOffset now, List<DateTimeOffset> moments)
        {
            var next = now.AddTicks(Tick.Ticks - (now.UtcTicks % Tick.Ticks));
            if (happenings.TryPeek(out var soon) && soon.At < next) next = soon.At;
            return moments.Where(m => m > now && m < next).Append(next).Min();
        }

        private async Task<bool> Happen(DateTimeOffset now)
        {
            var happened = false;
            while (happenings.TryPeek(out var what) && what.At <= now)
            {
                happenings.Dequeue();
                house.Clock.Set(what.At);
                happened = true;
                await house.Look(async db =>
                {
                    await what.Do(db, what.At);
                    return await db.SaveChangesAsync();
                });
            }
            return happened;
        }

        private async Task At(DateTimeOffset now)
        {
            house.Clock.Set(now);
            var day = (int)(now - Life.Start).TotalDays;
            if (CrashDays.Contains(day) && now.TimeOfDay >= new TimeSpan(7, 0, 0) && now.TimeOfDay < new TimeSpan(10, 0, 0) && !crashed.Contains(day) && await Crash(day == CrashDays[^1])) crashed.Add(day);
            Ticks++;
            await Task.WhenAll(one.Run(), other.Run());
        }

        // A process takes what is due and dies: as it stands, or in the middle of handing the first of it over.
        private async Task<bool> Crash(bool handingOver)
        {
            await one.Plan();
            await house.Asked(new OpenBundles());
            var token = Guid.NewGuid();
            var claimed = await house.Asked(new ClaimDueReminders(token, handingOver ? 1 : 20));
            if (claimed.Count == 0) return false;
            if (!handingOver) return true;
            if ((await house.Asked(new HandOver(claimed[0], token))).Letter is null) return false;
            Lost.UnionWith(await house.Look(db => db.Set<Reminder>().Where(r => (r.Id == claimed[0] || r.CarrierId == claimed[0]) && r.Kind != ReminderKind.Digest).Select(r => r.Id).ToListAsync()));
            return true;
        }

        private async Task<List<DateTimeOffset>> Due(DateTimeOffset now)
        {
            var until = now.AddHours(25);
            return await house.Look(db => db.Set<Reminder>().AsNoTracking().Where(r => r.Status == ReminderStatus.Due && r.DueAt > now && r.DueAt <= until).Select(r => r.DueAt).Distinct().OrderBy(d => d).ToListAsync());
        }
    }
}
