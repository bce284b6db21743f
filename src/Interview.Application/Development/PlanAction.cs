using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

/// <summary>Something to do before a day, from a tip (a copy of its text) or thought up by oneself.</summary>
public sealed class PlanAction : Part
{
    private PlanAction() { }

    internal PlanAction(Guid plan, Guid goal, int order, Guid? tip, LocalText text, TipKind kind, DateOnly due, Guid owner) =>
        (PlanId, GoalId, Order, TipId, Text, Kind, Due, OwnerId) = (plan, goal, order, tip, text, kind, due, owner);

    public Guid PlanId { get; private set; }
    public Guid GoalId { get; private set; }
    public int Order { get; private set; }
    public Guid? TipId { get; private set; }
    public LocalText Text { get; private set; } = LocalText.Empty;
    public TipKind Kind { get; private set; }
    public DateOnly Due { get; private set; }
    public Guid OwnerId { get; private set; }
    public ActionStatus Status { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? Note { get; private set; }

    public bool IsClosed => Status is ActionStatus.Done or ActionStatus.Dropped;

    internal void Move(DateOnly was, DateOnly due)
    {
        Refuse.If(IsClosed, "development.action-closed");
        Refuse.If(Due != was && Due != due, Refusal.ChangedText("due", $"{Due:O}", $"{due:O}"));
        Due = due;
    }

    internal void Mark(ActionStatus status, string? note, DateTimeOffset now)
    {
        Status = status;
        ClosedAt = IsClosed ? ClosedAt ?? now : null;
        if (!string.IsNullOrWhiteSpace(note)) Note = note.Trim();
    }
}
