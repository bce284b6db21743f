using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>A result that was agreed earlier in the cycle and comes back to be looked at.</summary>
public sealed record EarlierResult(Guid Id, string Text, DateOnly? Due);

/// <summary>
/// What a talk asks beside the competencies and who takes part, copied from its stage when the talk began; a stage that is drawn anew moves no talk. Kept as
/// JSON text.
/// </summary>
public sealed record ReviewForm(int Schema, string? Stage, bool SelfFills, IReadOnlyList<FreeQuestion> Questions, IReadOnlyList<EarlierResult> Results, int? LeastColleagues, bool ConfirmedAbove, bool HigherReads)
{
    public const int CurrentSchema = 1;

    /// <summary>A talk outside any stage: both sides, the competencies, no more.</summary>
    public static readonly ReviewForm Plain = new(CurrentSchema, null, true, [], [], null, false, false);

    public static ReviewForm Of(CycleStage stage, IReadOnlyList<EarlierResult> results) =>
        new(CurrentSchema, stage.Name, stage.Form.SelfFills, stage.Form.Questions, stage.Form.ReviewsResults ? results : [], stage.Form.LeastColleagues, stage.Form.ConfirmedAbove, stage.Form.HigherReads);

    /// <summary>What is answered in words, in this order.</summary>
    public IEnumerable<Guid> Items => Results.Select(r => r.Id).Concat(Questions.Select(q => q.Id));

    public string Write() => JsonText.Write(this);

    public static ReviewForm Read(string text) => JsonText.Read<ReviewForm>(text);
}
