using System.Globalization;
using Interviewing.Application.Procedures;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders.Planning;

/// <summary>
/// To the chair: scores of a candidate lie far apart, as soon as the last form is in; and all forms of the procedure are in and nothing has been decided yet.
/// </summary>
internal sealed class ConsensusPlanner(IInterviewDb db) : IReminderPlanner
{
    public Topic Topic => Topic.Procedure;

    public IReadOnlyCollection<ReminderKind> Kinds { get; } = [ReminderKind.DisagreementToDiscuss, ReminderKind.ConsensusDue];

    public async Task<IReadOnlyList<Wanted>> Plan(IReadOnlyCollection<Guid> cases, Surroundings around, CancellationToken ct)
    {
        var revealed = await (from c in db.Candidates.AsNoTracking()
                              where cases.Contains(c.ProcedureId) && c.RevealedAt != null
                              join p in db.Procedures on c.ProcedureId equals p.Id
                              where p.Status == ProcedureStatus.Running || p.Status == ProcedureStatus.Consensus || p.Status == ProcedureStatus.Approved
                              select new { c.Id, c.ProcedureId, At = c.RevealedAt!.Value, p.Status }).ToListAsync(ct);
        if (revealed.Count == 0) return [];
        var apart = await db.ScoresApart([.. revealed.Select(r => r.Id)], ct);
        var leaders = await db.Leaders([.. revealed.Select(r => r.ProcedureId).Distinct()], ct);
        await around.Know(leaders.Values, ct);
        List<Wanted> wanted = [];
        foreach (var candidate in revealed.Where(r => apart.Contains(r.Id)))
        {
            var chair = leaders[candidate.ProcedureId];
            if (!around.Wants(ReminderKind.DisagreementToDiscuss, chair)) continue;
            var open = around.HoursOf(chair, alone: true);
            var at = around.PutOff(ReminderKind.DisagreementToDiscuss, candidate.Id, chair, open.Forward(candidate.At), open);
            wanted.Add(new(candidate.ProcedureId, ReminderKind.DisagreementToDiscuss, candidate.Id, ReceiverKind.Person, chair, "revealed", at, null, true, After: true));
        }
        foreach (var procedure in revealed.Where(r => r.Status == ProcedureStatus.Consensus).GroupBy(r => r.ProcedureId))
        {
            var chair = leaders[procedure.Key];
            var day = around.HoursOf(chair, alone: true).DayOf(procedure.Max(c => c.At));
            wanted.AddRange(around.Around(procedure.Key, ReminderKind.ConsensusDue, procedure.Key, chair, day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }
        return wanted;
    }
}

internal static class Apart
{
    /// <summary>Those of these candidates of whom two sealed forms differ on one item by as much as the panel's rules call far apart, and about whom the talk was not opened yet.</summary>
    public static async Task<HashSet<Guid>> ScoresApart(this IInterviewDb db, IReadOnlyCollection<Guid> candidates, CancellationToken ct) =>
        [.. (await (from r in db.Ratings.AsNoTracking()
                    join c in db.Scorecards on r.CardId equals c.Id
                    where candidates.Contains(c.CandidateId) && c.SealedAt != null && r.Outcome == RatingOutcome.Scored && r.Point != null && !db.Consensuses.Any(t => t.CandidateId == c.CandidateId)
                    group r.Point!.Value by new { c.CandidateId, c.ProcedureId, r.ItemId } into item
                    select new { item.Key.CandidateId, Range = item.Max() - item.Min(), Far = db.PanelRules.Where(p => p.ProcedureId == item.Key.ProcedureId).Select(p => (int?)p.Range).FirstOrDefault() }).ToListAsync(ct))
            .Where(i => i.Range >= (i.Far ?? PanelRules.UsualRange)).Select(i => i.CandidateId)];
}
