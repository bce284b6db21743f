using Interviewing.Application.Development;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Letters;

/// <summary>"How is it going?" in one's own rhythm. Names the first open action, never a reflection.</summary>
internal sealed class CheckInLetters(IInterviewDb db, IWords words, IHomeAddress home) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.CheckIn];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var plan = await db.Plans.AsNoTracking().Include(p => p.Actions).FirstOrDefaultAsync(p => p.Id == reminder.SubjectId && p.EmployeeId == reminder.ReceiverId, ct);
        if (plan is null) return (null, "reminders.subject-gone");
        if (plan.Status != PlanStatus.Active) return (null, "reminders.plan-not-active");
        if (plan.Actions.Where(a => !a.IsClosed).MinBy(a => a.Due) is not { } next) return (null, "reminders.done-already");
        if (await db.Wishes.AnyAsync(w => w.Id == reminder.ReceiverId && w.PausedAt != null, ct)) return (null, "reminders.paused");
        if (await db.AddresseeOf(reminder, ct) is not { } to) return (null, "reminders.receiver-inactive");
        var link = home.Of($"/development/{plan.Id}");
        return (to.Letter(words.In(to.Language, "reminders.letter.checkin.subject"), words.In(to.Language, "reminders.letter.checkin", to.GivenName, next.Text.In(to.Language).Text, to.Day(next.Due), link), link), null);
    }
}

/// <summary>"The talks of this cycle, or of this stage, end on …": to both, until they have talked.</summary>
internal sealed class ReviewWindowLetters(IInterviewDb db, IWords words, IHomeAddress home) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.ReviewWindowEnding];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var found = await (from r in db.Reviews.AsNoTracking()
                           where r.Id == reminder.SubjectId && (r.EmployeeId == reminder.ReceiverId || r.ManagerId == reminder.ReceiverId)
                           join c in db.Cycles on r.CycleId equals c.Id
                           select new { r.Id, r.Status, Cycle = c, Ends = db.CycleStages.Where(x => x.Id == r.StageId).Select(x => (DateOnly?)x.Ends).FirstOrDefault() ?? c.To, With = db.Persons.Where(p => p.Id == (r.EmployeeId == reminder.ReceiverId ? r.ManagerId : r.EmployeeId)).Select(p => p.Name).First() }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        if (!ReviewPlanner.NotTalked.Contains(found.Status) || found.Cycle.Status != CycleStatus.Open) return (null, "reminders.done-already");
        if (Occasion.Read(reminder.Occurrence)?.Day != found.Ends) return (null, "reminders.moved");
        if (await db.AddresseeOf(reminder, ct) is not { } to) return (null, "reminders.receiver-inactive");
        var link = home.Of($"/reviews/{found.Id}");
        return (to.Letter(words.In(to.Language, "reminders.letter.reviewwindow.subject", found.With, to.Day(found.Ends)),
            words.In(to.Language, "reminders.letter.reviewwindow", to.GivenName, found.With, to.Day(found.Ends), link), link), null);
    }
}
