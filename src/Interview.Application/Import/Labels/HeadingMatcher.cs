namespace Interviewing.Application.Import;

/// <summary>A heading that opens with a label; what follows it is part of the heading (<c>Profile of the</c> warehouse manager).</summary>
/// <param name="IsFirm">A label of several words, or one long word: it does not open an ordinary sentence by chance.</param>
internal sealed record HeadingHit(string Key, string AsFound, string Rest, bool IsFirm);

/// <summary>
/// Recognises headings that go on behind their label. The longest exactly written label goes first; then the misspelt ones, where the whole may
/// miss as many letters as <see cref="LabelMatcher"/> allows, or each of its words may.
/// </summary>
internal sealed class HeadingMatcher
{
    private const int LongestLine = 160;
    private readonly Dictionary<string, Label> exact = new(StringComparer.Ordinal);
    private readonly int mostWords;

    private sealed record Label(string Key, string Letters, string[] Words)
    {
        public bool IsFirm => Words.Length > 1 || Letters.Length >= 13;
    }

    public HeadingMatcher(LabelFile file, params string[] keys)
    {
        foreach (var key in keys)
        {
            foreach (var text in file.Labels.GetValueOrDefault(key) ?? [])
            {
                var label = new Label(key, Wording.Letters(text), [.. Wording.WordsOf(text).Select(word => Wording.Letters(word))]);
                exact.TryAdd(label.Letters, label);
                mostWords = Math.Max(mostWords, label.Words.Length);
            }
        }
    }

    public HeadingHit? Match(string line)
    {
        if (line.Length is 0 or > LongestLine) return null;
        var ends = Ends(line);
        for (var n = ends.Count - 1; n >= 0; n--)
            if (exact.TryGetValue(Wording.Letters(line.AsSpan(0, ends[n])), out var label)) return Hit(label, line, ends[n]);
        for (var n = ends.Count - 1; n >= 0; n--)
            if (Misspelt(line[..ends[n]]) is { } label) return Hit(label, line, ends[n]);
        return null;
    }

    /// <summary>'Warehouse manager – job profile': the label stands behind what it names.</summary>
    public HeadingHit? MatchEnd(string line)
    {
        if (line.Length is 0 or > LongestLine) return null;
        for (var at = line.Length - 1; at > 0; at--)
        {
            if (line[at - 1] != ' ' || !exact.TryGetValue(Wording.Letters(line.AsSpan(at)), out var label)) continue;
            var name = line[..at].TrimEnd(' ', ':', '-', '–', '—', '|', ',', '(');
            if (name.Length > 0) return new HeadingHit(label.Key, line[at..].TrimEnd(')', '.'), name, label.IsFirm);
        }
        return null;
    }

    private static HeadingHit Hit(Label label, string line, int end) =>
        new(label.Key, line[..end].Trim(), line[end..].TrimStart(' ', ':', '-', '–', '—', '|').TrimEnd(':', ' ') is var rest && rest is "." or ")" ? "" : rest, label.IsFirm);

    private List<int> Ends(string line)
    {
        var ends = new List<int>();
        for (var i = 1; i <= line.Length && ends.Count <= mostWords; i++)
        {
            var before = line[i - 1];
            if (before is '\'' or '’' || (char.IsLetterOrDigit(before) && (i == line.Length || !char.IsLetterOrDigit(line[i]) && line[i] is not ('\'' or '’')))) ends.Add(i);
        }
        return ends;
    }

    private Label? Misspelt(string prefix)
    {
        var letters = Wording.Letters(prefix);
        string[]? words = null;
        Label? best = null;
        var least = int.MaxValue;
        foreach (var label in exact.Values)
        {
            if (Math.Abs(label.Letters.Length - letters.Length) > label.Words.Length + 1) continue;
            words ??= [.. Wording.WordsOf(prefix).Select(word => Wording.Letters(word))];
            var distance = LabelMatcher.Distance(label.Letters, letters);
            if (distance >= least || (distance > Allowed(label.Letters) && !EachWord(label.Words, words))) continue;
            (best, least) = (label, distance);
        }
        return best;
    }

    private static bool EachWord(string[] label, string[] words)
    {
        if (label.Length < 2 || label.Length != words.Length) return false;
        for (var i = 0; i < label.Length; i++)
            if (Math.Abs(label[i].Length - words[i].Length) > 2 || LabelMatcher.Distance(label[i], words[i]) > Allowed(label[i])) return false;
        return true;
    }

    internal static int Allowed(string letters) => letters.Length >= 8 ? 2 : letters.Length >= 5 ? 1 : 0;
}
