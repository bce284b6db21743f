using System.Text.Json;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Guides;

/// <summary>A forbidden topic in a text: its code, the words of the list that were found, and the language.</summary>
public sealed record TopicHit(string Topic, string Term, string Language);

/// <summary>
/// Topics a selection does not ask about unless the job requires it and the reason is recorded. The words are data, one list per topic and language;
/// whole words count, without case and accents, a star stands for any ending, and a text with one of the words under "unless" is not meant.
/// It warns; it never judges a person and never stops a talk.
/// </summary>
public static class TopicLint
{
    private sealed record Words(string[] Form, bool Open)
    {
        public static Words Of(string term) => new([.. Stems.Words(term)], term.EndsWith('*'));

        public bool StandIn(List<string> text)
        {
            for (var start = 0; start + Form.Length <= text.Count; start++)
                if (Form.Select((w, i) => (w, i)).All(x => text[start + x.i] == x.w || (Open && x.i == Form.Length - 1 && text[start + x.i].StartsWith(x.w, StringComparison.Ordinal)))) return true;
            return false;
        }
    }

    private sealed record Topic(string Code, ILookup<string, (string Term, Words Words)> Terms, ILookup<string, Words> Unless);

    private static readonly Lazy<IReadOnlyList<Topic>> Topics = new(Load);

    public static IReadOnlyList<string> Codes => [.. Topics.Value.Select(t => t.Code)];

    /// <summary>Each topic once, in the order of the list. A language without a list has no findings.</summary>
    public static IReadOnlyList<TopicHit> Of(string text, string language)
    {
        var (main, words) = (language.Split('-')[0], Stems.Words(text).ToList());
        return [.. Topics.Value.Where(t => !t.Unless[main].Any(u => u.StandIn(words)))
            .Select(t => (t.Code, Hit: t.Terms[main].FirstOrDefault(term => term.Words.StandIn(words)).Term)).Where(x => x.Hit is not null)
            .Select(x => new TopicHit(x.Code, x.Hit.TrimEnd('*'), language))];
    }

    public static IReadOnlyList<TopicHit> Of(LocalText text) => [.. text.All.SelectMany(t => Of(t.Value, t.Key))];

    private static List<Topic> Load()
    {
        using var stream = typeof(TopicLint).Assembly.GetManifestResourceStream("Guides.topics.json")!;
        using var document = JsonDocument.Parse(stream);
        static IEnumerable<(string Language, string Term)> Terms(JsonElement of) =>
            of.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).SelectMany(p => p.Value.EnumerateArray().Select(v => (p.Name, v.GetString()!)));
        return [.. document.RootElement.EnumerateArray().Select(t => new Topic(t.GetProperty("code").GetString()!,
            Terms(t).ToLookup(x => x.Language, x => (x.Term, Words.Of(x.Term))),
            (t.TryGetProperty("unless", out var unless) ? Terms(unless) : []).ToLookup(x => x.Language, x => Words.Of(x.Term))))];
    }
}
