using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

public sealed record MyKind(ReminderKind Kind, bool On);

public sealed record MySnooze(ReminderKind Kind, Guid? Subject, DateOnly Until, string Reason);

public sealed record Named(Guid Id, string Name);

/// <summary>How one is reminded oneself: kinds, rhythm, what was put off, who steps in, and what comes next.</summary>
public sealed record MyRemindersView(IReadOnlyList<MyKind> Kinds, Country? Country, Guid? FreeDays, Guid? Delegate, int? RhythmWeeks, int UsualRhythm, bool HasPlan, bool OwnsProcedures,
    DateTimeOffset? PausedAt, string? PauseReason, IReadOnlyList<MySnooze> Snoozes, IReadOnlyList<Named> Calendars, IReadOnlyList<Named> Delegates, IReadOnlyList<MyComing> Coming, bool Suspended);

public sealed record MyComing(Guid Id, ReminderKind Kind, string Occurrence, DateTimeOffset At);

[Needs(Permission.SignedIn)]
public sealed record MyReminders : IQuery<MyRemindersView>
{
    private const int Shown = 10;

    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<MyReminders, MyRemindersView>
    {
        public async Task<MyRemindersView> Handle(MyReminders request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var wishes = await db.Wishes.AsNoTracking().FirstOrDefaultAsync(w => w.Id == me, cancellationToken) ?? new Wishes(ReceiverKind.Person, me);
            var rules = await db.Rules(cancellationToken);
            var plans = caller.MaySomewhere(Permission.PlanProcedure);
            var hasPlan = await db.Plans.AnyAsync(p => p.EmployeeId == me && p.Status == Development.PlanStatus.Active, cancellationToken);
            var calendars = await db.FreeDays.AsNoTracking().Where(f => !f.ForEverybody).OrderBy(f => f.Name).Select(f => new Named(f.Id, f.Name)).ToListAsync(cancellationToken);
            var coming = await db.Reminders.AsNoTracking().Where(r => r.ReceiverId == me && r.Status == ReminderStatus.Due && r.Kind != ReminderKind.Digest)
                .OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(Shown).Select(r => new MyComing(r.Id, r.Kind, r.Occurrence, r.DueAt)).ToListAsync(cancellationToken);
            var address = SuspendedAddress.HashOf(await db.Persons.Where(p => p.Id == me).Select(p => p.Email).FirstAsync(cancellationToken));
            var suspended = await db.SuspendedAddresses.AnyAsync(s => s.AddressHash == address && s.LiftedAt == null, cancellationToken);
            return new([.. Policies.Kinds.Where(k => rules[k].On && Concerns(k, plans)).Select(k => new MyKind(k, !wishes.Muted.Contains(k)))], wishes.Country, wishes.FreeDaysId, wishes.DelegateId, wishes.RhythmWeeks,
                rules[ReminderKind.CheckIn].Steps[0].Amount, hasPlan, plans, wishes.PausedAt, wishes.PauseReason, [.. wishes.Snoozes.Select(s => new MySnooze(s.Kind, s.Subject, s.Until, s.Reason))],
                calendars, plans ? await Colleagues(me, cancellationToken) : [], coming, suspended);
        }

        // The panel's kinds are for anybody who may be asked to sit in one; the owner's for who plans procedures.
        private bool Concerns(ReminderKind kind, bool plans) => kind switch
        {
            ReminderKind.InterviewComing => false,
            ReminderKind.RejectionLettersDue or ReminderKind.RetentionEnding or ReminderKind.ScorecardEscalated => plans,
            ReminderKind.DisagreementToDiscuss or ReminderKind.ConsensusDue or ReminderKind.DecisionDue => plans || caller.MaySomewhere(Permission.Steer),
            ReminderKind.PanelInterviewComing or ReminderKind.InterviewSoon or ReminderKind.MissingScorecard => plans || caller.MaySomewhere(Permission.ReadProcedure),
            _ => true,
        };

        private async Task<IReadOnlyList<Named>> Colleagues(Guid me, CancellationToken ct) =>
            await db.Persons.AsNoTracking().Where(p => p.Active && p.Id != me && db.RoleAssignments.Any(r => r.PersonId == p.Id && r.Role == Role.Recruiter && r.ScopeKind == ScopeKind.Organisation))
                .OrderBy(p => p.Name).ThenBy(p => p.Id).Take(200).Select(p => new Named(p.Id, p.Name)).ToListAsync(ct);
    }
}

internal static class OwnWishes
{
    /// <summary>What this receiver asked for; made when it is the first time.</summary>
    public static async Task<Wishes> WishesOf(this IInterviewDb db, Guid receiver, CancellationToken ct, ReceiverKind kind = ReceiverKind.Person) =>
        await db.Wishes.FirstOrDefaultAsync(w => w.Id == receiver, ct) ?? db.Add(new Wishes(kind, receiver));
}
