using System.Text.Json;

namespace Interviewing.Application.Import;

/// <summary>Proposes a name from the words of a definition or purpose, by a table of word stems. Only ever a proposal.</summary>
internal static class NameSuggestions
{
    private sealed record Entry(SuggestedName Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Stems);
    private sealed record Table(IReadOnlyList<Entry> Competencies, IReadOnlyList<Entry> Functions);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<Table> Data = new(() => JsonSerializer.Deserialize<Table>(LabelFile.Resource("suggestions.json"), Json)!);

    public static SuggestedName? ForCompetency(string language, string? definition, IEnumerable<string> indicators, IEnumerable<SuggestedName> taken) =>
        Best(Data.Value.Competencies, language, definition, indicators, taken);

    public static SuggestedName? ForFunction(string language, string? purpose, IEnumerable<string> areas) =>
        Best(Data.Value.Functions, language, purpose, areas, []);

    private static SuggestedName? Best(IReadOnlyList<Entry> entries, string language, string? main, IEnumerable<string> more, IEnumerable<SuggestedName> taken)
    {
        var first = Stems(main is null ? [] : [main]);
        var second = Stems(more.Take(20));
        Entry? best = null;
        var most = 2;
        foreach (var entry in entries)
        {
            if (taken.Contains(entry.Name)) continue;
            var stems = entry.Stems.GetValueOrDefault(language) ?? entry.Stems["nl"];
            var score = 3 * Hits(first, stems) + Hits(second, stems);
            if (score <= most) continue;
            most = score;
            best = entry;
        }
        return best?.Name;
    }

    private static List<string> Stems(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Wording.WordsOf(text.Length > 4000 ? text[..4000] : text)).Select(word => word.ToLowerInvariant())];

    private static int Hits(List<string> words, IReadOnlyList<string> stems) =>
        words.Count(word => stems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal)));
}
