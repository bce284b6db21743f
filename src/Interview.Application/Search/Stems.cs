using System.Globalization;
using System.Text;

namespace Interviewing.Application.Search;

/// <summary>
/// Folds (case, accents, ligatures) and cuts endings, for Dutch, English and French. One light stem per word, the same for text and question,
/// so that plural and singular meet; it is no dictionary and does not try to be right about every word.
/// </summary>
public static class Stems
{
    private static readonly string[] Dutch = ["heden", "ingen", "eren", "en", "s", "e"];
    private static readonly string[] English = ["ings", "ing", "ies", "es", "ed", "s", "e"];
    private static readonly string[] French = ["ements", "ement", "ations", "ation", "euses", "euse", "aux", "es", "er", "s", "e", "x"];

    public static string Fold(string text)
    {
        // Most words have no accents; they need nothing but small letters.
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            switch (char.ToLowerInvariant(c))
            {
                case 'œ': folded.Append("oe"); break;
                case 'æ': folded.Append("ae"); break;
                case 'ø': folded.Append('o'); break;
                case 'ß': folded.Append("ss"); break;
                case 'ł': folded.Append('l'); break;
                case var small: folded.Append(small); break;
            }
        }
        return folded.ToString();
    }

    public static IEnumerable<string> Words(string text)
    {
        var folded = Fold(text);
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end])) end++;
            if (end > at) yield return folded[at..end];
            at = end + 1;
        }
    }

    public static string Stem(string word, string language)
    {
        var endings = language switch { "nl" => Dutch, "fr" => French, _ => English };
        foreach (var ending in endings)
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return Spelled(Undouble(word[..^ending.Length]), language);
        return Spelled(Undouble(word), language);
    }

    /// <summary>Stems of a text, each once, ready for an index.</summary>
    public static string Of(string text, string language) =>
        string.Join(' ', Words(text).SelectMany(w => new[] { w, Stem(w, language) }).Distinct());

    /// <summary>For a question in an unknown language: per word the forms that may stand in an index, the word itself first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Asked(string text) =>
        [.. Words(text).Distinct().Take(12).Select(IReadOnlyList<string> (w) => [.. new[] { w, Stem(w, "nl"), Stem(w, "en"), Stem(w, "fr") }.Where(s => s.Length >= Math.Min(3, w.Length)).Distinct()])];

    // afspraak/afspraken, brief/brieven, reis/reizen: Dutch writes a long vowel twice and a soft consonant hard where the word ends
    private static string Spelled(string stem, string language)
    {
        if (language != "nl" || stem.Length < 4) return stem;
        var last = stem[^1] switch { 'v' => 'f', 'z' => 's', var same => same };
        return stem[^2] == stem[^3] && "aeou".Contains(stem[^2]) && !"aeiou".Contains(last) ? $"{stem[..^2]}{last}" : $"{stem[..^1]}{last}";
    }

    // planning/plannen: a consonant that was doubled before the ending is written once
    private static string Undouble(string stem) => stem.Length > 3 && stem[^1] == stem[^2] && !"aeiou".Contains(stem[^1]) ? stem[..^1] : stem;
}
