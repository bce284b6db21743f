using Interviewing.Application.Competencies;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Web.Tests.Scoring;

/// <summary>A procedure of one's own with two members, a chair and one candidate, made through the use cases; everybody can sign in.</summary>
internal sealed class ScoringSite
{
    private ScoringSite(WholeSite whole) => Whole = whole;

    public WholeSite Whole { get; }
    public Site Site => Whole.Site;
    public Guid Procedure { get; private set; }
    public Guid Candidate { get; private set; }
    public FrozenGuide Guide { get; private set; } = null!;
    public (Guid Id, string Email) Recruiter { get; private set; }
    public (Guid Id, string Email) Chair { get; private set; }
    public (Guid Id, string Email) Anna { get; private set; }
    public (Guid Id, string Email) Bert { get; private set; }

    public static async Task<ScoringSite> On(WholeSite whole)
    {
        var made = new ScoringSite(whole)
        {
            Recruiter = await whole.Somebody(Role.Recruiter), Chair = await whole.Somebody(Role.Employee), Anna = await whole.Somebody(Role.Employee), Bert = await whole.Somebody(Role.Employee),
        };
        var (profile, frozen) = await whole.Site.Look(async db =>
        {
            var profile = await db.Set<Profile>().FirstAsync();
            made.Guide = Made(profile.Id);
            var frozen = new FrozenDocument(made.Guide, Guid.Empty, DateTimeOffset.UnixEpoch);
            db.Add(frozen);
            await db.SaveChangesAsync();
            return (profile.Id, frozen.Id);
        });
        var recruiter = await made.Acting(made.Recruiter.Id);
        made.Procedure = await whole.Site.Asked(new CreateProcedure("Adviseur <b>ruimte</b>", profile, Blind: true), recruiter);
        await whole.Site.Asked(new AddSeat(made.Procedure, made.Chair.Id, SeatKind.Chair, false), recruiter);
        await whole.Site.Asked(new AddSeat(made.Procedure, made.Anna.Id, SeatKind.Member, true), recruiter);
        await whole.Site.Asked(new AddSeat(made.Procedure, made.Bert.Id, SeatKind.Member, true), recruiter);
        foreach (var person in new[] { made.Chair, made.Anna, made.Bert }) await whole.Site.Asked(new SignDeclaration(made.Procedure, true, true, "nl", []), await made.Acting(person.Id));
        made.Candidate = await whole.Site.Asked(new AddCandidate(made.Procedure, "Robin Voorbeeld", "robin@post.example"), recruiter);
        await whole.Site.Asked(new ChooseGuide(made.Procedure, frozen), recruiter);
        return made;
    }

    public async Task<Actor> Acting(Guid person) => new Actor.Person(person, (await Site.Asked(new OpenSession(person, "test"))).Session);

    public async Task<Guid> CardOf(Guid person) => (await Site.Asked(new GetProcedure(Procedure), await Acting(person))).Candidates[0].MyCard!.Value;

    public async Task<Surfer> SignedIn((Guid Id, string Email) person)
    {
        var surfer = new Surfer(Site);
        (await surfer.SignIn(person.Email, WholeSite.Password)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        return surfer;
    }

    private static FrozenGuide Made(Guid profile)
    {
        var scale = Scale.Default();
        List<FrozenCompetency> asked = [.. Enumerable.Range(1, 2).Select(i => new FrozenCompetency(Guid.CreateVersion7(), $"c{i}", Text($"Competentie {i}"), Text("Omschrijving"), 2, 1, null, [],
            [new(Guid.CreateVersion7(), Text($"Gedrag {i}"), Polarity.Positive, null)], []))];
        List<FrozenQuestion> questions = [.. asked.Select((c, i) => new FrozenQuestion(Guid.CreateVersion7(), c.Id, Text($"Vraag {i + 1}?"), QuestionType.PastBehaviour, 8, [], [new Probe(StarrStep.Situation, Text("Waar?"))], []))];
        return new(FrozenGuide.CurrentSchema, Guid.CreateVersion7(), Text("Leidraad"), profile, Text("Adviseur"), ["nl"], ScoredItems.Competencies, scale.Points, scale.PassMark, 5, Text("Welkom"), 5, Text("Dank u"), asked, questions);
    }

    private static LocalText Text(string nl) => LocalText.Of("nl", nl);
}
