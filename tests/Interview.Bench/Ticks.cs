using System.Diagnostics;
using System.Globalization;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Bench;

/// <summary>What a tick costs as the queue grows: five hundred letters due, among five thousand to two hundred thousand that are not.</summary>
internal static class Ticks
{
    private const int Due = 500;
    private static readonly int[] Waiting = [0, 5_000, 50_000, 200_000];
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static bool Is(string[] args) => args is ["ticks", ..];

    public static async Task<int> Run()
    {
        foreach (var database in Enum.GetValues<Database>())
        {
            Console.WriteLine($"{database}, {Environment.ProcessorCount} processors; letters go to a post office in memory");
            Console.WriteLine("not due | idle ms | idle queries | 500 due ms | queries | per letter | letters");
            foreach (var waiting in Waiting)
            {
                CountQueries queries = new();
                PostBox box = new();
                await using var house = await House.On(database, s => { s.AddSingleton<IPostOffice>(box); queries.Register(s); }, Now);
                await Fill(house, waiting);
                var round = house.Provider.GetRequiredService<ReminderRound>();
                await round.Run();
                var (idle, idleQueries) = (double.MaxValue, 0);
                for (var i = 0; i < 20; i++)
                {
                    queries.Reset();
                    var clock = Stopwatch.StartNew();
                    await round.Run();
                    (idle, idleQueries) = (Math.Min(idle, clock.Elapsed.TotalMilliseconds), queries.Count);
                }
                await house.Look(db => MakeDue(db));
                queries.Reset();
                var busy = Stopwatch.StartNew();
                // A round ends after a number of batches; the next tick goes on.
                while ((await round.Run()).Sent > 0) { }
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{waiting,7} | {idle,7:F2} | {idleQueries,12} | {busy.Elapsed.TotalMilliseconds,10:F0} | {queries.Count,7} | {queries.Count / (double)Due,10:F2} | {box.Letters.Count,7}"));
            }
            Console.WriteLine();
        }
        return 0;
    }

    private static async Task Fill(House house, int waiting)
    {
        var person = await house.Look(async db =>
        {
            Person to = new("Iemand Anders", "iemand@waterveen.example");
            db.Add(to);
            await db.SaveChangesAsync();
            return to.Id;
        });
        const int batch = 5_000;
        for (var done = 0; done < waiting; done += batch)
            await house.Look(async db =>
            {
                for (var i = 0; i < batch; i++) db.Add(new Reminder(ReminderKind.CheckIn, Guid.NewGuid(), ReceiverKind.Person, person, "2027-01-05/1", Now.AddDays(2 + (i % 300)), Guid.NewGuid(), alone: i % 2 == 0));
                return await db.SaveChangesAsync();
            });
        await house.Look(async db =>
        {
            for (var i = 0; i < Due; i++) db.Add(new Reminder(ReminderKind.TestLetter, Guid.NewGuid(), ReceiverKind.Person, person, "later", Now.AddYears(5)));
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlRawAsync("ANALYZE");
        });
    }

    private static Task<int> MakeDue(InterviewDb db) => db.Set<Reminder>().Where(r => r.Kind == ReminderKind.TestLetter).ExecuteUpdateAsync(s => s.SetProperty(r => r.DueAt, Now));
}
