using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>
/// The moment of sending: is it still wanted, is it the newest of its series, is the receiver's day open, does the address work? Only then is the letter written,
/// and its writer may still find that it is not needed.
/// </summary>
internal sealed class LastLook(IInterviewDb db, IEnumerable<ILetterWriter> writers, DateTimeOffset now)
{
    private Surroundings? around;

    public async Task<Letter?> At(Reminder reminder, CancellationToken ct)
    {
        if (Policies.HasRule(reminder.Kind) && await Keeps(reminder, ct)) return null;
        if (writers.FirstOrDefault(w => w.Kinds.Contains(reminder.Kind)) is not { } writer)
        {
            reminder.Stop("reminders.no-writer");
            return null;
        }
        var (letter, whyNot) = await writer.Write(reminder, ct);
        if (letter is null)
        {
            reminder.Stop(whyNot ?? "reminders.not-needed");
            return null;
        }
        var hash = SuspendedAddress.HashOf(letter.ToAddress);
        if (!await db.SuspendedAddresses.AnyAsync(s => s.AddressHash == hash && s.LiftedAt == null, ct)) return letter;
        reminder.WasHeld("reminders.address-suspended");
        return null;
    }

    /// <summary>Until when this receiver's day is closed for what can wait; null when it is open.</summary>
    public async Task<DateTimeOffset?> ClosedUntil(Guid receiver, CancellationToken ct)
    {
        around ??= await Surroundings.Of(db, now, ct);
        await around.Know([receiver], ct);
        var until = around.HoursOf(receiver, alone: false).Forward(now);
        return until > now ? until : null;
    }

    private async Task<bool> Keeps(Reminder reminder, CancellationToken ct)
    {
        around ??= await Surroundings.Of(db, now, ct);
        await around.Know([reminder.ReceiverId], ct);
        if (await WhyNot(reminder, around, ct) is { } why)
        {
            reminder.Stop(why);
            return true;
        }
        // A person who sends it again wants it now.
        if (reminder.DecidedById is not null) return false;
        var open = around.HoursOf(reminder.ReceiverId, reminder.Alone, await ZoneOf(reminder, ct));
        var until = around.PutOff(reminder.Kind, reminder.SubjectId, reminder.ReceiverId, open.Forward(now), open);
        if (until <= now) return false;
        if (reminder.EventAt <= until) reminder.Stop("reminders.too-late");
        else reminder.PutOff(until);
        return true;
    }

    private async Task<string?> WhyNot(Reminder reminder, Surroundings around, CancellationToken ct)
    {
        if (!around.Rules[reminder.Kind].On) return "reminders.kind-off";
        if (!around.IsActive(reminder.ReceiverId)) return "reminders.receiver-inactive";
        if (around.WishesOf(reminder.ReceiverId)?.Muted.Contains(reminder.Kind) == true) return "reminders.muted";
        if (reminder.EventAt <= now) return "reminders.too-late";
        var (kind, subject, receiver, planned) = (reminder.Kind, reminder.SubjectId, reminder.ReceiverId, reminder.PlannedAt);
        var overtaken = reminder.CaseId is not null && reminder.DecidedById is null && await db.Reminders.AnyAsync(r => r.Kind == kind && r.SubjectId == subject && r.ReceiverId == receiver && r.PlannedAt > planned && r.PlannedAt <= now
            && r.Id != reminder.Id && r.Status != ReminderStatus.Stopped, ct);
        return overtaken ? "reminders.newer-one" : null;
    }

    // Candidates and guests live by the zone of their interview.
    private async Task<string?> ZoneOf(Reminder reminder, CancellationToken ct)
    {
        if (reminder.ReceiverKind == ReceiverKind.Person) return null;
        return await db.Interviews.Where(i => i.ProcedureId == reminder.CaseId && (reminder.ReceiverKind != ReceiverKind.Candidate || i.CandidateId == reminder.ReceiverId))
            .OrderByDescending(i => i.When.Utc).Select(i => i.When.Zone).FirstOrDefaultAsync(ct);
    }
}
