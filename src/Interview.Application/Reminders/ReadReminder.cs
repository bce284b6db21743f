using Interviewing.Application.Identity;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>
/// Why one got this, and what comes next: the rule in force, the rest of the series, and who hears of it if nothing happens. <see cref="Case"/> is where the
/// thing itself can be seen, by whoever may.
/// </summary>
public sealed record ReminderView(Guid Id, ReminderKind Kind, string Occurrence, ReminderStatus Status, DateTimeOffset DueAt, DateTimeOffset? SentAt, string? Why, Topic? Topic, Guid? Case,
    Rule? Rule, bool Muted, DateOnly? PutOffUntil, string? PutOffReason, IReadOnlyList<MyComing> Earlier, IReadOnlyList<MyComing> Next, DateTimeOffset? FurtherAt);

[Needs(Permission.SignedIn)]
public sealed record ReadReminder(Guid Reminder) : IQuery<ReminderView>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, IEnumerable<IReminderPlanner> planners) : IRequestHandler<ReadReminder, ReminderView>
    {
        public async Task<ReminderView> Handle(ReadReminder request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var mine = db.Reminders.AsNoTracking().Where(r => r.ReceiverKind == ReceiverKind.Person && r.ReceiverId == me && r.Kind != ReminderKind.Digest);
            var it = await mine.Need(request.Reminder, cancellationToken);
            var series = await mine.Where(r => r.Kind == it.Kind && r.SubjectId == it.SubjectId && r.Id != it.Id).OrderBy(r => r.PlannedAt).Take(40).Select(r => new { r.Id, r.Occurrence, r.DueAt, r.SentAt, r.Status }).ToListAsync(cancellationToken);
            var wishes = await db.Wishes.AsNoTracking().FirstOrDefaultAsync(w => w.Id == me, cancellationToken);
            // Only when, not to whom: that is the owner's business.
            var further = it.Kind != ReminderKind.MissingScorecard ? null : await db.Reminders.Where(r => r.Kind == ReminderKind.ScorecardEscalated && r.SubjectId == it.SubjectId && r.Occurrence == FormPlanner.ToOwner && (r.Status == ReminderStatus.Due || r.Status == ReminderStatus.Sent))
                .Select(r => (DateTimeOffset?)(r.SentAt ?? r.DueAt)).FirstOrDefaultAsync(cancellationToken);
            var putOff = wishes?.Snoozes.Where(s => s.Kind == it.Kind && (s.Subject is null || s.Subject == it.SubjectId)).MaxBy(s => s.Until);
            return new(it.Id, it.Kind, it.Occurrence, it.Status, it.DueAt, it.SentAt, it.Why, planners.FirstOrDefault(p => p.Kinds.Contains(it.Kind))?.Topic, it.CaseId,
                Policies.HasRule(it.Kind) ? (await db.Rules(cancellationToken))[it.Kind] : null, wishes?.Muted.Contains(it.Kind) == true, putOff?.Until, putOff?.Reason,
                [.. series.Where(s => s.Status == ReminderStatus.Sent).Select(s => new MyComing(s.Id, it.Kind, s.Occurrence, s.SentAt ?? s.DueAt))],
                [.. series.Where(s => s.Status == ReminderStatus.Due).Select(s => new MyComing(s.Id, it.Kind, s.Occurrence, s.DueAt))], further);
        }
    }
}
