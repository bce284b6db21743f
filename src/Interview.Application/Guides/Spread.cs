namespace Interviewing.Application.Guides;

/// <summary>
/// Who asks which question, so that everyone has about as many minutes: the smallest sum of squares of the members' minutes, and of those the division
/// in which the first members come first. Exact as long as the ways to divide stay below <see cref="MostStates"/>; beyond, the most even ones go on.
/// </summary>
public static class Spread
{
    public const int MostStates = 5_000;

    /// <summary>For each question, in order, the number of its member.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> minutes, int members)
    {
        if (members < 1) return [];
        List<(int[] Loads, int[] Turns)> ways = [(new int[members], [])];
        foreach (var length in minutes)
        {
            // The first way to reach the same loads is the one with the first members: the list is in that order and stays so.
            Dictionary<string, (int[] Loads, int[] Turns)> next = [];
            foreach (var (loads, turns) in ways)
                for (var member = 0; member < members; member++)
                {
                    int[] more = [.. loads];
                    more[member] += length;
                    next.TryAdd(string.Join(',', more), (more, [.. turns, member]));
                }
            ways = next.Count <= MostStates ? [.. next.Values] : [.. next.Values.Select((w, i) => (Way: w, Place: i)).OrderBy(x => Unevenness(x.Way.Loads)).ThenBy(x => x.Place).Take(MostStates / members).OrderBy(x => x.Place).Select(x => x.Way)];
        }
        return ways.MinBy(w => Unevenness(w.Loads)).Turns;
    }

    /// <summary>Minutes between who asks longest and who asks shortest.</summary>
    public static int Gap(IReadOnlyList<int> minutes, IReadOnlyList<int> turns, int members)
    {
        var loads = Enumerable.Range(0, members).Select(m => minutes.Where((_, i) => turns[i] == m).Sum()).ToList();
        return loads.Count == 0 ? 0 : loads.Max() - loads.Min();
    }

    private static long Unevenness(int[] loads) => loads.Sum(l => (long)l * l);
}
