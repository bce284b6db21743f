using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>A plan for its employee or the employee's manager. Reflections are read for the employee alone: for the manager the question is not even asked.</summary>
[Needs(Permission.OwnDevelopment), Discloses(nameof(Plan))]
public sealed record GetPlan(Guid Plan) : IQuery<PlanView>
{
    private const int MostSteps = 200;

    internal sealed class Handler(IInterviewDb db, Caller caller, IPrivateText privately, TimeProvider clock) : IRequestHandler<GetPlan, PlanView>
    {
        public async Task<PlanView> Handle(GetPlan request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var found = await (from p in db.Plans.AsNoTracking().Include(p => p.Goals.OrderBy(g => g.Order)).Include(p => p.Actions.OrderBy(a => a.Due).ThenBy(a => a.Order))
                               where p.Id == request.Plan && (p.EmployeeId == me || p.ManagerId == me)
                               join e in db.Persons on p.EmployeeId equals e.Id
                               join m in db.Persons on p.ManagerId equals m.Id into managers
                               from m in managers.DefaultIfEmpty()
                               join a in db.Persons on p.ApprovedById equals a.Id into approvers
                               from a in approvers.DefaultIfEmpty()
                               orderby p.Id
                               select new { Plan = p, Employee = e.Name, e.Zone, Manager = m == null ? null : m.Name, ApprovedBy = a == null ? null : a.Name }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var (plan, mine, today) = (found.Plan, found.Plan.EmployeeId == me, clock.Today(found.Zone));
            var measured = plan.MeasuredById is { } again ? await Measured(again, cancellationToken) : null;
            var shown = (await db.ActionEvidence.AsNoTracking().Where(e => e.PlanId == plan.Id).OrderBy(e => e.At).ToListAsync(cancellationToken)).ToLookup(e => e.ActionId, e => new EvidenceView(e.Id, e.Kind, e.Text, e.At, e.ById == me));
            var goals = plan.Goals.Select(g => new GoalView(g.Id, g.CompetencyId, g.Name, g.Wish, g.FromLevel, g.ToLevel, g.Highest,
                [.. plan.Actions.Where(a => a.GoalId == g.Id).Select(a => Of(plan, a, today, [.. shown[a.Id]]))], measured?.Levels.FirstOrDefault(l => l.Competency == g.CompetencyId))).ToList();
            return new(plan.Id, plan.Version, mine, found.Employee, found.Manager, plan.Status, plan.NeedsApproval, plan.MadeAt, plan.ActiveSince, found.ApprovedBy, plan.ApprovedAt, plan.GivenBackWith,
                plan.EndedAt, plan.ReviewId, today, goals, await Steps(plan, me, cancellationToken), measured, mine ? await Reflections(plan.Id, me, cancellationToken) : null, mine ? await NextReminder(plan, me, cancellationToken) : null);
        }

        private static ActionView Of(Plan plan, PlanAction action, DateOnly today, IReadOnlyList<EvidenceView> evidence) => new(action.Id, action.GoalId, action.Text, action.Kind, action.Due, action.OwnerId != plan.EmployeeId, action.Status, action.ClosedAt,
            action.Note, action.Effort, action.Help, evidence,
            !action.IsClosed && action.Due < today && plan.Status == PlanStatus.Active);

        private async Task<IReadOnlyList<StepView>> Steps(Plan plan, Guid me, CancellationToken ct) => await (
            from e in db.ProgressEntries.AsNoTracking()
            where e.PlanId == plan.Id
            join a in db.PlanActions on e.ActionId equals a.Id into actions
            from a in actions.DefaultIfEmpty()
            join p in db.Persons on e.ById equals p.Id
            orderby e.At descending, e.Id descending
            select new StepView(e.At, p.Name, e.ById == me, a == null ? null : a.Text, e.Was, e.Became, e.PlanBecame, e.Note)).Take(MostSteps).ToListAsync(ct);

        // Levels only where the talk itself says that it is shared.
        private async Task<MeasuredAgain?> Measured(Guid review, CancellationToken ct)
        {
            var again = await db.Reviews.AsNoTracking().Where(r => r.Id == review).Select(r => new { r.Id, r.SharedAt }).FirstAsync(ct);
            if (again.SharedAt is null) return new(again.Id, null, []);
            var answers = await (from s in db.ReviewSides.AsNoTracking()
                                 join r in db.Reviews on s.ReviewId equals r.Id
                                 where r.Id == review && r.SharedAt != null
                                 from a in s.Answers
                                 select new { s.Of, a.CompetencyId, a.Level }).ToListAsync(ct);
            return new(again.Id, again.SharedAt, [.. answers.GroupBy(a => a.CompetencyId)
                .Select(c => new LevelAgain(c.Key, c.FirstOrDefault(a => a.Of == SideOf.Self)?.Level, c.FirstOrDefault(a => a.Of == SideOf.Manager)?.Level))]);
        }

        private async Task<IReadOnlyList<ReflectionView>> Reflections(Guid plan, Guid me, CancellationToken ct)
        {
            var notes = await db.Reflections.AsNoTracking().Where(r => r.PlanId == plan && r.WriterId == me).OrderByDescending(r => r.At).Take(200).ToListAsync(ct);
            return [.. notes.Select(r => new ReflectionView(r.Id, privately.Unlock(r.Sealed, me), r.At))];
        }

        private async Task<DateTimeOffset?> NextReminder(Plan plan, Guid me, CancellationToken ct)
        {
            var actions = plan.Actions.Select(a => a.Id).ToList();
            return await db.Reminders.Where(r => r.Kind == ReminderKind.PlanActionDue && r.ReceiverId == me && r.Status == ReminderStatus.Due && actions.Contains(r.SubjectId))
                .OrderBy(r => r.DueAt).Select(r => (DateTimeOffset?)r.DueAt).FirstOrDefaultAsync(ct);
        }
    }
}
