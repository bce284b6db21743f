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
    private static readonly int[] Connections = [1, 8, 32];
    private const int Rounds = 2;

    public static bool Is(string[] args) => args is ["library", ..];

    public static async Task<int> Run(string[] args)
    {
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        Console.WriteLine($"{Environment.ProcessorCount} processors, {seconds} s per turn; the machine is shared with the client and the database");
        foreach (var database in new[] { Database.Postgres, Database.Sqlite }) await Measure(database, seconds);
        return 0;
    }

    private static async Task Measure(Database database, int seconds)
    {
        await using var site = await Site.With(database, services => services.AddSingleton<IStartupFilter, FixedPage>());
        using var reader = await Visitor.SignIn(site, Recruiter, Site.Password);
        if (database == Database.Postgres) await Recall(site);
        var asked = await Cases(site);
        GrownLibrary library = new();
        Dictionary<string, List<(double Ms, double Kb)>> costs = [];
        foreach (var size in Sizes)
        {
            await library.Grow(site, size);
            foreach (var (name, act) in Acts(site, reader, asked, library)) (costs.TryGetValue(name, out var list) ? list : costs[name] = []).Add(await Cost(act));
            if (size != Sizes[0] || database != Database.Postgres) continue;
            await Parts(site, reader);
            await Pages(site, reader, seconds);
        }
        Console.WriteLine();
        Console.WriteLine($"{database}, competencies    |      100 ms |    1,000 ms |   10,000 ms | growth |   100 kB |  1,000 kB | 10,000 kB | growth");
        foreach (var (name, at) in costs)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-25} | {at[0].Ms,11:F1} | {at[1].Ms,11:F1} | {at[2].Ms,11:F1} | {at[2].Ms / at[0].Ms,6:F1} | {at[0].Kb,8:F0} | {at[1].Kb,9:F0} | {at[2].Kb,9:F0} | {at[2].Kb / at[0].Kb,6:F1}"));
    }

    private static IEnumerable<(string Name, Func<Task> Act)> Acts(Site site, Visitor reader, Guid profile, GrownLibrary library)
    {
        Func<Task> Search(string text) => () => site.Asked(new FindCompetencies(new Slice(0, 20), text, Sort: LibrarySort.Best));
        return
        [
            ("guide of six competencies", () => site.Asked(new ProposeGuide(Profile, 60, "nl"))),
            ("search: rare word", Search(library.Word(3000))),
            ("search: usual word", Search(library.Word(300))),
            ("search: frequent word", Search(library.Word(20))),
            ("search: two words", Search($"{library.Word(20)} {library.Word(5)}")),
            ("search: word of all", Search(GrownLibrary.Everywhere)),
            ("search: no such word", Search("xylofoon")),
            ("library page (HTTP)", () => reader.Get("/library")),
            ("suggestion", () => site.Asked(new SuggestCompetencies(profile))),
        ];
    }

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
        var competency = (await site.Asked(new FindCompetencies(new Slice(0, 1), "plannen"))).Found.Rows[0].Id;
        var duration = TimeSpan.FromSeconds(seconds);
        Console.WriteLine();
        Console.WriteLine("Signed-in pages against a fixed page of 10 kB by the same process; goal 0.03, not under 0.015");
        Console.WriteLine("page       | kB HTML | queries | connections | pages/s | fixed/s | ratio | median ms | p95 ms | processor ms per page");
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
                var (pages, fixedPages, busy, last) = (0d, 0d, 0d, new Throughput(0, 0, 0, 0));
                for (var round = 0; round < Rounds; round++)
                {
                    self.Refresh();
                    var (processor, clock) = (self.TotalProcessorTime, Stopwatch.StartNew());
                    last = await Load.Run(site.Address, connections, duration, (_, _) => page);
                    var answered = last.PerSecond * clock.Elapsed.TotalSeconds;
                    self.Refresh();
                    busy += (self.TotalProcessorTime - processor).TotalMilliseconds / Math.Max(answered, 1) / Rounds;
                    var limit = await Load.Run(site.Address, connections, duration, (_, _) => plain);
                    if (last.Wrong + limit.Wrong > 0) throw new InvalidOperationException($"{last.Wrong} answers of {path} and {limit.Wrong} of the fixed page were not 200.");
                    (pages, fixedPages) = (pages + last.PerSecond / Rounds, fixedPages + limit.PerSecond / Rounds);
                }
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} | {html.Length / 1024,7} | {queries,7} | {connections,11} | {pages,7:F0} | {fixedPages,7:F0} | {pages / fixedPages,5:F3} | {last.MedianMs,9:F1} | {last.SlowMs,6:F1} | {busy,6:F2}"));
            }
        }
    }
}
