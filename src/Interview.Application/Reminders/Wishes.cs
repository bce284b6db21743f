using Interviewing.Application.Shared;

namespace Interviewing.Application.Reminders;

/// <summary>"Not before this day", with the reason that its giver wanted to keep. Without a subject it is about the whole kind.</summary>
public sealed record Snooze(ReminderKind Kind, Guid? Subject, DateOnly Until, string Reason);

/// <summary>How one receiver wants to be reminded: which kinds not, what later, in which rhythm, and who steps in.</summary>
public sealed class Wishes : Root
{
    public const int ShortestRhythm = 1;
    public const int LongestRhythm = 6;
    public const int LongestReason = 300;

    private Wishes() { }

    public Wishes(ReceiverKind receiverKind, Guid receiver) => (Id, ReceiverKind) = (receiver, receiverKind);

    public ReceiverKind ReceiverKind { get; private set; }
    /// <summary>Whose public holidays; null goes by the zone.</summary>
    public Country? Country { get; private set; }
    /// <summary>A loaded calendar whose days are free for this person.</summary>
    public Guid? FreeDaysId { get; private set; }
    /// <summary>Who is told when this person does not react to what was escalated.</summary>
    public Guid? DelegateId { get; private set; }
    /// <summary>Weeks between two check-ins; null goes by the rule.</summary>
    public int? RhythmWeeks { get; private set; }
    /// <summary>Since when there are no check-ins, and why.</summary>
    public DateTimeOffset? PausedAt { get; private set; }
    [Secret] public string? PauseReason { get; private set; }
    public DateTimeOffset? ResumedAt { get; private set; }
    public IReadOnlyList<ReminderKind> Muted { get; private set; } = [];
    [Secret] public IReadOnlyList<Snooze> Snoozes { get; private set; } = [];

    public void Prefer(Country? country, Guid? freeDays, Guid? stepsIn)
    {
        Refuse.FieldIf(stepsIn == Id, "delegate", "reminders.own-delegate");
        (Country, FreeDaysId, DelegateId) = (country, freeDays, stepsIn);
        Touch();
    }

    public void CheckInEvery(int? weeks)
    {
        Refuse.FieldIf(weeks is < ShortestRhythm or > LongestRhythm, "rhythm", "reminders.rhythm-wrong", ShortestRhythm, LongestRhythm);
        RhythmWeeks = weeks;
        Touch();
    }

    public void Pause(string reason, DateTimeOffset now)
    {
        Explain(reason);
        (PausedAt, PauseReason, ResumedAt) = (PausedAt ?? now, reason.Trim(), null);
        Touch();
    }

    public void Resume(DateTimeOffset now)
    {
        if (PausedAt is null) return;
        (PausedAt, PauseReason, ResumedAt) = (null, null, now);
        Touch();
    }

    /// <summary>Formal letters cannot be switched off.</summary>
    public void Mute(ReminderKind kind)
    {
        Refuse.FieldIf(!Policies.HasRule(kind), "kind", "reminders.always-sent");
        if (Muted.Contains(kind)) return;
        Muted = [.. Muted, kind];
        Touch();
    }

    public void Unmute(ReminderKind kind)
    {
        if (!Muted.Contains(kind)) return;
        Muted = [.. Muted.Where(k => k != kind)];
        Touch();
    }

    public void Snooze(ReminderKind kind, Guid? subject, DateOnly until, string reason, DateOnly today)
    {
        Refuse.FieldIf(!Policies.HasRule(kind), "kind", "reminders.always-sent");
        Refuse.FieldIf(until <= today, "until", "reminders.snooze-passed");
        Refuse.FieldIf(until > today.AddMonths(6), "until", "reminders.snooze-far");
        Explain(reason);
        Snoozes = [.. Snoozes.Where(s => s.Until > today && (s.Kind, s.Subject) != (kind, subject)), new(kind, subject, until, reason.Trim())];
        Touch();
    }

    public void WakeUp(ReminderKind kind, Guid? subject)
    {
        Snoozes = [.. Snoozes.Where(s => (s.Kind, s.Subject) != (kind, subject))];
        Touch();
    }

    /// <summary>Until which day this is put off; null when it is not.</summary>
    public DateOnly? PutOff(ReminderKind kind, Guid subject) =>
        Snoozes.Where(s => s.Kind == kind && (s.Subject is null || s.Subject == subject)).Select(s => (DateOnly?)s.Until).Max();

    private static void Explain(string reason)
    {
        Refuse.FieldIf(string.IsNullOrWhiteSpace(reason), "reason", "reminders.say-why");
        Refuse.FieldIf(reason.Length > LongestReason, "reason", "reminders.reason-long", LongestReason);
    }
}
