using System.Numerics;

namespace Interviewing.Application.Guides;

/// <summary>Some questions of one competency: how long they take, how many of them were asked before, how many indicators they touch. The set is one word of bits in library order.</summary>
internal readonly record struct Combination(int Minutes, int Repeats, int Covered, ulong Questions);

/// <summary>
/// For one competency, per number of minutes, the combination of its questions that is worth most. One that takes longer than another and is worth less is left out:
/// the shorter one could always stand in its place.
/// </summary>
internal static class Combinations
{
    /// <summary>Questions that take part: a combination is one word of bits.</summary>
    public const int Most = 64;

    private const int FlatCells = 1 << 22, MostStates = 1_000_000;
    private const byte Absent = byte.MaxValue;

    public static List<Combination> Of(ProposalCompetency competency, int most, bool oneOfEach)
    {
        var questions = competency.Questions.Take(Most).ToList();
        var own = competency.Indicators.ToHashSet();
        var touched = questions.SelectMany(q => q.Touches).Where(own.Contains).Distinct().ToList();
        var types = questions.Select(q => q.Type).Where(_ => oneOfEach).Distinct().ToList();
        var bits = Math.Min(touched.Count + types.Count, Most);
        var asks = questions.Select(q => new Ask(q.Minutes, q.WasAsked,
            q.Touches.Select(t => touched.IndexOf(t)).Where(i => i >= 0).Concat(types.Select((t, i) => t == q.Type ? touched.Count + i : Most)).Where(i => i < Most).Aggregate(0UL, (all, i) => all | 1UL << i))).ToList();
        var wanted = types.Select((_, i) => touched.Count + i).Where(i => i < Most).Aggregate(0UL, (all, i) => all | 1UL << i);
        var states = bits <= 16 && (long)(most + 1) << bits <= FlatCells ? Flat(asks, most, bits) : Sparse(asks, most);
        return Worthwhile(states, wanted);
    }

    /// <summary>Whether the first combination stands before the second in library order: compared number by number, a beginning before what goes on.</summary>
    public static bool IsBefore(ulong one, ulong other)
    {
        if (one == other) return false;
        var first = (one ^ other) & (~(one ^ other) + 1);
        var beyond = ~(first | (first - 1));
        return (one & first) != 0 ? (other & beyond) != 0 : (one & beyond) == 0;
    }

    public static IEnumerable<int> Members(ulong questions)
    {
        for (var i = 0; i < Most; i++)
            if ((questions & 1UL << i) != 0) yield return i;
    }

    // What is touched and how long it takes is all that matters later. From the last question to the first, so that each new one stands before all others;
    // within a question from many minutes to few, so that none is asked twice.
    private static IEnumerable<State> Flat(List<Ask> asks, int most, int bits)
    {
        var width = 1 << bits;
        var repeats = new byte[(most + 1) * width];
        var chosen = new ulong[(most + 1) * width];
        Array.Fill(repeats, Absent);
        repeats[0] = 0;
        var longest = 0;
        for (var i = asks.Count - 1; i >= 0; i--)
        {
            var ask = asks[i];
            for (var minutes = Math.Min(longest, most - ask.Minutes); minutes >= 0; minutes--)
                for (var set = 0; set < width; set++)
                {
                    var from = minutes * width + set;
                    if (repeats[from] == Absent) continue;
                    var to = (minutes + ask.Minutes) * width + (set | (int)ask.Touches);
                    var (again, next) = ((byte)(repeats[from] + (ask.WasAsked ? 1 : 0)), chosen[from] | 1UL << i);
                    if (repeats[to] < again || (repeats[to] == again && !IsBefore(next, chosen[to]))) continue;
                    (repeats[to], chosen[to]) = (again, next);
                }
            longest = Math.Min(most, longest + ask.Minutes);
        }
        for (var cell = width; cell < repeats.Length; cell++)
            if (repeats[cell] != Absent) yield return new State((ulong)(cell % width), cell / width, repeats[cell], chosen[cell]);
    }

    // For a competency with very many indicators; with more than a million states its widest combinations go on.
    private static IEnumerable<State> Sparse(List<Ask> asks, int most)
    {
        Dictionary<(ulong Touched, int Minutes), State> states = new() { [(0, 0)] = new State(0, 0, 0, 0) };
        for (var i = asks.Count - 1; i >= 0; i--)
        {
            foreach (var state in states.Values.ToArray())
            {
                if (state.Minutes + asks[i].Minutes > most) continue;
                var next = new State(state.Touched | asks[i].Touches, state.Minutes + asks[i].Minutes, state.Repeats + (asks[i].WasAsked ? 1 : 0), state.Questions | 1UL << i);
                if (!states.TryGetValue((next.Touched, next.Minutes), out var there) || next.Repeats < there.Repeats || (next.Repeats == there.Repeats && IsBefore(next.Questions, there.Questions)))
                    states[(next.Touched, next.Minutes)] = next;
            }
            if (states.Count > MostStates)
                states = states.OrderByDescending(s => BitOperations.PopCount(s.Key.Touched)).ThenBy(s => s.Key.Minutes).ThenBy(s => s.Key.Touched).Take(MostStates / 2).ToDictionary();
        }
        return states.Values.Where(s => s.Questions != 0);
    }

    private static List<Combination> Worthwhile(IEnumerable<State> states, ulong wanted)
    {
        SortedDictionary<int, Combination> best = [];
        foreach (var state in states)
        {
            if ((state.Touched & wanted) != wanted) continue;
            var option = new Combination(state.Minutes, state.Repeats, BitOperations.PopCount(state.Touched & ~wanted), state.Questions);
            if (!best.TryGetValue(state.Minutes, out var there) || IsWorthMore(option, there) || (!IsWorthMore(there, option) && IsBefore(option.Questions, there.Questions))) best[state.Minutes] = option;
        }
        List<Combination> kept = [];
        Combination? top = null;
        foreach (var option in best.Values)
        {
            if (top is { } so && IsWorthMore(so, option)) continue;
            kept.Add(option);
            top = option;
        }
        return kept;
    }

    private static bool IsWorthMore(Combination one, Combination other) => one.Repeats < other.Repeats || (one.Repeats == other.Repeats && one.Covered > other.Covered);

    private readonly record struct Ask(int Minutes, bool WasAsked, ulong Touches);

    private readonly record struct State(ulong Touched, int Minutes, int Repeats, ulong Questions);
}
