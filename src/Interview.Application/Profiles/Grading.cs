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
}
