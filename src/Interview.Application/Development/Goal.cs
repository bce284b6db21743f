using Interviewing.Application.Shared;

namespace Interviewing.Application.Development;

/// <summary>One competency to grow in, from a step to a step of its ladder (a copy: the library may change).</summary>
public sealed class Goal : Part
{
    private Goal() { }

    internal Goal(Guid plan, int order, Guid competency, LocalText name, int? from, int to, int highest) =>
        (PlanId, Order, CompetencyId, Name, FromLevel, ToLevel, Highest) = (plan, order, competency, name, from, to, highest);

    public Guid PlanId { get; private set; }
    public int Order { get; private set; }
    public Guid CompetencyId { get; private set; }
    public LocalText Name { get; private set; } = LocalText.Empty;
    public int? FromLevel { get; private set; }
    public int ToLevel { get; private set; }
    public int Highest { get; private set; }
    /// <summary>The employee's own words for it, if any.</summary>
    public string? Wish { get; private set; }

    internal void Follow(Guid competency, LocalText name) => (CompetencyId, Name) = (competency, name);

    internal void Say(string? was, string? becomes)
    {
        var (saw, says) = (was?.Trim() ?? "", becomes?.Trim() ?? "");
        if ((Wish ?? "") == says) return;
        Refuse.If((Wish ?? "") != saw, Refusal.ChangedText($"goal-{Id:N}", Wish, becomes));
        Wish = says.Length == 0 ? null : says;
    }
}
