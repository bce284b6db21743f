using System.Globalization;
using System.Text;

namespace Interviewing.Application.Import;

/// <summary>What may be done to a text without changing its words, and the key by which two texts are the same.</summary>
public static class Wording
{
    private static readonly string[] Tags = ["i", "b", "em", "strong", "u", "br"];

    public static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    /// <summary>NFC, invisible characters and markup residue gone, white space folded and trimmed; every word and mark stays.</summary>
    public static string Clean(string raw)
    {
        if (raw.Length == 0) return raw;
        if (!raw.IsNormalized()) raw = raw.Normalize();
        if (raw.Contains('<', StringComparison.Ordinal)) raw = WithoutTags(raw);
        if (raw.Contains('*', StringComparison.Ordinal)) raw = WithoutStars(raw);
        var text = new StringBuilder(raw.Length);
        var gap = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (IsInvisible(c)) continue;
            if (c == '~' && i + 1 < raw.Length && raw[i + 1] == '~') { gap = true; i++; continue; }
            if (char.IsWhiteSpace(c) || char.IsControl(c)) { gap = true; continue; }
            if (gap && text.Length > 0) text.Append(' ');
            gap = false;
            text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>A line as it stands, with its marks; only white space is folded.</summary>
    public static string Fold(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var c in raw.IsNormalized() ? raw : raw.Normalize())
        {
            if (IsInvisible(c)) continue;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>A text joined from several lines without the marks that a line break took apart: together they come in pairs.</summary>
    public static string Unmarked(string joined, IReadOnlyList<SourceLine> lines)
    {
        if (!joined.Contains('*', StringComparison.Ordinal)) return joined;
        var stars = lines.Sum(line => line.Raw.AsSpan().Count('*')) - (lines[0].Bullet == '*' ? 1 : 0);
        return stars % 2 == 0 && lines.Any(line => line.Raw.Contains("**", StringComparison.Ordinal)) ? Clean(joined.Replace("*", "", StringComparison.Ordinal)) : Clean(joined);
    }

    /// <summary>The comparison key: typographic marks made plain, closing marks ignored, case kept.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Clean(text))
        {
            switch (c)
            {
                case '*': break;
                case '‘' or '’' or '‚' or '´' or '`': key.Append('\''); break;
                case '“' or '”' or '„' or '«' or '»': key.Append('"'); break;
                case '–' or '—' or '−' or '‐' or '‑': key.Append('-'); break;
                case '…': key.Append("..."); break;
                default: key.Append(c); break;
            }
        }
        return key.ToString().TrimEnd(';', '.', ',', ':', ' ');
    }

    /// <summary>Letters only, without case and accents: how labels are compared.</summary>
    public static string Letters(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text)) return AsciiLetters(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToString().Normalize(NormalizationForm.FormD))
            if (char.IsLetter(c)) folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    // Most lines have no accents, and need no decomposing.
    private static string AsciiLetters(ReadOnlySpan<char> text)
    {
        Span<char> letters = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var n = 0;
        foreach (var c in text) if (char.IsAsciiLetter(c)) letters[n++] = (char)(c | 0x20);
        return new string(letters[..n]);
    }

    public static IEnumerable<string> WordsOf(string text) => SpansOf(text).Select(span => text.Substring(span.Start, span.Length));

    /// <summary>Where the words of a text stand in it.</summary>
    public static IEnumerable<(int Start, int Length)> SpansOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return (start, i - start);
            start = -1;
        }
    }

    /// <summary>Two lines of one sentence. A hyphen at the break goes only when the whole word stands elsewhere in the document.</summary>
    public static string Join(string first, string second, bool softHyphen, IReadOnlySet<string> words)
    {
        if (first.Length == 0 || second.Length == 0) return first + second;
        if (softHyphen) return first + second;
        if (first.Length < 2 || first[^1] != '-' || !char.IsLetter(first[^2]) || !char.IsLower(second[0])) return first + " " + second;
        var head = WordsOf(first[Math.Max(0, first.Length - 60)..^1]).LastOrDefault() ?? "";
        var tail = WordsOf(second[..Math.Min(60, second.Length)]).FirstOrDefault() ?? "";
        if (tail is "en" or "of" or "et" or "ou" or "and" or "or") return first + " " + second;
        return words.Contains((head + tail).ToLowerInvariant()) ? first[..^1] + second : first + second;
    }

    private static string WithoutTags(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '<' && TagAt(raw, i) is (> 0 and var length, var name)) { if (name == "br") text.Append(' '); i += length - 1; }
            else text.Append(raw[i]);
        }
        return text.ToString();
    }

    private static (int Length, string Name) TagAt(string raw, int at)
    {
        var window = raw.AsSpan(at, Math.Min(10, raw.Length - at));
        var close = window.IndexOf('>');
        if (close < 0) return default;
        var inner = window[1..close].Trim('/').Trim();
        foreach (var tag in Tags)
            if (inner.Equals(tag, StringComparison.OrdinalIgnoreCase)) return (close + 1, tag);
        return default;
    }

    // ** and *** go where they touch a word; a pair of single stars around words goes; a star behind a word that refers to a note stays.
    private static string WithoutStars(string raw)
    {
        var drop = new bool[raw.Length];
        var open = -1;
        var onePair = raw.AsSpan().Count("**") == 1;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '*') continue;
            var run = 1;
            while (i + run < raw.Length && raw[i + run] == '*') run++;
            var before = i > 0 ? raw[i - 1] : ' ';
            var after = i + run < raw.Length ? raw[i + run] : ' ';
            if (run >= 2 && (!char.IsWhiteSpace(before) || !char.IsWhiteSpace(after)) && !(run == 2 && onePair && char.IsLetter(before) && !char.IsLetterOrDigit(after)))
            {
                for (var k = 0; k < run; k++) drop[i + k] = true;
                // Three are bold and italic together: they may close a single star, or leave one to be closed.
                if (run == 3 && open >= 0) { drop[open] = true; open = -1; }
                else if (run == 3 && char.IsLetterOrDigit(after)) open = i;
            }
            else if (run == 1 && open >= 0 && !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after)) { drop[open] = drop[i] = true; open = -1; }
            else if (run == 1 && !char.IsLetterOrDigit(before) && char.IsLetter(after)) open = i;
            i += run - 1;
        }
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++) if (!drop[i]) text.Append(raw[i]);
        return text.ToString();
    }
}
