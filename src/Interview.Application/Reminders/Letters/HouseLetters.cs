using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Letters;

/// <summary>What the product itself has to say: the mail works, or an address does not.</summary>
internal sealed class HouseLetters(IInterviewDb db, IWords words, IHomeAddress home) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.TestLetter, ReminderKind.AddressSuspended];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        if (await db.AddresseeOf(reminder, ct) is not { } to) return (null, "reminders.receiver-inactive");
        string Say(string key, params object?[] args) => words.In(to.Language, $"reminders.letter.{key}", args);
        if (reminder.Kind == ReminderKind.TestLetter) return (to.Letter(Say("test.subject"), Say("test", to.GivenName, home.Of("/admin/reminders"))), null);
        if (await db.SuspendedAddresses.AsNoTracking().FirstOrDefaultAsync(s => s.Id == reminder.SubjectId && s.LiftedAt == null, ct) is not { } suspended) return (null, "reminders.done-already");
        var whose = suspended.ReceiverKind switch
        {
            ReceiverKind.Person => await db.Persons.Where(p => p.Id == suspended.ReceiverId).Select(p => p.Name).FirstOrDefaultAsync(ct),
            ReceiverKind.Candidate => await db.Candidates.Where(c => c.Id == suspended.ReceiverId).Select(c => c.Code).FirstOrDefaultAsync(ct),
            ReceiverKind.Guest => await db.GuestLinks.Where(g => g.Id == suspended.ReceiverId).Select(g => g.Name).FirstOrDefaultAsync(ct),
        };
        var link = home.Of(suspended.ProcedureId is { } procedure ? $"/procedures/{procedure}/reminders" : "/admin/reminders/addresses");
        return (to.Letter(Say("suspended.subject", whose), Say("suspended", to.GivenName, whose, link), link), null);
    }
}
