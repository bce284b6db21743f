using System.Text.Json;
using Interviewing.Application.Competencies;
using Interviewing.Application.Profiles;
using Interviewing.Application.Shared;

namespace Interviewing.Testing;

/// <summary>One profile without competencies, and what a careful adviser would pick for it (see SuggestionSet/README.md).</summary>
public sealed record SuggestionCase(string Language, string Name, string Purpose, IReadOnlyList<SuggestionArea> Areas, IReadOnlyList<string> Picked)
{
    private static readonly Lazy<IReadOnlyList<SuggestionCase>> Read = new(() => [.. In("").Select((one, i) => one with { IsHeldOut = i % 3 == 2 })]), ReadLater = new(() => [.. In("later")]), ReadUnseen = new(() => [.. In("unseen")]);

    public static IReadOnlyList<SuggestionCase> All => Read.Value;

    /// <summary>Written after the ranking was first made; it has been made better with them since.</summary>
    public static IReadOnlyList<SuggestionCase> Later => ReadLater.Value;

    /// <summary>No word and no setting was ever chosen by these; only their means are told.</summary>
    public static IReadOnlyList<SuggestionCase> Unseen => ReadUnseen.Value;

    /// <summary>Every third is not looked at while the ranking is made, so that its figure tells what other documents may expect.</summary>
    public bool IsHeldOut { get; init; }

    private static IEnumerable<SuggestionCase> In(string folder) => Directory.EnumerateFiles(Path.Combine(Root(), "tests", "Interview.Testing", "SuggestionSet", folder), "*.json").Order(StringComparer.Ordinal)
        .Select(file => JsonSerializer.Deserialize<SuggestionCase>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!);

    public double Recall(IEnumerable<string> proposed) => (double)Picked.Intersect(proposed.Take(8)).Count() / Picked.Count;

    public Profile As(Guid edition, string code)
    {
        LocalText Say(string text) => LocalText.Of(Language, text);
        var profile = new Profile(edition, null, code, Say(Name), Say(Purpose));
        foreach (var area in Areas) profile.AddResultArea(Say(area.Title), LocalText.Empty, LocalText.Empty, [.. area.Activities.Select(a => new Activity(Say(a), []))]);
        return profile;
    }

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Interview.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Interview.sln is not above this program.");
    }
}

public sealed record SuggestionArea(string Title, IReadOnlyList<string> Activities);
