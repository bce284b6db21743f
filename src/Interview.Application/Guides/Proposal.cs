using Interviewing.Application.Competencies;

namespace Interviewing.Application.Guides;

/// <summary>A question that may be chosen, in library order: its minutes, the indicators it touches, its type, and whether an earlier round of the procedure asked it.</summary>
public sealed record ProposalQuestion(Guid Id, int Minutes, IReadOnlyList<Guid> Touches, QuestionType Type = QuestionType.PastBehaviour, bool WasAsked = false);

/// <summary>A competency that must be asked about: weight from 1, its indicators, its questions in library order.</summary>
public sealed record ProposalCompetency(Guid Id, int Weight, IReadOnlyList<Guid> Indicators, IReadOnlyList<ProposalQuestion> Questions);

public sealed record ProposedQuestion(Guid Competency, Guid Question, int Minutes);

/// <summary>
/// Which questions to ask in so many minutes. Every competency gets at least one (with <c>oneOfEach</c>: one of every type it has questions of);
/// of all choices that fit, the one with
/// (1) the fewest questions that an earlier round asked;
/// (2) the largest sum of weight × share of the competency's indicators that its questions touch;
/// (3) the smallest sum of differences between a competency's share of the minutes and its share of the weight;
/// (4) the fewest minutes; (5) the questions that stand first in the library, competency by competency.
/// Exact, in whole numbers, and the same on every run.
/// </summary>
public static class Proposal
{
    /// <summary>The least time in which every competency gets its questions; null when one has none.</summary>
    public static int? Shortest(IEnumerable<ProposalCompetency> competencies, bool oneOfEach = false)
    {
        var sum = 0;
        foreach (var competency in competencies)
        {
            if (competency.Questions.Count == 0) return null;
            sum += Shortest(competency, oneOfEach);
        }
        return sum;
    }

    /// <summary>Null when no choice fits.</summary>
    public static IReadOnlyList<ProposedQuestion>? Of(IReadOnlyList<ProposalCompetency> competencies, int minutes, bool oneOfEach = false)
    {
        if (competencies.Count == 0 || Shortest(competencies, oneOfEach) is not { } shortest || shortest > minutes) return null;
        var slack = minutes - shortest;
        var weighing = new Weighing(competencies);
        List<Choice> choices = [.. competencies.Select((c, i) =>
        {
            var own = Shortest(c, oneOfEach);
            return new Choice(own, weighing.Unit(i), c.Weight, Combinations.Of(c, own + slack, oneOfEach));
        })];
        var chosen = new Table(choices, slack, shortest).Best();
        return [.. chosen.SelectMany((option, i) => Combinations.Members(option.Questions).Select(q => competencies[i].Questions[q])
            .Select(q => new ProposedQuestion(competencies[i].Id, q.Id, q.Minutes)))];
    }

    private static int Shortest(ProposalCompetency competency, bool oneOfEach) =>
        oneOfEach ? competency.Questions.GroupBy(q => q.Type).Sum(g => g.Min(q => q.Minutes)) : competency.Questions.Min(q => q.Minutes);

    private sealed record Choice(int Shortest, Int128 Unit, int Weight, List<Combination> Options);

    private readonly record struct Worth(int Repeats, Int128 Covered)
    {
        public Worth With(Combination option, Int128 unit) => new(Repeats + option.Repeats, Covered + unit * option.Covered);

        public bool Beats(Worth other) => Repeats < other.Repeats || (Repeats == other.Repeats && Covered > other.Covered);
    }

    /// <summary>
    /// Competencies × minutes spent beyond the least. What is most worth does not depend on the total, the balance does: so the first table is made once,
    /// and for each total only the ways through it that lose nothing are weighed again.
    /// </summary>
    private sealed class Table
    {
        private readonly List<Choice> choices;
        private readonly int slack, shortest, weights;
        private readonly Worth?[,] worth;
        private readonly List<Combination>[,] tight;

        public Table(List<Choice> choices, int slack, int shortest)
        {
            (this.choices, this.slack, this.shortest, weights) = (choices, slack, shortest, choices.Sum(c => c.Weight));
            (worth, tight) = (new Worth?[choices.Count + 1, slack + 1], new List<Combination>[choices.Count, slack + 1]);
            worth[choices.Count, 0] = new Worth(0, 0);
            for (var c = choices.Count - 1; c >= 0; c--)
                for (var extra = 0; extra <= slack; extra++) Fill(c, extra);
        }

        private void Fill(int c, int extra)
        {
            List<Combination> ways = [];
            foreach (var option in choices[c].Options)
            {
                if (option.Minutes - choices[c].Shortest > extra || worth[c + 1, extra - option.Minutes + choices[c].Shortest] is not { } rest) continue;
                var whole = rest.With(option, choices[c].Unit);
                if (worth[c, extra] is { } there && there.Beats(whole)) continue;
                if (worth[c, extra] is not { } so || whole.Beats(so)) ways.Clear();
                worth[c, extra] = whole;
                ways.Add(option);
            }
            tight[c, extra] = ways;
        }

        public Combination[] Best()
        {
            var most = Enumerable.Range(0, slack + 1).Select(e => worth[0, e]).OfType<Worth>().Aggregate((one, other) => other.Beats(one) ? other : one);
            (Combination[] Chosen, long Deviation, int Total)? best = null;
            for (var extra = 0; extra <= slack; extra++)
            {
                if (worth[0, extra] != most) continue;
                var (chosen, deviation) = Balanced(extra);
                // Deviations of different totals have different denominators; the smaller total wins a draw because it comes first.
                if (best is not { } so || (Int128)deviation * so.Total < (Int128)so.Deviation * (shortest + extra)) best = (chosen, deviation, shortest + extra);
            }
            return best!.Value.Chosen;
        }

        /// <summary>Of all ways to spend exactly this much that lose nothing, the most even one; of those the first in library order.</summary>
        private (Combination[] Chosen, long Deviation) Balanced(int extra)
        {
            var reached = new bool[choices.Count + 1, slack + 1];
            reached[0, extra] = true;
            for (var c = 0; c < choices.Count; c++)
                for (var e = 0; e <= extra; e++)
                    if (reached[c, e])
                        foreach (var option in tight[c, e]) reached[c + 1, e - option.Minutes + choices[c].Shortest] = true;

            var total = (long)shortest + extra;
            var deviation = new long[choices.Count + 1, slack + 1];
            var pick = new Combination[choices.Count, slack + 1];
            for (var c = choices.Count - 1; c >= 0; c--)
                for (var e = 0; e <= extra; e++)
                {
                    if (!reached[c, e]) continue;
                    var found = false;
                    foreach (var option in tight[c, e])
                    {
                        var there = deviation[c + 1, e - option.Minutes + choices[c].Shortest] + Math.Abs((long)option.Minutes * weights - choices[c].Weight * total);
                        if (found && (there > deviation[c, e] || (there == deviation[c, e] && !Combinations.IsBefore(option.Questions, pick[c, e].Questions)))) continue;
                        (found, deviation[c, e], pick[c, e]) = (true, there, option);
                    }
                }

            var chosen = new Combination[choices.Count];
            for (int c = 0, e = extra; c < choices.Count; c++)
            {
                chosen[c] = pick[c, e];
                e -= chosen[c].Minutes - choices[c].Shortest;
            }
            return (chosen, deviation[0, extra]);
        }
    }
}
