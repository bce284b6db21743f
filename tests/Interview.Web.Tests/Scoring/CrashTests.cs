using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Web.Tests.Scoring;

/// <summary>A server that is killed while a room full of people types: counted, not sampled.</summary>
public class CrashTests
{
    private const int Members = 30;
    private const int BeforeTheEnd = 240;

    [Fact]
    public async Task Killed_while_thirty_members_type_it_keeps_every_acknowledged_change_once_and_whole()
    {
        await using var site = await Site.Start(Database.Postgres);
        var (guide, cards) = await Room(site);
        var typists = await Task.WhenAll(cards.Select(async c => new Typist(c.Card, guide, await site.CookieOf(c.Person))));
        await using (var server = await site.InAProcess())
        {
            await Task.WhenAll(typists.Select(t => t.Sit(server.Address)));
            var typing = typists.Select(t => t.Type(int.MaxValue)).ToList();
            while (typists.Sum(t => t.Acknowledged) < BeforeTheEnd) await Task.Delay(20);
            await server.Die();
            await Task.WhenAll(typing);
        }
        var acknowledged = typists.Sum(t => t.Acknowledged);
        // The database alone, before anybody sends anything again.
        foreach (var typist in typists) (await typist.Stored(site)).ShouldBeOneOf(typist.Acknowledged, typist.Acknowledged + 1);

        await using var next = await site.InAProcess();
        await Task.WhenAll(typists.Select(async typist =>
        {
            await typist.Sit(next.Address);
            // The message that got no answer goes again with its number, and two more.
            await typist.Type(typist.Acknowledged + 3);
        }));
        foreach (var typist in typists) (await typist.Stored(site)).ShouldBe(typist.Acknowledged);
        typists.Sum(t => t.Acknowledged).ShouldBe(acknowledged + 3 * Members);
        foreach (var typist in typists) typist.Dispose();
    }

    private static async Task<(FrozenGuide, IReadOnlyList<(Guid Person, Guid Card)>)> Room(Site site)
    {
        var frozen = await site.Look(db => db.Set<FrozenDocument>().AsNoTracking().FirstAsync());
        var guide = frozen.Read();
        var recruiter = await site.Look(db => db.Set<RoleAssignment>().Where(r => r.Role == Role.Recruiter).Select(r => r.PersonId).FirstAsync());
        var acting = new Actor.Person(recruiter, (await site.Asked(new OpenSession(recruiter, "test"))).Session);
        var procedure = await site.Asked(new CreateProcedure("Een volle kamer", guide.ProfileId, Blind: true), acting);
        // Without a password: nobody here signs in by hand.
        var people = await site.Look(async db =>
        {
            List<Person> made = [.. Enumerable.Range(1, Members).Select(i => new Person($"Lid {i}", $"lid{i}@waterveen.example"))];
            db.AddRange(made);
            await db.SaveChangesAsync();
            return made.Select(p => p.Id).ToList();
        });
        foreach (var person in people)
        {
            await site.Asked(new AddSeat(procedure, person, SeatKind.Member, true), acting);
            await site.Asked(new SignDeclaration(procedure, true, true, "nl", []), new Actor.Person(person, (await site.Asked(new OpenSession(person, "test"))).Session));
        }
        await site.Asked(new AddCandidate(procedure, "Kandidaat", "kandidaat@post.example"), acting);
        await site.Asked(new ChooseGuide(procedure, frozen.Id), acting);
        var cards = await site.Look(db => (from c in db.Set<Scorecard>() join s in db.Set<PanelSeat>() on c.SeatId equals s.Id where c.ProcedureId == procedure select new { s.PersonId, c.Id }).ToListAsync());
        return (guide, [.. cards.Select(c => (c.PersonId!.Value, c.Id))]);
    }

    /// <summary>Types message after message, each of three fields that belong together, and counts what was acknowledged.</summary>
    private sealed class Typist(Guid card, FrozenGuide guide, (string Name, string Value) cookie) : IDisposable
    {
        private readonly Guid item = guide.ScoredIds[0], question = guide.Questions[0].Id, indicator = guide.Competencies.First(c => c.Indicators.Count > 0).Indicators[0].Id;
        private HttpClient http = new();
        private string token = "";

        public int Acknowledged { get; private set; }

        public async Task Sit(Uri server)
        {
            http.Dispose();
            var jar = new CookieContainer();
            jar.Add(new Cookie(cookie.Name, cookie.Value, "/", server.Host));
            http = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };
            token = (await http.GetFromJsonAsync<JsonElement>("/api/score/token")).GetProperty("token").GetString()!;
        }

        public async Task Type(int until)
        {
            for (var n = Acknowledged + 1; n <= until; n++)
            {
                using var content = JsonContent.Create(new
                {
                    device = "toestel", sequence = n,
                    changes = new object[] { new { kind = "Note", item = question, seen = n, text = Text(n) }, new { kind = "Rating", item, seen = n, outcome = "Scored", point = Point(n) }, new { kind = "Quote", item = indicator, seen = n, text = Text(n) } },
                });
                using HttpRequestMessage ask = new(HttpMethod.Post, $"/api/score/{card}") { Content = content };
                ask.Headers.Add("RequestVerificationToken", token);
                try
                {
                    using var answer = await http.SendAsync(ask);
                    if (answer.StatusCode != HttpStatusCode.OK) return;
                }
                catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
                {
                    return;
                }
                Acknowledged = n;
            }
        }

        /// <summary>The message that the database holds, after looking that it is all of it, once.</summary>
        public Task<int> Stored(Site site) => site.Look(async db =>
        {
            var kept = await db.Set<Scorecard>().AsNoTracking().Include(c => c.Ratings).Include(c => c.Notes).Include(c => c.Quotes).SingleAsync(c => c.Id == card);
            var receipt = await db.Set<Receipt>().AsNoTracking().SingleOrDefaultAsync(r => r.CardId == card);
            var n = (int)(receipt?.LastSequence ?? 0);
            kept.Version.ShouldBe(1 + n);
            kept.Notes.Select(x => x.Text).ShouldBe(n == 0 ? [] : [Text(n)]);
            kept.Quotes.Select(x => x.Text).ShouldBe(n == 0 ? [] : [Text(n)]);
            kept.Ratings.Select(x => x.Point).ShouldBe(n == 0 ? [] : [(int?)Point(n)]);
            return n;
        });

        public void Dispose() => http.Dispose();

        private string Text(int n) => $"{card:N} bericht {n}";

        // Two neighbours never have the same point, so each message changes all three.
        private static int Point(int n) => 1 + n % 5;
    }
}
