using System.Text;
using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Guides;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Procedures;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Import;

public class TakeBackTests
{
    private static readonly DateOnly Day = new(2030, 1, 1);

    /// <summary>What can be built on an import: how it is refused, and with which words. Made with the ids of the published competency and profile and of a person.</summary>
    private static readonly (string Code, string[] Words, Func<Built, IEnumerable<object>> Make)[] Buildings =
    [
        ("import.used-by-guide", ["Gids voor een ander"], it => { var guide = NewGuide(it.Other, "Gids voor een ander"); guide.Choose(it.Competency, null, 1); return [guide]; }),
        ("import.used-by-guide", ["Gids voor de bakkerij"], it => [NewGuide(it.Profile, "Gids voor de bakkerij")]),
        ("import.used-by-procedure", ["Bakker gezocht"], it => [new Procedure("Bakker gezocht", it.Profile, blind: false, it.Person, DateTimeOffset.UnixEpoch)]),
        ("import.used-by-review", [], it => [new Review(it.Person, it.Manager, null, Yard(it.Profile, it.Theirs), DateTimeOffset.UnixEpoch)]),
        ("import.used-by-review", [], it => [new Review(it.Person, it.Manager, null, Yard(it.Other, it.Competency), DateTimeOffset.UnixEpoch)]),
        ("import.used-by-plan", [], it => { var plan = NewPlan(it); plan.AddGoal(it.Competency, LocalText.Of("nl", "Leiding geven"), null, 2, 3); return [plan]; }),
        ("import.used-by-plan", [], it =>
        {
            var plan = NewPlan(it);
            plan.Add(plan.AddGoal(it.Theirs, LocalText.Of("nl", "Anders"), null, 2, 3).Id, it.Tip, LocalText.Of("nl", "Loop mee."), TipKind.OnTheJob, Day, it.Person, Day);
            return [plan];
        }),
        ("import.used-by-person", ["Bakkerijleider"], it => [new Employment(it.Person, it.Unit, it.Manager, it.Profile, Day)]),
        ("import.used-by-crosswalk", ["Leiding geven", "Anders"], it => [new CompetencyLink(it.Ours!, it.OfOthers!, LinkRelation.Same)]),
        ("import.used-by-crosswalk", ["Leiding geven", "Anders"], it => [new CompetencyLink(it.OfOthers!, it.Ours!, LinkRelation.Broader)]),
    ];

    private sealed record Built(Guid Competency, Guid Tip, Guid Profile, Guid Theirs, Guid Other, Guid Person, Guid Manager, Guid Unit)
    {
        public Competency? Ours { get; init; }
        public Competency? OfOthers { get; init; }
    }

    private static Guide NewGuide(Guid profile, string title) => new(profile, LocalText.Of("nl", title), 60, ["nl"], ScoredItems.Competencies, null, DateTimeOffset.UnixEpoch);

    private static Plan NewPlan(Built it) => new(it.Person, it.Manager, null, needsApproval: false, DateTimeOffset.UnixEpoch);

    private static Yardstick Yard(Guid profile, Guid competency) => new(Yardstick.CurrentSchema, profile, "x", LocalText.Of("nl", "x"),
        [new YardCompetency(competency, "x", LocalText.Of("nl", "x"), LocalText.Empty, true, null, 1, [new YardStep(1, LocalText.Of("nl", "x"), [])], [])]);

    [Theory, OnBothDatabases]
    public async Task Whatever_was_built_on_a_publication_keeps_it_and_is_named(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (draft, it) = await Published(house, who);
        Task<Outcome<Done>> TakeBack() => house.Door.Ask(new TakeBackImport(draft), who);
        foreach (var (code, words, make) in Buildings)
        {
            await house.Look(async db => { db.AddRange(make(await With(db, it))); return await db.SaveChangesAsync(); });
            (await TakeBack()).Reasons.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe(code), r => r.Args.ShouldBe(words));
            await house.Look(async db => { db.RemoveRange(make(await With(db, it)).SelectMany(one => Kept(db, one))); return await db.SaveChangesAsync(); });
        }
        (await house.Look(db => db.Set<Competency>().CountAsync(c => c.Id == it.Competency))).ShouldBe(1);
        (await TakeBack()).Ok.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task The_next_edition_that_was_made_of_it_keeps_a_publication_too(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (draft, it) = await Published(house, who);
        var edition = await house.Look(db => db.Set<Competency>().Where(c => c.Id == it.Competency).Select(c => c.EditionId).SingleAsync());
        var copy = await house.Asked(new CopyEdition(edition, "2031"), who);
        (await house.Door.Ask(new TakeBackImport(draft), who)).Reasons.Single().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import.used-by-edition"), r => r.Args.ShouldBe(["2031"]));
        // In use or superseded: it makes no difference who reads the older edition.
        await house.Asked(new PublishEdition(copy, edition), who);
        (await house.Refused(new TakeBackImport(draft), who)).ShouldBe("import.used-by-edition");
    }

    [Theory, OnBothDatabases]
    public async Task A_framework_that_somebody_was_put_in_charge_of_stays_empty(Database database)
    {
        await using var house = await House.On(database);
        var who = await house.Someone(Role.LibraryManager);
        var (draft, it) = await Published(house, who);
        var framework = await house.Look(async db => (await db.Set<Edition>().SingleAsync(e => e.Id == db.Set<Competency>().First(c => c.Id == it.Competency).EditionId)).FrameworkId);
        await house.Someone((Role.LibraryManager, Scope.Framework(framework)));
        await house.Asked(new TakeBackImport(draft), who);
        (await house.Look(db => db.Set<Framework>().CountAsync(f => f.Id == framework))).ShouldBe(1);
        (await house.Look(db => db.Set<Competency>().CountAsync(c => c.Id == it.Competency))).ShouldBe(0);
    }

    private static async Task<(Guid Draft, Built It)> Published(House house, Actor who)
    {
        var id = await house.Asked(new UploadDocument("bakkerij.txt", Encoding.UTF8.GetBytes(ReimportTests.First)), who);
        await RemedyTests.Answered(house, who, id);
        var made = await house.Asked(new PublishDraft(id, (await house.Asked(new GetDraft(id), who)).Version, null, new NewFramework("Bakkerij")), who);
        var (person, manager) = (await house.Someone(Role.Employee), await house.Someone(Role.Manager));
        return (id, await house.Look(async db =>
        {
            Framework framework = new(LocalText.Of("nl", "Anders"), "", "");
            Edition edition = new(framework.Id, "1");
            Competency theirs = new(edition.Id, null, "anders", LocalText.Of("nl", "Anders"), LocalText.Empty);
            Profile other = new(edition.Id, null, "x", LocalText.Of("nl", "Inpakker"), LocalText.Empty);
            Unit unit = new("B", "Bakkerij", null);
            db.AddRange(framework, edition, theirs, other, unit);
            await db.SaveChangesAsync();
            var tip = await db.Set<Tip>().Where(t => t.CompetencyId == made.Competencies[0]).Select(t => t.Id).FirstAsync();
            return new Built(made.Competencies[0], tip, made.Profiles[0], theirs.Id, other.Id, person.Id, manager.Id, unit.Id);
        }));
    }

    private static async Task<Built> With(InterviewDb db, Built it) => it with
    {
        Ours = await db.Set<Competency>().SingleAsync(c => c.Id == it.Competency), OfOthers = await db.Set<Competency>().SingleAsync(c => c.Id == it.Theirs),
    };

    // The one that stands there, of the kind that was made.
    private static IEnumerable<object> Kept(InterviewDb db, object made) => made switch
    {
        Guide => db.Set<Guide>().Include(g => g.Competencies),
        Procedure => db.Set<Procedure>(),
        Review => db.Set<Review>(),
        Plan => db.Set<Plan>(),
        Employment => db.Set<Employment>(),
        _ => db.Set<CompetencyLink>(),
    };
}
