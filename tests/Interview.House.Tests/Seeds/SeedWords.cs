using System.Text.Json;
using System.Text.RegularExpressions;
using Interviewing.Application.Guides;

namespace Interviewing.House.Tests.Seeds;

/// <summary>What the words of a text say about it: its language, and whether it touches what nobody may ask or says what everybody says.</summary>
static class SeedWords
{
    // Words that only one of the three languages has.
    static readonly Dictionary<string, HashSet<string>> Telling = new(StringComparer.Ordinal)
    {
        ["nl"] = ["het", "een", "van", "dat", "niet", "wie", "wat", "voor", "naar", "zijn", "bij", "ook", "aan", "op", "om", "hoe", "uit", "wordt", "wanneer", "heeft", "hebt", "deze", "zonder"],
        ["en"] = ["the", "and", "to", "that", "with", "what", "you", "for", "this", "which", "who", "how", "it", "are", "from", "when", "did", "your", "their", "has", "an", "be", "without"],
        ["fr"] = ["le", "la", "les", "des", "et", "qui", "une", "un", "dans", "pour", "vous", "que", "est", "du", "au", "ce", "sur", "par", "avec", "son", "sa", "ne", "pas", "il", "sans"],
    };

    static readonly Lazy<Dictionary<string, Regex>> WornOut = new(() => JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Interview.House.Tests", "Seeds", "worn-out-words.json")))!.ToDictionary(language => language.Key, language => Whole(language.Value)));

    /// <summary>The language whose telling words are most; null when the text is too short to say.</summary>
    public static string? LanguageOf(string text)
    {
        var words = Regex.Matches(text.ToLowerInvariant(), @"\p{L}+").Select(m => m.Value).ToList();
        var ranked = Telling.Select(t => (t.Key, Count: words.Count(t.Value.Contains))).OrderByDescending(t => t.Count).ToList();
        return ranked[0].Count - ranked[1].Count < 2 ? null : ranked[0].Key;
    }

    /// <summary>Topics of the product's own list, and worn-out words as whole words.</summary>
    public static IEnumerable<string> UnwantedIn(string language, string text) =>
        TopicLint.Of(text, language).Select(hit => $"{hit.Topic}: {hit.Term}").Concat(WornOut.Value[language].Matches(text.Replace('’', '\'').ToLowerInvariant()).Select(m => $"cliche: {m.Value}"));

    static Regex Whole(IEnumerable<string> words) => new($@"(?<![\p{{L}}\d])({string.Join('|', words.Select(w => Regex.Escape(w.Replace('’', '\'').ToLowerInvariant())))})(?![\p{{L}}\d])", RegexOptions.Compiled);

    /// <summary>The sentences of a text, as one compares them; very short ones say too little to be anybody's.</summary>
    public static IEnumerable<string> SentencesOf(string text) =>
        Regex.Split(text, @"(?<=[.?!])\s+").Select(s => string.Join(' ', Regex.Matches(s.ToLowerInvariant(), @"[\p{L}\d]+").Select(m => m.Value))).Where(s => s.Count(c => c == ' ') >= 2);
}
