namespace Interviewing.Application.Guides;

/// <summary>By what one plan is better than another, in the order in which it counts; time first, for what does not fit is no plan.</summary>
public enum Criterion { Time, Questions, Repeats, Coverage, Balance, Brevity, Order }

/// <summary>A question standing in a plan, or one that could: minutes as planned, and its place in the library (a question of the guide itself has none).</summary>
public sealed record Standing(Guid Competency, Guid Question, int Minutes);

/// <summary>Holds two plans against each other by the criteria of <see cref="Proposal"/>; exact, in whole numbers.</summary>
public sealed class Weighing
{
    private readonly IReadOnlyList<ProposalCompetency> competencies;
    private readonly Int128 whole;
    private readonly int weights;

    public Weighing(IReadOnlyList<ProposalCompetency> competencies)
    {
        // One common denominator, so that shares of different competencies add up without rounding.
        this.competencies = competencies;
        whole = competencies.Where(c => c.Indicators.Count > 0).Select(c => (Int128)c.Indicators.Count).Aggregate(Int128.One, Multiple);
        weights = competencies.Sum(c => c.Weight);
    }

    /// <summary>What touching one indicator of this competency is worth.</summary>
    public Int128 Unit(int competency) => competencies[competency].Indicators.Count == 0 ? 0 : whole / competencies[competency].Indicators.Count * competencies[competency].Weight;

    /// <summary>The first criterion on which they differ, and whether <paramref name="one"/> is the better; null when they are equal in all.</summary>
    public (Criterion By, bool Better)? Compare(IReadOnlyList<Standing> one, IReadOnlyList<Standing> other, int minutes)
    {
        var (a, b) = (Sum(one), Sum(other));
        if (a.Total > minutes != b.Total > minutes) return (Criterion.Time, a.Total <= minutes);
        if (a.Bare != b.Bare) return (Criterion.Questions, a.Bare < b.Bare);
        if (a.Repeats != b.Repeats) return (Criterion.Repeats, a.Repeats < b.Repeats);
        if (a.Covered != b.Covered) return (Criterion.Coverage, a.Covered > b.Covered);
        var (balance, against) = (a.Deviation * Math.Max(1, b.Total), b.Deviation * Math.Max(1, a.Total));
        if (balance != against) return (Criterion.Balance, balance < against);
        if (a.Total != b.Total) return (Criterion.Brevity, a.Total < b.Total);
        for (var i = 0; i < a.Places.Count; i++)
            if (a.Places[i] != b.Places[i]) return (Criterion.Order, Combinations.IsBefore(a.Places[i], b.Places[i]));
        return null;
    }

    private (int Total, int Bare, int Repeats, Int128 Covered, Int128 Deviation, List<ulong> Places) Sum(IReadOnlyList<Standing> plan)
    {
        var total = plan.Sum(p => p.Minutes);
        var (bare, repeats, covered, deviation, places) = (0, 0, Int128.Zero, Int128.Zero, new List<ulong>());
        foreach (var (competency, number) in competencies.Select((c, i) => (c, i)))
        {
            var here = plan.Where(p => p.Competency == competency.Id).ToList();
            var asked = competency.Questions.Select((q, i) => (Question: q, Place: i)).Where(q => here.Any(h => h.Question == q.Question.Id)).ToList();
            if (here.Count == 0) bare++;
            repeats += asked.Count(q => q.Question.WasAsked);
            covered += Unit(number) * asked.SelectMany(q => q.Question.Touches).Distinct().Count(competency.Indicators.Contains);
            deviation += Int128.Abs((Int128)here.Sum(h => h.Minutes) * weights - (Int128)competency.Weight * total);
            places.Add(asked.Where(q => q.Place < Combinations.Most).Aggregate(0UL, (all, q) => all | 1UL << q.Place));
        }
        return (total, bare, repeats, covered, deviation, places);
    }

    private static Int128 Multiple(Int128 a, Int128 b)
    {
        var (x, y) = (a, b);
        while (y != 0) (x, y) = (y, x % y);
        return a / x * b;
    }
}
