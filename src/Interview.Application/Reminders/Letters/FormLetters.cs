using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Letters;

/// <summary>"Your form is still missing", and to the owner: "a form is still missing". Whose and about whom, never what stands on it.</summary>
internal sealed class FormLetters(IInterviewDb db, IWords words, IHomeAddress home, TimeProvider clock) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.MissingScorecard, ReminderKind.ScorecardEscalated];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var found = await (from c in db.Scorecards.AsNoTracking()
                           where c.Id == reminder.SubjectId
                           join s in db.PanelSeats on c.SeatId equals s.Id
                           join p in db.Procedures on c.ProcedureId equals p.Id
                           join k in db.Candidates on c.CandidateId equals k.Id
                           select new
                           {
                               Card = c, Procedure = p, Seat = s, k.Code,
                               Member = db.Persons.Where(x => x.Id == s.PersonId).Select(x => x.Name).FirstOrDefault() ?? db.GuestLinks.Where(g => g.Id == s.GuestLinkId).Select(g => g.Name).FirstOrDefault(),
                               Asked = db.Reminders.Count(r => r.Kind == ReminderKind.MissingScorecard && r.SubjectId == c.Id && r.Status == ReminderStatus.Sent),
                           }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        var (card, procedure) = (found.Card, found.Procedure);
        if (card.IsSettled) return (null, "reminders.done-already");
        if (!found.Seat.IsTaken) return (null, "reminders.receiver-inactive");
        if (procedure.IsOver) return (null, "reminders.procedure-over");
        if (!await db.Interviews.AnyAsync(i => i.CandidateId == card.CandidateId && i.Status != InterviewStatus.Cancelled && i.Status != InterviewStatus.NoShow, ct)) return (null, "reminders.interview-off");
        if (await db.AddresseeOf(reminder, ct) is not { } to) return (null, "reminders.receiver-inactive");
        string Say(string key, params object?[] args) => words.In(to.Language, $"reminders.letter.form.{key}", args);
        if (reminder.Kind == ReminderKind.MissingScorecard)
        {
            if (Seats.ReceiverOf(found.Seat) != reminder.ReceiverId) return (null, "reminders.receiver-inactive");
            if (found.Seat.PersonId is null) return (to.Letter(Say("subject", found.Code), Say("guest", to.Name, found.Code, procedure.Title)), null);
            var form = home.Of($"/score/{card.Id}");
            return (to.Letter(Say("subject", found.Code), Say("member", to.GivenName, found.Code, procedure.Title, form), form), null);
        }
        var toOwner = reminder.Occurrence == FormPlanner.ToOwner;
        if (toOwner ? reminder.ReceiverId != procedure.OwnerId : !await StepsIn(reminder.ReceiverId, procedure, ct)) return (null, "reminders.receiver-inactive");
        var link = home.Of($"/procedures/{procedure.Id}");
        return (to.Letter(Say("further.subject", found.Member, found.Code), Say(toOwner ? "owner" : "delegate", to.GivenName, found.Member, found.Code, procedure.Title, found.Asked, link), link), null);
    }

    // Who steps in is still named so, and may see the procedure at all: nobody else learns that it exists.
    private async Task<bool> StepsIn(Guid person, Procedure procedure, CancellationToken ct)
    {
        if (!await db.Wishes.AnyAsync(w => w.Id == procedure.OwnerId && w.DelegateId == person, ct)) return false;
        var now = clock.GetUtcNow();
        var parts = await db.RoleAssignments.AsNoTracking().Where(r => r.PersonId == person && (r.Until == null || r.Until > now)).ToListAsync(ct);
        return parts.Exists(r => r.Scope.Contains(Scope.Procedure(procedure.Id)) && Roles.May(r.Role).Contains(Permission.ReadProcedure));
    }
}
