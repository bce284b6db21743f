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
    /// <summary>Hours it takes, as the employee expects.</summary>
    public int? Effort { get; private set; }
    /// <summary>What is needed for it: time, money, somebody.</summary>
    public string? Help { get; private set; }

    public bool IsClosed => Status is ActionStatus.Done or ActionStatus.Dropped;

    public ActionTerms Terms => new(OwnerId, Effort, Help);

    internal void Say(string language, string was, string becomes)
    {
        Refuse.If(IsClosed, "development.action-closed");
        var says = Text.In(language).Text;
        if (says == becomes.Trim()) return;
        Refuse.If(says != was.Trim(), Refusal.ChangedText("text", says, becomes));
        // A translation of the old words would be wrong now.
        Text = LocalText.Of(language, becomes);
    }

    internal void Arrange(ActionTerms was, ActionTerms becomes)
    {
        Refuse.If(IsClosed, "development.action-closed");
        if (Terms == becomes) return;
        Refuse.If(Terms != was, Refusal.ChangedText("help", Help, becomes.Help));
        (OwnerId, Effort, Help) = (becomes.Owner, becomes.Effort, becomes.Help);
    }

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

/// <summary>Who does an action, what it takes and what it asks of others.</summary>
public sealed record ActionTerms
{
    public const int MostHours = 400, LongestHelp = 500;

    public ActionTerms(Guid owner, int? effort, string? help)
    {
        Refuse.FieldIf(effort is < 1 or > MostHours, "effort", "development.effort-wrong", MostHours);
        Refuse.FieldIf(help is { Length: > LongestHelp }, "help", "development.text-too-long", LongestHelp);
        (Owner, Effort, Help) = (owner, effort, string.IsNullOrWhiteSpace(help) ? null : help.Trim());
    }

    public Guid Owner { get; }
    public int? Effort { get; }
    public string? Help { get; }
}
