using System.Text.Json.Nodes;
using Interviewing.Application.Import;
using Xunit.Abstractions;

namespace Interviewing.Rules.Tests.Import;

/// <summary>Against the hand-made extractions, which are not part of the product: INTERVIEW_DOCUMENTS names their folder.</summary>
public class GoldTests(ITestOutputHelper output)
{
    // Advice is worded freely; what is not compared elsewhere is compared here, in order.
    private static readonly string[] Free = ["suggested_name", "issues"];

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    public void A_document_equals_its_gold_in_order(string id)
    {
        if (Documents() is not { } folder) return;
        var found = Projected(folder, id);
        Strip(found);
        var readings = GoldReadings.Of(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, id + ".json")))!, File.ReadAllText(Path.Combine(folder, "alternatives.json"))).ToList();
        foreach (var reading in readings) Strip(reading);
        if (!readings.Exists(reading => reading.ToJsonString() == found.ToJsonString())) found.ToJsonString().ShouldBe(readings[0].ToJsonString());
    }

    [Fact]
    public void Advice_is_given_wherever_the_gold_wants_some()
    {
        if (Documents() is not { } folder) return;
        string[] wanted = ["missing-name", "inferred-level", "glued-items", "missing-space", "stray-markup", "duplicate-list", "repeated-across-areas", "empty-label"];
        var codes = Projected(folder, "001")["issues"]!.AsArray().Select(issue => (string)issue!["code"]!).ToList();
        foreach (var code in wanted) codes.ShouldContain(code);
        codes.Count(code => code == "glued-items").ShouldBe(5);
    }

    [Theory]
    [InlineData("000", "missing-name", "duplicate-title")]
    [InlineData("002", "missing-name", "empty-parent", "column-scramble")]
    public void Advice_is_given_for_other_layouts_too(string id, params string[] wanted)
    {
        if (Documents() is not { } folder) return;
        var codes = Projected(folder, id)["issues"]!.AsArray().Select(issue => (string)issue!["code"]!).ToList();
        foreach (var code in wanted) codes.ShouldContain(code);
    }

    [Fact]
    public void No_document_loses_a_line_and_none_gains_a_word()
    {
        if (Documents() is not { } folder) return;
        foreach (var file in Directory.GetFiles(folder, "0*.txt"))
        {
            var record = DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file));
            Accounts.EveryLineIsAccountedFor(File.ReadAllText(file), record);
            Accounts.NothingIsMadeUp(File.ReadAllText(file), record);
        }
    }

    private string? Documents()
    {
        if (Environment.GetEnvironmentVariable("INTERVIEW_DOCUMENTS") is { Length: > 0 } folder && Directory.Exists(folder)) return folder;
        output.WriteLine("Skipped: INTERVIEW_DOCUMENTS does not name the folder with the reference documents.");
        return null;
    }

    private static JsonNode Projected(string folder, string id)
    {
        var file = Directory.GetFiles(folder, id + "_*.txt").Single();
        return JsonNode.Parse(GoldProjection.ToJson(DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file))))!;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray array) foreach (var item in array) Strip(item);
        if (node is not JsonObject map) return;
        foreach (var name in Free) map.Remove(name);
        foreach (var (_, value) in map) Strip(value);
    }
}
