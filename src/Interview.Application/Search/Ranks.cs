using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Interviewing.Application.Search;

/// <summary>Which entries have the words that were asked for, and where: compared with the same stems as the index, row by row in the database.</summary>
public static class Ranks
{
    /// <summary>Entries whose title has every word (or at least one), in any of its forms, as the beginning of a word.</summary>
    public static Expression<Func<SearchEntry, bool>> InTitle(string text, bool every = true) => In(nameof(SearchEntry.Title), text, every);

    /// <summary>Entries that have every word anywhere.</summary>
    public static Expression<Func<SearchEntry, bool>> InWords(string text) => In(nameof(SearchEntry.Words), text, every: true);

    /// <summary>0 for what has every word in its title, 1 for some of them, 2 for none.</summary>
    public static Expression<Func<T, int>> Of<T>(Expression<Func<T, SearchEntry>> entry, string text)
    {
        var (every, some) = (InTitle(text), InTitle(text, every: false));
        Expression Here(Expression<Func<SearchEntry, bool>> which) => ReplacingExpressionVisitor.Replace(which.Parameters[0], entry.Body, which.Body);
        return Expression.Lambda<Func<T, int>>(Expression.Condition(Here(every), Expression.Constant(0), Expression.Condition(Here(some), Expression.Constant(1), Expression.Constant(2))), entry.Parameters);
    }

    private static Expression<Func<SearchEntry, bool>> In(string where, string text, bool every)
    {
        var entry = Expression.Parameter(typeof(SearchEntry));
        var stems = Expression.Property(entry, where);
        var words = Stems.Asked(text).Select(forms => forms.Select(form => (Expression)Expression.Call(stems, nameof(string.Contains), null, Parameter($" {form}"))).Aggregate(Expression.OrElse)).ToList();
        var body = words.Count == 0 ? Expression.Constant(false) : words.Aggregate(every ? Expression.AndAlso : Expression.OrElse);
        return Expression.Lambda<Func<SearchEntry, bool>>(body, entry);
    }

    // A member of an object becomes a parameter of the command; a bare constant would make a plan for every word.
    private static MemberExpression Parameter(string text) => Expression.Property(Expression.Constant(new Form(text)), nameof(Form.Text));

    private sealed record Form(string Text);
}
