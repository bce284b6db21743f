using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

/// <summary>What the chair made of it.</summary>
public enum ConflictAnswer { Open, Excused, MayScore }

/// <summary>Somebody of the panel knows a candidate in a way that matters: who, which candidate, what it is, and what followed. It stands beside the scores and in none of them.</summary>
public sealed class Conflict : Root
{
    public const int LongestNature = 1000;

    private Conflict() { }

    public Conflict(Guid procedure, Guid seat, Guid candidate, string nature, Guid? by, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(nature), "nature", "procedures.nature-missing");
        Refuse.FieldIf(nature.Length > LongestNature, "nature", "procedures.nature-long", LongestNature);
        (ProcedureId, SeatId, CandidateId, Nature, ReportedBy, ReportedAt) = (procedure, seat, candidate, nature.Trim(), by, now);
    }

    public Guid ProcedureId { get; private set; }
    public Guid SeatId { get; private set; }
    public Guid CandidateId { get; private set; }
    [Secret] public string Nature { get; private set; } = "";
    /// <summary>The person, or the guest's link.</summary>
    public Guid? ReportedBy { get; private set; }
    public DateTimeOffset ReportedAt { get; private set; }
    public ConflictAnswer Answer { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? AnswerReason { get; private set; }

    /// <summary>An excuse is not taken back; somebody who might score along can still be excused.</summary>
    public void Decide(bool excuse, string reason, Guid by, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "procedures.reason-missing");
        Refuse.If(Answer == ConflictAnswer.Excused, "procedures.conflict-answered");
        (Answer, AnswerReason, AnsweredBy, AnsweredAt) = (excuse ? ConflictAnswer.Excused : ConflictAnswer.MayScore, reason.Trim(), by, now);
        Touch();
    }
}
