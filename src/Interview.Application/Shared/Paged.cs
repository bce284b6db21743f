using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

/// <summary>Which part of a list: <see cref="Skip"/> rows from the start, at most <see cref="Take"/> (1 to 200).</summary>
public readonly record struct Slice(int Skip = 0, int Take = 20)
{
    public int SafeSkip => Math.Max(0, Skip);
    // A slice that nobody filled in (default) is all zeros, and means the usual one.
    public int SafeTake => Take <= 0 ? 20 : Math.Min(Take, 200);
}

public sealed record Paged<T>(IReadOnlyList<T> Rows, int Count)
{
    public static readonly Paged<T> Empty = new([], 0);
}

public static class Paging
{
    /// <summary>Counts and cuts in the database; the query must be ordered.</summary>
    public static async Task<Paged<T>> ToPaged<T>(this IQueryable<T> query, Slice slice, CancellationToken ct)
    {
        var rows = await query.Skip(slice.SafeSkip).Take(slice.SafeTake).ToListAsync(ct);
        // A first page that is not full already knows the count.
        var count = slice.SafeSkip == 0 && rows.Count < slice.SafeTake ? rows.Count : await query.CountAsync(ct);
        return new(rows, count);
    }
}
