namespace Interviewing.Application.Reminders.Planning;

/// <summary>A reminder that there should be. <see cref="After"/>: it follows an event, so a moment that has just gone by still counts.</summary>
internal sealed record Wanted(Guid Case, ReminderKind Kind, Guid Subject, ReceiverKind ReceiverKind, Guid Receiver, string Occurrence, DateTimeOffset At, DateTimeOffset? EventAt, bool Alone, bool After = false)
{
    public (ReminderKind, Guid, ReceiverKind, Guid, string) Key => (Kind, Subject, ReceiverKind, Receiver, Occurrence);

    public (ReminderKind, Guid, ReceiverKind, Guid) Series => (Kind, Subject, ReceiverKind, Receiver);
}

/// <summary>
/// Says which reminders there should be about some cases, as things stand now. A new kind is planned by adding one of these and a letter; every implementation
/// is found and asked.
/// </summary>
internal interface IReminderPlanner
{
    Topic Topic { get; }

    IReadOnlyCollection<ReminderKind> Kinds { get; }

    Task<IReadOnlyList<Wanted>> Plan(IReadOnlyCollection<Guid> cases, Surroundings around, CancellationToken ct);
}
