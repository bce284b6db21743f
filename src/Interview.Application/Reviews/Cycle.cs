using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

public enum CycleStatus { Prepared, Open, Closed }

/// <summary>
/// A year's talks: a name, the days within which they are held, and how plans that come out of them start. It may have stages, each with a window and a form
/// of its own; from the day of a stage on every employee of its units has a talk. A cycle without stages is one window in which talks are started by hand.
/// </summary>
public sealed class Cycle : Root
{
    public const int LongestName = 100, MostStages = 12, MostUnits = 200;

    private readonly List<CycleStage> stages = [];

    private Cycle() { }

    public Cycle(string name, DateOnly from, DateOnly to, bool managerApprovesPlans)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(name) || name.Length > LongestName, "name", "reviews.cycle-name");
        Refuse.FieldIf(to < from, "to", "reviews.cycle-ends-before-start");
        (Name, From, To, ManagerApprovesPlans) = (name.Trim(), from, to, managerApprovesPlans);
    }

    public string Name { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public CycleStatus Status { get; private set; }
    /// <summary>A plan from a talk of this cycle needs the manager's yes before it is active.</summary>
    public bool ManagerApprovesPlans { get; private set; }
    /// <summary>The departments whose employees get talks of their own accord, with everything below them; none: only who is chosen by hand.</summary>
    public IReadOnlyList<Guid> Units { get; private set; } = [];
    public IReadOnlyList<CycleStage> Stages => stages;

    public void Open()
    {
        Refuse.If(Status != CycleStatus.Prepared, "reviews.cycle-opened-before");
        Status = CycleStatus.Open;
        Touch();
    }

    public void Close()
    {
        Refuse.If(Status != CycleStatus.Open, "reviews.cycle-not-open");
        Status = CycleStatus.Closed;
        Touch();
    }

    public void MeantFor(IReadOnlyList<Guid> units)
    {
        StillChanges();
        Refuse.FieldIf(units.Count > MostUnits, "units", "reviews.cycle-units-many", MostUnits);
        Units = [.. units.Distinct()];
        Touch();
    }

    public CycleStage AddStage(StageOutline outline)
    {
        StillChanges();
        Refuse.If(stages.Count >= MostStages, "reviews.stages-many", MostStages);
        Fits(outline);
        var stage = new CycleStage(Id, outline);
        stages.Add(stage);
        Touch();
        return stage;
    }

    /// <summary>Until its talks are there a stage may become anything; after that only its window and name, since the talks have the form they began with.</summary>
    public void Redraw(Guid stage, StageOutline outline)
    {
        StillChanges();
        Fits(outline);
        StageOf(stage).Become(outline);
        Touch();
    }

    public void DropStage(Guid stage)
    {
        StillChanges();
        var it = StageOf(stage);
        Refuse.If(it.OpenedAt is not null, "reviews.stage-opened");
        stages.Remove(it);
        Touch();
    }

    /// <summary>By its day, or earlier by a person; the second time nothing happens.</summary>
    public void OpenStage(Guid stage, DateOnly today, DateTimeOffset now)
    {
        Refuse.If(Status != CycleStatus.Open, "reviews.cycle-not-open");
        if (StageOf(stage).Open(today, now)) Touch();
    }

    public CycleStage StageOf(Guid id) => stages.FirstOrDefault(s => s.Id == id) ?? throw Refusal.NotFound;

    private void Fits(StageOutline outline)
    {
        Refuse.FieldIf(outline.Opens < From || outline.Opens > To, "opens", "reviews.stage-outside-cycle");
        Refuse.FieldIf(outline.Ends > To, "ends", "reviews.stage-outside-cycle");
    }

    private void StillChanges() => Refuse.If(Status == CycleStatus.Closed, "reviews.cycle-not-open");
}
