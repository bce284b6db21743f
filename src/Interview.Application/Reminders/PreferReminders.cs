using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>Whose holidays one keeps, in which rhythm one is asked how it goes, and who steps in.</summary>
[Needs(Permission.SignedIn)]
public sealed record PreferReminders(Country? Country, Guid? FreeDays, Guid? Delegate, int? RhythmWeeks) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<PreferReminders, Done>
    {
        public async Task<Done> Handle(PreferReminders request, CancellationToken cancellationToken)
        {
            if (request.FreeDays is { } calendar) await db.FreeDays.Where(f => !f.ForEverybody).Need(calendar, cancellationToken);
            if (request.Delegate is { } other)
            {
                Refuse.FieldIf(!caller.MaySomewhere(Permission.PlanProcedure), "delegate", "reminders.no-procedures");
                Refuse.FieldIf(!await db.Persons.AnyAsync(p => p.Id == other && p.Active && db.RoleAssignments.Any(r => r.PersonId == other && r.Role == Role.Recruiter), cancellationToken), "delegate", "reminders.delegate-unknown");
            }
            var wishes = await db.WishesOf(caller.Id, cancellationToken);
            wishes.Prefer(request.Country, request.FreeDays, request.Delegate);
            wishes.CheckInEvery(request.RhythmWeeks);
            return Done.It;
        }
    }
}

/// <summary>One kind on or off, for oneself.</summary>
[Needs(Permission.SignedIn)]
public sealed record MuteKind(ReminderKind Kind, bool On) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<MuteKind, Done>
    {
        public async Task<Done> Handle(MuteKind request, CancellationToken cancellationToken)
        {
            var wishes = await db.WishesOf(caller.Id, cancellationToken);
            if (request.On) wishes.Unmute(request.Kind);
            else wishes.Mute(request.Kind);
            return Done.It;
        }
    }
}

/// <summary>No check-ins for the time being, with the reason one wants to keep.</summary>
[Needs(Permission.SignedIn)]
public sealed record PauseCheckIns(string Reason) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PauseCheckIns, Done>
    {
        public async Task<Done> Handle(PauseCheckIns request, CancellationToken cancellationToken)
        {
            (await db.WishesOf(caller.Id, cancellationToken)).Pause(request.Reason, clock.GetUtcNow());
            return Done.It;
        }
    }
}

[Needs(Permission.SignedIn)]
public sealed record ResumeCheckIns : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ResumeCheckIns, Done>
    {
        public async Task<Done> Handle(ResumeCheckIns request, CancellationToken cancellationToken)
        {
            (await db.WishesOf(caller.Id, cancellationToken)).Resume(clock.GetUtcNow());
            return Done.It;
        }
    }
}

/// <summary>The rest of this series not before a day, with a reason: only what one gets oneself.</summary>
[Needs(Permission.SignedIn)]
public sealed record SnoozeReminder(Guid Reminder, DateOnly Until, string Reason) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<SnoozeReminder, Done>
    {
        public async Task<Done> Handle(SnoozeReminder request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var reminder = await db.Reminders.AsNoTracking().Where(r => r.ReceiverKind == ReceiverKind.Person && r.ReceiverId == me).Need(request.Reminder, cancellationToken);
            var zone = await db.Persons.Where(p => p.Id == me).Select(p => p.Zone).FirstAsync(cancellationToken);
            (await db.WishesOf(me, cancellationToken)).Snooze(reminder.Kind, reminder.SubjectId, request.Until, request.Reason, clock.Today(zone));
            return Done.It;
        }
    }
}

[Needs(Permission.SignedIn)]
public sealed record WakeReminder(ReminderKind Kind, Guid? Subject) : ICommand<Done>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<WakeReminder, Done>
    {
        public async Task<Done> Handle(WakeReminder request, CancellationToken cancellationToken)
        {
            (await db.WishesOf(caller.Id, cancellationToken)).WakeUp(request.Kind, request.Subject);
            return Done.It;
        }
    }
}
