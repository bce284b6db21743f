using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

public enum InterviewStatus { Planned, InProgress, AwaitingScores, Consensus, Final, Cancelled, NoShow }

/// <summary>A talk with one candidate. Its calendar entry keeps one id for life and a number that only goes up.</summary>
public sealed class Interview : Root
{
    private Interview() { }

    public Interview(Guid procedure, Guid candidate, Appointment when, int minutes, string place, string? link, DateTimeOffset now)
    {
        (ProcedureId, CandidateId) = (procedure, candidate);
        CalendarUid = $"{Id:N}@interview";
        Set(when, minutes, place, link, now);
    }

    public Guid ProcedureId { get; private set; }
    public Guid CandidateId { get; private set; }
    public Appointment When { get; private set; } = null!;
    public int Minutes { get; private set; }
    public string Place { get; private set; } = "";
    public string? VideoLink { get; private set; }
    public InterviewStatus Status { get; private set; }
    public string CalendarUid { get; private set; } = "";
    public int Sequence { get; private set; }
    public string? CancelReason { get; private set; }

    public bool IsComing => Status is InterviewStatus.Planned;

    /// <summary>Which change of the appointment a letter is about.</summary>
    public string Occurrence => $"v{Sequence}";

    public void Move(Appointment when, int minutes, string place, string? link, DateTimeOffset now)
    {
        Refuse.If(!IsComing, "procedures.interview-not-planned");
        Set(when, minutes, place, link, now);
        Sequence++;
        Touch();
    }

    public void Cancel(string reason)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "procedures.reason-missing");
        Refuse.If(!IsComing, "procedures.interview-not-planned");
        (Status, CancelReason) = (InterviewStatus.Cancelled, reason.Trim());
        Sequence++;
        Touch();
    }

    public void Start(Procedure procedure)
    {
        Refuse.If(procedure.FrozenId is null, "procedures.no-guide");
        Refuse.If(!IsComing, "procedures.interview-not-planned");
        Status = InterviewStatus.InProgress;
        Touch();
    }

    public void End()
    {
        Refuse.If(Status != InterviewStatus.InProgress, "procedures.interview-not-going");
        Status = InterviewStatus.AwaitingScores;
        Touch();
    }

    /// <summary>The forms are in, or the decision is made.</summary>
    public void Reach(InterviewStatus later)
    {
        if (Status is InterviewStatus.Cancelled or InterviewStatus.NoShow or InterviewStatus.Final) return;
        Status = later;
        Touch();
    }

    private void Set(Appointment when, int minutes, string place, string? link, DateTimeOffset now)
    {
        Refuse.FieldIf(when.Utc <= now, "when", "procedures.in-the-past");
        Refuse.FieldIf(when.Utc > now.AddYears(2), "when", "procedures.too-far");
        Refuse.FieldIf(minutes is < 5 or > 600, "minutes", "procedures.minutes-wrong");
        Refuse.FieldIf(string.IsNullOrWhiteSpace(place) && string.IsNullOrWhiteSpace(link), "place", "procedures.place-missing");
        Refuse.FieldIf(place.Length > 200 || place.Any(char.IsControl), "place", "procedures.place-wrong");
        Refuse.FieldIf(!string.IsNullOrWhiteSpace(link) && !(Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && link.Length <= 500), "videoLink", "procedures.link-wrong");
        (When, Minutes, Place, VideoLink) = (when, minutes, place.Trim(), string.IsNullOrWhiteSpace(link) ? null : link.Trim());
    }
}
