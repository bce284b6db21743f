using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>How well a competency was shown in the selection, on the scale of its procedure: never a step of a ladder. The mean of the panel after its talk, with its n.</summary>
public sealed record SelectionMeasure(Guid Competency, LocalText Name, int Weight, decimal? Mean, int N);

/// <summary>The result of a selection as its person agreed to keep it.</summary>
public sealed record SelectionOutcome(string Title, int Lowest, int Highest, int PassMark, IReadOnlyList<SelectionMeasure> Competencies)
{
    public const int First = 2;

    public static SelectionOutcome Of(ScoreMatrix matrix, MatrixRow candidate) => new(matrix.Title, matrix.Lowest, matrix.Highest, matrix.PassMark,
        [.. matrix.Competencies.Select(c => (Competency: c, Cell: candidate.Cells.FirstOrDefault(x => x.Competency == c.Id))).Select(x => new SelectionMeasure(x.Competency.Id, x.Competency.Name, x.Competency.Weight, x.Cell?.Mean.Value, x.Cell?.Mean.N ?? 0))]);

    /// <summary>Where a first plan begins: the two lowest; among equals the heavier one, then the order of the guide. What nobody scored is not low.</summary>
    public IReadOnlyList<SelectionMeasure> Beginnings => [.. Competencies.Where(c => c.Mean is not null).OrderBy(c => c.Mean).ThenByDescending(c => c.Weight).Take(First)];
}

/// <summary>
/// The offer to somebody who was hired to begin a first plan with the result of the own selection. Nothing of the result is read before that person says yes;
/// the yes can be taken back, and then what was kept of it is gone.
/// </summary>
public sealed class SelectionStart : Root
{
    private SelectionStart() { }

    public SelectionStart(Guid procedure, Guid candidate, Guid person, Guid by, DateTimeOffset now) =>
        (ProcedureId, CandidateId, PersonId, OfferedById, OfferedAt) = (procedure, candidate, person, by, now);

    public Guid ProcedureId { get; private set; }
    public Guid CandidateId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid OfferedById { get; private set; }
    public DateTimeOffset OfferedAt { get; private set; }
    public DateTimeOffset? ConsentedAt { get; private set; }
    public DateTimeOffset? RefusedAt { get; private set; }
    /// <summary>JSON of <see cref="SelectionOutcome"/>; only while there is consent.</summary>
    [Secret] public string? Kept { get; private set; }
    public Guid? PlanId { get; private set; }

    public bool HasConsent => ConsentedAt is not null && RefusedAt is null;

    public SelectionOutcome? Outcome => Kept is null ? null : JsonText.Read<SelectionOutcome>(Kept);

    public void Consent(SelectionOutcome outcome, DateTimeOffset now)
    {
        Refuse.If(HasConsent, "reviews.start-consented");
        (ConsentedAt, RefusedAt, Kept) = (now, null, JsonText.Write(outcome));
        Touch();
    }

    /// <summary>No, or no longer.</summary>
    public void Decline(DateTimeOffset now)
    {
        if (RefusedAt is not null) return;
        (RefusedAt, Kept) = (now, null);
        Touch();
    }

    public void Became(Guid plan)
    {
        Refuse.If(!HasConsent, "reviews.start-no-consent");
        Refuse.If(PlanId is not null, "reviews.start-planned");
        PlanId = plan;
        Touch();
    }
}
