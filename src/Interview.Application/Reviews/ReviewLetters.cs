using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>What happens to a talk, from "it has started" to "please confirm": where to go, never what was said.</summary>
internal sealed class ReviewLetters(IInterviewDb db, IWords words, IHomeAddress home) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds => [ReminderKind.ReviewWaiting];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var what = reminder.Occurrence.Split('#')[0];
        if (what == TalkMaking.StageOccurrence) return await OfStage(reminder, ct);
        if (what == "selection") return await OfStart(reminder, ct);
        if (what == "feedback") return await ToColleague(reminder, ct);
        var found = await (from r in db.Reviews.AsNoTracking()
                           where r.Id == reminder.SubjectId && (r.EmployeeId == reminder.ReceiverId || r.ManagerId == reminder.ReceiverId || r.HigherId == reminder.ReceiverId)
                           join e in db.Persons on r.EmployeeId equals e.Id
                           join m in db.Persons on r.ManagerId equals m.Id
                           from who in db.Persons.Where(p => p.Id == reminder.ReceiverId)
                           select new { Review = r, Employee = e.Name, Manager = m.Name, To = who, Mine = r.Sides.First(s => s.Of == (r.EmployeeId == reminder.ReceiverId ? SideOf.Self : SideOf.Manager)).ReadyAt }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        var (to, own) = (found.To, found.Review.EmployeeId == found.To.Id);
        if (!to.Active) return (null, "reminders.receiver-inactive");
        if (IsDone(what, found.Review.Status, found.Mine is not null)) return (null, "reminders.done-already");
        var about = own ? found.Manager : found.Employee;
        var key = what is "started" or "other-ready" or "shared" ? $"reviews.letter.{what}.{(own ? "employee" : "manager")}" : $"reviews.letter.{what}";
        var subject = words.In(to.Language, $"reviews.letter.{what}.subject", about);
        return (new Letter(to.Name, to.Email, to.Language, subject, words.In(to.Language, key, to.GivenName, about, home.Of($"/reviews/{found.Review.Id}"))), null);
    }

    private static bool IsDone(string what, ReviewStatus status, bool ready) => what switch
    {
        "shared" => false,
        "discussed" or "answered" => status != ReviewStatus.Discussed,
        "correction" => status != ReviewStatus.CorrectionAsked,
        "to-confirm" => status != ReviewStatus.Signed,
        _ => ready,
    };

    // Whether this colleague has answered is not looked at: a letter that stops would say so.
    private async Task<(Letter? Letter, string? WhyNot)> ToColleague(Reminder reminder, CancellationToken ct)
    {
        var found = await (from f in db.ColleagueFeedback.AsNoTracking()
                           where f.Id == reminder.SubjectId && f.Invitations.Any(i => i.RaterId == reminder.ReceiverId)
                           join r in db.Reviews on f.ReviewId equals r.Id
                           join e in db.Persons on r.EmployeeId equals e.Id
                           from who in db.Persons.Where(p => p.Id == reminder.ReceiverId)
                           select new { f.Id, f.PouredAt, f.Least, Employee = e.Name, To = who }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        if (!found.To.Active) return (null, "reminders.receiver-inactive");
        if (found.PouredAt is not null) return (null, "reminders.done-already");
        var to = found.To;
        return (new Letter(to.Name, to.Email, to.Language, words.In(to.Language, "reviews.letter.feedback.subject", found.Employee),
            words.In(to.Language, "reviews.letter.feedback", to.GivenName, found.Employee, found.Least, home.Of($"/reviews/feedback/{found.Id}"))), null);
    }

    private async Task<(Letter? Letter, string? WhyNot)> OfStart(Reminder reminder, CancellationToken ct)
    {
        var found = await (from s in db.SelectionStarts.AsNoTracking() where s.Id == reminder.SubjectId && s.PersonId == reminder.ReceiverId join p in db.Persons on s.PersonId equals p.Id select new { Start = s, To = p }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        if (!found.To.Active) return (null, "reminders.receiver-inactive");
        if (found.Start.ConsentedAt is not null || found.Start.RefusedAt is not null) return (null, "reminders.done-already");
        var to = found.To;
        return (new Letter(to.Name, to.Email, to.Language, words.In(to.Language, "reviews.letter.selection.subject"), words.In(to.Language, "reviews.letter.selection", to.GivenName, home.Of($"/reviews/start/{found.Start.Id}"))), null);
    }

    // How many there are is found when it is sent: some may have been filled in since.
    private async Task<(Letter? Letter, string? WhyNot)> OfStage(Reminder reminder, CancellationToken ct)
    {
        var found = await (from s in db.CycleStages.AsNoTracking()
                           where s.Id == reminder.SubjectId
                           from who in db.Persons.Where(p => p.Id == reminder.ReceiverId)
                           select new { s.Name, s.Ends, To = who, Waiting = db.Reviews.Count(r => r.StageId == s.Id && r.ManagerId == who.Id && r.Sides.Any(x => x.Of == SideOf.Manager && x.ReadyAt == null)) }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        if (!found.To.Active) return (null, "reminders.receiver-inactive");
        if (found.Waiting == 0) return (null, "reminders.done-already");
        var (to, language) = (found.To, found.To.Language);
        var day = found.Ends.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo(language));
        return (new Letter(to.Name, to.Email, language, words.In(language, "reviews.letter.stage.subject", found.Name), words.In(language, "reviews.letter.stage", to.GivenName, found.Name, found.Waiting, day, home.Of("/reviews"))), null);
    }
}
