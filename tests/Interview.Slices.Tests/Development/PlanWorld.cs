using Interviewing.Application.Competencies;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Slices.Tests.Reviews;
using Interviewing.Testing;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Slices.Tests.Development;

/// <summary>One employee with a plan in every state, and everybody who has less to do with it.</summary>
internal sealed class PlanWorld(House house, Team team)
{
    public static readonly DateOnly Due = new(2026, 12, 15);

    public House House => house;
    public Team Team => team;
    public Actor.Person NextHigher { get; private set; } = null!;
    public Guid Draft { get; private set; }
    public Guid Waiting { get; private set; }
    public Guid Active { get; private set; }
    public Guid Completed { get; private set; }
    /// <summary>A shared talk without a plan.</summary>
    public Guid Shared { get; private set; }

    public static async Task<PlanWorld> In(House house)
    {
        PlanWorld world = new(house, await Team.In(house)) { NextHigher = await house.Someone(Role.Manager) };
        var team = world.Team;
        await house.Look(async db =>
        {
            db.Add(new Employment(team.Manager.Id, await db.Set<Unit>().OrderBy(u => u.Code).Select(u => u.Id).FirstAsync(), world.NextHigher.Id, null, new(2024, 1, 1)));
            return await db.SaveChangesAsync();
        });
        world.Draft = await team.Planned(await world.Cycle("2023", false));
        await world.Act(world.Draft);
        world.Waiting = await team.Planned(await world.Cycle("2024", true));
        await world.Act(world.Waiting);
        await house.Asked(new ActivatePlan(world.Waiting), team.Employee);
        world.Active = await team.Planned(await world.Cycle("2025", false));
        await world.Act(world.Active);
        await house.Asked(new ActivatePlan(world.Active), team.Employee);
        world.Completed = await team.Planned(await world.Cycle("2026", false));
        var done = await world.Act(world.Completed);
        await house.Asked(new ActivatePlan(world.Completed), team.Employee);
        await house.Asked(new MarkAction(world.Completed, done, ActionStatus.Done), team.Employee);
        await house.Asked(new EndPlan(world.Completed), team.Employee);
        world.Shared = await team.Shared(await world.Cycle("2027", false));
        return world;
    }

    public async Task<PlanView> View(Guid plan) => await house.Asked(new GetPlan(plan), team.Employee);

    public async Task<ActionView> ActionOf(Guid plan) => (await View(plan)).Actions.First();

    private async Task<Guid> Act(Guid plan) => await house.Asked(new AddOwnAction(plan, (await View(plan)).Goals[0].Id, "Een dag meelopen", TipKind.WithOthers, Due), team.Employee);

    private Task<Guid> Cycle(string name, bool approves) => house.Asked(new OpenCycle(name, new(2026, 11, 1), new(2026, 12, 31), approves), team.Hr);
}
