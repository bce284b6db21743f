using Interviewing.Application.Import;

namespace Interviewing.House.Tests.Seeds;

/// <summary>One document of the starter library as the product's own reader reads it.</summary>
sealed record Seed(string Folder, string Code, string Language, ImportRecord Record)
{
    public static readonly string[] Languages = ["nl", "en", "fr"];

    static readonly Lazy<IReadOnlyList<Seed>> Read = new(() => [.. new[] { "library", "profiles" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds", folder), "*.md")
        .Order(StringComparer.Ordinal).Select(file => new Seed(folder, Path.GetFileName(file).Split('.')[0], Path.GetFileName(file).Split('.')[1], DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file)))))]);

    public static IReadOnlyList<Seed> All => Read.Value;
    public static IEnumerable<Seed> Library => All.Where(s => s.Folder == "library");
    public static IEnumerable<Seed> Profiles => All.Where(s => s.Folder == "profiles");

    public FoundCompetency Competency => Record.Competencies.Single();
    public FoundProfile Profile => Record.JobProfiles.Single();

    public string Name => $"{Code}.{Language}";

    /// <summary>Every text that a reader of the library meets, with its line.</summary>
    public IEnumerable<(int Line, string Text)> Texts => RecordItems.Of(Record).Where(i => i.Text is { Length: > 0 }).Select(i => (i.Trace.Line, i.Text!));
}
