using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Shared;

/// <summary>The database as use cases see it. Every folder adds its own sets in a partial (a default member over <see cref="Set{T}"/>).</summary>
public partial interface IInterviewDb
{
    DbSet<T> Set<T>() where T : class;

    /// <summary>Compares with the version the page saw, not with the row just read; a stale one is refused when saving.</summary>
    void Expect(Root root, int version);

    Task<int> SaveChangesAsync(CancellationToken ct);
}

public static class Loading
{
    public static T Add<T>(this IInterviewDb db, T noun) where T : class
    {
        db.Set<T>().Add(noun);
        return noun;
    }

    public static async Task<T> Need<T>(this IQueryable<T> query, Guid id, CancellationToken ct) where T : class, IHasId =>
        await query.FirstOrDefaultAsync(x => x.Id == id, ct) ?? throw Refusal.NotFound;

    public static async Task<T> NeedFirst<T>(this IQueryable<T> query, Expression<Func<T, bool>> which, CancellationToken ct) =>
        await query.FirstOrDefaultAsync(which, ct) ?? throw Refusal.NotFound;
}
