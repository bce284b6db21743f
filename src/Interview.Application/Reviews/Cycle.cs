using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

public enum CycleStatus { Prepared, Open, Closed }

/// <summary>A year's talks: a name, the days within which they are held, and how plans that come out of them start.</summary>
public sealed class Cycle : Root
{
    private Cycle() { }

    public Cycle(string name, DateOnly from, DateOnly to, bool managerApprovesPlans)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(name) || name.Length > 100, "name", "reviews.cycle-name");
        Refuse.FieldIf(to < from, "to", "reviews.cycle-ends-before-start");
        (Name, From, To, ManagerApprovesPlans) = (name.Trim(), from, to, managerApprovesPlans);
    }

    public string Name { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public CycleStatus Status { get; private set; }
    /// <summary>A plan from a talk of this cycle needs the manager's yes before it is active.</summary>
    public bool ManagerApprovesPlans { get; private set; }

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
}
