using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Reviews;

/// <summary>
/// An employee with manager and profile: Overtuigen (ladder of 3, required 3), Plannen (ladder of 4, required 2), Samenwerken (no ladder, so the scale),
/// each with tips; and the people who have nothing to do with it.
/// </summary>
internal sealed class Team(House house)
{
    public House House => house;
    public Actor.Person Employee { get; private set; } = null!;
    public Actor.Person Manager { get; private set; } = null!;
    public Actor.Person Colleague { get; private set; } = null!;
    public Actor.Person OtherManager { get; private set; } = null!;
    public Actor.Person Hr { get; private set; } = null!;
    public Actor.Person Administrator { get; private set; } = null!;
    public Actor.Person Privacy { get; private set; } = null!;
    public Guid Convince { get; private set; }
    public Guid PlanAhead { get; private set; }
    public Guid Together { get; private set; }

    public IEnumerable<Actor.Person> Strangers => [Colleague, OtherManager, Hr, Administrator, Privacy];

    public static async Task<Team> In(House house)
    {
        Team team = new(house)
        {
            Employee = await house.Someone(Role.Employee), Manager = await house.Someone(Role.Manager), Colleague = await house.Someone(Role.Employee), OtherManager = await house.Someone(Role.Manager),
            Hr = await house.Someone(Role.Recruiter), Administrator = await house.Someone(Role.Administrator), Privacy = await house.Someone(Role.PrivacyOfficer),
        };
        await house.Look(async db =>
        {
            Framework framework = new(LocalText.Of("nl", "Eigen"), "Wij", "");
            Edition edition = new(framework.Id, "1");
            Competency Make(string code, string name, int levels)
            {
                Competency competency = new(edition.Id, null, code, LocalText.Of("nl", name), LocalText.Of("nl", $"Wat {name} is."));
                for (var level = 1; level <= levels; level++)
                {
                    competency.AddLevel(LocalText.Of("nl", $"{name} {level}"));
                    competency.AddIndicator(LocalText.Of("nl", $"Gedrag bij {name} {level}"), Polarity.Positive, level);
                }
                foreach (var kind in new[] { TipKind.Course, TipKind.OnTheJob, TipKind.OnTheJob, TipKind.WithOthers })
                    competency.AddTip(LocalText.Of("nl", $"Tip {competency.Tips.Count + 1} voor {name}"), TipAudience.Employee, kind);
                competency.AddTip(LocalText.Of("nl", $"Coachtip voor {name}"), TipAudience.Manager, TipKind.OnTheJob);
                return competency;
            }
            var (convince, planAhead, together) = (Make("overtuigen", "Overtuigen", 3), Make("plannen", "Plannen", 4), Make("samenwerken", "Samenwerken", 0));
            Profile profile = new(edition.Id, null, "ADV", LocalText.Of("nl", "Adviseur"), LocalText.Of("nl", "Adviseert."));
            profile.Require(convince.Id, 3);
            profile.Require(planAhead.Id, 2);
            profile.Require(together.Id, null);
            Unit unit = new("OR", "Openbare ruimte", null);
            db.AddRange(framework, edition, convince, planAhead, together, profile, unit);
            db.AddRange(new Employment(team.Employee.Id, unit.Id, team.Manager.Id, profile.Id, new(2024, 1, 1)), new Employment(team.Colleague.Id, unit.Id, team.OtherManager.Id, null, new(2024, 1, 1)));
            (team.Convince, team.PlanAhead, team.Together) = (convince.Id, planAhead.Id, together.Id);
            return await db.SaveChangesAsync();
        });
        return team;
    }

    public IReadOnlyList<SideChange> Levels(int convince, int plan, int together, string says = "", int seen = 0) =>
        [new(Convince, convince, says, seen), new(PlanAhead, plan, says, seen), new(Together, together, says, seen)];

    public Task<Guid> Started(Guid? cycle = null) => house.Asked(new StartReview(Employee.Id, cycle), Manager);

    /// <summary>Shared: the manager sees Overtuigen at 1 (gap 2), Plannen at 1 (gap 1), Samenwerken at 4 (one above).</summary>
    public async Task<Guid> Shared(Guid? cycle = null)
    {
        var review = await Started(cycle);
        await house.Asked(new SaveSide(review, Levels(2, 2, 3, "zelf gezegd")), Employee);
        await house.Asked(new SaveSide(review, Levels(1, 1, 4, "door de leiding gezegd")), Manager);
        await house.Asked(new ReadySide(review), Employee);
        await house.Asked(new ReadySide(review), Manager);
        return review;
    }

    /// <summary>A released cycle for the unit of the employee; its stages open by the clock.</summary>
    public async Task<Guid> Cycle(params StageOutline[] stages)
    {
        var unit = await house.Look(db => db.Set<Unit>().Select(u => u.Id).FirstAsync());
        var cycle = await house.Asked(new PrepareCycle("2026", new(2026, 1, 1), new(2026, 12, 31), false, [unit], stages), Hr);
        await house.Asked(new ReleaseCycle(cycle), Hr);
        return cycle;
    }

    /// <summary>The talk of the employee in a stage with this form, open now.</summary>
    public async Task<Guid> InStage(StageForm form, DateOnly? until = null)
    {
        await Cycle(new StageOutline("Gesprek", new(2026, 11, 1), until ?? new(2026, 12, 31), form));
        await house.Asked(new OpenDueStages());
        return (await house.Asked(new ListMyReviews(new Slice()), Employee)).Rows[0].Id;
    }

    /// <summary>Both fill in and are ready; or who is named.</summary>
    public async Task Share(Guid review, IReadOnlyList<Actor.Person>? ready = null, Actor.Person? fill = null)
    {
        foreach (var who in ready ?? [Employee, Manager])
        {
            if (fill is null || fill == who)
            {
                var seen = (await house.Asked(new GetReview(review), who)).Mine.Answers.ToDictionary(a => a.Competency, a => a.Stamp);
                await house.Asked(new SaveSide(review, [.. Levels(2, 2, 2, who == Employee ? "zelf gezegd" : "door de leiding gezegd").Select(c => c with { Seen = seen.GetValueOrDefault(c.Competency) })]), who);
            }
            await house.Asked(new ReadySide(review), who);
        }
    }

    /// <summary>Shared, talked about, and waiting for the employee.</summary>
    public async Task<Guid> Talked(StageForm? form = null)
    {
        var review = form is null ? await Started() : await InStage(form);
        await Share(review);
        await house.Asked(new RecordTalk(review, new(2026, 11, 24)), Manager);
        return review;
    }

    /// <summary>The manager's own manager, by employment.</summary>
    public async Task<Actor.Person> Above()
    {
        var above = await house.Someone(Role.Manager);
        await house.Look(async db =>
        {
            db.Add(new Employment(Manager.Id, (await db.Set<Unit>().FirstAsync()).Id, above.Id, null, new(2024, 1, 1)));
            return await db.SaveChangesAsync();
        });
        return above;
    }

    /// <summary>Everybody signs in anew: weeks have passed.</summary>
    public async Task Wake()
    {
        async Task<Actor.Person> Again(Actor.Person who) => new(who.Id, (await house.Asked(new OpenSession(who.Id, "test"))).Session);
        (Employee, Manager, Colleague, OtherManager) = (await Again(Employee), await Again(Manager), await Again(Colleague), await Again(OtherManager));
        (Hr, Administrator, Privacy) = (await Again(Hr), await Again(Administrator), await Again(Privacy));
    }

    public async Task<Guid> Planned(Guid? cycle = null) => await house.Asked(new MakePlan(await Shared(cycle)), Employee);

    /// <summary>An active plan with three tips of its first goal, due on this day.</summary>
    public async Task<Guid> Active(DateOnly due)
    {
        var plan = await Planned();
        var goal = (await house.Asked(new GetPlan(plan), Employee)).Goals[0].Id;
        var tips = await house.Asked(new OfferedTips(plan, goal), Employee);
        await house.Asked(new PickTips(plan, [.. tips.Take(3).Select(t => new PickedTip(goal, t.Id, due))]), Employee);
        await house.Asked(new ActivatePlan(plan), Employee);
        return plan;
    }
}
