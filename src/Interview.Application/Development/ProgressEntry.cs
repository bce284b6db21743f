using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

/// <summary>Who did what in a plan: moved an action from one state to another, moved the plan itself, or told how it goes. Kept as it was, never changed.</summary>
public sealed class ProgressEntry : Part
{
    private ProgressEntry() { }

    internal ProgressEntry(Guid plan, Guid by, DateTimeOffset at, PlanAction action, ActionStatus became, string? note) : this(plan, by, at, null, note) =>
        (ActionId, Was, Became) = (action.Id, action.Status, became);

    internal ProgressEntry(Guid plan, Guid by, DateTimeOffset at, PlanStatus? planBecame, string? note) =>
        (PlanId, ById, At, PlanBecame, Note) = (plan, by, at, planBecame, string.IsNullOrWhiteSpace(note) ? null : note.Trim());

    public Guid PlanId { get; private set; }
    public Guid? ActionId { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }
    public ActionStatus? Was { get; private set; }
    public ActionStatus? Became { get; private set; }
    public PlanStatus? PlanBecame { get; private set; }
    public string? Note { get; private set; }
}
