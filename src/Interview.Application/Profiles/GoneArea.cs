using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Profiles;

/// <summary>A result area that was taken away, as it was, and its place from 0.</summary>
public sealed record GoneArea(Guid Id, int Place, LocalText Title, LocalText Framework, LocalText Result, IReadOnlyList<Activity> Activities, Trace? Trace);

/// <summary>How a profile asked for a competency, and in which place from 0.</summary>
public sealed record Requirement(Guid Competency, LocalText Name, int? Level, int Weight, int Place);

public sealed partial class Profile
{
    /// <summary>What is needed to bring a result area back after it is gone.</summary>
    public GoneArea Keep(Guid area)
    {
        var order = resultAreas.OrderBy(a => a.Order).ToList();
        var gone = order.Find(a => a.Id == area) ?? throw Refusal.NotFound;
        return new(area, order.IndexOf(gone), gone.Title, gone.Framework, gone.Result, gone.Activities, gone.Trace);
    }

    public ResultArea Restore(GoneArea gone)
    {
        Refuse.If(resultAreas.Exists(a => a.Id == gone.Id), "competencies.restored-already");
        Refuse.If(resultAreas.Count >= MostAreas, "profiles.too-many-areas", MostAreas);
        var area = new ResultArea(Id, resultAreas.Count, gone.Title, gone.Framework, gone.Result, gone.Activities, gone.Trace, gone.Id);
        resultAreas.Add(area);
        MoveResultArea(gone.Id, gone.Place);
        return area;
    }

    /// <summary>How it asks for a competency now; null when it does not.</summary>
    public Requirement? Asks(Guid competency, LocalText name)
    {
        var order = requires.OrderBy(r => r.Order).ToList();
        return order.Find(r => r.CompetencyId == competency) is { } asked ? new(competency, name, asked.Level, asked.Weight, order.IndexOf(asked)) : null;
    }

    /// <summary>Asks again as it did, in the same place; answers what came back, null when only level and weight did.</summary>
    public RequiredCompetency? Restore(Requirement requirement)
    {
        var there = requires.Exists(r => r.CompetencyId == requirement.Competency);
        Require(requirement.Competency, requirement.Level, requirement.Weight);
        if (there) return null;
        var back = requires[^1];
        var order = requires.Where(r => r != back).OrderBy(r => r.Order).Select(r => r.CompetencyId).ToList();
        order.Insert(Math.Min(requirement.Place, order.Count), requirement.Competency);
        Order(order);
        return back;
    }
}
