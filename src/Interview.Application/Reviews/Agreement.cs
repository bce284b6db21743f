using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>
/// What employee and manager agree in the talk: about a competency, or a result to reach. Either writes it, both see it at once; a result comes back in a later
/// stage of the cycle.
/// </summary>
public sealed class Agreement : Part
{
    public const int LongestText = 1000, Most = 40;

    private Agreement() { }

    internal Agreement(Guid review, Guid? competency, int order) => (ReviewId, CompetencyId, Order) = (review, competency, order);

    public Guid ReviewId { get; private set; }
    /// <summary>Null: a result.</summary>
    public Guid? CompetencyId { get; private set; }
    public int Order { get; private set; }
    [Secret] public string Text { get; private set; } = "";
    public DateOnly? Due { get; private set; }
    public int Stamp { get; private set; }

    internal void Say(string text, DateOnly? due, int seen, string field)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(text), field, "reviews.agreement-text");
        Refuse.FieldIf(text.Length > LongestText, field, "reviews.text-too-long", LongestText);
        if (Text == text.Trim() && Due == due) return;
        Refuse.If(Stamp != seen, Refusal.ChangedText(field, Text, text));
        (Text, Due, Stamp) = (text.Trim(), due, Stamp + 1);
    }
}
