using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Interviewing.Rules.Tests.Import;

/// <summary>How well a record agrees with the one made by hand: per kind of item, an item being right only with its text at its own place.</summary>
internal sealed partial class GoldScore
{
    private readonly SortedDictionary<string, Tally> kinds = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Tally> Kinds => kinds;

    public Tally Overall => kinds.Values.Aggregate(new Tally(0, 0, 0), (sum, one) => sum + one);

    public List<string> Differences { get; } = [];

    public static GoldScore Of(JsonNode found, JsonNode gold)
    {
        var score = new GoldScore();
        var (have, want) = (Count(found), Count(gold));
        foreach (var item in have.Keys.Union(want.Keys))
        {
            var (h, w) = (have.GetValueOrDefault(item), want.GetValueOrDefault(item));
            score.Add(item.Kind, new(w, h, Math.Min(h, w)));
            if (h < w) score.Differences.Add($"missed x{w - h} [{item.Kind}] {item.Place} | {item.Text}");
            if (h > w) score.Differences.Add($"not in gold x{h - w} [{item.Kind}] {item.Place} | {item.Text}");
        }
        return score;
    }

    public static GoldScore Sum(IEnumerable<GoldScore> scores)
    {
        var sum = new GoldScore();
        foreach (var (kind, tally) in scores.SelectMany(s => s.kinds)) sum.Add(kind, tally);
        return sum;
    }

    /// <summary>The comparison key: composed, soft hyphens gone, white space folded, closing ; . , : ignored. Case counts.</summary>
    public static string Key(string text) =>
        White().Replace(text.Replace("\u00ad", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC), " ").Trim().TrimEnd(';', '.', ',', ':').TrimEnd();

    private void Add(string kind, Tally tally) => kinds[kind] = kinds.TryGetValue(kind, out var so) ? so + tally : tally;

    private static Dictionary<GoldItem, int> Count(JsonNode record) => Items(record).CountBy(item => item).ToDictionary();

    private static IEnumerable<GoldItem> Items(JsonNode record) =>
    [
        .. Each(record, "overview").Select(row => new GoldItem("overview row", Text(row, "name"), string.Join('|', new[] { "series", "group", "scale", "page" }.Select(k => Shown(row[k]))))),
        .. Each(record, "job_profiles").SelectMany(Profile),
        .. Each(record, "modules").SelectMany(m => Areas(m["task_groups"], "module task group", Text(m, "name")).Prepend(new("module", "", Text(m, "name")))),
        .. Each(record, "definitions").Select(d => new GoldItem("definition", Text(d, "term"), Text(d, "text"))),
        .. Each(record, "notices").Select(n => new GoldItem("notice", Text(n, "kind"), Text(n, "text"))),
    ];

    private static IEnumerable<GoldItem> Profile(JsonNode profile)
    {
        var name = Text(profile, "name");
        IEnumerable<GoldItem> Sections(string kind, params string[] fields) => fields.SelectMany(f => Texts(profile[f])).Select(text => new GoldItem(kind, name, text));
        return
        [
            new("profile name", "", name),
            .. Filled(profile, name, "", "code", "level_suffix", "purpose"),
            .. Sections("pay scale", "pay_scale"), .. Sections("job family", "job_family"), .. Sections("job series", "job_series"), .. Sections("job group", "job_group"),
            .. Sections("section text", "context", "job_outline", "person_profile"),
            .. Sections("characteristic", "dominant_characteristics"),
            .. Areas(profile["result_areas"], "result area", name),
            .. Each(profile, "competencies").SelectMany(c => Competency(c, name)),
            .. Sections("requirement", "requirements"),
            .. Each(profile, "levels").Select(l => new GoldItem("level", name, $"{Shown(l["level"])}|{Shown(l["scale"])}|{Shown(l["text"])}")),
            .. Each(profile["distinguishing_criteria"], "criteria").SelectMany(c => c["cells"]!.AsObject().Where(cell => cell.Value is not null)
                .Select(cell => new GoldItem("criterion cell", $"{Text(c, "name")}/{cell.Key}", Key((string)cell.Value!)))),
            .. Sections("module reference", "module_refs"),
        ];
    }

    private static IEnumerable<GoldItem> Areas(JsonNode? areas, string kind, string place) => (areas as JsonArray ?? []).SelectMany(area =>
    {
        var title = Text(area!, "title");
        return (IEnumerable<GoldItem>)
        [
            new(kind, place, title),
            .. area!["number"] is { } number ? [new GoldItem("result area number", title, Shown(number))] : Array.Empty<GoldItem>(),
            .. (bool?)area["optional"] is true ? [new GoldItem("result area optional", title, "yes")] : Array.Empty<GoldItem>(),
            .. Filled(area, title, "result area ", "role", "statement", "result"),
            .. Texts(area["framework"]?["items"]).Select(text => new GoldItem("framework item", title, text)),
            .. Activities(area["activities"], title),
        ];
    });

    // A parent without words lends its place to what stands below it.
    private static IEnumerable<GoldItem> Activities(JsonNode? activities, string place) => (activities as JsonArray ?? []).SelectMany(activity =>
    {
        var text = Text(activity!, "text");
        var below = Activities(activity!["children"], text.Length > 0 ? text : place);
        return text.Length > 0 ? below.Prepend(new("activity", place, text)) : below;
    });

    private static IEnumerable<GoldItem> Competency(JsonNode competency, string profile)
    {
        var (name, description) = (Text(competency, "name"), Text(competency, "description"));
        var place = description.Length > 0 ? description : name;
        if (name.Length > 0) yield return new("competency name", profile, name);
        if (description.Length > 0) yield return new("competency description", profile, description);
        if (Text(competency, "required_level") is { Length: > 0 } level) yield return new("required level", place, level);
        foreach (var list in new[] { "indicators", "questions", "tips" })
        {
            foreach (var text in Texts(competency[list])) yield return new(list, place, text);
            if ((int?)competency["duplicates_dropped"]?[list] is > 0 and var dropped) yield return new("duplicates dropped", place, $"{list} {dropped}");
        }
    }

    private static IEnumerable<GoldItem> Filled(JsonNode node, string place, string prefix, params string[] fields) =>
        fields.Where(f => Text(node, f).Length > 0).Select(f => new GoldItem(prefix + f, place, Text(node, f)));

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonObject map => map.SelectMany(pair => Texts(pair.Value)),
        JsonValue one when one.TryGetValue<string>(out var text) => [Key(text)],
        _ => [],
    };

    private static IEnumerable<JsonNode> Each(JsonNode? node, string field) => (node?[field] as JsonArray ?? []).OfType<JsonNode>();

    private static string Text(JsonNode node, string field) => node[field] is JsonValue value && value.TryGetValue<string>(out var text) ? Key(text) : "";

    private static string Shown(JsonNode? value) => value is null ? "None" : value.AsValue().TryGetValue<string>(out var text) ? Key(text) : value.ToString();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    private sealed record GoldItem(string Kind, string Place, string Text);

    internal readonly record struct Tally(int Gold, int Found, int Right)
    {
        public double Precision => Found == 0 ? 1 : (double)Right / Found;
        public double Recall => Gold == 0 ? 1 : (double)Right / Gold;
        public double F1 => Gold + Found == 0 ? 1 : 2.0 * Right / (Gold + Found);

        public static Tally operator +(Tally a, Tally b) => new(a.Gold + b.Gold, a.Found + b.Found, a.Right + b.Right);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"gold {Gold,5} found {Found,5} right {Right,5}  P {Precision:0.000} R {Recall:0.000} F1 {F1:0.000}");
    }
}
