using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Interviewing.Application.Import;
using Xunit.Abstractions;

namespace Interviewing.Rules.Tests.Import;

/// <summary>Other documents in the layouts we read, each with the record a careful reader makes of it. What differs in each stands in Variants/README.md.</summary>
public class VariantTests(ITestOutputHelper output)
{
    private const double Enough = 0.95, EnoughPerKind = 0.90;
    // Of a kind with fewer items one miss says more about chance than about the reader.
    private const int FewestPerKind = 5;
    private static readonly string Root = Find();

    /// <summary>One row per layout and set; the set that is kept aside is measured when it is there.</summary>
    public static TheoryData<string> Folders() => new(new[] { "", "HeldOut", "HeldOut2", "HeldOut3", "HeldOut4" }
        .SelectMany(set => Directory.Exists(Path.Combine(Root, set)) ? Directory.GetDirectories(Path.Combine(Root, set)) : [])
        .Select(folder => Path.GetRelativePath(Root, folder).Replace('\\', '/')).Where(folder => folder.Contains('/') || !folder.StartsWith("HeldOut", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Documents_in_a_known_layout_are_read_as_their_author_meant_them(string folder)
    {
        var scores = Directory.GetFiles(Path.Combine(Root, folder), "*.txt").Order(StringComparer.Ordinal).Select(file => (Name: Path.GetFileNameWithoutExtension(file), Score: Score(file))).ToList();
        scores.ShouldNotBeEmpty();
        var sum = GoldScore.Sum(scores.Select(s => s.Score));
        var report = Report(folder, scores, sum);
        output.WriteLine(report);

        var below = sum.Kinds.Where(kind => kind.Value.F1 < EnoughPerKind && kind.Value.Gold >= FewestPerKind).Select(kind => kind.Key).ToList();
        (sum.Overall.F1 >= Enough && below.Count == 0).ShouldBeTrue(report);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Nothing_of_them_is_lost_and_nothing_is_made_up(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root, folder), "*.txt"))
        {
            var source = SourceText.Read(Path.GetFileName(file), File.ReadAllBytes(file));
            var record = DocumentReader.Read(source);
            Accounts.EveryLineIsAccountedFor(source.Text, record);
            Accounts.NothingIsMadeUp(source.Text, record);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_document_has_its_record_beside_it(string folder)
    {
        var names = Directory.GetFiles(Path.Combine(Root, folder)).Where(file => Path.GetExtension(file) is ".txt" or ".json").GroupBy(Path.GetFileNameWithoutExtension).ToList();
        names.ShouldAllBe(pair => pair.Count() == 2);
        names.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    private static GoldScore Score(string file)
    {
        var found = GoldProjection.ToJson(DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file)));
        return GoldScore.Of(JsonNode.Parse(found)!, JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")))!);
    }

    private static string Report(string folder, List<(string Name, GoldScore Score)> scores, GoldScore sum)
    {
        var text = new StringBuilder().AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{folder}: {scores.Count} documents");
        foreach (var (name, score) in scores) text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-34} {score.Overall}");
        foreach (var (kind, tally) in sum.Kinds) text.AppendLine(CultureInfo.InvariantCulture, $"  {kind,-34} {tally}{(tally.F1 < EnoughPerKind ? "  <" : "")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {"OVERALL",-34} {sum.Overall}");
        foreach (var (name, score) in scores)
            foreach (var difference in score.Differences.Take(12)) text.AppendLine(CultureInfo.InvariantCulture, $"    {name}: {(difference.Length > 200 ? difference[..200] : difference)}");
        return text.ToString();
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Interview.sln"))) return Path.Combine(folder.FullName, "tests", "Interview.Rules.Tests", "Import", "Variants");
        throw new DirectoryNotFoundException("Interview.sln is not above the tests.");
    }
}
