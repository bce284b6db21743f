using Interviewing.Application.Guides;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Scoring;

/// <summary>Why somebody speaks where they do: few people below them, drawn among equals, or in the chair.</summary>
public enum TurnReason { Rank, Drawn, Chair }

public sealed record Turn(Guid Seat, TurnReason Because);

/// <summary>
/// The talk about one candidate after the reveal. Every member changes the own score only, with a reason, or stays with it; nobody has to agree.
/// The first scores are not touched, and agreement between members is never computed from what is said here.
/// </summary>
public sealed class Consensus : Root
{
    private readonly List<Revision> revisions = [];
    private readonly List<Dissent> dissents = [];

    private Consensus() { }

    public Consensus(Guid procedure, Guid candidate, int range, IReadOnlyList<Turn> order, Guid by, bool revealed, DateTimeOffset now)
    {
        Refuse.If(!revealed, "scoring.consensus-early");
        (ProcedureId, CandidateId, Range, Order, OpenedBy, OpenedAt) = (procedure, candidate, range, order, by, now);
    }

    public Guid ProcedureId { get; private set; }
    public Guid CandidateId { get; private set; }
    /// <summary>The rule at the opening: items that differ by this much come first.</summary>
    public int Range { get; private set; }
    /// <summary>Who speaks when, as the system set it at the opening.</summary>
    public IReadOnlyList<Turn> Order { get; private set; } = [];
    public Guid OpenedBy { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public Guid? ClosedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public IReadOnlyList<Revision> Revisions => revisions;
    public IReadOnlyList<Dissent> Dissents => dissents;
    public bool IsOpen => ClosedAt is null;

    /// <summary>A member stays with the score as it is.</summary>
    public void Keep(Guid seat, Guid item, RatingValue now, Actor by, DateTimeOffset at)
    {
        Going();
        if (revisions.Where(r => r.Seat == seat && r.Item == item).MaxBy(r => r.At) is { Counts: true }) return;
        Refuse.If(revisions.Any(r => r.Seat == seat && r.Item == item && r.IsPending), "scoring.answer-first");
        Add(new Revision(Id, seat, item, now, now, null, WhoIs(by), keyedIn: false, at));
    }

    /// <summary>A member gives another score than before; a chair who keys it in for a member waits for that member's yes.</summary>
    public void Change(Guid seat, FrozenGuide guide, Guid item, RatingValue was, RatingValue becomes, string reason, Actor by, bool keyedIn, DateTimeOffset at)
    {
        Going();
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "scoring.reason-missing");
        Refuse.FieldIf(reason.Length > Revision.LongestReason, "reason", "scoring.reason-long", Revision.LongestReason);
        Refuse.If(!guide.ScoredIds.Contains(item), "scoring.item-unknown");
        Refuse.If(was.Outcome == RatingOutcome.NotAsked, "scoring.not-asked");
        Refuse.FieldIf(becomes.Outcome == RatingOutcome.NotAsked, "point", "scoring.not-asked-by-chair");
        Refuse.FieldIf(becomes.Outcome == RatingOutcome.Scored && guide.Scale.All(p => p.Value != becomes.Point), "point", "scoring.point-wrong", guide.Scale.Min(p => p.Value), guide.Scale.Max(p => p.Value));
        Refuse.FieldIf(becomes.Outcome == RatingOutcome.NotObserved && becomes.Point is not null, "point", "scoring.point-without-score");
        Refuse.FieldIf(was == becomes, "point", "scoring.same-point");
        Refuse.If(revisions.Any(r => r.Seat == seat && r.Item == item && r.IsPending), "scoring.answer-first");
        Add(new Revision(Id, seat, item, was, becomes, reason.Trim(), WhoIs(by), keyedIn, at));
    }

    /// <summary>The member says whether what the chair keyed in is right.</summary>
    public void Answer(Guid revision, IReadOnlyCollection<Guid> seats, bool accepts, DateTimeOffset at)
    {
        Going();
        var found = revisions.FirstOrDefault(r => r.Id == revision && seats.Contains(r.Seat)) ?? throw Refusal.NotFound;
        found.Answer(accepts, at);
        Touch();
    }

    /// <summary>Somebody keeps another opinion; it goes into the dossier with name and reason.</summary>
    public void Differ(Guid seat, FrozenGuide guide, Guid item, string reason, Actor by, DateTimeOffset at)
    {
        Going();
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "dissent", "scoring.reason-missing");
        Refuse.FieldIf(reason.Length > Revision.LongestReason, "dissent", "scoring.reason-long", Revision.LongestReason);
        Refuse.If(!guide.ScoredIds.Contains(item), "scoring.item-unknown");
        dissents.Add(new Dissent(Id, seat, item, reason.Trim(), WhoIs(by), at));
        Touch();
    }

    public void Close(Guid by, DateTimeOffset at)
    {
        Going();
        var waiting = revisions.Count(r => r.IsPending);
        Refuse.If(waiting > 0, "scoring.answers-wait", waiting);
        (ClosedBy, ClosedAt) = (by, at);
        Touch();
    }

    /// <summary>The talk goes on; when it was closed stays in the trail.</summary>
    public void Resume()
    {
        if (IsOpen) return;
        (ClosedBy, ClosedAt) = (null, null);
        Touch();
    }

    private void Add(Revision revision)
    {
        revisions.Add(revision);
        Touch();
    }

    private void Going() => Refuse.If(!IsOpen, "scoring.consensus-closed");

    private static Guid WhoIs(Actor by) => by switch { Actor.Person p => p.Id, Actor.Guest g => g.Link, _ => throw Refusal.NotAllowed };
}

/// <summary>What a member did with the own score in the talk: old, new and why; old and new are the same when the member stayed with it.</summary>
public sealed class Revision : Part
{
    public const int LongestReason = 2000;

    private Revision() { }

    internal Revision(Guid consensus, Guid seat, Guid item, RatingValue was, RatingValue becomes, string? reason, Guid by, bool keyedIn, DateTimeOffset at)
    {
        (ConsensusId, Seat, Item, Reason, By, KeyedIn, At) = (consensus, seat, item, reason, by, keyedIn, at);
        (OldOutcome, OldPoint, NewOutcome, NewPoint) = (was.Outcome, was.Point, becomes.Outcome, becomes.Point);
    }

    public Guid ConsensusId { get; private set; }
    public Guid Seat { get; private set; }
    public Guid Item { get; private set; }
    public RatingOutcome OldOutcome { get; private set; }
    public int? OldPoint { get; private set; }
    public RatingOutcome NewOutcome { get; private set; }
    public int? NewPoint { get; private set; }
    public string? Reason { get; private set; }
    /// <summary>The person or guest link that entered it: the member, or the chair when <see cref="KeyedIn"/>.</summary>
    public Guid By { get; private set; }
    public bool KeyedIn { get; private set; }
    public DateTimeOffset At { get; private set; }
    public bool? Accepted { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsPending => KeyedIn && Accepted is null;
    public bool Counts => !KeyedIn || Accepted == true;
    public bool IsChange => (OldOutcome, OldPoint) != (NewOutcome, NewPoint);

    internal void Answer(bool accepts, DateTimeOffset at)
    {
        Refuse.If(!IsPending, "scoring.answered-already");
        (Accepted, AnsweredAt) = (accepts, at);
    }
}

/// <summary>An opinion that stays apart.</summary>
public sealed class Dissent : Part
{
    private Dissent() { }

    internal Dissent(Guid consensus, Guid seat, Guid item, string reason, Guid by, DateTimeOffset at) =>
        (ConsensusId, Seat, Item, Reason, By, At) = (consensus, seat, item, reason, by, at);

    public Guid ConsensusId { get; private set; }
    public Guid Seat { get; private set; }
    public Guid Item { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }
}
