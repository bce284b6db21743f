using System.Reflection;
using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Procedures;
using Interviewing.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Reviews;

/// <summary>
/// Every request of the reviews × every part somebody can play: who is let in, who is refused, and who is told that there is nothing. A request that is not here
/// fails the test, so a new one cannot be forgotten.
/// </summary>
public class MatrixTests
{
    /// <summary>Y: let in (what it says after that is another test's business). N: refused as not allowed. 0: told that it does not exist.</summary>
    /// <remarks>Columns: employee, manager, next-higher manager, HR, administrator, colleague who was asked, stranger.</remarks>
    private static readonly (string Request, string May)[] Matrix =
    [
        (nameof(AgreeOn), "YY00000"), (nameof(AnswerCorrection), "0Y00000"), (nameof(AnswerStart), "Y00NN00"), (nameof(AskCorrection), "Y00NN00"), (nameof(AttachFile), "YY00000"), (nameof(AttachLink), "YY00000"),
        (nameof(ChooseUnits), "NNNYNNN"), (nameof(CloseCycle), "NNNYNNN"), (nameof(ConfirmReview), "00Y0000"), (nameof(DetachEvidence), "YY00000"), (nameof(DrawStage), "NNNYNNN"), (nameof(DropStage), "NNNYNNN"),
        (nameof(FindEmployees), "NYYYNNN"), (nameof(FindRaters), "YY00000"), (nameof(Gaps), "YYY0000"), (nameof(GetCycle), "NNNYNNN"), (nameof(GetReview), "YYY0000"), (nameof(GetSheet), "00000Y0"), (nameof(GetStart), "Y00NN00"),
        (nameof(InviteColleagues), "YY00000"), (nameof(ListAsked), "YYYYYYY"), (nameof(ListCycles), "YYYYYYY"), (nameof(ListMyReviews), "YYYNNYY"), (nameof(ListReviewsBelow), "NYYNNNN"), (nameof(ListStarts), "YYYNNYY"),
        (nameof(ListTeamReviews), "NYYNNNN"), (nameof(ListUnits), "NNNYNNN"), (nameof(MakeFirstPlan), "Y00NN00"), (nameof(OfferStart), "NNNYNNN"), (nameof(OpenCycle), "NNNYNNN"), (nameof(OpenDueStages), "NNNNNNN"),
        (nameof(OpenStage), "NNNYNNN"), (nameof(PrepareCycle), "NNNYNNN"), (nameof(ReadCompetencyHistory), "YY00000"), (nameof(ReadOffer), "NNNYNNN"), (nameof(ReadySide), "YY00000"), (nameof(RecordTalk), "0Y00000"),
        (nameof(ReleaseCycle), "NNNYNNN"), (nameof(ReopenReview), "0Y00000"), (nameof(SaveSheet), "00000Y0"), (nameof(SaveSide), "YY00000"), (nameof(SignReview), "Y00NN00"), (nameof(StartReview), "NY0YNNN"),
        (nameof(TakeAgreementBack), "YY00000"), (nameof(ReadReviewEvidence), "YYY0000"),
    ];

    [Fact]
    public void Every_request_of_the_reviews_is_in_the_matrix()
    {
        var requests = typeof(GetReview).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, Namespace: "Interviewing.Application.Reviews" } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)))
            .Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        requests.ShouldNotBeEmpty();
        Matrix.Select(m => m.Request).Order(StringComparer.Ordinal).ShouldBe(requests);
        Matrix.ShouldAllBe(m => m.May.Length == 7 && m.May.All("YN0".Contains));
    }

    [Theory, OnBothDatabases]
    public async Task Each_part_gets_what_the_matrix_says(Database database)
    {
        await using var house = await House.On(database);
        var world = await World.In(house);
        List<string> wrong = [];
        foreach (var (name, may) in Matrix)
        {
            var request = world.Requests[name];
            foreach (var ((part, actor), expected) in world.Parts.Zip(may))
            {
                var code = await CodeOf(house, request(), actor);
                var got = code switch { Refusal.NotAllowedCode => 'N', Refusal.NotFoundCode => '0', _ => 'Y' };
                if (got != expected) wrong.Add($"{name} by {part}: {got} ({code}), expected {expected}");
                // Nobody learns from the answer whether it is there or not theirs.
                if (expected == '0' && world.Missing.TryGetValue(name, out var missing) && await CodeOf(house, missing(), actor) != code) wrong.Add($"{name} by {part} tells what is not there from what is not theirs");
            }
        }
        wrong.ShouldBeEmpty();
    }

    private static async Task<string> CodeOf(House house, object request, Actor actor) =>
        await (Task<string>)typeof(MatrixTests).GetMethod(nameof(Ask), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(request.GetType().GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GenericTypeArguments[0]).Invoke(null, [house, request, actor])!;

    private static async Task<string> Ask<T>(House house, IRequest<T> request, Actor actor)
    {
        var answer = await house.Door.Ask(request, actor);
        return answer.Ok ? "" : answer.Reasons[0].Code;
    }

    /// <summary>A shared talk with everything in it, and everybody around it. What is asked changes little, so that the order does not matter.</summary>
    private sealed class World
    {
        public required IReadOnlyList<(string Part, Actor Actor)> Parts { get; init; }
        public required IReadOnlyDictionary<string, Func<object>> Requests { get; init; }
        public required IReadOnlyDictionary<string, Func<object>> Missing { get; init; }

        public static async Task<World> In(House house)
        {
            var team = await Team.In(house);
            var (above, asked, vacancy) = (await team.Above(), await house.Someone(Role.Employee), await Vacancy.In(house));
            var review = await team.InStage(new StageForm(LeastColleagues: 3, ConfirmedAbove: true));
            await house.Asked(new InviteColleagues(review, [asked.Id]), team.Employee);
            var evidence = await house.Asked(new AttachFile(review, team.Convince, "bewijs.txt", "tekst"u8.ToArray()), team.Employee);
            await team.Share(review);
            var agreement = await house.Asked(new AgreeOn(review, null, null, "Afspraak", null), team.Manager);
            await house.Asked(new RecordTalk(review, new(2026, 11, 24)), team.Manager);
            await house.Asked(new SignReview(review), team.Employee);
            var feedback = await house.Look(db => db.Set<ColleagueFeedback>().Select(f => f.Id).SingleAsync());
            var (cycle, stage) = await house.Look(async db => (await db.Set<Cycle>().Select(c => c.Id).SingleAsync(), await db.Set<CycleStage>().Select(s => s.Id).SingleAsync()));
            SelectionStart start = new(vacancy.Id, vacancy.Candidates[0], team.Employee.Id, team.Hr.Id, house.Clock.GetUtcNow());
            await house.Look(db =>
            {
                db.Add(start);
                return db.SaveChangesAsync();
            });
            StageOutline outline = new("", new(2026, 1, 1), new(2026, 2, 1), new StageForm());
            Dictionary<string, Func<Guid, object>> of = new()
            {
                // With something in each that a let-in person is refused for, where it would otherwise change what the next one finds.
                [nameof(AgreeOn)] = id => new AgreeOn(id, null, null, "", null), [nameof(AnswerCorrection)] = id => new AnswerCorrection(id, ""), [nameof(AskCorrection)] = id => new AskCorrection(id, ""),
                [nameof(AttachFile)] = id => new AttachFile(id, team.Convince, "x.txt", "x"u8.ToArray()), [nameof(AttachLink)] = id => new AttachLink(id, team.Convince, "x", "https://waterveen.example"),
                [nameof(ConfirmReview)] = id => new ConfirmReview(id), [nameof(DetachEvidence)] = id => new DetachEvidence(id, evidence), [nameof(FindRaters)] = id => new FindRaters(id, null, new Slice()), [nameof(Gaps)] = id => new Gaps(id),
                [nameof(GetReview)] = id => new GetReview(id), [nameof(InviteColleagues)] = id => new InviteColleagues(id, [asked.Id]), [nameof(ReadySide)] = id => new ReadySide(id), [nameof(RecordTalk)] = id => new RecordTalk(id, new(2030, 1, 1)),
                [nameof(ReopenReview)] = id => new ReopenReview(id, ""), [nameof(SaveSide)] = id => new SaveSide(id, []), [nameof(SignReview)] = id => new SignReview(id), [nameof(ReadReviewEvidence)] = id => new ReadReviewEvidence(id, evidence),
                [nameof(GetSheet)] = id => new GetSheet(id == review ? feedback : id), [nameof(SaveSheet)] = id => new SaveSheet(id == review ? feedback : id, [], "", "", false, 0),
                [nameof(AnswerStart)] = id => new AnswerStart(id == review ? start.Id : id, true), [nameof(GetStart)] = id => new GetStart(id == review ? start.Id : id), [nameof(MakeFirstPlan)] = id => new MakeFirstPlan(id == review ? start.Id : id, []),
                [nameof(OfferStart)] = id => new OfferStart(id == review ? vacancy.Id : id, team.Employee.Id), [nameof(ReadOffer)] = id => new ReadOffer(id == review ? vacancy.Id : id),
                [nameof(ReadCompetencyHistory)] = id => new ReadCompetencyHistory(id == review ? team.Employee.Id : id),
            };
            Dictionary<string, Func<object>> requests = of.ToDictionary(r => r.Key, r => (Func<object>)(() => r.Value(review)));
            requests[nameof(TakeAgreementBack)] = () => new TakeAgreementBack(review, agreement);
            requests[nameof(ChooseUnits)] = () => new ChooseUnits(cycle, []);
            requests[nameof(CloseCycle)] = () => new CloseCycle(cycle);
            requests[nameof(DrawStage)] = () => new DrawStage(cycle, stage, outline);
            requests[nameof(DropStage)] = () => new DropStage(cycle, stage);
            requests[nameof(FindEmployees)] = () => new FindEmployees(null, new Slice());
            requests[nameof(GetCycle)] = () => new GetCycle(cycle);
            requests[nameof(ListAsked)] = () => new ListAsked();
            requests[nameof(ListCycles)] = () => new ListCycles();
            requests[nameof(ListMyReviews)] = () => new ListMyReviews(new Slice());
            requests[nameof(ListReviewsBelow)] = () => new ListReviewsBelow(new Slice());
            requests[nameof(ListStarts)] = () => new ListStarts();
            requests[nameof(ListTeamReviews)] = () => new ListTeamReviews(null, new Slice());
            requests[nameof(ListUnits)] = () => new ListUnits();
            requests[nameof(OpenCycle)] = () => new OpenCycle("", new(2026, 1, 1), new(2026, 2, 1));
            requests[nameof(OpenDueStages)] = () => new OpenDueStages();
            requests[nameof(OpenStage)] = () => new OpenStage(cycle, stage);
            requests[nameof(PrepareCycle)] = () => new PrepareCycle("", new(2026, 1, 1), new(2026, 2, 1), false, [], []);
            requests[nameof(ReleaseCycle)] = () => new ReleaseCycle(cycle);
            requests[nameof(StartReview)] = () => new StartReview(team.Employee.Id);
            return new()
            {
                Parts = [("employee", team.Employee), ("manager", team.Manager), ("next-higher manager", above), ("HR", team.Hr), ("administrator", team.Administrator), ("colleague", asked), ("stranger", team.Colleague)],
                Requests = requests,
                Missing = of.ToDictionary(r => r.Key, r => (Func<object>)(() => r.Value(Guid.NewGuid()))),
            };
        }
    }
}
