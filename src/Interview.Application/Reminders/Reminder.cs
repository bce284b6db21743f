using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders
{
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
        public Reminder(ReminderKind kind, Guid subject, ReceiverKind receiverKind, Guid receiver, string occurrence, DateTimeOffset dueAt, Guid? about = null, bool alone = true, DateTimeOffset? eventAt = null)
        {
            (Kind, SubjectId, ReceiverKind, ReceiverId, Occurrence, DueAt, PlannedAt) = (kind, subject, receiverKind, receiver, occurrence, dueAt, dueAt);
            (CaseId, Alone, EventAt) = (about, alone, eventAt);
        }

        public Guid Id { get; private set; } = Guid.CreateVersion7();
        public ReminderKind Kind { get; private set; }
        public Guid SubjectId { get; private set; }
        public ReceiverKind ReceiverKind { get; private set; }
        public Guid ReceiverId { get; private set; }
        public string Occurrence { get; private set; } = "";
        /// <summary>The procedure, plan or review by which it is planned; null for what answers an act of somebody.</summary>
        public Guid? CaseId { get; private set; }
        /// <summary>A letter of its own; otherwise it waits for the day's bundle of its receiver.</summary>
        public bool Alone { get; private set; }
        /// <summary>When it is wanted; which one of a series is the newest goes by this.</summary>
        public DateTimeOffset PlannedAt { get; private set; }
        /// <summary>When it is tried: later than planned after a refusal, or when the receiver's day is closed.</summary>
        public DateTimeOffset DueAt { get; private set; }
        /// <summary>From this moment on it says nothing any more; null when there is no such moment.</summary>
        public DateTimeOffset? EventAt { get; private set; }
        public ReminderStatus Status { get; private set; }
        /// <summary>Which claim holds the row, and until when; both null unless claimed or handing over.</summary>
        public Guid? ClaimToken { get; private set; }
        public DateTimeOffset? ClaimedUntil { get; private set; }
        public int Tries { get; private set; }
        public DateTimeOffset? SentAt { get; private set; }
        public string? MessageId { get; private set; }
        /// <summary>The bundle it left with.</summary>
        public Guid? CarrierId { get; private set; }
        /// <summary>SHA-256 of the token in this letter with which its kind is switched off.</summary>
        public string? OffHash { get; private set; }
        /// <summary>Why it failed, stopped or is uncertain: a code, after a colon perhaps what the mail server said.</summary>
        public string? Why { get; private set; }

        /// <summary>Who decided about an uncertain or failed one.</summary>
        public Guid? DecidedById { get; private set; }

        /// <summary>How often the machine tries a letter that the mail server refused for now.</summary>
        public const int MostTries = 3;

        /// <summary>Longer than the slowest mail server may take, so that a lease never ends under a letter that is leaving.</summary>
        public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

        /// <summary>Wanted (again) like this; what went out, or perhaps did, is never put back by a plan.</summary>
        public void Plan(DateTimeOffset dueAt, bool alone = true, DateTimeOffset? eventAt = null)
        {
            if (Status is not (ReminderStatus.Due or ReminderStatus.Stopped)) return;
            (Alone, EventAt) = (alone, eventAt);
            if (Status == ReminderStatus.Stopped) (Status, Tries, Why) = (ReminderStatus.Due, 0, null);
            // A plan that has not changed leaves alone what waits for its second try.
            else if (PlannedAt == dueAt) return;
            (PlannedAt, DueAt, Why) = (dueAt, dueAt, null);
        }

        /// <summary>No longer needed. What is on its way or gone stays as it is.</summary>
        public void Stop(string why)
        {
            if (Status is not (ReminderStatus.Due or ReminderStatus.Claimed)) return;
            Leave(ReminderStatus.Stopped, why);
        }

        /// <summary>Not now: the receiver's day is closed, or somebody put it off.</summary>
        public void PutOff(DateTimeOffset until)
        {
            if (Status is not (ReminderStatus.Due or ReminderStatus.Claimed)) return;
            Leave(ReminderStatus.Due, Why);
            DueAt = until;
        }

        /// <summary>The day's bundle has gone and the next one comes too late: it goes by itself.</summary>
        public void GoAlone() => Alone = true;

        /// <summary>Just before the mail server: from here on a crash leaves it unknown.</summary>
        public void HandOver(DateTimeOffset now, string? offHash = null)
        {
            if (Status != ReminderStatus.Claimed) throw new InvalidOperationException("only a claimed reminder is handed over");
            (Status, ClaimedUntil, OffHash) = (ReminderStatus.HandingOver, now + Lease, offHash);
        }

        /// <summary>Leaves with the bundle that this claim holds, and shares its fate.</summary>
        public void Board(Reminder bundle, DateTimeOffset now, string offHash)
        {
            if (Status != ReminderStatus.Due) throw new InvalidOperationException("only what is due leaves with a bundle");
            (Status, ClaimToken, CarrierId) = (ReminderStatus.Claimed, bundle.ClaimToken, bundle.Id);
            HandOver(now, offHash);
        }

        /// <summary>Certain not to be taken at this address: kept for a person, never tried by the machine.</summary>
        public void WasHeld(string why) => Leave(ReminderStatus.Failed, why);

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
                DueAt = now + (Tries == 1 ? TimeSpan.FromMinutes(30) : TimeSpan.FromHours(12));
            }
        }

        /// <summary>Nobody knows whether it left. Only a person decides what happens next.</summary>
        public void BecameUnknown(string why) => (Status, Why, ClaimedUntil) = (ReminderStatus.Unknown, Short(why), null);

        /// <summary>A person wants it sent once more, knowing that it may arrive twice.</summary>
        public void SendAgain(DateTimeOffset now, Guid by)
        {
            Refuse.If(Status is not (ReminderStatus.Unknown or ReminderStatus.Failed), "reminders.not-waiting");
            Leave(ReminderStatus.Due, null);
            // By itself, and whatever was meant to keep it: a person wants it to leave now.
            (DueAt, Tries, DecidedById, Alone) = (now, 0, by, true);
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
    /// <remarks><see cref="Link"/>: where to go, for a bundle. <see cref="Off"/>: the address that switches this kind off with one click (RFC 8058).</remarks>
    public sealed record Letter(string ToName, string ToAddress, string Language, string Subject, string Text, (string Method, string Ics)? Calendar = null, string? Link = null, string? Off = null);

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
