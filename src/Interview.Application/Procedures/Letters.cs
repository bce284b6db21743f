using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Which letters about an interview are due. The text is written when they are sent.</summary>
internal static class Letters
{
    /// <summary>Ends the occurrence of a letter to somebody who left the panel: the calendar entry is withdrawn from this receiver only.</summary>
    public const string Withdrawn = "-out";

    public static void PlanLetters(this IInterviewDb db, ReminderKind kind, Interview interview, Procedure procedure, DateTimeOffset now)
    {
        db.Add(new Reminder(kind, interview.Id, ReceiverKind.Candidate, interview.CandidateId, interview.Occurrence, now));
        foreach (var seat in procedure.Seats.Where(s => s.IsTaken))
        {
            var (receiver, id) = ReceiverOf(seat);
            db.Add(new Reminder(kind, interview.Id, receiver, id, interview.Occurrence, now));
        }
    }

    /// <summary>Whoever joins the panel is invited to what is already planned; not twice when coming back to the same appointment.</summary>
    public static async Task InviteNewcomer(this IInterviewDb db, Guid procedure, ReceiverKind receiver, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var coming = await db.Interviews.Where(i => i.ProcedureId == procedure && i.Status == InterviewStatus.Planned).ToListAsync(ct);
        var known = await db.Reminders.Where(r => r.ReceiverId == id && r.Kind == ReminderKind.InterviewInvitation).Select(r => new { r.SubjectId, r.Occurrence }).ToListAsync(ct);
        foreach (var interview in coming)
        {
            var times = known.Count(k => k.SubjectId == interview.Id && k.Occurrence.StartsWith(interview.Occurrence, StringComparison.Ordinal));
            db.Add(new Reminder(ReminderKind.InterviewInvitation, interview.Id, receiver, id, times == 0 ? interview.Occurrence : $"{interview.Occurrence}-{times + 1}", now));
        }
    }

    public static async Task Withdraw(this IInterviewDb db, Guid procedure, PanelSeat seat, DateTimeOffset now, CancellationToken ct)
    {
        var (receiver, id) = ReceiverOf(seat);
        foreach (var interview in await db.Interviews.Where(i => i.ProcedureId == procedure && i.Status == InterviewStatus.Planned).ToListAsync(ct))
        {
            var times = await db.Reminders.CountAsync(r => r.SubjectId == interview.Id && r.ReceiverId == id && r.Kind == ReminderKind.InterviewCancelled, ct);
            db.Add(new Reminder(ReminderKind.InterviewCancelled, interview.Id, receiver, id, $"{interview.Occurrence}-{times + 1}{Withdrawn}", now));
        }
    }

    private static (ReceiverKind Kind, Guid Id) ReceiverOf(PanelSeat seat) =>
        seat.PersonId is { } person ? (ReceiverKind.Person, person) : (ReceiverKind.Guest, seat.GuestLinkId!.Value);
}
