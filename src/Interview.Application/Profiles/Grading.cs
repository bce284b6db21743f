using System.Globalization;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Profiles;

/// <summary>What tells the classes of one function apart: a cell of text per class, in the order of <see cref="Grading.Classes"/>; empty where there is none.</summary>
public sealed record GradingCriterion(LocalText Name, IReadOnlyList<LocalText> Cells);

/// <summary>A word of the criteria and what it means.</summary>
public sealed record GradingTerm(LocalText Term, LocalText Text);

/// <summary>The distinguishing criteria of a profile: classes, criteria and the terms they use.</summary>
public sealed record Grading(IReadOnlyList<string> Classes, IReadOnlyList<GradingCriterion> Criteria, IReadOnlyList<GradingTerm> Terms)
{
    /// <summary>The same criteria in one more language; both must have as many of each.</summary>
    public Grading Over(Grading more)
    {
        var same = Classes.SequenceEqual(more.Classes) && Criteria.Count == more.Criteria.Count && Terms.Count == more.Terms.Count;
        Refuse.If(!same, "profiles.criteria-differ");
        return new(Classes,
            [.. Criteria.Zip(more.Criteria, (was, also) => new GradingCriterion(was.Name.Over(also.Name), [.. was.Cells.Zip(also.Cells, (a, b) => a.Over(b))]))],
            [.. Terms.Zip(more.Terms, (was, also) => new GradingTerm(was.Term.Over(also.Term), was.Text.Over(also.Text)))]);
    }

    /// <summary>cell.{criterion}.{class} or term.{number}, counted from 0; null where there is none.</summary>
    internal TextPlace? Place(string field, Action<Grading> put)
    {
        var words = field.Split('.');
        if (words is ["cell", var row, var column] && Number(row, Criteria.Count) is { } c && Number(column, Classes.Count) is { } k)
            return new(Criteria[c].Cells[k], text => put(this with { Criteria = With(Criteria, c, Criteria[c] with { Cells = With(Criteria[c].Cells, k, text) }) }), MayBeEmpty: true);
        if (words is ["term", var number] && Number(number, Terms.Count) is { } t)
            return new(Terms[t].Text, text => put(this with { Terms = With(Terms, t, Terms[t] with { Text = text }) }), MayBeEmpty: true);
        return null;

        static int? Number(string digits, int count) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < count ? n : null;

        static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, int at, T one) => [.. list.Select((was, i) => i == at ? one : was)];
    }
}
