using System.Numerics;

namespace Interviewing.Application.Guides;

/// <summary>A question that may be chosen, in library order: its minutes and the indicators it touches.</summary>
public sealed record ProposalQuestion(Guid Id, int Minutes, IReadOnlyList<Guid> Touches);

/// <summary>A competency that must be asked about: weight from 1, its indicators, its questions in library order.</summary>
public sealed record ProposalCompetency(Guid Id, int Weight, IReadOnlyList<Guid> Indicators, IReadOnlyList<ProposalQuestion> Questions);

public sealed record ProposedQuestion(Guid Competency, Guid Question, int Minutes);

/// <summary>
/// Which questions to ask in so many minutes. Every competency gets at least one; of all choices that fit, the one with
/// (1) the largest sum of weight × share of the competency's indicators that its questions touch;
/// (2) the smallest sum of differences between a competency's share of the minutes and its share of the weight;
/// (3) the fewest minutes; (4) the questions that stand first in the library, competency by competency.
/// Exact, in whole numbers, and the same on every run. Only a competency whose questions combine in more than <see cref="MostStates"/> ways
/// is searched by its widest combinations first.
/// </summary>
public static class Proposal
{
    /// <summary>Questions and indicators of one competency that take part: a combination is one word of bits.</summary>
    public const int Most = 64;

    public const int MostStates = 100_000;

    /// <summary>The least time in which every competency gets a question; null when one has none.</summary>
    public static int? Shortest(IEnumerable<ProposalCompetency> competencies)
    {
        var sum = 0;
        foreach (var competency in competencies)
        {
            if (competency.Questions.Count == 0) return null;
            sum += competency.Questions.Min(q => q.Minutes);
        }
        return sum;
    }

    /// <summary>Null when no choice fits.</summary>
    public static IReadOnlyList<ProposedQuestion>? Of(IReadOnlyList<ProposalCompetency> competencies, int minutes)
    {
        if (competencies.Count == 0 || Shortest(competencies) is not { } shortest || shortest > minutes) return null;
        var others = competencies.Select(c => shortest - c.Questions.Min(q => q.Minutes)).ToList();
        var options = competencies.Select((c, i) => Options(c, minutes - others[i])).ToList();
        // One common denominator, so that shares of different competencies add up without rounding.
        var whole = competencies.Where(c => c.Indicators.Count > 0).Select(c => (Int128)Math.Min(c.Indicators.Count, Most)).Aggregate(Int128.One, Multiple);
        var weights = competencies.Sum(c => c.Weight);

        (Step[] Steps, int Total)? best = null;
        for (var total = shortest; total <= minutes; total++)
        {
            if (For(competencies, options, whole, weights, total) is not { } found) continue;
            if (best is not { } so || IsBetter(found[0], total, so.Steps[0], so.Total)) best = (found, total);
        }
        return [.. best!.Value.Steps.SelectMany((step, i) => Chosen(step.Option.Questions).Select(q => competencies[i].Questions[q])
            .Select(q => new ProposedQuestion(competencies[i].Id, q.Id, q.Minutes)))];
    }

    // Across totals the deviations have different denominators (total × weights); the smaller total wins a draw because it comes first.
    private static bool IsBetter(Step found, int total, Step so, int soTotal) =>
        found.Covered > so.Covered || (found.Covered == so.Covered && (Int128)found.Deviation * soTotal < (Int128)so.Deviation * total);

    /// <summary>The best way to spend exactly <paramref name="total"/> minutes, one step per competency; built from the last competency to the first.</summary>
    private static Step[]? For(IReadOnlyList<ProposalCompetency> competencies, List<List<Option>> options, Int128 whole, int weights, int total)
    {
        var table = new Step?[competencies.Count + 1, total + 1];
        table[competencies.Count, 0] = new Step(default, 0, 0);
        for (var c = competencies.Count - 1; c >= 0; c--)
        {
            var unit = competencies[c].Indicators.Count == 0 ? 0 : whole / Math.Min(competencies[c].Indicators.Count, Most) * competencies[c].Weight;
            for (var spent = 1; spent <= total; spent++)
                foreach (var option in options[c])
                {
                    if (option.Minutes > spent || table[c + 1, spent - option.Minutes] is not { } rest) continue;
                    var step = new Step(option, rest.Covered + unit * option.Covered, rest.Deviation + Math.Abs((long)option.Minutes * weights - (long)competencies[c].Weight * total));
                    if (table[c, spent] is not { } there || step.Beats(there)) table[c, spent] = step;
                }
        }
        if (table[0, total] is null) return null;
        var steps = new Step[competencies.Count];
        var left = total;
        for (var c = 0; c < competencies.Count; c++)
        {
            steps[c] = table[c, left]!.Value;
            left -= steps[c].Option.Minutes;
        }
        return steps;
    }

    /// <summary>For one competency, per number of minutes: the combination that touches most, and of those the first in library order.</summary>
    private static List<Option> Options(ProposalCompetency competency, int most)
    {
        var bits = competency.Indicators.Take(Most).Select((id, i) => (id, Bit: 1UL << i)).ToDictionary(x => x.id, x => x.Bit);
        var questions = competency.Questions.Take(Most).Select(q => (q.Minutes, Touches: q.Touches.Aggregate(0UL, (all, t) => all | bits.GetValueOrDefault(t)))).ToList();
        // What is touched and how long it takes is all that matters later; from the last question to the first, so that each new one stands before all others.
        Dictionary<(ulong Touched, int Minutes), ulong> states = new() { [(0, 0)] = 0 };
        for (var i = questions.Count - 1; i >= 0; i--)
        {
            foreach (var ((touched, minutes), chosen) in states.ToArray())
            {
                if (minutes + questions[i].Minutes > most) continue;
                var (key, next) = ((touched | questions[i].Touches, minutes + questions[i].Minutes), chosen | 1UL << i);
                if (!states.TryGetValue(key, out var there) || IsBefore(next, there)) states[key] = next;
            }
            if (states.Count > MostStates)
                states = states.OrderByDescending(s => BitOperations.PopCount(s.Key.Touched)).ThenBy(s => s.Key.Minutes).ThenBy(s => s.Key.Touched).Take(MostStates / 2).ToDictionary();
        }
        SortedDictionary<int, Option> best = [];
        foreach (var ((touched, minutes), chosen) in states)
        {
            if (chosen == 0) continue;
            var option = new Option(minutes, BitOperations.PopCount(touched), chosen);
            if (!best.TryGetValue(minutes, out var there) || option.Covered > there.Covered || (option.Covered == there.Covered && IsBefore(chosen, there.Questions))) best[minutes] = option;
        }
        return [.. best.Values];
    }

    /// <summary>Whether the first combination stands before the second in library order: compared number by number, a beginning before what goes on.</summary>
    private static bool IsBefore(ulong one, ulong other)
    {
        if (one == other) return false;
        var first = (one ^ other) & (~(one ^ other) + 1);
        var beyond = ~(first | (first - 1));
        return (one & first) != 0 ? (other & beyond) != 0 : (one & beyond) == 0;
    }

    private static IEnumerable<int> Chosen(ulong questions)
    {
        for (var i = 0; i < Most; i++)
            if ((questions & 1UL << i) != 0) yield return i;
    }

    private static Int128 Multiple(Int128 a, Int128 b)
    {
        var (x, y) = (a, b);
        while (y != 0) (x, y) = (y, x % y);
        return a / x * b;
    }

    private readonly record struct Option(int Minutes, int Covered, ulong Questions);

    private readonly record struct Step(Option Option, Int128 Covered, long Deviation)
    {
        public bool Beats(Step other) => Covered > other.Covered
            || (Covered == other.Covered && (Deviation < other.Deviation || (Deviation == other.Deviation && IsBefore(Option.Questions, other.Option.Questions))));
    }
}
