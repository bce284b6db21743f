using System.Globalization;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>Before the days by which a procedure is decided, its candidates are told, and its personal data go.</summary>
internal sealed class DeadlinePlanner(IInterviewDb db) : IReminderPlanner
{
    /// <summary>How long what is known about candidates is kept after the decision.</summary>
    public const int DaysKept = 28;

    public Topic Topic => Topic.Procedure;

    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.DecisionDue, ReminderKind.RejectionLettersDue, ReminderKind.RetentionEnding];

    public async Task<IReadOnlyList<Wanted>> Plan(IReadOnlyCollection<Guid> cases, Surroundings around, CancellationToken ct)
    {
        var rows = await (from p in db.Procedures.AsNoTracking()
                          where cases.Contains(p.Id) && p.Status != ProcedureStatus.Closed && p.Status != ProcedureStatus.Anonymised
                          from d in db.Deadlines.Where(d => d.Id == p.Id).DefaultIfEmpty()
                          from made in db.Decisions.Where(x => x.ProcedureId == p.Id).DefaultIfEmpty()
                          select new { p.Id, p.OwnerId, p.Status, d.DecideBy, d.TellBy, d.ToldAt, DecidedAt = (DateTimeOffset?)made.At }).ToListAsync(ct);
        if (rows.Count == 0) return [];
        var leaders = await db.Leaders([.. rows.Select(r => r.Id)], ct);
        await around.Know([.. leaders.Values, .. rows.Select(r => r.OwnerId)], ct);
        List<Wanted> wanted = [];
        foreach (var p in rows)
        {
            if (p.DecideBy is { } decide && p.Status != ProcedureStatus.Decided) wanted.AddRange(Before(p.Id, ReminderKind.DecisionDue, leaders[p.Id], decide));
            if (p.TellBy is { } tell && p.ToldAt is null) wanted.AddRange(Before(p.Id, ReminderKind.RejectionLettersDue, p.OwnerId, tell));
            if (p.DecidedAt is { } decided) wanted.AddRange(Before(p.Id, ReminderKind.RetentionEnding, p.OwnerId, around.HoursOf(p.OwnerId, true).DayOf(decided).AddDays(DaysKept)));
        }
        return wanted;

        IEnumerable<Wanted> Before(Guid procedure, ReminderKind kind, Guid receiver, DateOnly day) =>
            around.Around(procedure, kind, procedure, receiver, day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
