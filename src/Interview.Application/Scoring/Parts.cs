using Interviewing.Application.Development;
using Interviewing.Application.Shared;

namespace Interviewing.Application.Scoring;

/// <summary>What became of an item: a point of the scale, heard nothing about it, or not asked (the chair's skip). Blank is the absence of a rating.</summary>
public enum RatingOutcome { Scored, NotObserved, NotAsked }

/// <summary>Whether the behaviour of an indicator was seen, or its opposite.</summary>
public enum TickMark { None, Shown, Opposite }

/// <summary>Something on a form that is saved by itself: it remembers the form's version at its last change and the device that made it.</summary>
public abstract class FormItem : Part
{
    public Guid CardId { get; protected init; }
    public int ChangedIn { get; private set; }
    public string Device { get; private set; } = "";

    internal void Changed(int version, string device) => (ChangedIn, Device) = (version, device);

    /// <summary>Changed since by another device.</summary>
    internal bool IsStaleFor(int seen, string device) => ChangedIn > seen && Device != device;
}

/// <summary>One member's outcome for one scored item of the frozen guide.</summary>
public sealed class Rating : FormItem
{
    private Rating() { }

    internal Rating(Guid card, Guid item, RatingOutcome outcome, int? point) => (CardId, ItemId, Outcome, Point) = (card, item, outcome, point);

    public Guid ItemId { get; private set; }
    [Secret] public RatingOutcome Outcome { get; private set; }
    [Secret] public int? Point { get; private set; }

    internal void Set(RatingOutcome outcome, int? point) => (Outcome, Point) = (outcome, point);
}

/// <summary>What a member wrote down under one question. The candidate may read it later.</summary>
public sealed class Note : FormItem
{
    public const int Longest = 8000;

    private Note() { }

    internal Note(Guid card, Guid question, string text) => (CardId, QuestionId, Text) = (card, question, text);

    public Guid QuestionId { get; private set; }
    [Secret] public string Text { get; private set; } = "";

    internal void Set(string text) => Text = text;
}

/// <summary>A tick at an indicator: evidence, no score.</summary>
public sealed class Tick : FormItem
{
    private Tick() { }

    internal Tick(Guid card, Guid indicator, TickMark mark) => (CardId, IndicatorId, Mark) = (card, indicator, mark);

    public Guid IndicatorId { get; private set; }
    [Secret] public TickMark Mark { get; private set; }

    internal void Set(TickMark mark) => Mark = mark;
}

/// <summary>Lines out of one's notes, tied to the behaviour they show. They are copied, so what was evidence stays when the note is written on.</summary>
public sealed class Quote : FormItem
{
    public const int Longest = 4000;

    private Quote() { }

    internal Quote(Guid card, Guid indicator, string text) => (CardId, IndicatorId, Text) = (card, indicator, text);

    public Guid IndicatorId { get; private set; }
    [Secret] public string Text { get; private set; } = "";

    internal void Set(string text) => Text = text;
}

/// <summary>A memory aid under one question, for its author alone: kept locked, in no export, list or trail, and gone when the form is handed in.</summary>
[Secret]
public sealed class Memo : FormItem
{
    public const int Longest = 4000;

    private bool rewritten;

    private Memo() { }

    internal Memo(Guid card, Guid question, string text) => (CardId, QuestionId, Text, rewritten) = (card, question, text, true);

    public Guid QuestionId { get; private set; }
    public string Locked { get; private set; } = "";
    /// <summary>What it says, between being opened and locked again; never stored.</summary>
    public string Text { get; private set; } = "";

    internal void Set(string text) => (Text, rewritten) = (text, true);

    public void Open(IPrivateText privacy, Guid owner) => Text = Locked.Length == 0 ? "" : privacy.Unlock(Locked, owner) ?? "";

    public void Lock(IPrivateText privacy, Guid owner)
    {
        if (!rewritten) return;
        Locked = Text.Length == 0 ? "" : privacy.Lock(Text, owner);
        rewritten = false;
    }
}

/// <summary>The last message of one device that was applied to one form: whatever comes again is answered and not done twice.</summary>
[NotAudited]
public sealed class Receipt
{
    private Receipt() { }

    public Receipt(Guid card, string device, long sequence) => (CardId, Device, LastSequence) = (card, device, sequence);

    public Guid CardId { get; private set; }
    public string Device { get; private set; } = "";
    public long LastSequence { get; private set; }

    public void Advance(long sequence) => LastSequence = sequence;
}

/// <summary>A question the chair did not ask this candidate: a recorded deviation, the same for every member.</summary>
public sealed class SkippedQuestion : IHasId
{
    private SkippedQuestion() { }

    public SkippedQuestion(Guid candidate, Guid question, string reason, Guid by, DateTimeOffset at)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "scoring.reason-missing");
        (CandidateId, QuestionId, Reason, By, At) = (candidate, question, reason.Trim(), by, at);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CandidateId { get; private set; }
    public Guid QuestionId { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>A score changed by its author after the reveal: what it was, what it is, why. The sealed value itself stays.</summary>
public sealed class Correction : IHasId
{
    private Correction() { }

    internal Correction(Guid card, Guid item, Rating was, RatingOutcome outcome, int? point, string reason, Actor by, DateTimeOffset at)
    {
        (CardId, ItemId, OldOutcome, OldPoint, NewOutcome, NewPoint) = (card, item, was.Outcome, was.Point, outcome, point);
        (Reason, At) = (reason.Trim(), at);
        By = by switch { Actor.Person p => p.Id, Actor.Guest g => g.Link, _ => throw Refusal.NotAllowed };
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CardId { get; private set; }
    public Guid ItemId { get; private set; }
    public RatingOutcome OldOutcome { get; private set; }
    public int? OldPoint { get; private set; }
    public RatingOutcome NewOutcome { get; private set; }
    public int? NewPoint { get; private set; }
    public string Reason { get; private set; } = "";
    /// <summary>The person, or the guest's link.</summary>
    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }
}
