using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

/// <summary>What a change may touch. A receiver, a cycle and everything are read as the cases they stand for.</summary>
public enum Topic { Procedure, Plan, Review, Receiver, Cycle, Everything }

/// <summary>"Something about this changed": left in the same save as the change, and taken away by the planning that looked at it.</summary>
[NotAudited]
public sealed class PlanMark : IHasId
{
    private PlanMark() { }

    public PlanMark(Topic topic, Guid subject, DateTimeOffset at) => (Topic, SubjectId, At) = (topic, subject, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Topic Topic { get; private set; }
    public Guid SubjectId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? ClaimToken { get; private set; }
    public DateTimeOffset? ClaimedUntil { get; private set; }
}

/// <summary>A moment that all processes share: when the clock last woke anybody, and until when one of them alone makes the day's bundles.</summary>
[NotAudited]
public sealed class Pulse
{
    public const int Woke = 1;
    public const int Bundling = 2;

    public static readonly TimeSpan Alarming = TimeSpan.FromMinutes(5);

    /// <summary>Shorter than a minute: at the next tick anybody may again.</summary>
    public static readonly TimeSpan Alone = TimeSpan.FromSeconds(30);

    private Pulse() { }

    public Pulse(int id, DateTimeOffset at) => (Id, At) = (id, at);

    public int Id { get; private set; }
    public DateTimeOffset At { get; private set; }
}
