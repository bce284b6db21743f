using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>How one colleague sees one competency; null is "cannot say".</summary>
public sealed record ColleagueRating(Guid Competency, int? Level);

/// <summary>What colleagues say of a competency together. Without a mean (too few could say) there is no number of answers either.</summary>
public sealed record ColleagueView(Guid Competency, decimal? Mean, int N);

/// <summary>
/// What is left of the sheets when the talk is shared: means with their n, and sentences in the order of the alphabet. <see cref="TooFew"/>: fewer came than must
/// have, and then nothing else stands here, not even how many.
/// </summary>
public sealed record ColleagueResult(bool TooFew, int N, IReadOnlyList<ColleagueView> Competencies, IReadOnlyList<string> Strong, IReadOnlyList<string> Wish)
{
    public static readonly ColleagueResult None = new(true, 0, [], [], []);

    public static ColleagueResult Of(Yardstick yardstick, IReadOnlyCollection<FeedbackSheet> sheets, int least)
    {
        if (sheets.Count < least) return None;
        List<string> Said(Func<FeedbackSheet, string> what)
        {
            var texts = sheets.Select(what).Where(t => t.Length > 0).Order(StringComparer.Ordinal).ToList();
            return texts.Count < least ? [] : texts;
        }
        var competencies = yardstick.Competencies.Select(c =>
        {
            var mean = Mean.Of(sheets.Select(s => (decimal?)s.Ratings.FirstOrDefault(r => r.Competency == c.Id)?.Level));
            return mean.N < least ? new ColleagueView(c.Id, null, 0) : new ColleagueView(c.Id, mean.Value, mean.N);
        });
        return new(false, sheets.Count, [.. competencies], Said(s => s.Strong), Said(s => s.Wish));
    }
}

/// <summary>
/// Colleagues are asked about an employee, for one talk. Until it is shared nobody sees anything, not even how many have answered; at that moment the sheets are
/// poured together once and who said what is thrown away. Nothing is added later, so no answer can be told from a difference.
/// </summary>
public sealed class ColleagueFeedback : Root
{
    public const int Most = 30;

    private readonly List<FeedbackInvitation> invitations = [];

    private ColleagueFeedback() { }

    public ColleagueFeedback(Review review)
    {
        Refuse.If(review.Form.LeastColleagues is null, "reviews.no-colleagues");
        (ReviewId, Least) = (review.Id, review.Form.LeastColleagues!.Value);
    }

    public Guid ReviewId { get; private set; }
    /// <summary>Below this number nothing is shown.</summary>
    public int Least { get; private set; }
    public DateTimeOffset? PouredAt { get; private set; }
    /// <summary>JSON of <see cref="ColleagueResult"/>; null until poured.</summary>
    [Secret] public string? Result { get; private set; }
    public IReadOnlyList<FeedbackInvitation> Invitations => invitations;

    /// <summary>Asks a colleague; who is asked already stays asked.</summary>
    public FeedbackInvitation? Invite(Guid rater, Review review, Guid by, DateTimeOffset now)
    {
        StillOpen();
        Refuse.FieldIf(rater == review.EmployeeId || rater == review.ManagerId, "colleagues", "reviews.colleague-of-the-two");
        if (invitations.Exists(i => i.RaterId == rater)) return null;
        Refuse.FieldIf(invitations.Count >= Most, "colleagues", "reviews.colleagues-many", Most);
        var it = new FeedbackInvitation(Id, rater, by, now);
        invitations.Add(it);
        Touch();
        return it;
    }

    /// <summary>A sheet came or changed: whoever pours at the same moment must look again.</summary>
    public void Receive()
    {
        StillOpen();
        Touch();
    }

    /// <summary>Once, at the moment of sharing.</summary>
    public void Pour(Yardstick yardstick, IReadOnlyCollection<FeedbackSheet> sheets, DateTimeOffset now)
    {
        StillOpen();
        (PouredAt, Result) = (now, JsonText.Write(ColleagueResult.Of(yardstick, [.. sheets.Where(s => s.HandedIn)], Least)));
        Touch();
    }

    private void StillOpen() => Refuse.If(PouredAt is not null, "reviews.feedback-over");
}

/// <summary>Who was asked. Whether that person answered stands nowhere once the talk is shared.</summary>
public sealed class FeedbackInvitation : Part
{
    private FeedbackInvitation() { }

    internal FeedbackInvitation(Guid feedback, Guid rater, Guid by, DateTimeOffset now) => (FeedbackId, RaterId, ById, InvitedAt) = (feedback, rater, by, now);

    public Guid FeedbackId { get; private set; }
    [Secret] public Guid RaterId { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset InvitedAt { get; private set; }
}

/// <summary>
/// What one colleague writes, for that colleague's own eyes until it is poured with the others and removed. Kept out of the audit trail: an entry would name who
/// answered and when.
/// </summary>
[NotAudited, Secret]
public sealed class FeedbackSheet : Root
{
    public const int LongestText = 2000;

    private FeedbackSheet() { }

    public FeedbackSheet(Guid feedback, Guid rater) => (FeedbackId, RaterId) = (feedback, rater);

    public Guid FeedbackId { get; private set; }
    public Guid RaterId { get; private set; }
    public IReadOnlyList<ColleagueRating> Ratings { get; private set; } = [];
    public string Strong { get; private set; } = "";
    public string Wish { get; private set; } = "";
    /// <summary>Only then it counts; it may still change until the talk is shared.</summary>
    public bool HandedIn { get; private set; }

    public void Write(Yardstick yardstick, IReadOnlyList<ColleagueRating> ratings, string strong, string wish, bool handIn)
    {
        Refuse.FieldIf(strong.Length > LongestText, "strong", "reviews.text-too-long", LongestText);
        Refuse.FieldIf(wish.Length > LongestText, "wish", "reviews.text-too-long", LongestText);
        foreach (var rating in ratings)
        {
            var competency = yardstick.Competencies.FirstOrDefault(c => c.Id == rating.Competency) ?? throw Refusal.NotFound;
            Refuse.FieldIf(rating.Level is { } level && !competency.Has(level), $"level-{rating.Competency:N}", "reviews.level-unknown", competency.Highest);
        }
        Refuse.FieldIf(handIn && ratings.All(r => r.Level is null), "ratings", "reviews.sheet-empty");
        (Ratings, Strong, Wish, HandedIn) = ([.. ratings.DistinctBy(r => r.Competency)], strong.Trim(), wish.Trim(), HandedIn || handIn);
        Touch();
    }
}
