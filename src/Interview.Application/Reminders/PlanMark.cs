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

/// <summary>When the clock last woke anybody. One row for all processes.</summary>
[NotAudited]
public sealed class Pulse
{
    public static readonly TimeSpan Alarming = TimeSpan.FromMinutes(5);

    private Pulse() { }

    public Pulse(DateTimeOffset at) => At = at;

    public int Id { get; private set; } = 1;
    public DateTimeOffset At { get; private set; }
}
