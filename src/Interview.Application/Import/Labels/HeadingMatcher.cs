using System.Collections.Concurrent;
using System.Numerics;
using System.Text;

namespace Interviewing.Application.Import;

/// <summary>A heading that opens with a label; what follows it is part of the heading (<c>Profile of the</c> warehouse manager).</summary>
/// <param name="IsFirm">A label of several words, or one long word: it does not open an ordinary sentence by chance.</param>
/// <param name="Distance">Letters in which it differs from the label.</param>
internal sealed record HeadingHit(string Key, string AsFound, string Rest, bool IsFirm, int Distance);

/// <summary>
/// Recognises headings that go on behind their label. The longest exactly written label goes first; then the misspelt ones, where the whole may
/// miss as many letters as <see cref="LabelMatcher"/> allows, or each of its words may.
/// </summary>
internal sealed class HeadingMatcher
{
    private const int LongestLine = 160;
    private static readonly ConcurrentDictionary<(string, string), HeadingMatcher> Cache = new();
    private readonly List<Label> labels = [];
    private readonly int mostWords;

    private sealed record Label(string Key, string Letters, string[] Words, uint Head)
    {
        public bool IsFirm => Words.Length > 1 || Letters.Length >= 13;
    }

    // The first words of a line, letters only: where each ends in the line, and how many letters have gone by then.
    private sealed record Opening(string Letters, List<string> Words, List<(int End, int Length)> Ends);

    private HeadingMatcher(LabelFile file, IEnumerable<string> keys)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            foreach (var text in file.Labels.GetValueOrDefault(key) ?? [])
            {
                var letters = Wording.Letters(text);
                if (!known.Add(letters)) continue;
                labels.Add(new Label(key, letters, [.. Wording.WordsOf(text).Select(word => Wording.Letters(word))], MaskOf(letters, 4)));
                mostWords = Math.Max(mostWords, labels[^1].Words.Length);
            }
        }
    }

    public static HeadingMatcher For(LabelFile file, params string[] keys) => Cache.GetOrAdd((file.Language, string.Join(' ', keys)), _ => new HeadingMatcher(file, keys));

    public HeadingHit? Match(string line)
    {
        if (line.Length is 0 or > LongestLine) return null;
        // Most lines open with other letters than any label, and nothing more is asked of them.
        var start = Wording.Letters(line.AsSpan(0, Math.Min(line.Length, 12)));
        var mask = MaskOf(start, 6);
        List<Label>? near = null;
        foreach (var label in labels) if (BitOperations.PopCount(label.Head & ~mask) <= 1 && OpensAlike(label.Letters, start)) (near ??= []).Add(label);
        if (near is null) return null;
        var opening = Open(line);
        for (var n = opening.Ends.Count - 1; n >= 0; n--)
            foreach (var label in near)
                if (label.Letters.Length == opening.Ends[n].Length && opening.Letters.StartsWith(label.Letters, StringComparison.Ordinal))
                {
                    var exact = Hit(label, line, opening.Ends[n].End, 0);
                    // A longer label over the whole line, a letter or two off, says more than the short one it opens with.
                    var all = opening.Ends.Count - 1;
                    return exact.Rest.Length > 0 && Wording.Letters(line.AsSpan(opening.Ends[all].End)).Length == 0 && Misspelt(near, opening, all) is var (longer, off) ? Hit(longer, line, opening.Ends[all].End, off) : exact;
                }
        for (var n = opening.Ends.Count - 1; n >= 0; n--)
            if (Misspelt(near, opening, n) is var (label, distance)) return Hit(label, line, opening.Ends[n].End, distance);
        return null;
    }

    /// <summary>'Warehouse manager – job profile': the label stands behind what it names.</summary>
    public HeadingHit? MatchEnd(string line)
    {
        if (line.Length is 0 or > LongestLine) return null;
        var words = 0;
        for (var at = line.Length - 1; at > 0 && words <= mostWords; at--)
        {
            if (line[at - 1] != ' ') continue;
            words++;
            var letters = Wording.Letters(line.AsSpan(at));
            if (labels.Find(label => label.Letters == letters) is not { } label) continue;
            var name = line[..at].TrimEnd(' ', ':', '-', '–', '—', '|', ',', '(');
            if (name.Length > 0) return new HeadingHit(label.Key, line[at..].TrimEnd(')', '.'), name, label.IsFirm, 0);
        }
        return null;
    }

    private static HeadingHit Hit(Label label, string line, int end, int distance)
    {
        var rest = line[end..].TrimStart(' ', ':', '-', '–', '—', '|').TrimEnd(':', ' ');
        return new HeadingHit(label.Key, line[..end].Trim(), rest is "." or ")" ? "" : rest, label.IsFirm, distance);
    }

    private Opening Open(string line)
    {
        var ends = new List<(int, int)>();
        var words = new List<string>();
        var letters = new StringBuilder();
        var start = 0;
        for (var i = 1; i <= line.Length && ends.Count <= mostWords; i++)
        {
            var before = line[i - 1];
            var isEnd = before is '\'' or '’' || (char.IsLetterOrDigit(before) && (i == line.Length || (!char.IsLetterOrDigit(line[i]) && line[i] is not ('\'' or '’'))));
            if (!isEnd) continue;
            words.Add(Wording.Letters(line.AsSpan(start, i - start)));
            letters.Append(words[^1]);
            ends.Add((i, letters.Length));
            start = i;
        }
        return new Opening(letters.ToString(), words, ends);
    }

    private static (Label Label, int Distance)? Misspelt(List<Label> near, Opening opening, int last)
    {
        var length = opening.Ends[last].Length;
        var letters = opening.Letters[..length];
        (Label, int)? best = null;
        var least = int.MaxValue;
        foreach (var label in near)
        {
            var fits = Math.Abs(label.Letters.Length - length) <= Allowed(label.Letters);
            if (!fits && !EachWord(label.Words, opening.Words, last + 1)) continue;
            var distance = LabelMatcher.Distance(label.Letters, letters);
            if (distance >= least || (distance > Allowed(label.Letters) && !EachWord(label.Words, opening.Words, last + 1))) continue;
            (best, least) = ((label, distance), distance);
        }
        return best;
    }

    private static bool EachWord(string[] label, List<string> words, int count)
    {
        if (label.Length < 2 || label.Length != count) return false;
        for (var i = 0; i < label.Length; i++)
            if (Math.Abs(label[i].Length - words[i].Length) > Allowed(label[i]) || LabelMatcher.Distance(label[i], words[i]) > Allowed(label[i])) return false;
        return true;
    }

    private static int Allowed(string letters) => letters.Length >= 8 ? 2 : letters.Length >= 5 ? 1 : 0;

    // Of the first four letters all but one stand in the same order.
    private static bool OpensAlike(string label, string start)
    {
        var same = 0;
        var at = 0;
        for (var i = 0; i < 4 && i < label.Length; i++)
        {
            var found = start.IndexOf(label[i], at, Math.Min(start.Length, 6) - at);
            if (found < 0) continue;
            same++;
            at = found + 1;
            if (at >= Math.Min(start.Length, 6)) break;
        }
        return same >= Math.Min(3, label.Length - 1);
    }

    private static uint MaskOf(string letters, int count)
    {
        var mask = 0u;
        for (var i = 0; i < count && i < letters.Length; i++) mask |= 1u << (letters[i] % 32);
        return mask;
    }
}
