using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Interviewing.Application.Shared;

public static class Wordings
{
    /// <summary>Those of which one of the texts contains what was sought, capitals or not; all when nothing was sought. Runs in the database: its lower() compares, no culture of ours.</summary>
    public static IQueryable<T> Saying<T>(this IQueryable<T> query, string? sought, params Expression<Func<T, string>>[] texts)
    {
        if (string.IsNullOrWhiteSpace(sought)) return query;
        var lower = sought.Trim().ToLowerInvariant();
        var one = Expression.Parameter(typeof(T));
        var any = texts.Select(text => Contains(ReplacingExpressionVisitor.Replace(text.Parameters[0], one, text.Body), lower)).Aggregate<Expression>(Expression.OrElse);
        return query.Where(Expression.Lambda<Func<T, bool>>(any, one));
    }

    private static MethodCallExpression Contains(Expression text, string lower) =>
        Expression.Call(Expression.Call(text, nameof(string.ToLower), null), nameof(string.Contains), null, Expression.Property(Expression.Constant(new Sought(lower)), nameof(Sought.Text)));

    // A member of an object becomes a parameter of the command; a bare constant would make a plan for every word.
    private sealed record Sought(string Text);
}
