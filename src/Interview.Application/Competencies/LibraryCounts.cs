using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Competencies;

/// <summary>How many competencies an edition holds in one cluster and state.</summary>
internal sealed record LibraryGroup(Guid FrameworkId, LocalText Framework, Guid EditionId, string Label, EditionStatus EditionStatus, Guid? ClusterId, LocalText? Cluster, int? Order, ItemStatus Status, bool InPreparation, int Count);

internal sealed record LibraryCount(IReadOnlyList<LibraryGroup> Groups, IReadOnlyDictionary<string, int> Languages, long Changes, long At);

/// <summary>
/// The library counted whole, for the numbers beside the filters. To count costs more the larger the library is, so what was counted is used again until
/// something of it is saved by this process, and for ten seconds at most, since another process saves too. Who may see which part is decided on each ask.
/// </summary>
public sealed class LibraryCounts(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private long changes;
    private LibraryCount? last;

    /// <summary>Something of the library was saved.</summary>
    public void Forget() => Interlocked.Increment(ref changes);

    internal async Task<LibraryCount> Now(IInterviewDb db, CancellationToken ct)
    {
        var now = Volatile.Read(ref changes);
        if (last is { } known && known.Changes == now && clock.GetElapsedTime(known.At) < Kept) return known;
        return last = new(await Groups(db, ct), await Languages(db, ct), now, clock.GetTimestamp());
    }

    private static Task<List<LibraryGroup>> Groups(IInterviewDb db, CancellationToken ct) => (
        from g in db.Competencies.AsNoTracking().GroupBy(c => new { c.EditionId, c.ClusterId, c.Status, c.InPreparation })
            .Select(g => new { g.Key.EditionId, g.Key.ClusterId, g.Key.Status, g.Key.InPreparation, Count = g.Count() })
        join e in db.Editions on g.EditionId equals e.Id
        join f in db.Frameworks on e.FrameworkId equals f.Id
        from n in db.Nodes.Where(n => n.Id == g.ClusterId).DefaultIfEmpty()
        select new LibraryGroup(f.Id, f.Name, e.Id, e.Label, e.Status, g.ClusterId, n!.Name, n.Order, g.Status, g.InPreparation, g.Count)).ToListAsync(ct);

    private static Task<Dictionary<string, int>> Languages(IInterviewDb db, CancellationToken ct) =>
        db.SearchEntries.Where(s => s.Kind == SearchKind.Competency && !s.StandsIn).GroupBy(s => s.Language)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
}
