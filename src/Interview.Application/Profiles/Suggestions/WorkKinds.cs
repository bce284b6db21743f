using System.Text.Json;

namespace Interviewing.Application.Profiles.Suggestions;

/// <summary>
/// The kinds of work there are (leading, inspecting, teaching, …), by what functions are called and how their purpose begins, and the fields that such work asks
/// for before anything else of the profile is read: "core" is asked of nearly everybody who does it, "often" of many. Data: <c>kinds-of-work.json</c>.
/// </summary>
internal sealed class WorkKinds
{
    private const double Core = 1, Often = 0.5;
    private static readonly Lazy<Dictionary<string, KindFile>> Loaded = new(Load);

    private readonly WorkWords words;
    private readonly IReadOnlyList<(string Beginning, KindFile Kind)> names, works;

    private WorkKinds(WorkWords words, string language)
    {
        this.words = words;
        // Chef de projet is no chef: the longest name is taken out before a shorter one is looked for.
        names = [.. Loaded.Value.Values.SelectMany(k => k.In(language).Names.Select(name => (name, k))).OrderByDescending(n => n.name.Length).ThenBy(n => n.name, StringComparer.Ordinal)];
        works = [.. Loaded.Value.Values.SelectMany(k => k.In(language).Work.Select(work => (work, k)))];
    }

    public static WorkKinds In(WorkWords words, string language) => new(words, language);

    /// <summary>How strongly a line speaks for each field: the name of a function by the kinds it names, a sentence of its purpose by what it says somebody does.</summary>
    public Dictionary<string, double> Speaking(JobLine line)
    {
        var fields = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var kind in Kinds(line))
        {
            foreach (var field in kind.Often) fields[field] = Math.Max(fields.GetValueOrDefault(field), Often);
            foreach (var field in kind.Core) fields[field] = Core;
        }
        return fields;
    }

    private IEnumerable<KindFile> Kinds(JobLine line)
    {
        if (line.Part == JobPart.Activity) yield break;
        var plain = WorkWords.Plain(line.Text);
        if (line.Part == JobPart.Purpose)
        {
            foreach (var (beginning, kind) in works)
                if (words.Find(plain, beginning) is not null) yield return kind;
            yield break;
        }
        foreach (var (beginning, kind) in names)
        {
            if (words.Find(plain, beginning) is not { } at) continue;
            plain = $"{plain[..at]} {plain[(at + beginning.Length)..]}";
            yield return kind;
        }
    }

    private static Dictionary<string, KindFile> Load()
    {
        using var stream = typeof(WorkKinds).Assembly.GetManifestResourceStream("Profiles.kinds-of-work.json") ?? throw new InvalidOperationException("The kinds of work are not in the program.");
        return JsonSerializer.Deserialize<Dictionary<string, KindFile>>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Said(IReadOnlyList<string> Names, IReadOnlyList<string> Work);

    private sealed record KindFile(IReadOnlyList<string> Core, IReadOnlyList<string> Often, Said Nl, Said En, Said Fr)
    {
        public Said In(string language) => language switch { "nl" => Nl, "fr" => Fr, _ => En };
    }
}
