using System.Globalization;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>
/// Which letters about an interview are due. The text is written when they are sent, of the appointment as it is then; the number is that of the change the
/// letter tells, so that no two letters to one receiver carry the same.
/// </summary>
internal static class Letters
{
    /// <summary>Ends the occurrence of a letter to somebody who need not come any more: the calendar entry is withdrawn from this receiver only.</summary>
    private const string Withdrawn = "-out";

    public static readonly IReadOnlyCollection<ReminderKind> Kinds = [ReminderKind.InterviewInvitation, ReminderKind.InterviewMoved, ReminderKind.InterviewCancelled];

    public static (int Sequence, bool Withdraws) Read(string occurrence) =>
        (int.Parse(occurrence.Split('-')[0][1..], CultureInfo.InvariantCulture), occurrence.EndsWith(Withdrawn, StringComparison.Ordinal));

    /// <summary>For the candidate and everybody of the panel who has to be there.</summary>
    public static async Task PlanLetters(this IInterviewDb db, ReminderKind kind, Interview interview, Procedure procedure, DateTimeOffset now, CancellationToken ct)
    {
        db.Add(new Reminder(kind, interview.Id, ReceiverKind.Candidate, interview.CandidateId, interview.Occurrence, now));
        var excused = await db.Conflicts.Where(c => c.CandidateId == interview.CandidateId && c.Answer == ConflictAnswer.Excused).Select(c => c.SeatId).ToListAsync(ct);
        foreach (var seat in procedure.Seats.Where(s => s.IsTaken && !excused.Contains(s.Id)))
        {
            var (receiver, id) = ReceiverOf(seat);
            db.Add(new Reminder(kind, interview.Id, receiver, id, interview.Occurrence, now));
        }
    }

    /// <summary>Whoever joins the panel is invited to what is already planned.</summary>
    public static async Task Invite(this IInterviewDb db, Guid procedure, PanelSeat seat, DateTimeOffset now, CancellationToken ct)
    {
        var (receiver, id) = ReceiverOf(seat);
        foreach (var interview in await db.Interviews.Where(i => i.ProcedureId == procedure && i.Status == InterviewStatus.Planned).ToListAsync(ct))
        {
            interview.Reseat();
            db.Add(new Reminder(ReminderKind.InterviewInvitation, interview.Id, receiver, id, interview.Occurrence, now));
        }
    }

    /// <summary>Whoever leaves, or is excused for one candidate, hears that about each talk that was still to come.</summary>
    public static async Task Withdraw(this IInterviewDb db, Guid procedure, PanelSeat seat, DateTimeOffset now, CancellationToken ct, Guid? candidate = null)
    {
        var (receiver, id) = ReceiverOf(seat);
        foreach (var interview in await db.Interviews.Where(i => i.ProcedureId == procedure && i.Status == InterviewStatus.Planned && (candidate == null || i.CandidateId == candidate)).ToListAsync(ct))
        {
            interview.Reseat();
            db.Add(new Reminder(ReminderKind.InterviewCancelled, interview.Id, receiver, id, interview.Occurrence + Withdrawn, now));
        }
    }

    private static (ReceiverKind Kind, Guid Id) ReceiverOf(PanelSeat seat) =>
        seat.PersonId is { } person ? (ReceiverKind.Person, person) : (ReceiverKind.Guest, seat.GuestLinkId!.Value);
}
