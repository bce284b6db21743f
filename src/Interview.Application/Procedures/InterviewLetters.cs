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
    public IReadOnlyCollection<ReminderKind> Kinds => Letters.Kinds;

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var found = await (from i in db.Interviews.AsNoTracking()
                           join p in db.Procedures on i.ProcedureId equals p.Id
                           join c in db.Candidates on i.CandidateId equals c.Id
                           join o in db.Persons on p.OwnerId equals o.Id
                           where i.Id == reminder.SubjectId
                           select new Facts(i, p, c.Code, o.Name, o.Email, db.CandidateIdentities.Where(n => n.Id == c.Id).Select(n => n.Name).FirstOrDefault())).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "procedures.interview-gone");
        var (sequence, withdrawn) = Letters.Read(reminder.Occurrence);
        var others = await db.Reminders.AsNoTracking().Where(r => r.SubjectId == reminder.SubjectId && r.ReceiverId == reminder.ReceiverId && r.Id != reminder.Id && Letters.Kinds.Contains(r.Kind))
            .Select(r => new { r.Kind, r.Occurrence, r.Status }).ToListAsync(ct);
        // Only the newest thing there is to tell is told.
        if (others.Any(o => Letters.Read(o.Occurrence).Sequence > sequence)) return (null, "procedures.letter-overtaken");
        if (reminder.Kind != ReminderKind.InterviewCancelled && !found.Interview.IsComing) return (null, "procedures.letter-overtaken");
        if (reminder.Kind != ReminderKind.InterviewCancelled && found.Interview.When.Utc <= clock.GetUtcNow()) return (null, "procedures.letter-too-late");
        if (await Receiver(reminder, found.Interview.CandidateId, withdrawn, ct) is not { } to) return (null, "procedures.letter-not-invited");
        var heard = others.Any(o => o.Kind != ReminderKind.InterviewCancelled && o.Status is (ReminderStatus.Sent or ReminderStatus.Unknown or ReminderStatus.HandingOver));
        // Nobody is told that a talk is off who never heard that it was on.
        if (reminder.Kind == ReminderKind.InterviewCancelled && !heard) return (null, "procedures.letter-not-invited");
        var verb = (reminder.Kind, withdrawn) switch
        {
            (_, true) => "withdrawn",
            (ReminderKind.InterviewCancelled, _) => "cancelled",
            (ReminderKind.InterviewMoved, _) when heard => "moved",
            _ => "invited",
        };
        return (Compose(reminder, found, to, verb, sequence), null);
    }

    private Letter Compose(Reminder reminder, Facts facts, Receiver to, string verb, int sequence)
    {
        var (interview, procedure) = (facts.Interview, facts.Procedure);
        string Say(string key, params object?[] args) => words.In(to.Language, "procedures.letter." + key, args);
        var forCandidate = reminder.ReceiverKind == ReceiverKind.Candidate;
        var shown = procedure.ShowsNames && facts.CandidateName is { } name ? $"{facts.Code} ({name})" : facts.Code;
        var title = forCandidate ? Say("title-candidate", procedure.Title) : Say("title-panel", facts.Code, procedure.Title);
        var culture = CultureInfo.GetCultureInfo(to.Language switch { "en" => "en-GB", "fr" => "fr-BE", _ => "nl-NL" });
        var when = interview.When.Local.ToString("dddd d MMMM yyyy HH:mm", culture);
        var where = string.Join(" · ", new[] { interview.Place, interview.VideoLink }.Where(w => !string.IsNullOrEmpty(w)));
        List<string> lines =
        [
            Say("dear", to.Name), "",
            forCandidate ? Say(verb + "-candidate", procedure.Title) : Say(verb + "-panel", shown, procedure.Title), "",
            Say("when", when, interview.When.Zone, interview.Minutes), Say("where", where),
        ];
        // A guest comes in by a link of their own, which nobody but they may have.
        var page = reminder.ReceiverKind == ReceiverKind.Person ? home.Of($"/procedures/{procedure.Id}") : "";
        if (verb is "invited" or "moved" && !forCandidate) lines.Add(page.Length > 0 ? Say("link", page) : Say("link-guest"));
        lines.AddRange(["", Say("regards"), facts.OwnerName]);
        var over = reminder.Kind == ReminderKind.InterviewCancelled;
        var ics = new CalendarEntry(interview.CalendarUid, sequence, interview.When, interview.Minutes, title, where, page, facts.OwnerName, facts.OwnerEmail, to.Name, to.Email)
            .Write(clock.GetUtcNow(), over, verb == "withdrawn");
        return new Letter(to.Name, to.Email, to.Language, Say("subject-" + verb, title), string.Join("\n", lines), (over ? "CANCEL" : "REQUEST", ics));
    }

    // Invited is who has a seat and is not excused for this candidate; a withdrawal is for who was and is no longer. That a talk is off is for whoever heard
    // that it was on, also when they left the panel between the cancellation and the letter.
    private async Task<Receiver?> Receiver(Reminder reminder, Guid candidate, bool withdrawn, CancellationToken ct)
    {
        var seats = db.PanelSeats.AsNoTracking().Where(s => db.Interviews.Any(i => i.Id == reminder.SubjectId && i.ProcedureId == s.ProcedureId));
        if (withdrawn || reminder.Kind != ReminderKind.InterviewCancelled)
            seats = seats.Where(s => (s.RemovedAt == null && !db.Conflicts.Any(c => c.SeatId == s.Id && c.CandidateId == candidate && c.Answer == ConflictAnswer.Excused)) != withdrawn);
        return reminder.ReceiverKind switch
        {
            ReceiverKind.Candidate => await db.CandidateIdentities.AsNoTracking().Where(c => c.Id == reminder.ReceiverId)
                .Select(c => new Receiver(c.Name, c.Email, c.Language)).FirstOrDefaultAsync(ct),
            ReceiverKind.Person => await (from s in seats
                                          join p in db.Persons on s.PersonId equals p.Id
                                          where p.Id == reminder.ReceiverId && p.Active
                                          select new Receiver(p.Name, p.Email, p.Language)).FirstOrDefaultAsync(ct),
            ReceiverKind.Guest => await (from s in seats
                                         join g in db.GuestLinks on s.GuestLinkId equals g.Id
                                         where g.Id == reminder.ReceiverId
                                         select new Receiver(g.Name, g.Email, g.Language)).FirstOrDefaultAsync(ct),
        };
    }

    private sealed record Facts(Interview Interview, Procedure Procedure, string Code, string OwnerName, string OwnerEmail, string? CandidateName);
}

internal sealed record Receiver(string Name, string Email, string Language);
