using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>Finds what was published from an earlier version of the same document, and compares.</summary>
internal static class EarlierVersion
{
    private const int MostLookedAt = 500;

    /// <summary>The last published draft of the same kind and language with a code in common; where one of the two has no codes, with the same file name or title.</summary>
    public static async Task<Draft?> EarlierOf(this IInterviewDb db, Draft draft, CancellationToken ct, bool evenApart = false)
    {
        if ((draft.Apart && !evenApart) || draft.Kind == DocumentKind.Unrecognised) return null;
        var (kind, language, id) = (draft.Kind, draft.Language, draft.Id);
        var candidates = await db.Drafts.AsNoTracking().Where(d => d.Status == DraftStatus.Published && d.Kind == kind && d.Language == language && d.Id != id)
            .OrderByDescending(d => d.PublishedAt).ThenByDescending(d => d.Id).Take(MostLookedAt).Select(d => new { d.Id, d.FileName, d.Title, d.Codes }).ToListAsync(ct);
        var found = candidates.Find(c => c.Codes.Count > 0 && draft.Codes.Count > 0
            ? c.Codes.Intersect(draft.Codes, StringComparer.OrdinalIgnoreCase).Any()
            : string.Equals(c.FileName, draft.FileName, StringComparison.OrdinalIgnoreCase) || (c.Title is not null && c.Title == draft.Title));
        return found is null ? null : await db.Drafts.AsNoTracking().Need(found.Id, ct);
    }

    /// <summary>Tracked, because publishing changes what it compares with; a query never saves.</summary>
    public static async Task<Comparison> Compare(this IInterviewDb db, Draft draft, Draft earlier, CancellationToken ct)
    {
        var (competencies, profiles) = (Ids(MadeKind.Competency), Ids(MadeKind.Profile));
        return Comparison.Of(draft.Review(), draft.Language,
            await db.Competencies.Where(c => competencies.Contains(c.Id)).Include(c => c.Levels).Include(c => c.Indicators.OrderBy(i => i.Order)).Include(c => c.Questions.OrderBy(q => q.Order)).Include(c => c.Tips.OrderBy(t => t.Order)).OrderBy(c => c.Code).ToListAsync(ct),
            await db.Profiles.Where(p => profiles.Contains(p.Id)).Include(p => p.ResultAreas.OrderBy(a => a.Order)).Include(p => p.Requires).OrderBy(p => p.Code).ToListAsync(ct), await db.Known(earlier, ct), earlier.Id);

        List<Guid> Ids(MadeKind kind) => [.. earlier.Made.Where(m => m.Kind == kind).Select(m => m.Id)];
    }

    // What the library took from the document so far: all that its first version said, and of each later one what a person ticked.
    private static async Task<IReadOnlySet<string>> Known(this IInterviewDb db, Draft earlier, CancellationToken ct)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (Draft? draft = earlier; draft is not null; draft = draft.FollowsId is { } before ? await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == before, ct) : null)
        {
            var taken = draft.Decisions.Where(d => d.Taken).Select(d => d.Path).ToList();
            foreach (var item in RecordItems.Of(draft.Read()))
                if (draft.FollowsId is null || taken.Exists(path => item.Path == path || item.Path.StartsWith(path + ".", StringComparison.Ordinal) || item.Path.StartsWith(path + "[", StringComparison.Ordinal))) known.Add(Wording.Key(item.Text ?? ""));
        }
        return known;
    }
}
