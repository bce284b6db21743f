using System.Globalization;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>
/// Invitation, change and cancellation of an interview, each with its calendar part, in the receiver's language. In a blind procedure the panel reads the
/// candidate's code; the calendar itself, which others may see, never says more than that.
/// </summary>
internal sealed class InterviewLetters(IInterviewDb db, IWords words, IHomeAddress home, TimeProvider clock) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.InterviewInvitation, ReminderKind.InterviewMoved, ReminderKind.InterviewCancelled];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var found = await (from i in db.Interviews.AsNoTracking()
                           join p in db.Procedures on i.ProcedureId equals p.Id
                           join c in db.Candidates on i.CandidateId equals c.Id
                           join o in db.Persons on p.OwnerId equals o.Id
                           where i.Id == reminder.SubjectId
                           select new Facts(i, p, c.Code, o.Name, o.Email, db.CandidateIdentities.Where(n => n.Id == c.Id).Select(n => n.Name).FirstOrDefault())).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "procedures.interview-gone");
        var withdrawn = reminder.Occurrence.EndsWith(Letters.Withdrawn, StringComparison.Ordinal);
        if (reminder.Occurrence.Split('-')[0] != found.Interview.Occurrence) return (null, "procedures.letter-overtaken");
        if (reminder.Kind != ReminderKind.InterviewCancelled && !found.Interview.IsComing) return (null, "procedures.letter-overtaken");
        if (reminder.Kind != ReminderKind.InterviewCancelled && found.Interview.When.Utc <= clock.GetUtcNow()) return (null, "procedures.letter-too-late");
        if (await Receiver(reminder, withdrawn, ct) is not { } to) return (null, "procedures.letter-not-invited");
        // Nobody is told that a talk is off who never heard that it was on.
        if (reminder.Kind == ReminderKind.InterviewCancelled && !await Heard(reminder, ct)) return (null, "procedures.letter-not-invited");
        return (Compose(reminder, found, to, withdrawn), null);
    }

    private Letter Compose(Reminder reminder, Facts facts, Receiver to, bool withdrawn)
    {
        var (interview, procedure) = (facts.Interview, facts.Procedure);
        string Say(string key, params object?[] args) => words.In(to.Language, "procedures.letter." + key, args);
        var forCandidate = reminder.ReceiverKind == ReceiverKind.Candidate;
        var shown = procedure.ShowsNames && facts.CandidateName is { } name ? $"{facts.Code} ({name})" : facts.Code;
        var title = forCandidate ? Say("title-candidate", procedure.Title) : Say("title-panel", facts.Code, procedure.Title);
        var verb = (reminder.Kind, withdrawn) switch
        {
            (_, true) => "withdrawn",
            (ReminderKind.InterviewMoved, _) => "moved",
            (ReminderKind.InterviewCancelled, _) => "cancelled",
            _ => "invited",
        };
        var culture = CultureInfo.GetCultureInfo(to.Language switch { "en" => "en-GB", "fr" => "fr-BE", _ => "nl-NL" });
        var when = interview.When.Local.ToString("dddd d MMMM yyyy HH:mm", culture);
        var where = string.Join(" · ", new[] { interview.Place, interview.VideoLink }.Where(w => !string.IsNullOrEmpty(w)));
        List<string> lines =
        [
            Say("dear", to.Name), "",
            forCandidate ? Say(verb + "-candidate", procedure.Title) : Say(verb + "-panel", shown, procedure.Title), "",
            Say("when", when, interview.When.Zone, interview.Minutes), Say("where", where),
        ];
        if (!forCandidate && verb is "invited" or "moved") lines.Add(Say("link", home.Of($"/procedures/{procedure.Id}")));
        lines.AddRange(["", Say("regards"), facts.OwnerName]);
        var over = reminder.Kind == ReminderKind.InterviewCancelled;
        var ics = new CalendarEntry(interview.CalendarUid, interview.Sequence, interview.When, interview.Minutes, title, where,
            forCandidate ? "" : home.Of($"/procedures/{procedure.Id}"), facts.OwnerName, facts.OwnerEmail, to.Name, to.Email).Write(clock.GetUtcNow(), over, withdrawn);
        return new Letter(to.Name, to.Email, to.Language, Say("subject-" + verb, title), string.Join("\n", lines), (over ? "CANCEL" : "REQUEST", ics));
    }

    private async Task<Receiver?> Receiver(Reminder reminder, bool gone, CancellationToken ct) => reminder.ReceiverKind switch
    {
        ReceiverKind.Candidate => await db.CandidateIdentities.AsNoTracking().Where(c => c.Id == reminder.ReceiverId)
            .Select(c => new Receiver(c.Name, c.Email, c.Language)).FirstOrDefaultAsync(ct),
        ReceiverKind.Person => await (from s in db.PanelSeats.AsNoTracking()
                                      join p in db.Persons on s.PersonId equals p.Id
                                      where p.Id == reminder.ReceiverId && p.Active && (s.RemovedAt == null) != gone
                                          && db.Interviews.Any(i => i.Id == reminder.SubjectId && i.ProcedureId == s.ProcedureId)
                                      select new Receiver(p.Name, p.Email, p.Language)).FirstOrDefaultAsync(ct),
        ReceiverKind.Guest => await (from s in db.PanelSeats.AsNoTracking()
                                     join g in db.GuestLinks on s.GuestLinkId equals g.Id
                                     where g.Id == reminder.ReceiverId && (s.RemovedAt == null) != gone
                                     select new Receiver(g.Name, g.Email, g.Language)).FirstOrDefaultAsync(ct),
    };

    private Task<bool> Heard(Reminder reminder, CancellationToken ct) => db.Reminders.AnyAsync(r => r.SubjectId == reminder.SubjectId && r.ReceiverId == reminder.ReceiverId
        && r.Kind != ReminderKind.InterviewCancelled && (r.Status == ReminderStatus.Sent || r.Status == ReminderStatus.Unknown || r.Status == ReminderStatus.HandingOver), ct);

    private sealed record Facts(Interview Interview, Procedure Procedure, string Code, string OwnerName, string OwnerEmail, string? CandidateName);
}

internal sealed record Receiver(string Name, string Email, string Language);
