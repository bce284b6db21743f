using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>A question that both sides answer in words.</summary>
public sealed record FreeQuestion(Guid Id, LocalText Text);

/// <summary>
/// What is asked in a stage and who takes part. <see cref="SelfFills"/>: the employee has a side; without it the manager writes alone and the employee reacts.
/// <see cref="RatesCompetencies"/>: the profile's competencies with their required level. <see cref="ReviewsResults"/>: what was agreed earlier in the year comes back.
/// <see cref="LeastColleagues"/>: colleagues are asked as well, and below this number nothing of what they say is shown. <see cref="ConfirmedAbove"/>: after
/// signing the next-higher manager confirms; <see cref="HigherReads"/> and <see cref="HrReads"/>: who else reads what is shared.
/// </summary>
public sealed record StageForm(bool SelfFills = true, bool RatesCompetencies = true, bool ReviewsResults = false, int? LeastColleagues = null, bool ConfirmedAbove = false,
    bool HigherReads = false, bool HrReads = false)
{
    /// <summary>With fewer, what one of them said could be told from the others' own answers.</summary>
    public const int FewestColleagues = 3, MostColleagues = 20, MostQuestions = 12, LongestQuestion = 500;

    public IReadOnlyList<FreeQuestion> Questions { get; init; } = [];

    public void Check()
    {
        Refuse.FieldIf(LeastColleagues is < FewestColleagues or > MostColleagues, "leastColleagues", "reviews.colleagues-number", FewestColleagues, MostColleagues);
        Refuse.FieldIf(Questions.Count > MostQuestions, "questions", "reviews.questions-many", MostQuestions);
        Refuse.FieldIf(Questions.Any(q => q.Text.IsEmpty || q.Text.All.Values.Any(t => t.Length > LongestQuestion)), "questions", "reviews.question-text", LongestQuestion);
        Refuse.FieldIf(Questions.Select(q => q.Id).Distinct().Count() != Questions.Count, "questions", "reviews.question-twice");
        Refuse.FieldIf(!RatesCompetencies && !ReviewsResults && Questions.Count == 0, "rates", "reviews.form-empty");
        Refuse.FieldIf(LeastColleagues is not null && !RatesCompetencies, "leastColleagues", "reviews.colleagues-rate-nothing");
    }
}

/// <summary>A stage as somebody draws it: its name, its window and its form.</summary>
public sealed record StageOutline(string Name, DateOnly Opens, DateOnly Ends, StageForm Form);

/// <summary>One round of talks within a cycle: "plan", "progress", "assessment", or whatever an organisation calls it.</summary>
public sealed class CycleStage : Part
{
    private CycleStage() { }

    internal CycleStage(Guid cycle, StageOutline outline)
    {
        CycleId = cycle;
        Become(outline);
    }

    public Guid CycleId { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly Opens { get; private set; }
    public DateOnly Ends { get; private set; }
    public StageForm Form { get; private set; } = new();
    /// <summary>From here on its talks are made.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    internal void Become(StageOutline outline)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(outline.Name) || outline.Name.Length > Cycle.LongestName, "name", "reviews.stage-name");
        Refuse.FieldIf(outline.Ends < outline.Opens, "ends", "reviews.cycle-ends-before-start");
        outline.Form.Check();
        Refuse.If(OpenedAt is not null && JsonText.Write(outline.Form) != JsonText.Write(Form), "reviews.stage-opened");
        Refuse.FieldIf(OpenedAt is not null && outline.Opens != Opens, "opens", "reviews.stage-opened");
        (Name, Opens, Ends, Form) = (outline.Name.Trim(), outline.Opens, outline.Ends, outline.Form);
    }

    internal bool Open(DateOnly today, DateTimeOffset now)
    {
        if (OpenedAt is not null) return false;
        Refuse.If(Ends < today, "reviews.stage-over");
        // Opened by hand before its day: this is the day now.
        (OpenedAt, Opens) = (now, Opens > today ? today : Opens);
        return true;
    }
}
