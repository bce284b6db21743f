using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>"Your action is for the day after tomorrow": what, when and where to go. Stops when it is done, dropped or moved.</summary>
internal sealed class ActionLetters(IInterviewDb db, IWords words, IHomeAddress home, TimeProvider clock) : ILetterWriter
{
    public IReadOnlyCollection<ReminderKind> Kinds => [ReminderKind.PlanActionDue];

    public async Task<(Letter? Letter, string? WhyNot)> Write(Reminder reminder, CancellationToken ct)
    {
        var found = await (from a in db.PlanActions.AsNoTracking()
                           where a.Id == reminder.SubjectId
                           join p in db.Plans on a.PlanId equals p.Id
                           join o in db.Persons on reminder.ReceiverId equals o.Id
                           join e in db.Persons on p.EmployeeId equals e.Id
                           select new { Action = a, Plan = p, Owner = o, Employee = e }).FirstOrDefaultAsync(ct);
        if (found is null) return (null, "reminders.subject-gone");
        var (action, plan, to) = (found.Action, found.Plan, found.Owner);
        if (plan.Status != PlanStatus.Active) return (null, "reminders.plan-not-active");
        if (action.IsClosed) return (null, "reminders.done-already");
        if (action.OwnerId != to.Id || !to.Active) return (null, "reminders.receiver-inactive");
        var due = action.Due;
        if (Occasion.Read(reminder.Occurrence)?.Day != due) return (null, "reminders.moved");
        var today = clock.Today(to.Zone);
        var left = due.DayNumber - today.DayNumber;
        var when = left switch { 0 => "today", 1 => "tomorrow", < 0 => "past", _ => "later" };
        var link = home.Of($"/development/{plan.Id}");
        var (text, day) = (action.Text.In(to.Language).Text, words.In(to.Language, "development.letter.day", due.ToDateTime(TimeOnly.MinValue)));
        var body = to.Id == plan.EmployeeId
            ? words.In(to.Language, $"development.letter.{when}", to.GivenName, text, day, left, link)
            : words.In(to.Language, $"development.letter.manager.{when}", to.GivenName, text, day, left, link, found.Employee.Name);
        return (new Letter(to.Name, to.Email, to.Language, words.In(to.Language, $"development.letter.subject.{when}", text), body, Link: link), null);
    }
}
