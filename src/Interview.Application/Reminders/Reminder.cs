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
        /// <summary>Why it failed or stopped, as a code.</summary>
        public string? Why { get; private set; }
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
