using System.Globalization;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Letters;

/// <summary>Where a letter goes and in which language.</summary>
internal sealed record Addressee(string Name, string Email, string Language)
{
    public string GivenName => Name.Split(' ')[0];

    public Letter Letter(string subject, string text, string? link = null) => new(Name, Email, Language, subject, text, Link: link);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language switch { "en" => "en-GB", "fr" => "fr-BE", _ => "nl-NL" });

    public string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", Culture);

    public string When(Appointment when) => when.Local.ToString("dddd d MMMM yyyy HH:mm", Culture);
}

internal static class Addressees
{
    /// <summary>The receiver as things stand now; null when there is nobody any more.</summary>
    public static Task<Addressee?> AddresseeOf(this IInterviewDb db, Reminder reminder, CancellationToken ct)
    {
        var id = reminder.ReceiverId;
        return reminder.ReceiverKind switch
        {
            ReceiverKind.Person => db.Persons.AsNoTracking().Where(p => p.Id == id && p.Active).Select(p => new Addressee(p.Name, p.Email, p.Language)).FirstOrDefaultAsync(ct),
            ReceiverKind.Candidate => db.CandidateIdentities.AsNoTracking().Where(c => c.Id == id).Select(c => new Addressee(c.Name, c.Email, c.Language)).FirstOrDefaultAsync(ct),
            ReceiverKind.Guest => db.GuestLinks.AsNoTracking().Where(g => g.Id == id && g.ClosedAt == null).Select(g => new Addressee(g.Name, g.Email, g.Language)).FirstOrDefaultAsync(ct),
        };
    }
}
