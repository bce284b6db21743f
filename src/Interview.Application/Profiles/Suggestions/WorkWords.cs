using System.Text.Json;
using Interviewing.Application.Search;

namespace Interviewing.Application.Profiles.Suggestions;

/// <summary>
/// The fields that competencies are about (writing, planning, …), and in each language the beginnings of words by which competencies of that field are named
/// and by which work that asks for it is described. Data: <c>work-words.json</c>; "usual" is how often a line of the twelve profiles of the starter library has them.
/// </summary>
internal sealed class WorkWords
{
    private const int LongEnoughInside = 6;
    private const int MostInOneLine = 3;
    private const double MostOfOneLine = 3.5;
    private static readonly Lazy<Dictionary<string, WorkWords>> Loaded = new(Load);

    private readonly bool compounds;
    private readonly Lazy<WorkKinds> kinds;
    private readonly ILookup<string, (string Name, string Field)> names;
    private readonly IReadOnlyList<Field> fields;

    private WorkWords(string language, IReadOnlyDictionary<string, FieldFile> fields)
    {
        compounds = language == "nl";
        kinds = new(() => WorkKinds.In(this, language));
        names = fields.SelectMany(f => f.Value.Names.Select(name => (Name: name, Field: f.Key))).ToLookup(n => n.Name[..3], StringComparer.Ordinal);
        this.fields = [.. fields.Select(f => new Field(f.Key, f.Value.Usual, f.Value.Sure, f.Value.Signs))];
        Usual = this.fields.Average(f => f.Usual);
    }

    public IReadOnlyList<Field> Fields => fields;
    public double Usual { get; }
    public WorkKinds Kinds => kinds.Value;

    /// <summary>Null for a language that has no words yet: then only the library's own texts speak.</summary>
    public static WorkWords? In(string language) => Loaded.Value.GetValueOrDefault(language.Split('-')[0]);

    /// <summary>The field a competency is about by its name: the one whose word comes first.</summary>
    public string? FieldOf(string name)
    {
        var plain = Plain(name);
        for (var at = 0; at + 3 < plain.Length; at = plain.IndexOf(' ', at + 1))
        {
            var rest = plain.AsSpan(at + 1);
            foreach (var (beginning, field) in rest.Length < 3 ? [] : names[plain.Substring(at + 1, 3)])
                if (rest.StartsWith(beginning, StringComparison.Ordinal)) return field;
        }
        return null;
    }

    /// <summary>How strongly one line speaks for each field; fields it says nothing about are left out.</summary>
    public IEnumerable<(string Field, double Strength)> Speaking(string line)
    {
        var plain = Plain(line);
        foreach (var field in fields)
        {
            var (sure, signs) = (field.Sure.Count(w => Find(plain, w) is not null), field.Signs.Count(w => Find(plain, w) is not null));
            // A second sure word adds less than the first, a third nothing.
            var strength = Math.Min((sure > 1 ? 3 : 2 * sure) + Math.Min(signs, MostInOneLine), MostOfOneLine);
            if (strength > 0) yield return (field.Key, strength);
        }
    }

    /// <summary>Where a word that begins so stands in a plain line. A Dutch one may hide at the end of another: jaarverslag.</summary>
    public int? Find(string plain, string beginning)
    {
        var at = plain.IndexOf(beginning, StringComparison.Ordinal);
        if (at < 0) return null;
        if (compounds && beginning.Length >= LongEnoughInside && !beginning.Contains(' ', StringComparison.Ordinal)) return at;
        for (; at > 0; at = plain.IndexOf(beginning, at + 1, StringComparison.Ordinal))
            if (plain[at - 1] == ' ') return at;
        return null;
    }

    /// <summary>Folded words with a space before and behind each.</summary>
    public static string Plain(string text) => $" {string.Join(' ', Stems.Words(text))} ";

    private static Dictionary<string, WorkWords> Load()
    {
        using var stream = typeof(WorkWords).Assembly.GetManifestResourceStream("Profiles.work-words.json") ?? throw new InvalidOperationException("The words of work are not in the program.");
        var file = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, FieldFile>>>(stream, JsonSerializerOptions.Web)!;
        return file.SelectMany(f => f.Value.Keys).Distinct(StringComparer.Ordinal)
            .ToDictionary(language => language, language => new WorkWords(language, file.ToDictionary(f => f.Key, f => f.Value[language], StringComparer.Ordinal)), StringComparer.Ordinal);
    }

    internal sealed record Field(string Key, double Usual, IReadOnlyList<string> Sure, IReadOnlyList<string> Signs);

    private sealed record FieldFile(double Usual, IReadOnlyList<string> Names, IReadOnlyList<string> Sure, IReadOnlyList<string> Signs);
}
