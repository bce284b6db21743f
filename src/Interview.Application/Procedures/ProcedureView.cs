using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

public sealed record SeatRow(Guid Id, string Name, SeatKind Kind, bool Scores, DateTimeOffset? Until, int FormsIn, int FormsAsked, DateTimeOffset? DeclaredAt, bool Mine);

/// <summary><see cref="Clashes"/> names panel members who have another interview at that time, and the room when it is taken.</summary>
public sealed record InterviewRow(Guid Id, Appointment When, int Minutes, string Place, string? VideoLink, InterviewStatus Status, IReadOnlyList<string> Clashes, string? Reason = null)
{
    public DateTimeOffset EndsAt => When.Utc.AddMinutes(Minutes);
}

/// <summary><see cref="AdjustmentNote"/> and <see cref="OutReason"/> are for whoever plans or chairs.</summary>
public sealed record CandidateRow(Guid Id, string Code, string? Name, DateTimeOffset? RevealedAt, int FormsIn, int FormsAsked, Guid? MyCard, FormState? MyForm, InterviewRow? Interview,
    int ExtraMinutes = 0, string? AdjustmentNote = null, DateTimeOffset? OutAt = null, string? OutReason = null);

/// <summary>Who knows whom, for whoever plans or chairs, and one's own.</summary>
public sealed record ConflictRow(Guid Id, Guid Seat, string Member, Guid Candidate, string Code, string Nature, DateTimeOffset At, ConflictAnswer Answer, string? Reason, bool MayAnswer);

/// <summary>A form that is still to come, of a talk that is over.</summary>
public sealed record MissingForm(Guid Card, string Member, string Code, DateTimeOffset Since);

public sealed record GuideFacts(Guid Frozen, LocalText Title, int Minutes, DateTimeOffset FrozenAt, IReadOnlyList<AskedQuestion> Questions, IReadOnlyList<GuideChange> Changes);

/// <summary>From when on later candidates get a newer version, why, and how many stayed with the earlier one.</summary>
public sealed record GuideChange(DateTimeOffset At, string Reason, int Keeping);

public sealed record AskedQuestion(Guid Id, LocalText Text);

/// <summary>What the one who looks may do here; the page shows no button that would be refused.</summary>
public sealed record MayDo(bool Plan, bool Steer, bool Decide, bool ReadResults);

public sealed record ProcedureView(Guid Id, string Title, Guid Profile, LocalText ProfileName, ProcedureStatus Status, bool Blind, bool ShowsNames, string Owner, GuideFacts? Guide,
    IReadOnlyList<CandidateRow> Candidates, IReadOnlyList<SeatRow> Seats, IReadOnlyList<FormStatus> Forms, MayDo May,
    IReadOnlyList<ConflictRow> Conflicts, IReadOnlyList<MissingForm> Missing, IReadOnlyList<PanelFinding> Findings, string? StoppedReason)
{
    public bool IsOpen => Status is ProcedureStatus.Draft or ProcedureStatus.Approved or ProcedureStatus.Running or ProcedureStatus.Consensus;
}
