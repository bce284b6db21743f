using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>A word by which this organisation's documents call a part, beside the words that the product knows.</summary>
public sealed class LabelWord : Root
{
    private const int Longest = 60;

    private LabelWord() { }

    public LabelWord(string language, string key, string word)
    {
        var file = LabelFile.BuiltIn.FirstOrDefault(f => f.Language == language);
        Refuse.FieldIf(file is null, "language", "shared.language-wrong", language);
        Refuse.FieldIf(!file!.Labels.ContainsKey(key), "key", "import.label-key-unknown", key);
        var given = Wording.Clean(word);
        Refuse.FieldIf(Wording.Letters(given).Length < 2, "word", "import.label-too-short");
        Refuse.FieldIf(given.Length > Longest, "word", "import.label-too-long", Longest);
        Refuse.FieldIf(given.Contains(':', StringComparison.Ordinal), "word", "import.label-colon");
        Refuse.FieldIf(file.KeyWith(given) == key, "word", "import.label-known", given);
        Refuse.FieldIf(file.KeyWith(given) is not null, "word", "import.label-clashes", given, file.KeyWith(given) is { } other ? file.Labels[other][0] : "");
        (Language, Key, Word, Letters) = (language, key, given, Wording.Letters(given));
    }

    public string Language { get; private set; } = "";
    public string Key { get; private set; } = "";
    public string Word { get; private set; } = "";
    /// <summary>How it is compared: letters only, without case and accents.</summary>
    public string Letters { get; private set; } = "";
}

internal static class OwnLabels
{
    public static async Task<IReadOnlyList<OwnLabel>> All(this IInterviewDb db, CancellationToken ct) =>
        await db.LabelWords.AsNoTracking().Select(w => new OwnLabel(w.Language, w.Key, w.Word)).ToListAsync(ct);
}
