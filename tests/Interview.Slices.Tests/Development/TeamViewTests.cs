using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Development;

public class TeamViewTests
{
    [Theory, OnBothDatabases]
    public async Task A_manager_sees_who_has_a_plan_what_is_due_and_what_the_team_lacks(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        List<Actor.Person> others = [];
        for (var i = 0; i < 4; i++) others.Add(await house.Someone(Role.Employee));
        await house.Look(async db =>
        {
            var (unit, profile) = (await db.Set<Unit>().OrderBy(u => u.Code).Select(u => u.Id).FirstAsync(), await db.Set<Profile>().Where(p => p.Code == "ADV").Select(p => p.Id).SingleAsync());
            foreach (var other in others) db.Add(new Employment(other.Id, unit, team.Manager.Id, profile, new(2024, 1, 1)));
            // Left last year: not of the team any more.
            Employment past = new(team.Colleague.Id, unit, team.Manager.Id, profile, new(2020, 1, 1));
            past.End(new(2025, 12, 31));
            db.Add(past);
            return await db.SaveChangesAsync();
        });
        var plan = await team.Active(PlanWorld.Due);
        (await house.Asked(new TeamLacks(), team.Manager)).ShouldSatisfyAllConditions(l => l.Competencies.ShouldBeEmpty(), l => l.TooFew.ShouldBe(3));

        var view = await house.Asked(new ListMyTeam(null, TeamFilter.All, new Slice()), team.Manager);
        (view.People, view.WithPlan, view.Overdue, view.AsksMe).ShouldBe((5, 1, 0, 0));
        view.Rows.Count.ShouldBe(5);
        var row = view.Rows.Rows.Single(r => r.Person == team.Employee.Id);
        (row.Plan, row.Status, row.Done, row.Counted, row.Next).ShouldBe((plan, PlanStatus.Active, 0, 3, PlanWorld.Due));
        row.Profile!.ToString().ShouldBe("Adviseur");
        (await house.Asked(new ListMyTeam(null, TeamFilter.WithoutPlan, new Slice()), team.Manager)).Rows.Count.ShouldBe(4);
        (await house.Asked(new ListMyTeam("zzz", TeamFilter.All, new Slice()), team.Manager)).ShouldSatisfyAllConditions(v => v.Rows.Count.ShouldBe(0), v => v.People.ShouldBe(5));

        // One action is the manager's, one day later all are late.
        var action = (await house.Asked(new GetPlan(plan), team.Employee)).Actions.First();
        await house.Asked(new ChangeAction(plan, action.Id, action.In("nl"), action.In("nl") with { ByManager = true }), team.Employee);
        (await house.Asked(new ListMyTeam(null, TeamFilter.AsksMe, new Slice()), team.Manager)).Rows.Rows.ShouldHaveSingleItem().Mine.ShouldBe(1);
        await house.Look(db => db.Set<PlanAction>().ExecuteUpdateAsync(s => s.SetProperty(a => a.Due, new DateOnly(2026, 11, 20))));
        var late = await house.Asked(new ListMyTeam(null, TeamFilter.Overdue, new Slice()), team.Manager);
        (late.Overdue, late.Rows.Rows.Single().Overdue).ShouldBe((3, 3));

        // Four more talks: five people, so means may be shown. What lacks most stands first.
        foreach (var (other, i) in others.Select((o, i) => (o, i)))
        {
            var review = await house.Asked(new StartReview(other.Id), team.Manager);
            foreach (var side in new[] { other, team.Manager })
            {
                await house.Asked(new SaveSide(review, team.Levels(2, 2, i < 2 ? 2 : 3)), side);
                await house.Asked(new ReadySide(review), side);
            }
        }
        var lack = await house.Asked(new TeamLacks(), team.Manager);
        lack.TooFew.ShouldBe(0);
        lack.Competencies.Select(c => (c.Competency, c.Required, c.Achieved, c.People)).ShouldBe([(team.Convince, 3m, 1.8m, 5), (team.PlanAhead, 2m, 1.8m, 5), (team.Together, 3m, 2.8m, 5)]);
        (await house.Asked(new TeamLacks(), team.OtherManager)).Competencies.ShouldBeEmpty();
        // Whoever goes takes the value along: four are too few again.
        await house.Look(db => db.Set<Employment>().Where(e => e.PersonId == others[0].Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.To, new DateOnly(2026, 11, 1))));
        (await house.Asked(new TeamLacks(), team.Manager)).ShouldSatisfyAllConditions(l => l.Competencies.ShouldBeEmpty(), l => l.TooFew.ShouldBe(3));
    }
}
