using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

internal static class Suspending
{
    /// <summary>Nothing goes to this address any more, and whoever can do something about it hears so: the owner of the procedure, or else the administrators.</summary>
    public static async Task Suspend(this IInterviewDb db, Reminder reminder, string address, string why, DateTimeOffset now, CancellationToken ct)
    {
        var hash = SuspendedAddress.HashOf(address);
        if (await db.SuspendedAddresses.AnyAsync(s => s.AddressHash == hash && s.LiftedAt == null, ct)) return;
        var procedure = reminder.ReceiverKind switch
        {
            ReceiverKind.Candidate => await db.Candidates.Where(c => c.Id == reminder.ReceiverId).Select(c => (Guid?)c.ProcedureId).FirstOrDefaultAsync(ct),
            ReceiverKind.Guest => await db.GuestLinks.Where(g => g.Id == reminder.ReceiverId).Select(g => (Guid?)g.ProcedureId).FirstOrDefaultAsync(ct),
            ReceiverKind.Person => null,
        };
        var suspended = db.Add(new SuspendedAddress(address, reminder.ReceiverKind, reminder.ReceiverId, procedure, why, now));
        var told = procedure is { } id
            ? await db.Procedures.Where(p => p.Id == id).Select(p => p.OwnerId).ToListAsync(ct)
            : await db.RoleAssignments.Where(r => r.Role == Role.Administrator && (r.Until == null || r.Until > now)).Select(r => r.PersonId).Distinct().ToListAsync(ct);
        // Whose own address it is cannot be told by mail.
        foreach (var person in told.Where(p => p != reminder.ReceiverId))
            db.Add(new Reminder(ReminderKind.AddressSuspended, suspended.Id, ReceiverKind.Person, person, "suspended", now));
    }
}
