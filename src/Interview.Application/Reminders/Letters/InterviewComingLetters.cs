using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Letters;

/// <summary>"Your interview is the day after tomorrow." Stops when it was called off, moved or held, or when the receiver no longer takes part.</summary>
internal sealed class InterviewComingLetters(IInterviewDb db, IWords words, IHomeAddress home) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.InterviewComing, ReminderKind.PanelInterviewComing];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var found = await (from i in db.Interviews.AsNoTracking()
                           where i.Id == reminder.SubjectId
                           join p in db.Procedures.Include(p => p.Seats) on i.ProcedureId equals p.Id
                           join c in db.Candidates on i.CandidateId equals c.Id
                           select new { Interview = i, Procedure = p, c.Code, Name = db.CandidateIdentities.Where(n => n.Id == c.Id).Select(n => n.Name).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        var (interview, procedure) = (found.Interview, found.Procedure);
        if (!interview.IsComing) return (null, "reminders.interview-off");
        if (!reminder.Occurrence.StartsWith($"{interview.Occurrence}/", StringComparison.Ordinal)) return (null, "reminders.moved");
        var forCandidate = reminder.ReceiverKind == ReceiverKind.Candidate;
        if (!forCandidate && !await db.PanelSeats.AnyAsync(s => s.ProcedureId == procedure.Id && s.RemovedAt == null && (s.PersonId == reminder.ReceiverId || s.GuestLinkId == reminder.ReceiverId), ct)) return (null, "reminders.receiver-inactive");
        if (await db.AddresseeOf(reminder, ct) is not { } to) return (null, "reminders.receiver-inactive");

        string Say(string key, params object?[] args) => words.In(to.Language, $"reminders.letter.interview.{key}", args);
        var where = string.Join(" · ", new[] { interview.Place, interview.VideoLink }.Where(w => !string.IsNullOrEmpty(w)));
        var facts = Say("facts", to.When(interview.When), interview.When.Zone, interview.Minutes, where);
        if (forCandidate) return (to.Letter(Say("candidate.subject", procedure.Title), Say("candidate", to.Name, procedure.Title, facts)), null);
        var code = procedure.ShowsNames && found.Name is { } name ? $"{found.Code} ({name})" : found.Code;
        var link = home.Of($"/procedures/{procedure.Id}");
        return (to.Letter(Say("panel.subject", code, to.When(interview.When)), Say("panel", to.GivenName, code, procedure.Title, facts, link), link), null);
    }
}
