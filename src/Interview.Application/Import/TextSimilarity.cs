namespace Interviewing.Application.Import;

/// <summary>How much two texts have in common, from 0 (nothing) to 1 (the same letters): shared runs of three letters, twice, over all of them.</summary>
public static class TextSimilarity
{
    /// <summary>From here on two texts are taken to be versions of each other.</summary>
    public const double Alike = 0.5;

    public static double Of(string a, string b)
    {
        var (one, other) = (Runs(a), Runs(b));
        if (one.Count == 0 || other.Count == 0) return string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        var (small, large) = one.Count <= other.Count ? (one, other) : (other, one);
        return 2.0 * small.Count(large.Contains) / (one.Count + other.Count);
    }

    /// <summary>Pairs of two lists: first what says the same, then what is most alike, best first. Each element is in one pair at most.</summary>
    public static IReadOnlyList<(int Now, int Was)> Pairs(IReadOnlyList<string> now, IReadOnlyList<string> was)
    {
        var pairs = new List<(int, int)>();
        var (freeNow, freeWas) = (Enumerable.Range(0, now.Count).ToHashSet(), Enumerable.Range(0, was.Count).ToHashSet());
        var byKey = freeWas.GroupBy(i => Wording.Key(was[i]), StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<int>(g), StringComparer.Ordinal);
        for (var n = 0; n < now.Count; n++)
            if (byKey.TryGetValue(Wording.Key(now[n]), out var same) && same.TryDequeue(out var w)) Pair(n, w);
        foreach (var (n, w, _) in (from n in freeNow from w in freeWas let alike = Of(now[n], was[w]) where alike >= Alike orderby alike descending, n, w select (n, w, alike)).ToList())
            if (freeNow.Contains(n) && freeWas.Contains(w)) Pair(n, w);
        return pairs;

        void Pair(int n, int w)
        {
            pairs.Add((n, w));
            freeNow.Remove(n);
            freeWas.Remove(w);
        }
    }

    private static HashSet<(char, char, char)> Runs(string text)
    {
        var runs = new HashSet<(char, char, char)>();
        var (a, b) = (' ', ' ');
        foreach (var raw in text)
        {
            var c = char.IsLetterOrDigit(raw) ? char.ToLowerInvariant(raw) : ' ';
            if (c == ' ' && b == ' ') continue;
            runs.Add((a, b, c));
            (a, b) = (b, c);
        }
        return runs;
    }
}
