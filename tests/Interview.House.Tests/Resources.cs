using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Interviewing.House.Tests;

/// <summary>The words of one area in its three languages.</summary>
sealed record Resources(string Area, IReadOnlyDictionary<string, string> Dutch, IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> French)
{
    public static IReadOnlyList<Resources> All { get; } = [.. Repository.Files(Repository.Web, "*.resx").Order(StringComparer.Ordinal)
        .Where(file => !Regex.IsMatch(file, @"\.(en|fr)\.resx$"))
        .Select(file => new Resources(Path.GetFileNameWithoutExtension(file), Read(file), Read(Path.ChangeExtension(file, ".en.resx")), Read(Path.ChangeExtension(file, ".fr.resx"))))];

    public IEnumerable<string> Faults()
    {
        foreach (var (language, words) in new[] { ("nl", Dutch), ("en", English), ("fr", French) })
        {
            foreach (var key in Keys.Except(words.Keys)) yield return $"{Area}: {key} has no words in {language}";
            foreach (var (key, value) in words)
            {
                if (string.IsNullOrWhiteSpace(value)) yield return $"{Area}: {key} is empty in {language}";
                if (!Places(value).SetEquals(Places(Dutch.GetValueOrDefault(key, "")))) yield return $"{Area}: {key} has other places in {language} than in nl";
                if (value.Split("**").Length % 2 == 0) yield return $"{Area}: {key} leaves a ** open in {language}";
            }
        }
        foreach (var key in Keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal) && !Dutch.ContainsKey(key[..^4] + ".other"))) yield return $"{Area}: {key} has no .other";
    }

    IEnumerable<string> Keys => Dutch.Keys.Union(English.Keys).Union(French.Keys);

    static HashSet<string> Places(string value) => [.. Regex.Matches(value, @"\{(\d+)").Select(m => m.Groups[1].Value)];

    static Dictionary<string, string> Read(string file) => File.Exists(file)
        ? XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "", StringComparer.Ordinal) : [];
}
