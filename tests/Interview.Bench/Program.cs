using System.Globalization;
using Interviewing.Bench;
using Interviewing.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// Usage: dotnet run -c Release --project tests/Interview.Bench [seconds per turn, default 10]
//        dotnet run -c Release --project tests/Interview.Bench -- import      only the reading of documents
//        dotnet run -c Release --project tests/Interview.Bench -- ticks       only the reminders: what a tick costs as the queue grows
//        dotnet run -c Release --project tests/Interview.Bench -- library     only the library: pages per second, suggestions, and what it costs as it grows, on both databases
if (Import.Is(args)) return await Import.Run(args);
if (Ticks.Is(args)) return await Ticks.Run();
if (LibrarySize.Is(args)) return await LibrarySize.Run(args);
// Each scenario runs in turns with its limit, A B A B, in one run on one PostgreSQL; what counts is the ratio.
var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
var duration = TimeSpan.FromSeconds(seconds);
const int Rounds = 2;
const int Few = 32;

await using var site = await Site.With(Database.Postgres, services => services.AddSingleton<IStartupFilter, FixedPage>());
var connection = await site.Look(db => Task.FromResult(db.Database.GetConnectionString()!));
Console.WriteLine($"{Environment.ProcessorCount} processors, {seconds} s per turn, {Rounds} rounds; client, product and PostgreSQL share the machine");

var pgbench = new PgBench(connection);
await pgbench.Prepare();
var seats = await Panels.Make(site, 128);
// Each form is filled in on one device, whose messages go on counting.
var sent = new long[seats.Count];
Console.WriteLine();
Console.WriteLine("Rating saves per second (HTTP, signed in, permission, audit, durable) against pgbench single-row upserts");
Console.WriteLine("clients |  saves/s |  upserts/s | ratio | median ms | p95 ms | not 200");
foreach (var clients in new[] { 1, 8, Few, 128 })
{
    var (saves, upserts, last) = (0d, 0d, new Throughput(0, 0, 0, 0));
    var wrong = 0;
    for (var round = 0; round < Rounds; round++)
    {
        last = await Load.Run(site.Address, clients, duration, (c, _) => Save(seats[c], sent[c]++));
        (saves, wrong) = (saves + (last.PerSecond / Rounds), wrong + last.Wrong);
        upserts += await pgbench.Run(clients, seconds) / Rounds;
    }
    Console.WriteLine($"{clients,7} | {saves,8:F0} | {upserts,10:F0} | {saves / upserts,5:F3} | {last.MedianMs,9:F1} | {last.SlowMs,6:F1} | {wrong}");
}


const int Offered = 300;
Console.WriteLine();
Console.WriteLine($"{Offered} rating saves a second offered over {Few} connections, whatever the answers take; a save's time begins when it was due");
Console.WriteLine("saves/s | median ms | p95 ms | not 200");
for (var round = 0; round < Rounds; round++)
{
    var open = await Load.Offer(site.Address, Few, Offered, duration, (c, _) => Save(seats[c], sent[c]++));
    Console.WriteLine($"{open.PerSecond,7:F0} | {open.MedianMs,9:F1} | {open.SlowMs,6:F1} | {open.Wrong}");
}
return 0;

static byte[] Save(Seat seat, long n) => Load.Post($"/api/score/{seat.Card}", seat.Cookies, $"RequestVerificationToken: {seat.Token}\r\n",
    $$"""{"device":"bench","sequence":{{n + 1}},"changes":[{"kind":"Rating","item":"{{seat.Items[(int)(n % seat.Items.Count)]}}","seen":1,"outcome":"Scored","point":{{(n / seat.Items.Count % 5) + 1}}}]}""");
