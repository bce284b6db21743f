using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Procedures;

/// <summary>A procedure with its people: a recruiter, a chair who does not score, two members and an observer; candidates and forms as asked.</summary>
internal sealed class Vacancy
{
    private Vacancy(House house) => House = house;

    public House House { get; }
    public Actor.Person Recruiter { get; private set; } = null!;
    public Actor.Person Chair { get; private set; } = null!;
    public Actor.Person Anna { get; private set; } = null!;
    public Actor.Person Bert { get; private set; } = null!;
    public Actor.Person Observer { get; private set; } = null!;
    public Actor.Person Outsider { get; private set; } = null!;
    public FrozenGuide Guide { get; private set; } = null!;
    public Guid Frozen { get; private set; }
    public Guid Profile { get; private set; }
    public Guid Id { get; private set; }
    public List<Guid> Candidates { get; } = [];

    public static async Task<Vacancy> In(House house, int candidates = 1, bool blind = true, ScoredItems scores = ScoredItems.Competencies, bool withGuide = true, bool evidence = false)
    {
        var made = new Vacancy(house) { Recruiter = await house.Someone(Role.Recruiter) };
        (made.Chair, made.Anna, made.Bert, made.Observer, made.Outsider) =
            (await house.Someone(), await house.Someone(), await house.Someone(), await house.Someone(), await house.Someone(Role.Employee));
        (made.Profile, made.Frozen, made.Guide) = await house.Look(db => Freeze(db, scores, house.Clock.GetUtcNow(), evidence: evidence));
        made.Id = await house.Asked(new CreateProcedure("Adviseur ruimte", made.Profile, blind), made.Recruiter);
        foreach (var (person, kind, scoring) in new[] { (made.Chair, SeatKind.Chair, false), (made.Anna, SeatKind.Member, true), (made.Bert, SeatKind.Member, true), (made.Observer, SeatKind.Observer, false) })
        {
            await house.Asked(new AddSeat(made.Id, person.Id, kind, scoring), made.Recruiter);
            await made.Sign(person);
        }
        for (var i = 1; i <= candidates; i++)
            made.Candidates.Add(await house.Asked(new AddCandidate(made.Id, $"Kandidaat Achternaam{i}", $"kandidaat{i}@post.example", "06 1234", "nl"), made.Recruiter));
        if (withGuide) await house.Asked(new ChooseGuide(made.Id, made.Frozen), made.Recruiter);
        return made;
    }

    public static async Task<(Guid Profile, Guid Frozen, FrozenGuide Guide)> Freeze(Infrastructure.Persistence.InterviewDb db, ScoredItems scores, DateTimeOffset now, int competencies = 3, bool evidence = false)
    {
        var framework = new Framework(Text("Eigen"), "Wij", "");
        var edition = new Edition(framework.Id, Guid.NewGuid().ToString("N"));
        var profile = new Profile(edition.Id, null, $"P{Guid.NewGuid():N}"[..12], Text("Adviseur"), LocalText.Empty);
        var guide = Made(profile.Id, scores, competencies) with { EvidenceAtExtremes = evidence };
        var frozen = new FrozenDocument(guide, Guid.Empty, now);
        db.AddRange(framework, edition, profile, frozen);
        await db.SaveChangesAsync();
        return (profile.Id, frozen.Id, guide);
    }

    public static FrozenGuide Made(Guid profile, ScoredItems scores, int competencies = 3, int weight = 1)
    {
        var scale = Scale.Default();
        List<FrozenCompetency> asked = [.. Enumerable.Range(1, competencies).Select(i => new FrozenCompetency(Guid.CreateVersion7(), $"c{i}", Text($"Competentie {i}"), Text("Omschrijving"), 2, weight, null, [],
            [new(Guid.CreateVersion7(), Text($"Gedrag {i}a"), Polarity.Positive, null), new(Guid.CreateVersion7(), Text($"Gedrag {i}b"), Polarity.Negative, null)], []))];
        // The first competency has two questions, so that 'several questions, one competency' is always there.
        List<FrozenQuestion> questions = [.. asked.Prepend(asked[0]).Select((c, i) => new FrozenQuestion(Guid.CreateVersion7(), c.Id, Text($"Vraag {i + 1}?"), QuestionType.PastBehaviour, 8, [],
            [new Probe(StarrStep.Situation, Text("Waar was dat?"))], [new Anchor(3, Text("Noemt een voorbeeld."))]))];
        return new(FrozenGuide.CurrentSchema, Guid.CreateVersion7(), Text("Leidraad"), profile, Text("Adviseur"), ["nl"], scores, scale.Points, scale.PassMark, 5, Text("Welkom"), 5, Text("Dank u"), asked, questions);
    }

    /// <summary>Both statements, so that the file opens.</summary>
    public Task<Done> Sign(Actor member, params OwnConflict[] known) => House.Asked(new SignDeclaration(Id, true, true, "nl", known), member);

    /// <summary>Somebody from outside who has a seat, is in and has signed.</summary>
    public async Task<Actor.Guest> Guest(bool signs = true)
    {
        var seat = await House.Asked(new AddGuestSeat(Id, "Noor Gast", "noor@elders.example", "nl", House.Clock.GetUtcNow().AddDays(7)), Recruiter);
        var guest = new Actor.Guest((await House.Asked(new EnterAsGuest(seat.Token, seat.Code))).Link!.Value);
        if (signs) await Sign(guest);
        return guest;
    }

    public async Task<Guid> CardOf(Actor member, int candidate = 0) =>
        (await House.Asked(new ListMyCards(Id), member)).Single(c => c.Code == $"K{candidate + 1}").Card;

    public Task<Outcome<SavedCard>> Rate(Actor member, Guid card, Guid item, int? point, long sequence, string device = "d", int seen = 1000) =>
        House.Door.Ask(new SaveScores(card, device, sequence, [Score(item, point, seen)]), member);

    public static Change Score(Guid item, int? point, int seen = 1000) =>
        new(ChangeKind.Rating, item, seen, point is null ? RatingOutcome.NotObserved : RatingOutcome.Scored, point);

    public async Task<Guid> Fill(Actor member, int candidate, Func<int, int?> point, bool seal = true)
    {
        var card = await CardOf(member, candidate);
        await House.Asked(new SaveScores(card, "fill", 1, [.. Guide.ScoredIds.Select((item, i) => Score(item, point(i)))]), member);
        if (seal) await House.Asked(new SealCard(card), member);
        return card;
    }

    public Task<Scorecard> Stored(Guid card) => House.Look(db => db.Set<Scorecard>().Include(c => c.Ratings).Include(c => c.Notes).Include(c => c.Ticks).Include(c => c.Quotes).AsNoTracking().SingleAsync(c => c.Id == card));

    private static LocalText Text(string nl) => LocalText.Of("nl", nl);
}
