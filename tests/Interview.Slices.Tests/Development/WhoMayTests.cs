using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Slices.Tests.Development;

/// <summary>Every request about development plans, asked by everybody: who gets an answer, and that the others cannot even tell whether the plan is there.</summary>
public class WhoMayTests
{
    /// <summary>Of requests about one plan: who may. Whoever is not named is refused.</summary>
    private static readonly Dictionary<string, string[]> AboutOne = new()
    {
        [nameof(ActivatePlan)] = ["Employee"], [nameof(AddEvidence)] = ["Employee"], [nameof(AddOwnAction)] = ["Employee"], [nameof(AddReflection)] = ["Employee"],
        [nameof(ApprovePlan)] = ["Manager"], [nameof(AttachEvidence)] = ["Employee"], [nameof(ChangeAction)] = ["Employee"], [nameof(CoachingTips)] = ["Manager"],
        [nameof(DropGoal)] = ["Employee"], [nameof(EndPlan)] = ["Employee"], [nameof(GetPlan)] = ["Employee", "Manager"], [nameof(GivePlanBack)] = ["Manager"],
        [nameof(MakePlan)] = ["Employee", "Manager"], [nameof(MarkAction)] = ["Employee"], [nameof(MeasureAgain)] = ["Employee", "Manager"], [nameof(OfferedTips)] = ["Employee"],
        [nameof(PickTips)] = ["Employee"], [nameof(RemoveEvidence)] = ["Employee"], [nameof(RemoveReflection)] = ["Employee"], [nameof(RewordGoal)] = ["Employee"],
        [nameof(TakeEvidence)] = ["Employee", "Manager"], [nameof(TakePlanBack)] = ["Employee"], [nameof(TellProgress)] = ["Employee", "Manager"],
    };

    /// <summary>Of requests that list: whose answer may hold something of this employee.</summary>
    private static readonly Dictionary<string, string[]> Lists = new()
    {
        [nameof(ListMyPlans)] = ["Employee"], [nameof(ListMyTeam)] = ["Manager"], [nameof(OpenGaps)] = ["Employee"], [nameof(TakeMyDevelopment)] = ["Employee"],
        // Fewer than five people: nobody is told anything.
        [nameof(TeamLacks)] = [],
    };

    private static readonly Type[] Requests = [.. typeof(Plan).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.Namespace == typeof(Plan).Namespace && AnswerOf(t) is not null)];

    [Fact]
    public void Every_request_of_the_area_is_in_the_matrix()
    {
        Requests.Select(r => r.Name).Except([.. AboutOne.Keys, .. Lists.Keys]).ShouldBeEmpty("a new request: say who may, and how it is asked");
        AboutOne.Keys.Concat(Lists.Keys).Except(Requests.Select(r => r.Name)).ShouldBeEmpty("no longer there");
        AboutOne.Keys.Intersect(Lists.Keys).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Each_role_gets_what_is_its_own(Database database)
    {
        await using var house = await House.On(database, services => services.AddSingleton<Kept>().AddScoped(typeof(IPipelineBehavior<,>), typeof(KeepNothing<,>)));
        var world = await PlanWorld.In(house);
        var team = world.Team;
        var note = await house.Asked(new AddReflection(world.Active, "voor mij"), team.Employee);
        var evidence = await house.Asked(new AttachEvidence(world.Active, (await world.ActionOf(world.Active)).Id, "verslag.txt", "gedaan"u8.ToArray()), team.Employee);
        Dictionary<string, Actor> everybody = new()
        {
            ["Employee"] = team.Employee, ["Manager"] = team.Manager, ["NextHigher"] = world.NextHigher, ["OtherManager"] = team.OtherManager, ["Hr"] = team.Hr,
            ["Administrator"] = team.Administrator, ["Privacy"] = team.Privacy, ["Colleague"] = team.Colleague, ["LibraryManager"] = await house.Someone(Role.LibraryManager), ["Machine"] = House.Machine,
        };
        var cases = await Cases(world, note, evidence);
        cases.Keys.ShouldBe(AboutOne.Keys, ignoreOrder: true);
        List<string> wrong = [];
        house.Provider.GetRequiredService<Kept>().Armed = true;
        foreach (var (name, (real, absent)) in cases)
            foreach (var (who, actor) in everybody)
            {
                var (code, other) = (await Code(house, real, actor), await Code(house, absent, actor));
                if (AboutOne[name].Contains(who))
                {
                    if (code is not (null or "test.not-kept")) wrong.Add($"{name}: {who} may, but got {code}");
                    continue;
                }
                if (code is not (Refusal.NotFoundCode or Refusal.NotAllowedCode)) wrong.Add($"{name}: {who} got {code ?? "an answer"}");
                if (who is not ("Employee" or "Manager") && code != other) wrong.Add($"{name}: {who} can tell that it is there ({code}, else {other})");
            }
        house.Provider.GetRequiredService<Kept>().Armed = false;
        wrong.ShouldBeEmpty();
        cases.Count.ShouldBe(AboutOne.Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_list_holds_nothing_of_somebody_elses_employee(Database database)
    {
        await using var house = await House.On(database);
        var world = await PlanWorld.In(house);
        var team = world.Team;
        var name = await house.Look(db => db.Set<Person>().Where(p => p.Id == team.Employee.Id).Select(p => p.Name).SingleAsync());
        foreach (var (request, may) in Lists)
            foreach (var (who, actor) in new (string, Actor)[] { ("Employee", team.Employee), ("Manager", team.Manager), ("NextHigher", world.NextHigher), ("OtherManager", team.OtherManager), ("Hr", team.Hr), ("Administrator", team.Administrator), ("Colleague", team.Colleague), ("Machine", House.Machine) })
            {
                var text = request switch
                {
                    nameof(ListMyPlans) => Text(await house.Door.Ask(new ListMyPlans(new Slice()), actor)),
                    nameof(ListMyTeam) => Text(await house.Door.Ask(new ListMyTeam(null, TeamFilter.All, new Slice()), actor)),
                    nameof(OpenGaps) => Text(await house.Door.Ask(new OpenGaps(), actor)),
                    nameof(TakeMyDevelopment) => Text(await house.Door.Ask(new TakeMyDevelopment(), actor)),
                    nameof(TeamLacks) => Text(await house.Door.Ask(new TeamLacks(), actor)),
                    _ => throw new InvalidOperationException($"{request}: say how it is asked"),
                };
                new[] { name, $"{world.Active}", $"{world.Shared}", "Overtuigen", "meelopen" }.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)).ShouldBe(may.Contains(who), $"{request} told {who}: {text}");
            }
    }

    /// <summary>Each request so that it would be granted, and the same about a plan that is not there.</summary>
    private static async Task<Dictionary<string, (object Real, object Absent)>> Cases(PlanWorld world, Guid note, Guid evidence)
    {
        var (draft, waiting, active, completed) = (world.Draft, world.Waiting, world.Active, world.Completed);
        var view = await world.View(draft);
        var (goal, empty, action, nothing) = (view.Goals[0].Id, view.Goals[1].Id, await world.ActionOf(active), Guid.NewGuid());
        var planned = await world.ActionOf(draft);
        var tip = (await world.House.Asked(new OfferedTips(draft, goal), world.Team.Employee))[0].Id;
        (object, object) Both(Func<Guid, object> ask, Guid plan) => (ask(plan), ask(nothing));
        return new()
        {
            [nameof(ActivatePlan)] = Both(p => new ActivatePlan(p), draft),
            [nameof(AddEvidence)] = Both(p => new AddEvidence(p, action.Id, "Het verslag ligt er"), active),
            [nameof(AddOwnAction)] = Both(p => new AddOwnAction(p, goal, "Nog een", TipKind.Course, PlanWorld.Due), draft),
            [nameof(AddReflection)] = Both(p => new AddReflection(p, "nog iets"), active),
            [nameof(ApprovePlan)] = Both(p => new ApprovePlan(p), waiting),
            [nameof(AttachEvidence)] = Both(p => new AttachEvidence(p, action.Id, "a.pdf", "x"u8.ToArray()), active),
            [nameof(ChangeAction)] = Both(p => new ChangeAction(p, planned.Id, planned.In("nl"), planned.In("nl") with { Effort = 4 }), draft),
            [nameof(CoachingTips)] = Both(p => new CoachingTips(p), active),
            [nameof(DropGoal)] = Both(p => new DropGoal(p, empty), draft),
            [nameof(EndPlan)] = Both(p => new EndPlan(p), active),
            [nameof(GetPlan)] = Both(p => new GetPlan(p), active),
            [nameof(GivePlanBack)] = Both(p => new GivePlanBack(p, "Liever later"), waiting),
            [nameof(MakePlan)] = Both(r => new MakePlan(r), world.Shared),
            [nameof(MarkAction)] = Both(p => new MarkAction(p, action.Id, ActionStatus.Busy), active),
            [nameof(MeasureAgain)] = Both(p => new MeasureAgain(p), completed),
            [nameof(OfferedTips)] = Both(p => new OfferedTips(p, goal), draft),
            [nameof(PickTips)] = Both(p => new PickTips(p, [new(goal, tip, PlanWorld.Due)]), draft),
            [nameof(RemoveEvidence)] = Both(p => new RemoveEvidence(p, evidence), active),
            [nameof(RemoveReflection)] = Both(p => new RemoveReflection(p, note), active),
            [nameof(RewordGoal)] = Both(p => new RewordGoal(p, goal, null, "Durven"), draft),
            [nameof(TakeEvidence)] = Both(e => new TakeEvidence(e), evidence),
            [nameof(TakePlanBack)] = Both(p => new TakePlanBack(p), waiting),
            [nameof(TellProgress)] = Both(p => new TellProgress(p, "Het loopt"), active),
        };
    }

    private static async Task<string?> Code(House house, object request, Actor actor)
    {
        var ask = typeof(WhoMayTests).GetMethod(nameof(Refusing), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(AnswerOf(request.GetType())!);
        return await (Task<string?>)ask.Invoke(null, [house, request, actor])!;
    }

    private static async Task<string?> Refusing<T>(House house, IRequest<T> request, Actor actor) => await house.Door.Ask(request, actor) is { Ok: false } no ? no.Reasons[0].Code : null;

    private static string Text<T>(Outcome<T> answer) => answer.Ok ? JsonText.Write((object?)answer.Value) : "";

    private static Type? AnswerOf(Type request) => request.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))?.GenericTypeArguments[0];

    private sealed class Kept
    {
        public bool Armed { get; set; }
    }

    /// <summary>The innermost of all: a command has done everything it does, and then nothing of it is kept, so that the next one finds the same state.</summary>
    private sealed class KeepNothing<TRequest, TAnswer>(Kept kept) : IPipelineBehavior<TRequest, TAnswer> where TRequest : IRequest<TAnswer>
    {
        public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
        {
            var answer = await next();
            return kept.Armed && request is ICommand<TAnswer> ? throw new Refusal("test.not-kept") : answer;
        }
    }
}
