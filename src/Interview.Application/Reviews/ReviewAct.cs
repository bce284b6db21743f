using Interviewing.Application.Shared;

namespace Interviewing.Application.Reviews;

/// <summary>
/// Discussed: the talk was held. Seen and CorrectionAsked: the employee signs, with an own view if wished. CorrectionAnswered: the manager answers without
/// changing anything. Confirmed: by the next-higher manager. Reopened: both sides are open again, for a reason.
/// </summary>
public enum ActKind { Discussed, Seen, CorrectionAsked, CorrectionAnswered, Confirmed, Reopened }

/// <summary>Something that was done about a shared talk, by whom and when. Only added, never changed: a correction that was asked stays beside the signature that followed.</summary>
public sealed class ReviewAct : Part
{
    private ReviewAct() { }

    internal ReviewAct(Guid review, int number, ActKind kind, Guid by, DateTimeOffset at, string? text, DateOnly? day) =>
        (ReviewId, Number, Kind, ById, At, Text, Day) = (review, number, kind, by, at, string.IsNullOrWhiteSpace(text) ? null : text.Trim(), day);

    public Guid ReviewId { get; private set; }
    /// <summary>Of which version of the talk this was said, from 1.</summary>
    public int Number { get; private set; }
    public ActKind Kind { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>The own view, the answer or the reason.</summary>
    [Secret] public string? Text { get; private set; }
    /// <summary>The day of the talk.</summary>
    public DateOnly? Day { get; private set; }
}

/// <summary>What both sides and the agreements said when a shared talk was opened again: kept as it was, for the people who could read it.</summary>
[Secret]
public sealed class ReviewEdition : Part
{
    private ReviewEdition() { }

    internal ReviewEdition(Guid review, int number, DateTimeOffset sharedAt, DateTimeOffset endedAt, ReviewThen said) =>
        (ReviewId, Number, SharedAt, EndedAt, Said) = (review, number, sharedAt, endedAt, JsonText.Write(said));

    public Guid ReviewId { get; private set; }
    public int Number { get; private set; }
    public DateTimeOffset SharedAt { get; private set; }
    public DateTimeOffset EndedAt { get; private set; }
    /// <summary>JSON of <see cref="ReviewThen"/>.</summary>
    public string Said { get; private set; } = "";
}

public sealed record SaidThen(Guid Item, int? Level, string Text);

/// <summary>Both sides as they were.</summary>
public sealed record ReviewThen(IReadOnlyList<SaidThen> Self, IReadOnlyList<SaidThen> Manager, string SelfOverall, string ManagerOverall);
