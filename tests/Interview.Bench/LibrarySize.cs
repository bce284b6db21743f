using System.Diagnostics;
using System.Globalization;
using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Testing;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Bench;

/// <summary>What the library costs as it grows from a hundred to ten thousand competencies, how well it suggests, and how many of its pages a process serves.</summary>
internal static class LibrarySize
{
    private const string Profile = "GEM-ADV-IV";
    private const string Recruiter = "marieke.van.dalen@waterveen.example";
    private static readonly int[] Sizes = [100, 1_000, 10_000];
    private static readonly int[] Connections = [8, 32];
    private static readonly string[] Copied = ["Competency", "Level", "Indicator", "Question", "Tip", "SearchEntries"];

    public static bool Is(string[] args) => args is ["library", ..];

    public static async Task<int> Run(string[] args)
    {
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        await using var site = await Site.With(Database.Postgres, services => services.AddSingleton<IStartupFilter, FixedPage>());
        using var reader = await Visitor.SignIn(site, Recruiter, Site.Password);
        Console.WriteLine($"{Environment.ProcessorCount} processors, PostgreSQL, {seconds} s per turn; the machine is shared with the client and the database");
        await Recall(site);
        var asked = await Cases(site);
        Dictionary<string, List<(double Ms, double Kb)>> costs = [];
        foreach (var size in Sizes)
        {
            await Grow(site, size);
            foreach (var (name, act) in Acts(site, reader, asked)) (costs.TryGetValue(name, out var list) ? list : costs[name] = []).Add(await Cost(act));
            if (size != Sizes[0]) continue;
            await Parts(site, reader);
            await Pages(site, reader, seconds);
        }
        Console.WriteLine();
        Console.WriteLine("competencies             |      100 ms |    1,000 ms |   10,000 ms | growth |   100 kB |  1,000 kB | 10,000 kB | growth");
        foreach (var (name, at) in costs)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} | {at[0].Ms,11:F1} | {at[1].Ms,11:F1} | {at[2].Ms,11:F1} | {at[2].Ms / at[0].Ms,6:F1} | {at[0].Kb,8:F0} | {at[1].Kb,9:F0} | {at[2].Kb,9:F0} | {at[2].Kb / at[0].Kb,6:F1}"));
        return 0;
    }

    private static IEnumerable<(string Name, Func<Task> Act)> Acts(Site site, Visitor reader, Guid profile) =>
    [
        ("guide of six competencies", () => site.Asked(new ProposeGuide(Profile, 60, "nl"))),
        ("search: plannen", () => site.Asked(new FindCompetencies(new Slice(0, 20), "plannen"))),
        ("search: two words", () => site.Asked(new FindCompetencies(new Slice(0, 20), "werk plannen"))),
        ("search: no such word", () => site.Asked(new FindCompetencies(new Slice(0, 20), "xylofoon"))),
        ("library page (HTTP)", () => reader.Get("/library")),
        ("suggestion", () => site.Asked(new SuggestCompetencies(profile))),
    ];

    // The middle of eleven, after three to get going; memory is what was allocated by the whole process.
    private static async Task<(double Ms, double Kb)> Cost(Func<Task> act)
    {
        for (var i = 0; i < 3; i++) await act();
        List<double> times = [];
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < 11; i++)
        {
            var clock = Stopwatch.StartNew();
            await act();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        return (times.Order().ElementAt(5), (GC.GetTotalAllocatedBytes(precise: true) - before) / 11.0 / 1024);
    }

    private static async Task Recall(Site site)
    {
        var edition = (await site.Asked(new ListEditions()))[0].Id;
        List<(SuggestionCase Case, double Recall, IReadOnlyList<string> Missed)> results = [];
        foreach (var one in SuggestionCase.All)
        {
            var id = await Put(site, one.As(edition, Guid.NewGuid().ToString("N")));
            var codes = (await site.Asked(new SuggestCompetencies(id, one.Language))).Rows.Select(r => r.Code).ToList();
            results.Add((one, one.Recall(codes), [.. one.Picked.Except(codes)]));
            await Drop(site, id);
        }
        string Mean(Func<SuggestionCase, bool> of) => results.Where(r => of(r.Case)).Average(r => r.Recall).ToString("F3", CultureInfo.InvariantCulture);
        Console.WriteLine();
        Console.WriteLine($"Suggestions, recall in the first 8 over {results.Count} profiles: {Mean(_ => true)} (nl {Mean(c => c.Language == "nl")}, fr {Mean(c => c.Language == "fr")}, en {Mean(c => c.Language == "en")}; developed with {Mean(c => !c.IsHeldOut)}, held out {Mean(c => c.IsHeldOut)})");
        foreach (var (one, recall, missed) in results.Where(r => r.Missed.Count > 0)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {recall:F2} {one.Language} {one.Name}: without {string.Join(", ", missed)}"));
    }

    private static async Task<Guid> Cases(Site site) => await Put(site, SuggestionCase.All[0].As((await site.Asked(new ListEditions()))[0].Id, "BENCH"));

    private static Task<Guid> Put(Site site, Profile profile) => site.Look(async db =>
    {
        db.Add(profile);
        await db.SaveChangesAsync();
        return profile.Id;
    });

    private static Task<int> Drop(Site site, Guid profile) => site.Look(db => db.Set<Profile>().Where(p => p.Id == profile).ExecuteDeleteAsync());

    // Copies of the starter library, row by row in the database: the same texts and parts under other codes.
    private static Task<int> Grow(Site site, int size) => site.Look(async db =>
    {
        db.Database.SetCommandTimeout(600);
        var have = await db.Set<Competency>().CountAsync();
        var from = have == 32 ? 0 : have;
        foreach (var table in Copied) await db.Database.ExecuteSqlRawAsync(await Copy(db, table, from, size - have));
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return await db.Set<Competency>().CountAsync();
    });

    private static async Task<string> Copy(InterviewDb db, string table, int round, int count)
    {
        var columns = await db.Database.SqlQuery<string>($"SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_name = {table} AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY ordinal_position").ToListAsync();
        var owner = table switch { "Competency" => "Id", "SearchEntries" => "SubjectId", _ => "CompetencyId" };
        string Made(string column) => $"md5(t.\"{column}\"::text || '-{round}-' || g.n)::uuid";
        var values = columns.Select(c => c == owner || (c == "Id" && table != "SearchEntries") ? Made(c) : c == "Code" ? $"t.\"Code\" || '-{round}-' || g.n" : $"t.\"{c}\"");
        // The originals are those that the documents made; copy n of the i-th stands at place (n - 1) * 32 + i.
        return $"""
            WITH o AS (SELECT "Id", row_number() OVER (ORDER BY "Id") AS i FROM "Competency" WHERE "Code" NOT LIKE '%-%'), g AS (SELECT generate_series(1, {count / 32 + 1}) AS n)
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", values)} FROM "{table}" t JOIN o ON o."Id" = t."{owner}" CROSS JOIN g WHERE (g.n - 1) * 32 + o.i <= {count}
            """;
    }

    // Where the time of one signed-in library page goes, one after another on one connection.
    private static async Task Parts(Site site, Visitor reader)
    {
        const int times = 300;
        var person = await site.Look(db => db.Set<Person>().Where(p => p.EmailKey == Person.KeyOf(Recruiter)).Select(p => p.Id).SingleAsync());
        Actor self = new Actor.Person(person, (await site.Asked(new OpenSession(person, "bench"))).Session);
        Console.WriteLine();
        Console.WriteLine("part of the library page      | ms | processor ms | kB allocated | queries");
        foreach (var (name, act) in new (string, Func<Task>)[]
        {
            ("a page without database", () => reader.Get("/account/sign-in?back=%2F")), ("one question", () => site.Look(db => db.Set<Person>().AsNoTracking().AnyAsync())), ("who am I", () => site.Asked(new WhoAmI(), self)),
            ("the rows", () => site.Asked(new FindCompetencies(new Slice(0, 20)), self)), ("the whole page", () => reader.Get("/library")),
        })
        {
            for (var i = 0; i < times; i++) await act();
            using var process = Process.GetCurrentProcess();
            site.Queries.Reset();
            var (processor, clock, memory) = (process.TotalProcessorTime, Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(precise: true));
            for (var i = 0; i < times; i++) await act();
            var ms = clock.Elapsed.TotalMilliseconds / times;
            process.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-29} | {ms,5:F2} | {(process.TotalProcessorTime - processor).TotalMilliseconds / times,5:F2} | {(GC.GetTotalAllocatedBytes(precise: true) - memory) / times / 1024.0,6:F0} | {(double)site.Queries.Count / times,4:F1}"));
        }
    }

    private static async Task Pages(Site site, Visitor reader, int seconds)
    {
        var competency = (await site.Asked(new FindCompetencies(new Slice(0, 1)))).Found.Rows[0].Id;
        var duration = TimeSpan.FromSeconds(seconds);
        Console.WriteLine();
        Console.WriteLine("Signed-in pages against a fixed page of 10 kB by the same process; goal 0.03, not under 0.015");
        Console.WriteLine("page       | kB HTML | queries | connections | pages/s | fixed/s | ratio | median ms | p95 ms | not 200 | processor ms per page");
        foreach (var (name, path) in new[] { ("library", "/library"), ("competency", $"/library/{competency}") })
        {
            var html = await reader.Get(path);
            site.Queries.Reset();
            await reader.Get(path);
            var (queries, page, plain) = (site.Queries.Count, Load.Get(path, reader.Cookies), Load.Get(FixedPage.Path, ""));
            await Load.Run(site.Address, 2, TimeSpan.FromSeconds(2), (_, _) => page);
            foreach (var connections in Connections)
            {
                using var self = Process.GetCurrentProcess();
                var (processor, clock) = (self.TotalProcessorTime, Stopwatch.StartNew());
                var pages = await Load.Run(site.Address, connections, duration, (_, _) => page);
                var answered = pages.PerSecond * clock.Elapsed.TotalSeconds;
                self.Refresh();
                var each = (self.TotalProcessorTime - processor).TotalMilliseconds / Math.Max(answered, 1);
                var fixedPages = await Load.Run(site.Address, connections, duration, (_, _) => plain);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} | {html.Length / 1024,7} | {queries,7} | {connections,11} | {pages.PerSecond,7:F0} | {fixedPages.PerSecond,7:F0} | {pages.PerSecond / fixedPages.PerSecond,5:F3} | {pages.MedianMs,9:F1} | {pages.SlowMs,6:F1} | {pages.Wrong,7} | {each,6:F2}"));
            }
        }
    }
}
