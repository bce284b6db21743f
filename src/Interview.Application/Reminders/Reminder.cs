using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders
{
    public enum ReminderKind
    {
        InterviewInvitation,
        InterviewMoved,
        InterviewCancelled,
        GuestInvitation,
        GuestCode,
        AccountInvitation,
        MissingScorecard,
        PlanActionDue,
        ReviewWaiting,
    }

    public enum ReceiverKind { Person, Candidate, Guest }

    /// <summary>
    /// due → claimed (by one process, for a while) → handing over (just before the mail server) → sent | failed | unknown.
    /// A crash while claimed is taken up again; a crash while handing over becomes unknown and is never repeated by the machine. Stopped: no longer needed.
    /// </summary>
    public enum ReminderStatus { Due, Claimed, HandingOver, Sent, Failed, Unknown, Stopped }

    /// <summary>
    /// Who is told what about which subject, when, and whether it went out. Keeps ids and a kind only; the text is written when it is sent.
    /// One row per (kind, subject, receiver, occurrence): planning the same thing twice makes no second mail.
    /// </summary>
    [NotAudited]
    public sealed class Reminder : IHasId
    {
        private Reminder() { }

        /// <summary><paramref name="occurrence"/> tells the ones of a series apart, and versions of an appointment: "1-day-before", "v2".</summary>
        public Reminder(ReminderKind kind, Guid subject, ReceiverKind receiverKind, Guid receiver, string occurrence, DateTimeOffset dueAt)
        {
            (Kind, SubjectId, ReceiverKind, ReceiverId, Occurrence, DueAt) = (kind, subject, receiverKind, receiver, occurrence, dueAt);
        }

        public Guid Id { get; private set; } = Guid.CreateVersion7();
        public ReminderKind Kind { get; private set; }
        public Guid SubjectId { get; private set; }
        public ReceiverKind ReceiverKind { get; private set; }
        public Guid ReceiverId { get; private set; }
        public string Occurrence { get; private set; } = "";
        public DateTimeOffset DueAt { get; private set; }
        public ReminderStatus Status { get; private set; }
        /// <summary>Which claim holds the row, and until when; both null unless claimed or handing over.</summary>
        public Guid? ClaimToken { get; private set; }
        public DateTimeOffset? ClaimedUntil { get; private set; }
        public int Tries { get; private set; }
        public DateTimeOffset? SentAt { get; private set; }
        public string? MessageId { get; private set; }
        /// <summary>Why it failed, stopped or is uncertain: a code, after a colon perhaps what the mail server said.</summary>
        public string? Why { get; private set; }

        /// <summary>Who decided about an uncertain or failed one.</summary>
        public Guid? DecidedById { get; private set; }

        /// <summary>How often the machine tries a letter that the mail server refused for now.</summary>
        public const int MostTries = 3;

        /// <summary>Longer than the slowest mail server may take, so that a lease never ends under a letter that is leaving.</summary>
        public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

        /// <summary>Wanted (again) at this moment; what went out, or perhaps did, is never put back by a plan.</summary>
        public void Plan(DateTimeOffset dueAt)
        {
            if (Status is not (ReminderStatus.Due or ReminderStatus.Stopped)) return;
            if (Status == ReminderStatus.Stopped) (Status, Tries) = (ReminderStatus.Due, 0);
            (DueAt, Why) = (dueAt, null);
        }

        /// <summary>No longer needed. What is on its way or gone stays as it is.</summary>
        public void Stop(string why)
        {
            if (Status is not (ReminderStatus.Due or ReminderStatus.Claimed)) return;
            Leave(ReminderStatus.Stopped, why);
        }

        /// <summary>Just before the mail server: from here on a crash leaves it unknown.</summary>
        public void HandOver(DateTimeOffset now)
        {
            if (Status != ReminderStatus.Claimed) throw new InvalidOperationException("only a claimed reminder is handed over");
            (Status, ClaimedUntil) = (ReminderStatus.HandingOver, now + Lease);
        }

        /// <summary>The mail server took it. Also when the answer came after the lease: it is the same claim, so it is certain now.</summary>
        public void WasSent(DateTimeOffset now, string messageId)
        {
            Leave(ReminderStatus.Sent, null);
            (SentAt, MessageId) = (now, messageId.Length > 200 ? messageId[..200] : messageId);
        }

        /// <summary>The mail server said no: tried again later while it may help, at most <see cref="MostTries"/> times.</summary>
        public void WasRefused(DateTimeOffset now, string why, bool forGood)
        {
            Tries++;
            if (forGood || Tries >= MostTries) Leave(ReminderStatus.Failed, why);
            else
            {
                Leave(ReminderStatus.Due, why);
                DueAt = now + (Tries == 1 ? TimeSpan.FromMinutes(10) : TimeSpan.FromHours(2));
            }
        }

        /// <summary>Nobody knows whether it left. Only a person decides what happens next.</summary>
        public void BecameUnknown(string why) => (Status, Why, ClaimedUntil) = (ReminderStatus.Unknown, Short(why), null);

        /// <summary>A person wants it sent once more, knowing that it may arrive twice.</summary>
        public void SendAgain(DateTimeOffset now, Guid by)
        {
            Refuse.If(Status is not (ReminderStatus.Unknown or ReminderStatus.Failed), "reminders.not-waiting");
            Leave(ReminderStatus.Due, null);
            (DueAt, Tries, DecidedById) = (now, 0, by);
        }

        /// <summary>A person leaves it as it is.</summary>
        public void LetBe(Guid by)
        {
            Refuse.If(Status is not (ReminderStatus.Unknown or ReminderStatus.Failed), "reminders.not-waiting");
            Leave(ReminderStatus.Stopped, "reminders.left-by-person");
            DecidedById = by;
        }

        private void Leave(ReminderStatus status, string? why) => (Status, Why, ClaimToken, ClaimedUntil) = (status, Short(why), null, null);

        private static string? Short(string? why) => why is { Length: > 300 } ? why[..300] : why;
    }

    /// <summary>A message as it leaves. <see cref="Calendar"/> is an iCalendar text with its method (REQUEST or CANCEL).</summary>
    public sealed record Letter(string ToName, string ToAddress, string Language, string Subject, string Text, (string Method, string Ics)? Calendar = null);

    /// <summary>Writes the letter of one kind at the moment of sending; null with a reason when it is no longer needed (the stop condition).</summary>
    public interface ILetterWriter
    {
        IReadOnlyCollection<ReminderKind> Kinds { get; }

        Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct);
    }
}

namespace Interviewing.Application.Shared
{
    using Interviewing.Application.Reminders;

    public partial interface IInterviewDb
    {
        DbSet<Reminder> Reminders => Set<Reminder>();
    }
}
