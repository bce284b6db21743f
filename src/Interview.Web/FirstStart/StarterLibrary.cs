using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Web.FirstStart;

/// <summary>Reads and publishes our own library by the same reader as anybody's documents, in one go. The first language makes the records, the others join them by code.</summary>
internal static class StarterLibrary
{
    private static readonly Actor Machine = new Actor.System("starter-library");
    private static readonly string[] Languages = ["nl", "en", "fr"];

    public static async Task Load(Door door, string seeds, CancellationToken ct)
    {
        List<NamedDocument> documents = [];
        // Competencies before the profiles that ask for them.
        foreach (var folder in new[] { "library", "profiles" })
            foreach (var language in Languages)
                foreach (var file in Directory.EnumerateFiles(Path.Combine(seeds, folder), $"*.{language}.md").Order(StringComparer.Ordinal))
                    documents.Add(new(Path.GetFileName(file), await File.ReadAllBytesAsync(file, ct)));
        _ = (await door.Ask(new PublishDocuments(documents, new NewFramework("Interview", "1", "Interview", "MIT")), Machine, ct)).Value;
    }
}
