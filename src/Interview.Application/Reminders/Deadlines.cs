using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

/// <summary>By when a procedure is to be decided and its candidates told: what the owner is reminded of.</summary>
public sealed class Deadlines : Root
{
    private Deadlines() { }

    public Deadlines(Guid procedure) => Id = procedure;

    public DateOnly? DecideBy { get; private set; }
    public DateOnly? TellBy { get; private set; }
    /// <summary>When the owner said that everybody who was not chosen has heard.</summary>
    public DateTimeOffset? ToldAt { get; private set; }
    public Guid? ToldById { get; private set; }

    public void Agree(DateOnly? decideBy, DateOnly? tellBy, DateOnly today)
    {
        Refuse.FieldIf(decideBy != DecideBy && decideBy < today, "decideBy", "reminders.deadline-passed");
        Refuse.FieldIf(tellBy != TellBy && tellBy < today, "tellBy", "reminders.deadline-passed");
        Refuse.FieldIf(decideBy > today.AddYears(2), "decideBy", "reminders.deadline-far");
        Refuse.FieldIf(tellBy > today.AddYears(2), "tellBy", "reminders.deadline-far");
        Refuse.FieldIf(tellBy < decideBy, "tellBy", "reminders.told-before-decided");
        (DecideBy, TellBy) = (decideBy, tellBy);
        Touch();
    }

    public void Told(Guid by, DateTimeOffset now)
    {
        if (ToldAt is not null) return;
        (ToldAt, ToldById) = (now, by);
        Touch();
    }
}
