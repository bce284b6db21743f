using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Web.FirstStart;

/// <summary>Reads and publishes our own library as anybody would: the documents are uploaded, what was read is published. The first language makes the records, the others join them by code.</summary>
internal static class StarterLibrary
{
    private static readonly Actor Machine = new Actor.System("starter-library");
    private static readonly string[] Languages = ["nl", "en", "fr"];

    public static async Task Load(Door door, string seeds, CancellationToken ct)
    {
        Guid? edition = null;
        // Competencies before the profiles that ask for them.
        foreach (var folder in new[] { "library", "profiles" })
            foreach (var language in Languages)
                foreach (var file in Directory.EnumerateFiles(Path.Combine(seeds, folder), $"*.{language}.md").Order(StringComparer.Ordinal))
                {
                    var draft = await Ask(new UploadDocument(Path.GetFileName(file), await File.ReadAllBytesAsync(file, ct)));
                    var seen = await Ask(new GetDraft(draft));
                    edition = (await Ask(new PublishDraft(draft, seen.Version, edition, edition is null ? new NewFramework("Interview", "1", "Interview", "MIT") : null))).Edition;
                }

        async Task<T> Ask<T>(IRequest<T> ask) => (await door.Ask(ask, Machine, ct)).Value;
    }
}
