using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interviewing.Application.Shared;

/// <summary>A text in one language, and whether it had to stand in for another.</summary>
public readonly record struct LocalString(string Text, string Language, bool IsFallback)
{
    public override string ToString() => Text;
}

/// <summary>One text in several languages: {BCP 47 tag: text}. Immutable; empty texts are not kept. Equal when every language is equal.</summary>
[JsonConverter(typeof(LocalTextJson))]
public sealed class LocalText : IEquatable<LocalText>
{
    public static readonly LocalText Empty = new(new SortedDictionary<string, string>(StringComparer.Ordinal));

    // When the wanted language is missing: these, in this order, then whatever there is.
    private static readonly string[] Order = ["nl", "en", "fr"];

    private readonly SortedDictionary<string, string> texts;

    private LocalText(SortedDictionary<string, string> texts) => this.texts = texts;

    public static LocalText Of(string language, string? text) => Empty.With(language, text);

    public static LocalText Of(IEnumerable<KeyValuePair<string, string>> texts) =>
        texts.Aggregate(Empty, (all, t) => all.With(t.Key, t.Value));

    public IReadOnlyDictionary<string, string> All => texts;

    public bool IsEmpty => texts.Count == 0;

    public bool Has(string language) => texts.ContainsKey(language);

    public string? this[string language] => texts.GetValueOrDefault(language);

    public LocalText With(string language, string? text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        var copy = new SortedDictionary<string, string>(texts, StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text)) copy.Remove(language);
        else copy[language] = text.Trim();
        return new(copy);
    }

    /// <summary>This text with every language of <paramref name="other"/> laid over it.</summary>
    public LocalText Over(LocalText other) => other.texts.Aggregate(this, (all, t) => all.With(t.Key, t.Value));

    /// <summary>The text in a language, or a fallback that says so; empty when there is no text at all.</summary>
    public LocalString In(string language)
    {
        if (texts.TryGetValue(language, out var own)) return new(own, language, false);
        foreach (var other in Order)
            if (texts.TryGetValue(other, out var text)) return new(text, other, true);
        return texts.Count == 0 ? new("", language, false) : new(texts.First().Value, texts.First().Key, true);
    }

    public string ToJson() => JsonSerializer.Serialize(texts, JsonText.Options);

    public static LocalText FromJson(string json) =>
        new(new SortedDictionary<string, string>(JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonText.Options) ?? [], StringComparer.Ordinal));

    public bool Equals(LocalText? other) => other is not null && texts.Count == other.texts.Count && texts.All(t => other.texts.TryGetValue(t.Key, out var text) && text == t.Value);

    public override bool Equals(object? obj) => Equals(obj as LocalText);

    public override int GetHashCode() => texts.Aggregate(0, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));

    public override string ToString() => In("nl").Text;
}
