using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Bench;

/// <summary>
/// A library of any size in words that are spread as in a language: few are everywhere, most are rare. The same size gives the same texts.
/// One word, <see cref="Everywhere"/>, stands in every definition; the starter library is part of it.
/// </summary>
internal sealed class GrownLibrary
{
    public const string Everywhere = "werkwijze";

    private const int Words = 4000;
    private const int AtOnce = 250;
    private static readonly string[] Starts = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br", "dr", "gr", "kl", "st"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "aa", "ee", "ie", "oo", "ui", "ij"];
    private static readonly (string Language, string End)[] Languages = [("nl", ""), ("en", "y"), ("fr", "é")];

    private readonly Random random = new(7);
    private readonly List<string> words = [];
    private readonly double[] reach = new double[Words];
    private int made;

    public GrownLibrary()
    {
        HashSet<string> known = [];
        while (words.Count < Words)
        {
            var word = string.Concat(Enumerable.Range(0, 2 + words.Count % 2).Select(_ => Any(Starts) + Any(Middles))) + Any(Starts)[0];
            if (known.Add(word)) words.Add(word);
        }
        var sum = 0d;
        for (var i = 0; i < Words; i++) reach[i] = sum += 1.0 / (i + 10);
        for (var i = 0; i < Words; i++) reach[i] /= sum;
    }

    /// <summary>The word that stands at this place when they are ordered by how often they are used.</summary>
    public string Word(int place) => words[place];

    /// <summary>Adds competencies until there are so many. Written as the product writes, without the trail of who made them.</summary>
    public async Task Grow(Site site, int size)
    {
        var (edition, have) = await site.Look(async db => (await db.Set<Edition>().Select(e => e.Id).FirstAsync(), await db.Set<Competency>().CountAsync()));
        while (have < size)
        {
            await using var db = await site.Look(Bare);
            for (var i = 0; i < AtOnce && have < size; i++, have++) db.Add(Competency(edition));
            await db.SaveChangesAsync();
        }
        await site.Look(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
    }

    private static Task<InterviewDb> Bare(InterviewDb db) => Task.FromResult<InterviewDb>(db is PostgresInterviewDb
        ? new PostgresInterviewDb(new DbContextOptionsBuilder<PostgresInterviewDb>().UseNpgsql(db.Database.GetConnectionString()).Options)
        : new SqliteInterviewDb(new DbContextOptionsBuilder<SqliteInterviewDb>().UseSqlite(db.Database.GetConnectionString()).Options));

    private Competency Competency(Guid edition)
    {
        var competency = new Competency(edition, null, $"BENCH-{made++:D5}", Text(3), Text(16, Everywhere));
        for (var i = 0; i < 3; i++) competency.AddLevel(Text(5));
        List<Guid> indicators = [];
        for (var i = 0; i < 4; i++) indicators.Add(competency.AddIndicator(Text(10), Polarity.Positive, 1 + i % 3).Id);
        for (var i = 0; i < 3; i++) competency.AddQuestion(Text(14), QuestionType.PastBehaviour, 6 + i, [.. indicators.Skip(i).Take(2)], [], []);
        for (var i = 0; i < 3; i++) competency.AddTip(Text(12), TipAudience.Employee, TipKind.OnTheJob);
        return competency;
    }

    private LocalText Text(int length, string? also = null)
    {
        var places = Enumerable.Range(0, length).Select(_ => Place()).ToList();
        return LocalText.Of(Languages.Select(l => KeyValuePair.Create(l.Language, Sentence(places, l.End, also))));
    }

    private string Sentence(List<int> places, string end, string? also)
    {
        var text = new StringBuilder();
        foreach (var place in places) text.Append(text.Length > 0 ? " " : "").Append(words[place]).Append(end);
        return also is null ? text.ToString() : text.Append(' ').Append(also).ToString();
    }

    private int Place()
    {
        var at = Array.BinarySearch(reach, random.NextDouble());
        return Math.Min(Words - 1, at < 0 ? ~at : at);
    }

    private string Any(string[] from) => from[random.Next(from.Length)];
}
