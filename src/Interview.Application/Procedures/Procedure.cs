using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Procedures;

public enum ProcedureStatus { Draft, Approved, Running, Consensus, Decided, Closed, Anonymised }

public enum SeatKind { Chair, Member, Observer, Guest }

/// <summary>One vacancy: profile, frozen guide, panel and candidates. In a blind one the panel reads codes; names follow at the decision, or earlier by the chair with a reason.</summary>
public sealed class Procedure : Root
{
    /// <summary>Fewer members who score, and nobody can be compared with.</summary>
    public const int FewestScoring = 2;

    // Only the talks may come back once everything was in: a later candidate, or a form given back.
    private static readonly Dictionary<ProcedureStatus, ProcedureStatus[]> Ways = new()
    {
        [ProcedureStatus.Draft] = [ProcedureStatus.Approved, ProcedureStatus.Closed],
        [ProcedureStatus.Approved] = [ProcedureStatus.Running, ProcedureStatus.Consensus, ProcedureStatus.Decided, ProcedureStatus.Closed],
        [ProcedureStatus.Running] = [ProcedureStatus.Consensus, ProcedureStatus.Decided, ProcedureStatus.Closed],
        [ProcedureStatus.Consensus] = [ProcedureStatus.Running, ProcedureStatus.Decided, ProcedureStatus.Closed],
        [ProcedureStatus.Decided] = [ProcedureStatus.Closed],
        [ProcedureStatus.Closed] = [ProcedureStatus.Anonymised],
        [ProcedureStatus.Anonymised] = [],
    };

    private readonly List<PanelSeat> seats = [];

    private Procedure() { }

    public Procedure(string title, Guid profile, bool blind, Guid owner, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(title), "title", "procedures.title-missing");
        Refuse.FieldIf(title.Length > 200, "title", "procedures.title-long", 200);
        (Title, ProfileId, Blind, OwnerId, CreatedAt) = (title.Trim(), profile, blind, owner, now);
    }

    public string Title { get; private set; } = "";
    public Guid ProfileId { get; private set; }
    /// <summary>The frozen guide every candidate is scored against; without it there is no form and no interview opens.</summary>
    public Guid? FrozenId { get; private set; }
    public bool Blind { get; private set; }
    public ProcedureStatus Status { get; private set; }
    public Guid OwnerId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public int LastNumber { get; private set; }
    public DateTimeOffset? NamesShownAt { get; private set; }
    public Guid? NamesShownBy { get; private set; }
    public string? NamesShownReason { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Guid? ClosedBy { get; private set; }
    /// <summary>Why it ended without a decision; null when there was one.</summary>
    public string? StoppedReason { get; private set; }

    public IReadOnlyList<PanelSeat> Seats => seats;

    public bool IsOver => Status is ProcedureStatus.Decided or ProcedureStatus.Closed or ProcedureStatus.Anonymised;

    /// <summary>A case that was stopped had no decision, so it never shows them by itself.</summary>
    public bool ShowsNames => !Blind || NamesShownAt is not null || (IsOver && StoppedReason is null);

    public static bool MayBecome(ProcedureStatus now, ProcedureStatus next) => Ways[now].Contains(next);

    /// <summary>Every candidate is scored against one version, so another guide is refused as soon as a form holds anything.</summary>
    public void Use(FrozenDocument frozen, Guid profile, bool formsTouched)
    {
        NotOver();
        Refuse.FieldIf(profile != ProfileId, "frozen", "procedures.guide-other-profile");
        Refuse.FieldIf(FrozenId is not null && FrozenId != frozen.Id && formsTouched, "frozen", "procedures.guide-in-use");
        FrozenId = frozen.Id;
        if (Status == ProcedureStatus.Draft) Become(ProcedureStatus.Approved);
        Touch();
    }

    /// <summary>From here on a newer version of the guide; that is a deviation, kept with its reason.</summary>
    public GuideDeviation GoOn(FrozenDocument next, string reason, Guid? by, DateTimeOffset now, int keeping)
    {
        NotOver();
        var deviation = new GuideDeviation(Id, FrozenId ?? throw new Refusal("procedures.no-guide"), next.Id, reason, by, now, keeping);
        FrozenId = next.Id;
        Touch();
        return deviation;
    }

    /// <summary>The number of the next candidate; numbers are not used again.</summary>
    public int NextNumber()
    {
        NotOver();
        LastNumber++;
        Touch();
        return LastNumber;
    }

    public PanelSeat SeatPerson(Guid person, SeatKind kind, bool scores, DateTimeOffset now)
    {
        Refuse.FieldIf(kind == SeatKind.Guest, "kind", "procedures.guest-without-link");
        Refuse.FieldIf(seats.Any(s => s.IsTaken && s.PersonId == person), "person", "procedures.seated-already");
        return Seat(new PanelSeat(Id, person, null, kind, scores, now));
    }

    public PanelSeat SeatGuest(Guid link, DateTimeOffset now, bool scores = true) => Seat(new PanelSeat(Id, null, link, SeatKind.Guest, scores, now));

    public PanelSeat Unseat(Guid seat, string? reason, DateTimeOffset now)
    {
        NotOver();
        var found = seats.FirstOrDefault(s => s.Id == seat && s.IsTaken) ?? throw Refusal.NotFound;
        found.Leave(reason, now);
        Touch();
        return found;
    }

    public void ShowNames(Guid by, string reason, DateTimeOffset now)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "procedures.reason-missing");
        if (ShowsNames) return;
        (NamesShownAt, NamesShownBy, NamesShownReason) = (now, by, reason.Trim());
        Touch();
    }

    /// <summary>Confidentiality and independence, in the words that stood on the screen. Once: what was signed stays as it was.</summary>
    public PanelSeat Declare(Guid seat, string words, DateTimeOffset now)
    {
        NotOver();
        var found = seats.FirstOrDefault(s => s.Id == seat && s.IsTaken) ?? throw Refusal.NotFound;
        found.Sign(words, now);
        Touch();
        return found;
    }

    /// <summary>The first interview is planned or held.</summary>
    public void Run()
    {
        NotOver();
        if (Status == ProcedureStatus.Approved) Become(ProcedureStatus.Running);
    }

    /// <summary>Every candidate's forms are in.</summary>
    public void Deliberate()
    {
        if (Status is ProcedureStatus.Approved or ProcedureStatus.Running) Become(ProcedureStatus.Consensus);
    }

    /// <summary>A candidate or a form came in later: the talk goes on.</summary>
    public void Resume()
    {
        if (Status == ProcedureStatus.Consensus) Become(ProcedureStatus.Running);
    }

    public void Decide()
    {
        NotOver();
        Refuse.If(Status == ProcedureStatus.Draft, "procedures.no-guide");
        Become(ProcedureStatus.Decided);
    }

    /// <summary>After the decision simply; without one it is stopped, and that needs a reason.</summary>
    public void Close(Guid by, string? reason, DateTimeOffset now)
    {
        Refuse.If(Status is ProcedureStatus.Closed or ProcedureStatus.Anonymised, "procedures.closed-already");
        Refuse.FieldIf(Status != ProcedureStatus.Decided && string.IsNullOrWhiteSpace(reason), "reason", "procedures.reason-missing");
        if (Status != ProcedureStatus.Decided) StoppedReason = reason!.Trim();
        (ClosedAt, ClosedBy) = (now, by);
        Become(ProcedureStatus.Closed);
    }

    public void NotOver() => Refuse.If(IsOver, "procedures.over");

    private void Become(ProcedureStatus next)
    {
        if (!MayBecome(Status, next)) throw new InvalidOperationException($"A procedure that is {Status} does not become {next}.");
        Status = next;
        Touch();
    }

    private PanelSeat Seat(PanelSeat seat)
    {
        NotOver();
        Refuse.FieldIf(seat.Kind == SeatKind.Chair && seats.Any(s => s.IsTaken && s.Kind == SeatKind.Chair), "kind", "procedures.chair-there");
        Refuse.FieldIf(seat.Kind == SeatKind.Observer && seat.Scores, "scores", "procedures.observer-scores");
        seats.Add(seat);
        Touch();
        return seat;
    }
}
