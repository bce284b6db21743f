using System.Text.Json;

namespace Interviewing.Application.Import;

/// <summary>A word by which the documents of one organisation call a part.</summary>
public sealed record OwnLabel(string Language, string Key, string Word);

/// <summary>The words by which documents of one language call their parts: data, one embedded file per language.</summary>
public sealed record LabelFile(string Language, IReadOnlyDictionary<string, IReadOnlyList<string>> Labels,
    IReadOnlyList<string> FunctionWords, IReadOnlyList<string> Articles, IReadOnlyList<string> SplitOff)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<IReadOnlyList<LabelFile>> Loaded = new(() => [Load("nl"), Load("en"), Load("fr")]);

    private static readonly AsyncLocal<IReadOnlyList<LabelFile>?> Extended = new();

    /// <summary>The languages; while a document is read <see cref="With"/> an organisation's own words, with those.</summary>
    public static IReadOnlyList<LabelFile> All => Extended.Value ?? Loaded.Value;

    public static IReadOnlyList<LabelFile> BuiltIn => Loaded.Value;

    /// <summary>Adds words for as long as the answer lives. A word that a label has already, adds nothing.</summary>
    public static IDisposable With(IReadOnlyCollection<OwnLabel> words)
    {
        Extended.Value = words.Count == 0 ? null : [.. Loaded.Value.Select(file => file.And(words))];
        return new Ending(() => Extended.Value = null);
    }

    /// <summary>The key that has this word, compared as labels are: letters only, without case and accents.</summary>
    public string? KeyWith(string word)
    {
        var letters = Wording.Letters(word);
        return Labels.Where(label => label.Value.Any(w => Wording.Letters(w) == letters)).Select(label => label.Key).FirstOrDefault();
    }

    private LabelFile And(IReadOnlyCollection<OwnLabel> words)
    {
        var own = words.Where(w => w.Language == Language && Labels.ContainsKey(w.Key) && KeyWith(w.Word) is null).ToLookup(w => w.Key, w => w.Word, StringComparer.Ordinal);
        return own.Count == 0 ? this : this with { Labels = Labels.ToDictionary(label => label.Key, label => own.Contains(label.Key) ? (IReadOnlyList<string>)[.. label.Value, .. own[label.Key]] : label.Value, StringComparer.Ordinal) };
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    public static LabelFile For(string? language) =>
        All.FirstOrDefault(file => language is not null && language.StartsWith(file.Language, StringComparison.OrdinalIgnoreCase)) ?? All[0];

    /// <summary>The key within a family ("tip.", "step.") that a short word stands for; compared as written, because R and R2 differ by a digit.</summary>
    public string? KeyIn(string family, string word)
    {
        word = word.Trim();
        foreach (var (key, words) in Labels)
            if (key.StartsWith(family, StringComparison.Ordinal) && words.Any(w => string.Equals(w, word, StringComparison.OrdinalIgnoreCase))) return key[family.Length..];
        return null;
    }

    // A layout may bring its words in a file of its own: language, key, words.
    private static LabelFile Load(string language)
    {
        var file = JsonSerializer.Deserialize<LabelFile>(Resource(language + ".json"), Json)!;
        var labels = new Dictionary<string, IReadOnlyList<string>>(file.Labels, StringComparer.Ordinal);
        foreach (var own in OfLayouts)
            foreach (var (key, words) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, IReadOnlyList<string>>>>(Resource(own), Json)![language])
                labels[key] = [.. labels.GetValueOrDefault(key) ?? [], .. words];
        return file with { Labels = labels };
    }

    private static readonly string[] OfLayouts = ["competency-book.json", "competency-sheet.json"];

    internal static Stream Resource(string name) =>
        typeof(LabelFile).Assembly.GetManifestResourceStream("Import.Labels." + name) ?? throw new InvalidOperationException($"The label file {name} is not in the program.");
}
