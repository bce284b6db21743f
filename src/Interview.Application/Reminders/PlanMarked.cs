using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Reminders.Planning;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reminders;

/// <summary>
/// Plans anew whatever changed since the last time, one batch; answers how many marks that took away. Two processes may do it at the same moment: a batch that
/// clashes is refused as a whole, and taken up again.
/// </summary>
[Needs(Permission.Machine)]
public sealed record PlanMarked(Guid Token, int Batch = 200) : ICommand<int>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    internal sealed class Handler(IInterviewDb db, IEnumerable<IReminderPlanner> planners, TimeProvider clock) : IRequestHandler<PlanMarked, int>
    {
        public async Task<int> Handle(PlanMarked request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var marks = await Claim(request, now, cancellationToken);
            if (marks.Count == 0) return 0;
            if (marks.Exists(m => m.Topic == Topic.Everything))
                foreach (var (topic, subject) in await Everything(cancellationToken)) db.Add(new PlanMark(topic, subject, now));
            var cases = await Cases(marks, cancellationToken);
            var around = await Surroundings.Of(db, now, cancellationToken);
            foreach (var topic in cases)
            {
                var (ids, asked) = (topic.ToList(), planners.Where(p => p.Topic == topic.Key).ToList());
                List<Wanted> wanted = [];
                foreach (var planner in asked) wanted.AddRange(await planner.Plan(ids, around, cancellationToken));
                await db.Settle(ids, [.. asked.SelectMany(p => p.Kinds)], wanted, now, cancellationToken);
            }
            db.PlanMarks.RemoveRange(marks);
            return marks.Count;
        }

        private async Task<List<PlanMark>> Claim(PlanMarked request, DateTimeOffset now, CancellationToken ct)
        {
            var free = db.PlanMarks.Where(m => m.ClaimToken == null || m.ClaimedUntil < now);
            var ids = await free.OrderBy(m => m.At).ThenBy(m => m.Id).Take(request.Batch).Select(m => m.Id).ToListAsync(ct);
            if (ids.Count == 0) return [];
            var until = now + Lease;
            await free.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimToken, request.Token).SetProperty(m => m.ClaimedUntil, until), ct);
            return await db.PlanMarks.Where(m => m.ClaimToken == request.Token).ToListAsync(ct);
        }

        private async Task<ILookup<Topic, Guid>> Cases(List<PlanMark> marks, CancellationToken ct)
        {
            List<Guid> Of(Topic topic) => [.. marks.Where(m => m.Topic == topic).Select(m => m.SubjectId).Distinct()];
            List<(Topic Topic, Guid Id)> cases = [.. marks.Where(m => m.Topic is Topic.Procedure or Topic.Plan or Topic.Review).Select(m => (m.Topic, m.SubjectId))];
            if (Of(Topic.Cycle) is { Count: > 0 } cycles)
                cases.AddRange((await db.Reviews.Where(r => r.CycleId != null && cycles.Contains(r.CycleId.Value)).Select(r => r.Id).ToListAsync(ct)).Select(id => (Topic.Review, id)));
            if (Of(Topic.Receiver) is { Count: > 0 } people) cases.AddRange(await Around(people, ct));
            return cases.Distinct().ToLookup(c => c.Topic, c => c.Id);
        }

        // Whatever this receiver is reminded of, may be reminded of, or is reminded of in the place of.
        private async Task<IEnumerable<(Topic, Guid)>> Around(List<Guid> people, CancellationToken ct)
        {
            var procedures = await db.Procedures.Where(p => p.Status != ProcedureStatus.Anonymised && (people.Contains(p.OwnerId)
                    || p.Seats.Any(s => s.RemovedAt == null && ((s.PersonId != null && people.Contains(s.PersonId.Value)) || (s.GuestLinkId != null && people.Contains(s.GuestLinkId.Value))))
                    || db.Candidates.Any(c => c.ProcedureId == p.Id && people.Contains(c.Id))
                    || db.Wishes.Any(w => w.Id == p.OwnerId && w.DelegateId != null && people.Contains(w.DelegateId.Value)))).Select(p => p.Id).ToListAsync(ct);
            var plans = await db.Plans.Where(p => p.Status == PlanStatus.Active && (people.Contains(p.EmployeeId) || (p.ManagerId != null && people.Contains(p.ManagerId.Value)))).Select(p => p.Id).ToListAsync(ct);
            var reviews = await db.Reviews.Where(r => ReviewPlanner.NotTalked.Contains(r.Status) && (people.Contains(r.EmployeeId) || people.Contains(r.ManagerId))).Select(r => r.Id).ToListAsync(ct);
            return [.. procedures.Select(id => (Topic.Procedure, id)), .. plans.Select(id => (Topic.Plan, id)), .. reviews.Select(id => (Topic.Review, id))];
        }

        private Task<IReadOnlyList<(Topic Topic, Guid Id)>> Everything(CancellationToken ct) => db.RunningCases(ct);
    }
}

/// <summary>Gives the marks of a batch that clashed back, so that nobody waits for its lease.</summary>
[Needs(Permission.Machine)]
public sealed record LetGoOfMarks(Guid Token) : ICommand<int>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<LetGoOfMarks, int>
    {
        public Task<int> Handle(LetGoOfMarks request, CancellationToken cancellationToken) =>
            db.PlanMarks.Where(m => m.ClaimToken == request.Token).ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimToken, (Guid?)null).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
    }
}

internal static class Running
{
    /// <summary>Every case about which there may be something to remind of.</summary>
    public static async Task<IReadOnlyList<(Topic Topic, Guid Id)>> RunningCases(this IInterviewDb db, CancellationToken ct) =>
    [
        .. (await db.Procedures.Where(p => p.Status != ProcedureStatus.Closed && p.Status != ProcedureStatus.Anonymised).Select(p => p.Id).ToListAsync(ct)).Select(id => (Topic.Procedure, id)),
        .. (await db.Plans.Where(p => p.Status == PlanStatus.Active).Select(p => p.Id).ToListAsync(ct)).Select(id => (Topic.Plan, id)),
        .. (await db.Reviews.Where(r => ReviewPlanner.NotTalked.Contains(r.Status)).Select(r => r.Id).ToListAsync(ct)).Select(id => (Topic.Review, id)),
    ];
}
