using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>
/// Draft: both sides are being filled in. With…: the other side is ready and this one is waited for. Shared: both can read both. Discussed: the talk was held.
/// Signed or CorrectionAsked: what the employee said to it. Closed: confirmed by the next-higher manager.
/// </summary>
public enum ReviewStatus { Draft, WithEmployee, WithManager, Shared, Discussed, Signed, CorrectionAsked, Closed }

public enum SideOf { Self, Manager }

/// <summary>
/// One talk of employee and manager about the profile's competencies. Each has an own side, hidden from the other until both are ready; what it measures
/// with and what it asks are copies made at the start.
/// </summary>
public sealed class Review : Root
{
    private readonly List<ReviewSide> sides = [];
    private readonly List<Agreement> agreements = [];
    private readonly List<ReviewAct> acts = [];
    private readonly List<ReviewEdition> editions = [];
    private Yardstick? read;
    private ReviewForm? form;

    private Review() { }

    /// <param name="higher">The manager's own manager, if that person reads or confirms.</param>
    public Review(Guid employee, Guid manager, Guid? cycle, Yardstick yardstick, DateTimeOffset now, CycleStage? stage = null, ReviewForm? asks = null, Guid? higher = null)
    {
        Refuse.If(employee == manager, "reviews.own-manager");
        form = asks ?? ReviewForm.Plain;
        (EmployeeId, ManagerId, CycleId, ProfileId, Rated, Asks, StartedAt) = (employee, manager, cycle, yardstick.ProfileId, yardstick.Write(), form.Write(), now);
        (StageId, HrReads) = (stage?.Id, stage?.Form.HrReads == true);
        // Nobody confirms or overlooks the own talk.
        HigherId = (form.ConfirmedAbove || form.HigherReads) && higher != employee && higher != manager ? higher : null;
        sides.Add(form.SelfFills ? new ReviewSide(Id, SideOf.Self, yardstick, form) : new ReviewSide(Id, SideOf.Self, now));
        sides.Add(new ReviewSide(Id, SideOf.Manager, yardstick, form));
        if (!form.SelfFills) Status = ReviewStatus.WithManager;
    }

    public Guid EmployeeId { get; private set; }
    public Guid ManagerId { get; private set; }
    /// <summary>Reads what is shared, and confirms where the form says so.</summary>
    public Guid? HigherId { get; private set; }
    public bool HrReads { get; private set; }
    public Guid? CycleId { get; private set; }
    public Guid? StageId { get; private set; }
    public Guid ProfileId { get; private set; }
    /// <summary>JSON of <see cref="Yardstick"/>.</summary>
    public string Rated { get; private set; } = "";
    /// <summary>JSON of <see cref="ReviewForm"/>.</summary>
    public string Asks { get; private set; } = "";
    public ReviewStatus Status { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? SharedAt { get; private set; }
    /// <summary>Goes up when it is opened again.</summary>
    public int Number { get; private set; } = 1;
    public IReadOnlyList<ReviewSide> Sides => sides;
    public IReadOnlyList<Agreement> Agreements => agreements;
    public IReadOnlyList<ReviewAct> Acts => acts;
    public IReadOnlyList<ReviewEdition> Editions => editions;

    public Yardstick Yardstick => read ??= Yardstick.Read(Rated);

    public ReviewForm Form => form ??= ReviewForm.Read(Asks);

    public bool IsShared => SharedAt is not null;

    public bool NeedsConfirmation => Form.ConfirmedAbove && HigherId is not null;

    /// <summary>Tells news of a version from the same news of an earlier one.</summary>
    public string Again(string what) => Number == 1 ? what : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what}#{Number}");

    public SideOf SideFor(Guid person) => person == EmployeeId ? SideOf.Self : person == ManagerId ? SideOf.Manager : throw Refusal.NotFound;

    /// <summary>Writes what somebody says on the own side; the stamps say what that person saw.</summary>
    public void Say(Guid person, IReadOnlyList<SideChange> changes, OverallChange? overall, IReadOnlyList<RemarkChange>? remarks = null)
    {
        var side = OpenSide(person);
        foreach (var change in changes)
        {
            var competency = Yardstick.Competencies.FirstOrDefault(c => c.Id == change.Competency) ?? throw Refusal.NotFound;
            Refuse.FieldIf(change.Level is { } level && !competency.Has(level), $"level-{change.Competency:N}", "reviews.level-unknown", competency.Highest);
            side.Say(change);
        }
        foreach (var remark in remarks ?? []) side.Say(remark);
        if (overall is not null) side.Say(overall);
        Touch();
    }

    /// <summary>Adds a file or a link to a competency on the own side, while that is open.</summary>
    public Evidence Attach(Guid person, Guid competency, string name, string? link, Guid? file, DateTimeOffset now)
    {
        var side = OpenSide(person);
        Refuse.If(Yardstick.Competencies.All(c => c.Id != competency), Refusal.NotFound);
        Touch();
        return side.Attach(competency, name, link, file, now);
    }

    public Evidence Detach(Guid person, Guid evidence)
    {
        var side = OpenSide(person);
        Touch();
        return side.Detach(evidence);
    }

    /// <summary>Closes the own side; the second one shares both.</summary>
    public void Ready(Guid person, DateTimeOffset now)
    {
        var side = OpenSide(person);
        var blank = side.Answers.Where(a => a.Level is null).Select(a => a.CompetencyId).ToHashSet();
        if (blank.Count > 0)
            throw new Refusal([.. Yardstick.Competencies.Where(c => blank.Contains(c.Id)).Select(c => new Reason("reviews.unrated", $"level-{c.Id:N}", c.Name.ToString()))]);
        side.Close(now);
        if (sides.All(s => s.ReadyAt is not null)) (Status, SharedAt) = (ReviewStatus.Shared, now);
        else Status = side.Of == SideOf.Self ? ReviewStatus.WithManager : ReviewStatus.WithEmployee;
        Touch();
    }

    /// <summary>The talk was held, says the manager.</summary>
    public void Discuss(Guid manager, DateOnly day, DateOnly today, DateTimeOffset now)
    {
        Refuse.If(manager != ManagerId, Refusal.NotFound);
        Refuse.If(Status != ReviewStatus.Shared, IsShared ? "reviews.discussed-before" : "reviews.not-shared");
        Refuse.FieldIf(day > today, "day", "reviews.talk-later");
        Refuse.FieldIf(day < today.AddYears(-1), "day", "reviews.talk-long-ago");
        Act(ActKind.Discussed, ReviewStatus.Discussed, manager, now, null, day);
    }

    /// <summary>Writes or rewrites an agreement, by either of the two, until it is signed.</summary>
    public Agreement Agree(Guid person, Guid? agreement, Guid? competency, string text, DateOnly? due, int seen)
    {
        StillAgreeing(person);
        var field = agreement is { } id ? $"agreement-{id:N}" : competency is { } about ? $"agree-{about:N}" : "agree-result";
        Refuse.FieldIf(due is { } day && (day.Year < 2000 || day.Year > StartedAt.Year + 5), field, "reviews.agreement-day");
        var it = agreement is { } old ? agreements.Find(a => a.Id == old) ?? throw Refusal.NotFound : Fresh(competency);
        it.Say(text, due, seen, field);
        Touch();
        return it;
    }

    public void TakeBack(Guid person, Guid agreement)
    {
        StillAgreeing(person);
        agreements.Remove(agreements.Find(a => a.Id == agreement) ?? throw Refusal.NotFound);
        Touch();
    }

    /// <summary>The employee has seen it, and may add an own view. That is no agreement.</summary>
    public void Sign(Guid employee, string? view, DateTimeOffset now) => React(ActKind.Seen, ReviewStatus.Signed, employee, view, now);

    /// <summary>The employee asks that something be corrected, and says what.</summary>
    public void AskCorrection(Guid employee, string? view, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(view), "view", "reviews.say-what");
        React(ActKind.CorrectionAsked, ReviewStatus.CorrectionAsked, employee, view, now);
    }

    /// <summary>The manager leaves it as it is and says why; the employee signs or asks again.</summary>
    public void AnswerCorrection(Guid manager, string answer, DateTimeOffset now)
    {
        Refuse.If(manager != ManagerId, Refusal.NotFound);
        Refuse.If(Status != ReviewStatus.CorrectionAsked, "reviews.no-correction-asked");
        Refuse.FieldIf(string.IsNullOrWhiteSpace(answer), "answer", "reviews.say-why");
        Short(answer, "answer");
        Act(ActKind.CorrectionAnswered, ReviewStatus.Discussed, manager, now, answer);
    }

    public void Confirm(Guid higher, DateTimeOffset now)
    {
        Refuse.If(higher != HigherId || !NeedsConfirmation, Refusal.NotFound);
        Refuse.If(Status != ReviewStatus.Signed, "reviews.not-signed");
        Act(ActKind.Confirmed, ReviewStatus.Closed, higher, now, null);
    }

    /// <summary>Opens both sides again. What was said stays as a version of its own; until both are ready anew, what is changed is hidden like the first time.</summary>
    public void Reopen(Guid manager, string reason, DateTimeOffset now)
    {
        Refuse.If(manager != ManagerId, Refusal.NotFound);
        Refuse.If(Status is not (ReviewStatus.Shared or ReviewStatus.Discussed or ReviewStatus.CorrectionAsked or ReviewStatus.Signed), IsShared ? "reviews.closed" : "reviews.not-shared");
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "reviews.say-why");
        Short(reason, "reason");
        var (self, lead) = (sides.Single(s => s.Of == SideOf.Self), sides.Single(s => s.Of == SideOf.Manager));
        editions.Add(new ReviewEdition(Id, Number, SharedAt!.Value, now, new(Said(self), Said(lead), self.Overall, lead.Overall)));
        Act(ActKind.Reopened, Form.SelfFills ? ReviewStatus.Draft : ReviewStatus.WithManager, manager, now, reason);
        if (Form.SelfFills) self.Open();
        lead.Open();
        (SharedAt, Number) = (null, Number + 1);
    }

    /// <summary>Only when shared; before, there is nothing to compare.</summary>
    public IReadOnlyList<Gap> Gaps()
    {
        Refuse.If(!IsShared, "reviews.not-shared");
        int? Level(SideOf of, Guid competency) => sides.Single(s => s.Of == of).Answers.FirstOrDefault(a => a.CompetencyId == competency)?.Level;
        return [.. Yardstick.Competencies.Select(c => Gap.Of(c, Level(SideOf.Self, c.Id), Level(SideOf.Manager, c.Id)))];
    }

    private static List<SaidThen> Said(ReviewSide side) =>
        [.. side.Answers.OrderBy(a => a.Order).Select(a => new SaidThen(a.CompetencyId, a.Level, a.Text)), .. side.Remarks.OrderBy(r => r.Order).Select(r => new SaidThen(r.ItemId, null, r.Text))];

    private void React(ActKind kind, ReviewStatus status, Guid employee, string? view, DateTimeOffset now)
    {
        Refuse.If(employee != EmployeeId, Refusal.NotFound);
        Refuse.If(Status != ReviewStatus.Discussed, Status == ReviewStatus.Shared ? "reviews.talk-first" : IsShared ? "reviews.signed-before" : "reviews.not-shared");
        Short(view, "view");
        Act(kind, status, employee, now, view);
    }

    private void Act(ActKind kind, ReviewStatus status, Guid by, DateTimeOffset now, string? text, DateOnly? day = null)
    {
        acts.Add(new ReviewAct(Id, Number, kind, by, now, text, day));
        Status = status;
        Touch();
    }

    private void StillAgreeing(Guid person)
    {
        _ = SideFor(person);
        Refuse.If(Status is not (ReviewStatus.Shared or ReviewStatus.Discussed or ReviewStatus.CorrectionAsked), IsShared ? "reviews.signed-before" : "reviews.not-shared");
    }

    private Agreement Fresh(Guid? competency)
    {
        Refuse.If(competency is { } about && Yardstick.Competencies.All(c => c.Id != about), Refusal.NotFound);
        Refuse.If(agreements.Count >= Agreement.Most, "reviews.agreements-many", Agreement.Most);
        var it = new Agreement(Id, competency, agreements.Count == 0 ? 0 : agreements.Max(a => a.Order) + 1);
        agreements.Add(it);
        return it;
    }

    private static void Short(string? text, string field) => Refuse.FieldIf(text is { Length: > ReviewSide.LongestText }, field, "reviews.text-too-long", ReviewSide.LongestText);

    private ReviewSide OpenSide(Guid person)
    {
        var side = sides.Single(s => s.Of == SideFor(person));
        Refuse.If(side.ReadyAt is not null, "reviews.side-ready");
        return side;
    }
}
