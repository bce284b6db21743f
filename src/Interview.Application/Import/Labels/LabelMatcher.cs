using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Interviewing.Application.Import;

/// <summary>A label found at the start of a line.</summary>
/// <param name="Rest">The value behind it on the same line, empty when there is none.</param>
public sealed record LabelHit(string Key, string AsFound, int? Number, string Rest, int Distance);

/// <summary>
/// Recognises the labels that a layout declares. Compared are letters only, without case and accents; a longer label may be misspelt
/// by one or two letters (transpositions count once). An exact match always goes first.
/// </summary>
public sealed class LabelMatcher
{
    // Kept with the words themselves: those of an organisation's own go when their reading is over.
    private static readonly ConditionalWeakTable<LabelFile, ConcurrentDictionary<string, LabelMatcher>> Cache = new();
    private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
    private readonly (string Word, string Key, uint Letters, int Allowed)[] misspellable;
    private const int HeadLength = 12;
    private readonly (uint Letters, int Length, int Slack)[] heads;
    private readonly int longest;
    private readonly int mostWords;

    private LabelMatcher(LabelFile file, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var word in file.Labels.GetValueOrDefault(key) ?? [])
            {
                exact.TryAdd(Wording.Letters(word), key);
                mostWords = Math.Max(mostWords, word.Count(c => c is ' ' or '\'' or '-') + 1);
            }
        }
        heads = [.. exact.Keys.Select(word => (LettersIn(word[..Math.Min(HeadLength, word.Length)]), Math.Min(HeadLength, word.Length), word.Length >= 8 ? 4 : word.Length >= 5 ? 2 : 0)).Distinct()];
        longest = exact.Keys.Max(word => word.Length);
        misspellable = [.. exact.Select(pair => (pair.Key, pair.Value, LettersIn(pair.Key), pair.Key.Length >= 8 ? 2 : pair.Key.Length >= 5 ? 1 : 0)).Where(word => word.Item4 > 0)];
    }

    public static LabelMatcher For(LabelFile file, params string[] keys) =>
        Cache.GetOrCreateValue(file).GetOrAdd(string.Join(' ', keys), _ => new LabelMatcher(file, keys));

    /// <summary>Whether a line begins with the letters of some label, give or take what a misspelling changes: most lines are told apart by that alone.</summary>
    public bool MayStart(string line)
    {
        Span<uint> masks = stackalloc uint[HeadLength + 1];
        var n = 0;
        for (var i = 0; i < line.Length && n < HeadLength; i++)
        {
            var c = line[i];
            if (!char.IsLetter(c)) continue;
            masks[n + 1] = masks[n] | 1u << ((c < 128 ? c | 0x20 : Wording.Letters(line.AsSpan(i, 1)) is { Length: > 0 } bare ? bare[0] : c) % 32);
            n++;
        }
        foreach (var (mask, length, slack) in heads)
            if (System.Numerics.BitOperations.PopCount(mask ^ masks[Math.Min(length, n)]) <= slack + (length > n ? 2 : 0)) return n > 0;
        return false;
    }

    /// <summary>A label alone on the line, with a number, or with a value behind a colon.</summary>
    public LabelHit? Match(string line)
    {
        if (line.Length == 0) return null;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = colon >= 0 ? line[..colon] : line;
        if (head.Length > 2 * longest + 8) return null;
        var rest = colon >= 0 ? line[(colon + 1)..].TrimStart(':', ' ') : "";
        var (words, number) = NumberBehind(head);
        if (Find(words) is not var (key, distance)) return null;
        // 'Code 33.02': what follows the label is its value, although it has no letters.
        if (number is null && rest.Length == 0 && ValueBehind(head) is > 0 and var at) return new LabelHit(key, head[..at].Trim(), null, head[at..].Trim(), distance);
        return new LabelHit(key, head.Trim(), number, rest, distance);
    }

    private static int ValueBehind(string head)
    {
        var at = head.Length;
        while (at > 0 && !char.IsLetter(head[at - 1])) at--;
        var value = head.AsSpan(at);
        var digit = value.IndexOfAnyInRange('0', '9');
        return at > 0 && digit > 0 && value[..digit].Contains(' ') ? at : 0;
    }

    /// <summary>An exactly written label followed, without a colon, by its value.</summary>
    public LabelHit? MatchWithValue(string line)
    {
        var at = 0;
        for (var n = 0; n < mostWords && at < line.Length; n++)
        {
            var gap = line.IndexOf(' ', at);
            if (gap < 0) return null;
            if (exact.TryGetValue(Wording.Letters(line.AsSpan(0, gap)), out var key)) return new LabelHit(key, line[..gap], null, line[(gap + 1)..], 0);
            at = gap + 1;
        }
        return null;
    }

    /// <summary>The label that a line starts with, its value behind it with or without a colon; it may be misspelt like any other.</summary>
    public LabelHit? MatchStart(string line) => MatchStarts(line) is [{ Rest.Length: > 0 } best, ..] ? best : null;

    /// <summary>Every label that a line may start with: the one that is spelt best first, of equals the longest ('Job series' before 'Job').</summary>
    public IReadOnlyList<LabelHit> MatchStarts(string line)
    {
        List<LabelHit>? found = null;
        var at = 0;
        for (var n = 0; n <= mostWords && at < line.Length; n++)
        {
            var gap = line.AsSpan(at).IndexOfAny([' ', ':', '\'', '\u2019']);
            if (gap < 0 || at + gap > 2 * longest + 8) break;
            var end = at + gap;
            var letters = Wording.Letters(line.AsSpan(at, gap)).Length > 0;
            at = end + 1;
            if (letters && Find(line[..end]) is var (key, distance)) (found ??= []).Insert(0, new LabelHit(key, line[..end].Trim(), null, line[at..].TrimStart(':', ' ', '-', '–', '—', '='), distance));
        }
        return found is null ? [] : [.. found.OrderBy(hit => hit.Distance)];
    }

    /// <summary>The label that these words are, or null.</summary>
    public string? KeyOf(string words) => Find(words)?.Key;

    public string? ExactKeyOf(string words) => exact.GetValueOrDefault(Wording.Letters(words));

    private (string Key, int Distance)? Find(string words)
    {
        var letters = Wording.Letters(words);
        if (letters.Length == 0) return null;
        if (exact.TryGetValue(letters, out var key)) return (key, 0);
        if (letters.Length > longest + 2) return null;
        (string, int)? best = null;
        var least = 3;
        var mask = LettersIn(letters);
        foreach (var (word, of, wordMask, allowed) in misspellable)
        {
            // An edit changes at most two of the letters that occur; most lines are told apart by that alone.
            if (Math.Abs(word.Length - letters.Length) > allowed || System.Numerics.BitOperations.PopCount(wordMask ^ mask) > 2 * allowed) continue;
            var distance = Distance(word, letters);
            if (distance > allowed || distance >= least) continue;
            least = distance;
            best = (of, distance);
        }
        return best;
    }

    private static uint LettersIn(string letters)
    {
        var mask = 0u;
        foreach (var c in letters) mask |= 1u << (c % 32);
        return mask;
    }

    private static (string Words, int? Number) NumberBehind(string head)
    {
        var trimmed = head.TrimEnd(' ', '.', ')');
        var gap = trimmed.LastIndexOf(' ');
        if (gap < 0) return (head, null);
        var last = trimmed[(gap + 1)..];
        if (int.TryParse(last, System.Globalization.NumberStyles.None, null, out var number)) return (trimmed[..gap], number);
        return Roman(last) is { } roman ? (trimmed[..gap], roman) : (head, null);
    }

    internal static int? Roman(string text)
    {
        if (text.Length is 0 or > 6 || text.Any(c => c is not ('I' or 'V' or 'X'))) return null;
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = Of(text[i]);
            sum += i + 1 < text.Length && value < Of(text[i + 1]) ? -value : value;
        }
        return sum;
        static int Of(char c) => c switch { 'I' => 1, 'V' => 5, _ => 10 };
    }

    // Optimal string alignment: insertion, deletion, substitution and the swap of two neighbours each cost one.
    internal static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }
        return rows[a.Length, b.Length];
    }
}
