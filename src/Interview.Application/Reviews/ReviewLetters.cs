using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>"A talk has started", "the other is ready", "you can read each other": where to go, never what was said.</summary>
internal sealed class ReviewLetters(IInterviewDb db, IWords words, IHomeAddress home) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds => [ReminderKind.ReviewWaiting];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var found = await (from r in db.Reviews.AsNoTracking()
                           where r.Id == reminder.SubjectId && (r.EmployeeId == reminder.ReceiverId || r.ManagerId == reminder.ReceiverId)
                           join e in db.Persons on r.EmployeeId equals e.Id
                           join m in db.Persons on r.ManagerId equals m.Id
                           select new { Review = r, Employee = e, Manager = m, Mine = r.Sides.First(s => s.Of == (r.EmployeeId == reminder.ReceiverId ? SideOf.Self : SideOf.Manager)).ReadyAt }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        var (to, about) = found.Review.EmployeeId == reminder.ReceiverId ? (found.Employee, found.Manager) : (found.Manager, found.Employee);
        if (!to.Active) return (null, "reminders.receiver-inactive");
        if (reminder.Occurrence != "shared" && found.Mine is not null) return (null, "reminders.done-already");
        var side = found.Review.EmployeeId == to.Id ? "employee" : "manager";
        var subject = words.In(to.Language, $"reviews.letter.{reminder.Occurrence}.subject", about.Name);
        var text = words.In(to.Language, $"reviews.letter.{reminder.Occurrence}.{side}", to.GivenName, about.Name, home.Of($"/reviews/{found.Review.Id}"));
        return (new Letter(to.Name, to.Email, to.Language, subject, text), null);
    }
}
