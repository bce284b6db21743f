using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>One competency on the own side. <see cref="Seen"/> is the stamp of the answer that the page showed.</summary>
public sealed record SideChange(Guid Competency, int? Level, string Text, int Seen);

/// <summary>What is said about a question or an earlier result.</summary>
public sealed record RemarkChange(Guid Item, string Text, int Seen);

public sealed record OverallChange(string Text, int Seen);

/// <summary>What one of the two says. Nothing of it reaches the audit details: it is hidden until shared.</summary>
[Secret]
public sealed class ReviewSide : Part
{
    public const int LongestText = 4000;

    private readonly List<ReviewAnswer> answers = [];
    private readonly List<ReviewRemark> remarks = [];
    private readonly List<Evidence> evidence = [];

    private ReviewSide() { }

    internal ReviewSide(Guid review, SideOf of, Yardstick yardstick, ReviewForm form)
    {
        (ReviewId, Of) = (review, of);
        answers.AddRange(yardstick.Competencies.Select((c, i) => new ReviewAnswer(Id, c.Id, i)));
        remarks.AddRange(form.Items.Select((item, i) => new ReviewRemark(Id, item, i)));
    }

    /// <summary>The side of somebody who writes none: closed from the start.</summary>
    internal ReviewSide(Guid review, SideOf of, DateTimeOffset now) => (ReviewId, Of, ReadyAt) = (review, of, now);

    public Guid ReviewId { get; private set; }
    public SideOf Of { get; private set; }
    public string Overall { get; private set; } = "";
    public int OverallStamp { get; private set; }
    public DateTimeOffset? ReadyAt { get; private set; }
    public IReadOnlyList<ReviewAnswer> Answers => answers;
    public IReadOnlyList<ReviewRemark> Remarks => remarks;
    public IReadOnlyList<Evidence> Evidence => evidence;

    internal void Say(SideChange change) => answers.First(a => a.CompetencyId == change.Competency).Say(change);

    internal void Say(RemarkChange change) => (remarks.Find(r => r.ItemId == change.Item) ?? throw Refusal.NotFound).Say(change);

    internal void Say(OverallChange change)
    {
        Refuse.FieldIf(change.Text.Length > LongestText, "overall", "reviews.text-too-long", LongestText);
        if (Overall == change.Text.Trim()) return;
        Refuse.If(OverallStamp != change.Seen, Refusal.ChangedText("overall", Overall, change.Text));
        (Overall, OverallStamp) = (change.Text.Trim(), OverallStamp + 1);
    }

    internal Evidence Attach(Guid competency, string name, string? link, Guid? file, DateTimeOffset now)
    {
        Refuse.If(evidence.Count(e => e.CompetencyId == competency) >= Reviews.Evidence.MostPerCompetency, "reviews.evidence-many", Reviews.Evidence.MostPerCompetency);
        var it = new Evidence(Id, competency, name, link, file, now);
        evidence.Add(it);
        return it;
    }

    internal Evidence Detach(Guid id)
    {
        var it = evidence.Find(e => e.Id == id) ?? throw Refusal.NotFound;
        evidence.Remove(it);
        return it;
    }

    internal void Close(DateTimeOffset now) => ReadyAt = now;

    /// <summary>Goes on from what stands there.</summary>
    internal void Open() => ReadyAt = null;
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

/// <summary>What a side says about one question or earlier result of the form.</summary>
[Secret]
public sealed class ReviewRemark : Part
{
    private ReviewRemark() { }

    internal ReviewRemark(Guid side, Guid item, int order) => (SideId, ItemId, Order) = (side, item, order);

    public Guid SideId { get; private set; }
    public Guid ItemId { get; private set; }
    public int Order { get; private set; }
    public string Text { get; private set; } = "";
    public int Stamp { get; private set; }

    internal void Say(RemarkChange change)
    {
        Refuse.FieldIf(change.Text.Length > ReviewSide.LongestText, $"remark-{ItemId:N}", "reviews.text-too-long", ReviewSide.LongestText);
        if (Text == change.Text.Trim()) return;
        Refuse.If(Stamp != change.Seen, Refusal.ChangedText($"remark-{ItemId:N}", Text, change.Text));
        (Text, Stamp) = (change.Text.Trim(), Stamp + 1);
    }
}
