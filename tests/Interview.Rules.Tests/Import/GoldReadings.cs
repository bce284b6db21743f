using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Interviewing.Rules.Tests.Import;

/// <summary>A hand-made extraction with every other reading that also counts as correct.</summary>
internal static partial class GoldReadings
{
    public static IEnumerable<JsonNode> Of(JsonNode gold, string alternatives)
    {
        // Moves of whole lists go last, so that the paths of the others stay true.
        var mine = JsonNode.Parse(alternatives)!["alternatives"]!.AsArray().Where(a => (string?)a!["id"] == (string?)gold["id"]).OrderBy(a => (string?)a!["kind"] == "reparent").ToList();
        for (var mask = 0; mask < 1 << mine.Count; mask++)
        {
            var reading = gold.DeepClone();
            var emptied = new List<JsonObject>();
            for (var i = 0; i < mine.Count; i++)
                if ((mask >> i & 1) == 1 && Apply(reading, mine[i]!) is { } node) emptied.Add(node);
            foreach (var node in emptied.Where(node => node["text"] is null && node["children"]!.AsArray().Count == 0)) node.Parent!.AsArray().Remove(node);
            yield return reading;
        }
    }

    private static JsonObject? Apply(JsonNode reading, JsonNode change)
    {
        switch ((string?)change["kind"])
        {
            case "append":
                At(reading, (string)change["path"]!).AsArray().Add(change["value"]!.DeepClone());
                return null;
            case "replace":
                At(reading, (string)change["path"]!).ReplaceWith(change["value"]!.DeepClone());
                return null;
            default:
                var (from, to) = (At(reading, (string)change["from"]!).AsArray(), At(reading, (string)change["to"]!).AsArray());
                foreach (var child in from.ToList())
                {
                    from.Remove(child);
                    to.Add(child);
                }
                return from.Parent!.AsObject();
        }
    }

    private static JsonNode At(JsonNode node, string path) =>
        Step().Matches(path).Aggregate(node, (at, step) => int.TryParse(step.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? at[index]! : at[step.Value]!);

    [GeneratedRegex("[A-Za-z_]+|[0-9]+")]
    private static partial Regex Step();
}
