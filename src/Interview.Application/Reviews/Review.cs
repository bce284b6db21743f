using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>Draft: both sides are being filled in. With…: the other side is ready and this one is waited for. Shared: both can read both.</summary>
public enum ReviewStatus { Draft, WithEmployee, WithManager, Shared, Discussed, Signed, CorrectionAsked, Closed }

public enum SideOf { Self, Manager }

/// <summary>
/// One talk of employee and manager about the profile's competencies. Each has an own side, hidden from the other until both are ready; what it measures
/// with is a copy made at the start.
/// </summary>
public sealed class Review : Root
{
    private readonly List<ReviewSide> sides = [];
    private Yardstick? read;

    private Review() { }

    public Review(Guid employee, Guid manager, Guid? cycle, Yardstick yardstick, DateTimeOffset now)
    {
        Refuse.If(employee == manager, "reviews.own-manager");
        (EmployeeId, ManagerId, CycleId, ProfileId, Rated, StartedAt) = (employee, manager, cycle, yardstick.ProfileId, yardstick.Write(), now);
        sides.Add(new ReviewSide(Id, SideOf.Self, yardstick));
        sides.Add(new ReviewSide(Id, SideOf.Manager, yardstick));
    }

    public Guid EmployeeId { get; private set; }
    public Guid ManagerId { get; private set; }
    public Guid? CycleId { get; private set; }
    public Guid ProfileId { get; private set; }
    /// <summary>JSON of <see cref="Yardstick"/>.</summary>
    public string Rated { get; private set; } = "";
    public ReviewStatus Status { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? SharedAt { get; private set; }
    public IReadOnlyList<ReviewSide> Sides => sides;

    public Yardstick Yardstick => read ??= Yardstick.Read(Rated);

    public bool IsShared => SharedAt is not null;

    public SideOf SideFor(Guid person) => person == EmployeeId ? SideOf.Self : person == ManagerId ? SideOf.Manager : throw Refusal.NotFound;

    /// <summary>Writes what somebody says on the own side; the stamps say what that person saw.</summary>
    public void Say(Guid person, IReadOnlyList<SideChange> changes, OverallChange? overall)
    {
        var side = Open(person);
        foreach (var change in changes)
        {
            var competency = Yardstick.Competencies.FirstOrDefault(c => c.Id == change.Competency) ?? throw Refusal.NotFound;
            Refuse.FieldIf(change.Level is { } level && !competency.Has(level), $"level-{change.Competency:N}", "reviews.level-unknown", competency.Highest);
            side.Say(change);
        }
        if (overall is not null) side.Say(overall);
        Touch();
    }

    /// <summary>Closes the own side; the second one shares both.</summary>
    public void Ready(Guid person, DateTimeOffset now)
    {
        var side = Open(person);
        var blank = side.Answers.Where(a => a.Level is null).Select(a => a.CompetencyId).ToHashSet();
        if (blank.Count > 0)
            throw new Refusal([.. Yardstick.Competencies.Where(c => blank.Contains(c.Id)).Select(c => new Reason("reviews.unrated", $"level-{c.Id:N}", c.Name.ToString()))]);
        side.Close(now);
        if (sides.All(s => s.ReadyAt is not null)) (Status, SharedAt) = (ReviewStatus.Shared, now);
        else Status = side.Of == SideOf.Self ? ReviewStatus.WithManager : ReviewStatus.WithEmployee;
        Touch();
    }

    /// <summary>Only when shared; before, there is nothing to compare.</summary>
    public IReadOnlyList<Gap> Gaps()
    {
        Refuse.If(!IsShared, "reviews.not-shared");
        int? Level(SideOf of, Guid competency) => sides.Single(s => s.Of == of).Answers.First(a => a.CompetencyId == competency).Level;
        return [.. Yardstick.Competencies.Select(c => Gap.Of(c, Level(SideOf.Self, c.Id), Level(SideOf.Manager, c.Id)))];
    }

    private ReviewSide Open(Guid person)
    {
        var side = sides.Single(s => s.Of == SideFor(person));
        Refuse.If(side.ReadyAt is not null, "reviews.side-ready");
        return side;
    }
}

/// <summary>One competency on the own side. <see cref="Seen"/> is the stamp of the answer that the page showed.</summary>
public sealed record SideChange(Guid Competency, int? Level, string Text, int Seen);

public sealed record OverallChange(string Text, int Seen);

/// <summary>What one of the two says. Nothing of it reaches the audit details: it is hidden until shared.</summary>
[Secret]
public sealed class ReviewSide : Part
{
    public const int LongestText = 4000;

    private readonly List<ReviewAnswer> answers = [];

    private ReviewSide() { }

    internal ReviewSide(Guid review, SideOf of, Yardstick yardstick)
    {
        (ReviewId, Of) = (review, of);
        answers.AddRange(yardstick.Competencies.Select((c, i) => new ReviewAnswer(Id, c.Id, i)));
    }

    public Guid ReviewId { get; private set; }
    public SideOf Of { get; private set; }
    public string Overall { get; private set; } = "";
    public int OverallStamp { get; private set; }
    public DateTimeOffset? ReadyAt { get; private set; }
    public IReadOnlyList<ReviewAnswer> Answers => answers;

    internal void Say(SideChange change) => answers.First(a => a.CompetencyId == change.Competency).Say(change);

    internal void Say(OverallChange change)
    {
        Refuse.FieldIf(change.Text.Length > LongestText, "overall", "reviews.text-too-long", LongestText);
        if (Overall == change.Text.Trim()) return;
        Refuse.If(OverallStamp != change.Seen, Refusal.ChangedText("overall", Overall, change.Text));
        (Overall, OverallStamp) = (change.Text.Trim(), OverallStamp + 1);
    }

    internal void Close(DateTimeOffset now) => ReadyAt = now;
}

/// <summary>A level and a text for one competency; blank until its writer says something.</summary>
[Secret]
public sealed class ReviewAnswer : Part
{
    private ReviewAnswer() { }

    internal ReviewAnswer(Guid side, Guid competency, int order) => (SideId, CompetencyId, Order) = (side, competency, order);

    public Guid SideId { get; private set; }
    public Guid CompetencyId { get; private set; }
    public int Order { get; private set; }
    public int? Level { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>Goes up with each change: tells two windows of the same person apart.</summary>
    public int Stamp { get; private set; }

    internal void Say(SideChange change)
    {
        Refuse.FieldIf(change.Text.Length > ReviewSide.LongestText, $"text-{CompetencyId:N}", "reviews.text-too-long", ReviewSide.LongestText);
        if (Level == change.Level && Text == change.Text.Trim()) return;
        Refuse.If(Stamp != change.Seen, Refusal.ChangedText($"text-{CompetencyId:N}", $"{Level} {Text}", $"{change.Level} {change.Text}"));
        (Level, Text, Stamp) = (change.Level, change.Text.Trim(), Stamp + 1);
    }
}
