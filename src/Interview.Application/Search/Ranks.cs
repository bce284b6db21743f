using System.Linq.Expressions;

namespace Interviewing.Application.Search;

/// <summary>What was found in a title stands before what was found elsewhere. Compares with the same stems as the index, in the database.</summary>
public static class Ranks
{
    /// <summary>Entries whose title has every word that was asked for (or at least one), in any of its forms, as the beginning of a word.</summary>
    public static Expression<Func<SearchEntry, bool>> InTitle(string text, bool every)
    {
        var entry = Expression.Parameter(typeof(SearchEntry));
        var title = Expression.Property(entry, nameof(SearchEntry.Title));
        var words = Stems.Asked(text).Select(forms => forms.Select(form => (Expression)Expression.Call(title, nameof(string.Contains), null, Parameter($" {form}"))).Aggregate(Expression.OrElse)).ToList();
        var body = words.Count == 0 ? Expression.Constant(false) : words.Aggregate(every ? Expression.AndAlso : Expression.OrElse);
        return Expression.Lambda<Func<SearchEntry, bool>>(body, entry);
    }

    // A member of an object becomes a parameter of the command; a bare constant would make a plan for every word.
    private static MemberExpression Parameter(string text) => Expression.Property(Expression.Constant(new Form(text)), nameof(Form.Text));

    private sealed record Form(string Text);
}
