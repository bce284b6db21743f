using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

public enum PlanStatus { Draft, ForApproval, Active, Completed, Stopped }

/// <summary>Overdue is no state: an open or busy action whose date has passed is overdue.</summary>
public enum ActionStatus { Open, Busy, Done, Dropped }

/// <summary>
/// Somebody's development plan: a goal per competency, actions with a date and an owner. The employee leads; the manager sees goals, actions and dates and
/// approves where the cycle asks for it. Private reflections are not here at all, see <see cref="Reflection"/>.
/// </summary>
public sealed class Plan : Root
{
    public const int LongestText = 1000;

    private readonly List<Goal> goals = [];
    private readonly List<PlanAction> actions = [];
    private readonly List<ProgressEntry> progress = [];

    private Plan() { }

    public Plan(Guid employee, Guid? manager, Guid? review, bool needsApproval, DateTimeOffset now) =>
        (EmployeeId, ManagerId, ReviewId, NeedsApproval, MadeAt) = (employee, manager, review, needsApproval, now);

    public Guid EmployeeId { get; private set; }
    public Guid? ManagerId { get; private set; }
    public Guid? ReviewId { get; private set; }
    public PlanStatus Status { get; private set; }
    public bool NeedsApproval { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? ActiveSince { get; private set; }
    public Guid? ApprovedById { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    /// <summary>What the manager wrote when giving the plan back.</summary>
    public string? GivenBackWith { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<Goal> Goals => goals;
    public IReadOnlyList<PlanAction> Actions => actions;
    public IReadOnlyList<ProgressEntry> Progress => progress;

    public Goal AddGoal(Guid competency, LocalText name, int? from, int to, int highest)
    {
        StillRuns();
        Refuse.If(goals.Any(g => g.CompetencyId == competency), "development.goal-there");
        var goal = new Goal(Id, goals.Count, competency, name, from, to, highest);
        goals.Add(goal);
        Touch();
        return goal;
    }

    /// <summary>What the employee wants to reach, in own words.</summary>
    public void Reword(Guid goal, string? was, string? becomes)
    {
        StillRuns();
        Refuse.FieldIf(becomes is { Length: > 200 }, $"goal-{goal:N}", "development.text-too-long", 200);
        GoalOf(goal).Say(was, becomes);
        Touch();
    }

    /// <summary>A goal goes over to the competency of a newer edition, by its name there; what was agreed stays.</summary>
    public void Follow(Guid competency, Guid newer, LocalText name)
    {
        StillRuns();
        if (goals.Exists(g => g.CompetencyId == newer)) return;
        goals.Find(g => g.CompetencyId == competency)?.Follow(newer, name);
        Touch();
    }

    public PlanAction Add(Guid goal, Guid? tip, LocalText text, TipKind kind, DateOnly due, Guid owner, DateOnly today)
    {
        StillRuns();
        Refuse.FieldIf(text.IsEmpty, "text", "development.text-missing");
        Refuse.FieldIf(text.All.Values.Any(t => t.Length > LongestText), "text", "development.text-too-long", LongestText);
        Refuse.FieldIf(due < today, "due", "development.due-passed");
        Refuse.FieldIf(due > today.AddYears(3), "due", "development.due-too-far");
        Refuse.FieldIf(owner != EmployeeId && owner != ManagerId, "owner", "development.owner-unknown");
        Refuse.If(tip is not null && actions.Any(a => a.TipId == tip && a.Status != ActionStatus.Dropped), "development.tip-picked-before");
        var action = new PlanAction(Id, GoalOf(goal).Id, actions.Count, tip, text, kind, due, owner);
        actions.Add(action);
        Touch();
        return action;
    }

    /// <summary>Moves an action to another day, if its date is still the one its editor saw.</summary>
    public void Move(Guid action, DateOnly was, DateOnly due, DateOnly today)
    {
        StillRuns();
        Refuse.FieldIf(due < today, "due", "development.due-passed");
        Refuse.FieldIf(due > today.AddYears(3), "due", "development.due-too-far");
        ActionOf(action).Move(was, due);
        Touch();
    }

    public void Mark(Guid action, ActionStatus status, string? note, Guid by, DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.Active && status != ActionStatus.Dropped, "development.plan-not-active");
        StillRuns();
        Refuse.FieldIf(note is { Length: > LongestText }, "note", "development.text-too-long", LongestText);
        var it = ActionOf(action);
        if (it.Status == status && string.IsNullOrWhiteSpace(note)) return;
        progress.Add(new ProgressEntry(Id, action, by, now, it.Status, status, note));
        it.Mark(status, note, now);
        Touch();
    }

    /// <summary>The employee starts it; where the manager's yes is needed this asks for it.</summary>
    public void Start(DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.Draft, "development.plan-not-draft");
        Refuse.If(actions.All(a => a.Status == ActionStatus.Dropped), "development.plan-without-actions");
        if (NeedsApproval && ManagerId is not null) Status = PlanStatus.ForApproval;
        else (Status, ActiveSince) = (PlanStatus.Active, now);
        GivenBackWith = null;
        Touch();
    }

    public void Approve(Guid by, DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.ForApproval, "development.plan-not-for-approval");
        (Status, ActiveSince, ApprovedById, ApprovedAt) = (PlanStatus.Active, now, by, now);
        Touch();
    }

    public void GiveBack(string with)
    {
        Refuse.If(Status != PlanStatus.ForApproval, "development.plan-not-for-approval");
        Refuse.FieldIf(string.IsNullOrWhiteSpace(with), "note", "development.say-why");
        Refuse.FieldIf(with.Length > LongestText, "note", "development.text-too-long", LongestText);
        (Status, GivenBackWith) = (PlanStatus.Draft, with.Trim());
        Touch();
    }

    /// <summary>Ends the plan: completed when nothing is open any more, else stopped.</summary>
    public void End(DateTimeOffset now)
    {
        StillRuns();
        (Status, EndedAt) = (actions.Count > 0 && actions.All(a => a.IsClosed) && Status == PlanStatus.Active ? PlanStatus.Completed : PlanStatus.Stopped, now);
        Touch();
    }

    public Goal GoalOf(Guid id) => goals.FirstOrDefault(g => g.Id == id) ?? throw Refusal.NotFound;

    public PlanAction ActionOf(Guid id) => actions.FirstOrDefault(a => a.Id == id) ?? throw Refusal.NotFound;

    private void StillRuns() => Refuse.If(Status is PlanStatus.Completed or PlanStatus.Stopped, "development.plan-ended");
}
