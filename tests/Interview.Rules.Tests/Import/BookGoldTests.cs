using System.Text.Json.Nodes;
using Interviewing.Application.Import;
using Xunit.Abstractions;

namespace Interviewing.Rules.Tests.Import;

/// <summary>The function book and the generic profile against their hand-made extractions, in order; INTERVIEW_DOCUMENTS names their folder.</summary>
public class BookGoldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("003")]
    [InlineData("004")]
    public void The_record_equals_its_gold_in_order(string id)
    {
        if (Document(id) is not var (file, gold)) return;
        var (found, wanted) = (JsonNode.Parse(GoldProjection.ToJson(DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file))))!, JsonNode.Parse(File.ReadAllText(gold))!);
        foreach (var node in new[] { found, wanted }) Strip(node);
        found.ToJsonString().ShouldBe(wanted.ToJsonString());
    }

    [Theory]
    [InlineData("003", "name-mismatch overview[0].name", "name-mismatch overview[1].name", "name-mismatch overview[14].name", "group-mismatch overview[14].group", "no-place modules[0]")]
    [InlineData("004", "missing-name job_profiles[0].name", "misplaced-section job_profiles[0].purpose")]
    public void Advice_is_given_where_it_is_wanted(string id, params string[] wanted)
    {
        if (Document(id) is not var (file, _)) return;
        var found = DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file)).Findings.Select(f => $"{f.Code} {f.Path}").ToList();
        foreach (var advice in wanted) found.ShouldContain(advice);
    }

    [Theory]
    [InlineData("003")]
    [InlineData("004")]
    public void Nothing_is_lost_and_nothing_is_made_up(string id)
    {
        if (Document(id) is not var (file, _)) return;
        var record = DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file));
        Accounts.EveryLineIsAccountedFor(File.ReadAllText(file), record);
        Accounts.NothingIsMadeUp(File.ReadAllText(file), record);
    }

    private (string File, string Gold)? Document(string id)
    {
        if (Environment.GetEnvironmentVariable("INTERVIEW_DOCUMENTS") is { Length: > 0 } folder && Directory.Exists(folder))
            return (Directory.GetFiles(folder, id + "_*.txt").Single(), Path.Combine(folder, id + ".json"));
        output.WriteLine("Skipped: INTERVIEW_DOCUMENTS does not name the folder with the reference documents.");
        return null;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray array) foreach (var item in array) Strip(item);
        if (node is not JsonObject map) return;
        foreach (var name in new[] { "suggested_name", "issues" }) map.Remove(name);
        foreach (var (_, value) in map) Strip(value);
    }
}
