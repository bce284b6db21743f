using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Scoring.Agreement;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Decisions;

/// <summary>Everything that a procedure's file says, in the guide's languages; private notes have no place in it.</summary>
public sealed record DossierContent(int Schema, string Title, LocalText Profile, ProcedureStatus Status, DossierGuide Guide, DossierRules Rules, IReadOnlyList<DossierSeat> Panel, IReadOnlyList<DossierCandidate> Candidates,
    PanelAgreement Agreement, DossierDecision? Decision, IReadOnlyList<DossierMoment> Timeline)
{
    public const int CurrentSchema = 1;

    public DossierSeat? SeatOf(Guid seat) => Panel.FirstOrDefault(s => s.Seat == seat);

    public string NameOf(Guid seat) => SeatOf(seat)?.Name ?? "–";
}

/// <summary>The frozen guide by its number and hash, with what was asked and against which anchors.</summary>
public sealed record DossierGuide(LocalText Title, int Number, string Hash, DateTimeOffset FrozenAt, IReadOnlyList<DossierPoint> Scale, int PassMark, IReadOnlyList<DossierCompetency> Competencies, IReadOnlyList<DossierQuestion> Questions,
    string? WeightReason, IReadOnlyList<DossierDeviation> Deviations);

public sealed record DossierPoint(int Value, LocalText Label, LocalText Anchor);

public sealed record DossierCompetency(Guid Id, LocalText Name, LocalText Definition, int? RequiredLevel, int Weight, decimal? Minimum, IReadOnlyList<LocalText> Indicators, IReadOnlyList<DossierPoint> Anchors);

public sealed record DossierQuestion(LocalText Text, LocalText Competency, int Minutes, IReadOnlyList<LocalText> Probes, IReadOnlyList<DossierPoint> Anchors);

/// <summary>From when on later candidates got a newer version, and why.</summary>
public sealed record DossierDeviation(DateTimeOffset At, string Reason, int Keeping);

public sealed record DossierRules(RevealRule Reveal, int Range, SpeakingRule Speaking);

/// <summary>A seat from–to, and what whoever sat there declared.</summary>
public sealed record DossierSeat(Guid Seat, string Name, SeatKind Kind, bool Scores, DateTimeOffset From, DateTimeOffset? To, string? WhyLeft, IReadOnlyList<DossierStatement> Statements);

public sealed record DossierStatement(string Kind, string? Text, DateTimeOffset At);

/// <summary>One candidate: talks, questions that were not asked, forms, scores per item and member, what was said in the talk, and the totals.</summary>
public sealed record DossierCandidate(string Code, string? Name, IReadOnlyList<DossierTalk> Talks, IReadOnlyList<DossierSkip> Skipped, IReadOnlyList<DossierForm> Forms, DateTimeOffset? RevealedAt, IReadOnlyList<DossierItem> Items,
    DossierConsensus? Consensus, IReadOnlyList<DossierMean> Means, Composite? FirstTotal, Composite? Total);

public sealed record DossierTalk(string Local, string Zone, int Minutes, InterviewStatus Status);

public sealed record DossierSkip(LocalText Question, string Reason, DateTimeOffset At);

/// <summary>A form with the fingerprint of what was handed in.</summary>
public sealed record DossierForm(Guid Seat, DateTimeOffset? SealedAt, string? Hash, DateTimeOffset? ExcusedAt, string? WhyExcused, DateTimeOffset? ReopenedAt, string? WhyReopened);

public sealed record DossierItem(LocalText Competency, LocalText? Question, IReadOnlyList<DossierScore> Scores, IReadOnlyList<DossierDissent> Dissents);

public sealed record DossierScore(Guid Seat, RatingValue First, RatingValue Last, IReadOnlyList<TrailStep> Steps, IReadOnlyList<string> Notes);

public sealed record DossierDissent(Guid Seat, string Reason, DateTimeOffset At);

public sealed record DossierConsensus(DateTimeOffset OpenedAt, string OpenedBy, DateTimeOffset? ClosedAt, IReadOnlyList<Turn> Order);

public sealed record DossierMean(LocalText Competency, Mean First, Mean Last, Figure Within);

public sealed record DossierDecision(string By, DateTimeOffset At, string Reasons, IReadOnlyList<DossierAdvice> Advice, string? Appointed, string? Reserve, DateOnly? ReserveUntil, string? LowerReason);

public sealed record DossierAdvice(string Code, string Name, Advice Advice, string? Reason);

/// <summary>What happened when; <see cref="Key"/> names its words (<c>decisions.moment.{key}</c>) with the same arguments in every language.</summary>
public sealed record DossierMoment(DateTimeOffset At, string Key, IReadOnlyList<string> Args);
