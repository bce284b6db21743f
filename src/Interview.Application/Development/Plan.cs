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
    private readonly List<ActionEvidence> evidence = [];

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
    /// <summary>The talk that measures the goals again after the plan was completed.</summary>
    public Guid? MeasuredById { get; private set; }

    public IReadOnlyList<Goal> Goals => goals;
    public IReadOnlyList<PlanAction> Actions => actions;
    public IReadOnlyList<ProgressEntry> Progress => progress;
    public IReadOnlyList<ActionEvidence> Evidence => evidence;

    public Goal AddGoal(Guid competency, LocalText name, int? from, int to, int highest)
    {
        Editable();
        Refuse.If(goals.Any(g => g.CompetencyId == competency), "development.goal-there");
        var goal = new Goal(Id, goals.Count, competency, name, from, to, highest);
        goals.Add(goal);
        Touch();
        return goal;
    }

    /// <summary>Not now: a goal leaves the plan again as long as nothing was agreed about it.</summary>
    public void DropGoal(Guid goal)
    {
        Refuse.If(Status != PlanStatus.Draft, "development.plan-not-draft");
        var it = GoalOf(goal);
        Refuse.If(actions.Any(a => a.GoalId == goal), "development.goal-has-actions");
        Refuse.If(goals.Count == 1, "development.goal-is-last");
        goals.Remove(it);
        Touch();
    }

    /// <summary>What the employee wants to reach, in own words.</summary>
    public void Reword(Guid goal, string? was, string? becomes)
    {
        Editable();
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
        Editable();
        Says(text);
        Refuse.FieldIf(due < today, "due", "development.due-passed");
        Refuse.FieldIf(due > today.AddYears(3), "due", "development.due-too-far");
        Knows(owner);
        Refuse.If(tip is not null && actions.Any(a => a.TipId == tip && a.Status != ActionStatus.Dropped), "development.tip-picked-before");
        var action = new PlanAction(Id, GoalOf(goal).Id, actions.Count, tip, text, kind, due, owner);
        actions.Add(action);
        Touch();
        return action;
    }

    /// <summary>Says an action in other words, a tip's too: from then on it is the employee's own text.</summary>
    public void Say(Guid action, string language, string was, string becomes)
    {
        Editable();
        Says(LocalText.Of(language, becomes));
        ActionOf(action).Say(language, was, becomes);
        Touch();
    }

    /// <summary>Who does it, how many hours it takes and what help it asks for.</summary>
    public void Arrange(Guid action, ActionTerms was, ActionTerms becomes)
    {
        Editable();
        Knows(becomes.Owner);
        ActionOf(action).Arrange(was, becomes);
        Touch();
    }

    /// <summary>Moves an action to another day, if its date is still the one its editor saw.</summary>
    public void Move(Guid action, DateOnly was, DateOnly due, DateOnly today)
    {
        Editable();
        Refuse.FieldIf(due < today, "due", "development.due-passed");
        Refuse.FieldIf(due > today.AddYears(3), "due", "development.due-too-far");
        ActionOf(action).Move(was, due);
        Touch();
    }

    public void Mark(Guid action, ActionStatus status, string? note, Guid by, DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.Active && status != ActionStatus.Dropped, "development.plan-not-active");
        Editable();
        Refuse.FieldIf(note is { Length: > LongestText }, "note", "development.text-too-long", LongestText);
        var it = ActionOf(action);
        if (it.Status == status && string.IsNullOrWhiteSpace(note)) return;
        progress.Add(new ProgressEntry(Id, by, now, it, status, note));
        it.Mark(status, note, now);
        Touch();
    }

    /// <summary>Shows that something was done; also after the plan has ended, because a certificate comes late.</summary>
    public ActionEvidence Prove(Guid action, EvidenceKind kind, string text, Guid? file, Guid by, DateTimeOffset now)
    {
        Refuse.If(Status is PlanStatus.Draft or PlanStatus.ForApproval, "development.plan-not-active");
        ActionOf(action);
        Refuse.If(evidence.Count(e => e.ActionId == action) >= ActionEvidence.MostOfOneAction, "development.evidence-enough", ActionEvidence.MostOfOneAction);
        ActionEvidence shown = new(Id, action, kind, text, file, by, now);
        evidence.Add(shown);
        Touch();
        return shown;
    }

    /// <summary>Takes it away again; whoever added it.</summary>
    public ActionEvidence Unprove(Guid shown, Guid by)
    {
        var it = evidence.FirstOrDefault(e => e.Id == shown && e.ById == by) ?? throw Refusal.NotFound;
        evidence.Remove(it);
        Touch();
        return it;
    }

    /// <summary>Something about how it goes, for both to read.</summary>
    public void Tell(string text, Guid by, DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.Active, "development.plan-not-active");
        Refuse.FieldIf(string.IsNullOrWhiteSpace(text), "progress", "development.text-missing");
        Refuse.FieldIf(text.Length > LongestText, "progress", "development.text-too-long", LongestText);
        progress.Add(new ProgressEntry(Id, by, now, null, text));
        Touch();
    }

    /// <summary>The employee starts it; where the manager's yes is needed this asks for it.</summary>
    public void Start(DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.Draft, "development.plan-not-draft");
        Refuse.If(actions.All(a => a.Status == ActionStatus.Dropped), "development.plan-without-actions");
        if (NeedsApproval && ManagerId is not null) Become(PlanStatus.ForApproval, EmployeeId, now);
        else
        {
            ActiveSince = now;
            Become(PlanStatus.Active, EmployeeId, now);
        }
        GivenBackWith = null;
    }

    public void Approve(Guid by, DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.ForApproval, "development.plan-not-for-approval");
        (ActiveSince, ApprovedById, ApprovedAt) = (now, by, now);
        Become(PlanStatus.Active, by, now);
    }

    /// <summary>The employee takes it back to change something: what the manager says yes to is what the manager reads.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.ForApproval, "development.plan-not-for-approval");
        Become(PlanStatus.Draft, EmployeeId, now);
    }

    public void GiveBack(string with, Guid by, DateTimeOffset now)
    {
        Refuse.If(Status != PlanStatus.ForApproval, "development.plan-not-for-approval");
        Refuse.FieldIf(string.IsNullOrWhiteSpace(with), "note", "development.say-why");
        Refuse.FieldIf(with.Length > LongestText, "note", "development.text-too-long", LongestText);
        GivenBackWith = with.Trim();
        Become(PlanStatus.Draft, by, now, with);
    }

    /// <summary>Ends the plan: completed when nothing is open any more, else stopped.</summary>
    public void End(DateTimeOffset now)
    {
        StillRuns();
        EndedAt = now;
        Become(actions.Count > 0 && actions.All(a => a.IsClosed) && Status == PlanStatus.Active ? PlanStatus.Completed : PlanStatus.Stopped, EmployeeId, now);
    }

    /// <summary>The goals of a completed plan are rated again in this talk, once.</summary>
    public void MeasureBy(Guid review)
    {
        Refuse.If(Status != PlanStatus.Completed, "development.plan-not-completed");
        Refuse.If(MeasuredById is not null, "development.measured-before");
        MeasuredById = review;
        Touch();
    }

    public Goal GoalOf(Guid id) => goals.FirstOrDefault(g => g.Id == id) ?? throw Refusal.NotFound;

    public PlanAction ActionOf(Guid id) => actions.FirstOrDefault(a => a.Id == id) ?? throw Refusal.NotFound;

    private void Become(PlanStatus status, Guid by, DateTimeOffset now, string? note = null)
    {
        Status = status;
        progress.Add(new ProgressEntry(Id, by, now, status, note));
        Touch();
    }

    private static void Says(LocalText text)
    {
        Refuse.FieldIf(text.IsEmpty, "text", "development.text-missing");
        Refuse.FieldIf(text.All.Values.Any(t => t.Length > LongestText), "text", "development.text-too-long", LongestText);
    }

    private void Knows(Guid owner) => Refuse.FieldIf(owner != EmployeeId && owner != ManagerId, "owner", "development.owner-unknown");

    private void Editable()
    {
        StillRuns();
        Refuse.If(Status == PlanStatus.ForApproval, "development.plan-waits");
    }

    private void StillRuns() => Refuse.If(Status is PlanStatus.Completed or PlanStatus.Stopped, "development.plan-ended");
}
