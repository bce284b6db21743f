using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

/// <summary>Who moved which action from where to where, and what was said about it.</summary>
public sealed class ProgressEntry : Part
{
    private ProgressEntry() { }

    internal ProgressEntry(Guid plan, Guid action, Guid by, DateTimeOffset at, ActionStatus was, ActionStatus became, string? note) =>
        (PlanId, ActionId, ById, At, Was, Became, Note) = (plan, action, by, at, was, became, string.IsNullOrWhiteSpace(note) ? null : note.Trim());

    public Guid PlanId { get; private set; }
    public Guid ActionId { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }
    public ActionStatus Was { get; private set; }
    public ActionStatus Became { get; private set; }
    public string? Note { get; private set; }
}
