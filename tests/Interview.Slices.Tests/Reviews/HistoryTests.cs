using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Profiles;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Reviews;

public class HistoryTests
{
    [Theory, OnBothDatabases]
    public async Task Levels_of_shared_talks_stand_in_a_line_for_the_employee_and_whoever_leads_today(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var first = await team.Shared();
        house.Clock.Advance(TimeSpan.FromDays(365));
        await team.Wake();
        var open = await team.Started();
        (await house.Asked(new ReadCompetencyHistory(team.Employee.Id), team.Employee)).Talks.ShouldBe(1, "an open one is not in it");
        await team.Share(open);

        var own = await house.Asked(new ReadCompetencyHistory(team.Employee.Id), team.Employee);
        (own.IsOwn, own.Talks).ShouldBe((true, 2));
        var line = own.Lines.Single(l => l.Code == "overtuigen");
        line.Points.Select(p => (p.Required, p.Self, p.Achieved)).ShouldBe([(3, 2, 1), (3, 2, 2)]);
        line.Points[0].Review.ShouldBe(first);
        own.Lines.Single(l => l.OnScale).Highest.ShouldBe(5);

        (await house.Asked(new ReadCompetencyHistory(team.Employee.Id), team.Manager)).IsOwn.ShouldBeFalse();
        foreach (var other in team.Strangers) (await house.Refused(new ReadCompetencyHistory(team.Employee.Id), other)).ShouldBe(Refusal.NotFoundCode);
        // Who leads changes: the new manager reads the levels, not the talks; the old one nothing any more.
        await house.Look(async db =>
        {
            var job = await db.Set<Employment>().FirstAsync(e => e.PersonId == team.Employee.Id);
            job.End(new(2027, 11, 1));
            db.Add(new Employment(team.Employee.Id, job.UnitId, team.OtherManager.Id, job.ProfileId, new(2027, 11, 2)));
            return await db.SaveChangesAsync();
        });
        (await house.Asked(new ReadCompetencyHistory(team.Employee.Id), team.OtherManager)).Lines.ShouldAllBe(l => l.Points.All(p => p.Review == null));
        (await house.Refused(new GetReview(first), team.OtherManager)).ShouldBe(Refusal.NotFoundCode);
        (await house.Refused(new ReadCompetencyHistory(team.Employee.Id), team.Manager)).ShouldBe(Refusal.NotFoundCode);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_edition_goes_on_in_the_same_line_and_another_ladder_begins_its_own(Database database)
    {
        await using var house = await House.On(database);
        var team = await Team.In(house);
        var first = await team.Shared();
        var began = (await house.Asked(new GetReview(first), team.Employee)).Yardstick;
        await house.Look(async db =>
        {
            var framework = await db.Set<Framework>().FirstAsync(f => f.Owner == "Wij");
            Edition edition = new(framework.Id, "2");
            Competency same = new(edition.Id, null, "Overtuigen", LocalText.Of("nl", "Overtuigend zijn"), LocalText.Of("nl", "Anders verwoord"));
            for (var i = 1; i <= 3; i++) same.AddLevel(LocalText.Of("nl", $"Trede {i}"));
            Competency other = new(edition.Id, null, "plannen", LocalText.Of("nl", "Plannen"), LocalText.Of("nl", "Nu met twee treden"));
            for (var i = 1; i <= 2; i++) other.AddLevel(LocalText.Of("nl", $"Trede {i}"));
            Profile profile = new(edition.Id, null, "ADV", LocalText.Of("nl", "Adviseur"), LocalText.Of("nl", "Adviseert."));
            profile.Require(same.Id, 2);
            profile.Require(other.Id, 1);
            var job = await db.Set<Employment>().FirstAsync(e => e.PersonId == team.Employee.Id);
            job.End(new(2026, 11, 23));
            db.AddRange(edition, same, other, profile, new Employment(team.Employee.Id, job.UnitId, team.Manager.Id, profile.Id, new(2026, 11, 24)));
            return await db.SaveChangesAsync();
        });
        // What was begun stays with the edition it began with.
        JsonText.Write((await house.Asked(new GetReview(first), team.Employee)).Yardstick).ShouldBe(JsonText.Write(began));
        var second = await team.Started();
        var asked = (await house.Asked(new GetReview(second), team.Employee)).Yardstick;
        asked.Edition.ShouldBe("Eigen 2");
        foreach (var who in new[] { team.Employee, team.Manager })
        {
            await house.Asked(new SaveSide(second, [.. asked.Competencies.Select(c => new SideChange(c.Id, 2, "", 0))]), who);
            await house.Asked(new ReadySide(second), who);
        }
        var lines = (await house.Asked(new ReadCompetencyHistory(team.Employee.Id), team.Manager)).Lines;
        lines.Single(l => string.Equals(l.Code, "overtuigen", StringComparison.OrdinalIgnoreCase)).Points.Select(p => p.Achieved).ShouldBe([1, 2]);
        lines.Where(l => l.Code == "plannen").Select(l => (l.Highest, l.Points.Count)).ShouldBe([(2, 1), (4, 1)], ignoreOrder: true);
    }
}
