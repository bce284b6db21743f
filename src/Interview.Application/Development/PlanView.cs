using System.Text.Json.Serialization;
using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

/// <summary><see cref="Mine"/>: the reader added it, and can take it away.</summary>
public sealed record EvidenceView(Guid Id, EvidenceKind Kind, string Text, DateTimeOffset At, bool Mine);

public sealed record ActionView(Guid Id, Guid Goal, LocalText Text, TipKind Kind, DateOnly Due, bool ByManager, ActionStatus Status, DateTimeOffset? ClosedAt, string? Note,
    int? Effort, string? Help, IReadOnlyList<EvidenceView> Evidence, bool Overdue)
{
    public bool IsClosed => Status is ActionStatus.Done or ActionStatus.Dropped;

    public ActionWords In(string language) => new(Text.In(language).Text, Due, ByManager, Effort, Help);
}

public sealed record GoalView(Guid Id, Guid Competency, LocalText Name, string? Wish, int? From, int To, int Highest, IReadOnlyList<ActionView> Actions, LevelAgain? Again)
{
    public int Counted => Actions.Count(a => a.Status != ActionStatus.Dropped);
    public int Done => Actions.Count(a => a.Status == ActionStatus.Done);
    /// <summary>Steps gained, as the manager found before and after; null as long as one of the two is missing.</summary>
    public int? Change => Again?.Achieved - From;
}

public sealed record ReflectionView(Guid Id, string? Text, DateTimeOffset At);

/// <summary>One line of the progress: an action that moved, the plan that moved, or something told.</summary>
public sealed record StepView(DateTimeOffset At, string By, bool Mine, LocalText? Action, ActionStatus? Was, ActionStatus? Became, PlanStatus? Plan, string? Note);

/// <summary>A competency in the talk after the plan; achieved is the manager's level, as in the first talk.</summary>
public sealed record LevelAgain(Guid Competency, int? Self, int? Achieved);

/// <summary>The talk that measures again; without levels until it is shared.</summary>
public sealed record MeasuredAgain(Guid Review, DateTimeOffset? SharedAt, IReadOnlyList<LevelAgain> Levels);

/// <summary>A plan for its employee or the employee's manager. <see cref="Reflections"/> is null for the manager: they are not read at all.</summary>
public sealed record PlanView(Guid Id, int Version, bool Mine, string Employee, string? Manager, PlanStatus Status, bool NeedsApproval, DateTimeOffset MadeAt, DateTimeOffset? ActiveSince,
    string? ApprovedBy, DateTimeOffset? ApprovedAt, string? GivenBackWith, DateTimeOffset? EndedAt, Guid? Review, DateOnly Today, IReadOnlyList<GoalView> Goals, IReadOnlyList<StepView> Steps,
    MeasuredAgain? Measured, IReadOnlyList<ReflectionView>? Reflections, DateTimeOffset? NextReminder)
{
    [JsonIgnore] public IEnumerable<ActionView> Actions => Goals.SelectMany(g => g.Actions);
    public int Counted => Goals.Sum(g => g.Counted);
    public int Done => Goals.Sum(g => g.Done);
    [JsonIgnore] public ActionView? Next => Coming.FirstOrDefault();
    [JsonIgnore] public IEnumerable<ActionView> Coming => Actions.Where(a => !a.IsClosed).OrderBy(a => a.Due);
    [JsonIgnore] public IEnumerable<ActionView> Achieved => Actions.Where(a => a.Status == ActionStatus.Done).OrderByDescending(a => a.ClosedAt);
}
