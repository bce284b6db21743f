using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

public enum InterviewStatus { Planned, InProgress, AwaitingScores, Consensus, Final, Cancelled, NoShow }

/// <summary>A talk with one candidate. Its calendar entry keeps one id for life and a number that goes up with everything one of its guests must hear.</summary>
public sealed class Interview : Root
{
    // A talk whose forms are all in was held, also when nobody opened it here (on paper, or without a network).
    private static readonly Dictionary<InterviewStatus, InterviewStatus[]> Ways = new()
    {
        [InterviewStatus.Planned] = [InterviewStatus.InProgress, InterviewStatus.Consensus, InterviewStatus.Final, InterviewStatus.Cancelled, InterviewStatus.NoShow],
        [InterviewStatus.InProgress] = [InterviewStatus.AwaitingScores, InterviewStatus.Consensus, InterviewStatus.Final, InterviewStatus.NoShow],
        [InterviewStatus.AwaitingScores] = [InterviewStatus.Consensus, InterviewStatus.Final],
        [InterviewStatus.Consensus] = [InterviewStatus.Final],
        [InterviewStatus.Final] = [],
        [InterviewStatus.Cancelled] = [],
        [InterviewStatus.NoShow] = [],
    };

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
    /// <summary>Why it was cancelled, or what is known about the candidate who did not come.</summary>
    public string? CancelReason { get; private set; }

    public bool IsComing => Status is InterviewStatus.Planned;

    public DateTimeOffset EndsAt => When.Utc.AddMinutes(Minutes);

    public static bool MayBecome(InterviewStatus now, InterviewStatus next) => Ways[now].Contains(next);

    /// <summary>Which change of the appointment a letter is about.</summary>
    public string Occurrence => $"v{Sequence}";

    public void Move(Appointment when, int minutes, string place, string? link, DateTimeOffset now)
    {
        Refuse.If(!IsComing, "procedures.interview-not-planned");
        Set(when, minutes, place, link, now);
        Sequence++;
        Touch();
    }

    /// <summary>Longer or shorter from the same moment on: the candidate has other time to spend.</summary>
    public void Lengthen(int minutes, DateTimeOffset now) => Move(When, minutes, Place, VideoLink, now);

    /// <summary>Somebody is asked to come, or no longer: what they hear has a number of its own.</summary>
    public void Reseat()
    {
        Refuse.If(!IsComing, "procedures.interview-not-planned");
        Sequence++;
        Touch();
    }

    public void Cancel(string reason)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "procedures.reason-missing");
        Refuse.If(!IsComing, "procedures.interview-not-planned");
        CancelReason = reason.Trim();
        Sequence++;
        Become(InterviewStatus.Cancelled);
    }

    /// <summary>The candidate did not come: known from its beginning on, and not once a form was handed in.</summary>
    public void Miss(string reason, bool formsIn, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "procedures.reason-missing");
        Refuse.If(!MayBecome(Status, InterviewStatus.NoShow), "procedures.interview-not-planned");
        Refuse.If(When.Utc > now, "procedures.interview-not-begun");
        Refuse.If(formsIn, "procedures.interview-was-held");
        CancelReason = reason.Trim();
        Become(InterviewStatus.NoShow);
    }

    public void Start(Procedure procedure)
    {
        Refuse.If(procedure.FrozenId is null, "procedures.no-guide");
        Refuse.If(!IsComing, "procedures.interview-not-planned");
        Become(InterviewStatus.InProgress);
    }

    public void End()
    {
        Refuse.If(Status != InterviewStatus.InProgress, "procedures.interview-not-going");
        Become(InterviewStatus.AwaitingScores);
    }

    /// <summary>The forms are in, or the decision is made. What came to nothing stays so.</summary>
    public void Reach(InterviewStatus later)
    {
        if (MayBecome(Status, later)) Become(later);
    }

    private void Become(InterviewStatus next)
    {
        if (!MayBecome(Status, next)) throw new InvalidOperationException($"An interview that is {Status} does not become {next}.");
        Status = next;
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
