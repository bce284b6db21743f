using System.Text.Json.Serialization;
using Interviewing.Application.Audit;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

public sealed record ActionView(Guid Id, Guid Goal, LocalText Text, TipKind Kind, DateOnly Due, bool ByManager, ActionStatus Status, DateTimeOffset? ClosedAt, string? Note, bool Overdue)
{
    public bool IsClosed => Status is ActionStatus.Done or ActionStatus.Dropped;
}

public sealed record GoalView(Guid Id, Guid Competency, LocalText Name, string? Wish, int? From, int To, int Highest, IReadOnlyList<ActionView> Actions)
{
    public int Counted => Actions.Count(a => a.Status != ActionStatus.Dropped);
    public int Done => Actions.Count(a => a.Status == ActionStatus.Done);
}

public sealed record ReflectionView(Guid Id, string? Text, DateTimeOffset At);

/// <summary>A plan for its employee or the employee's manager. <see cref="Reflections"/> is null for the manager: they are not read at all.</summary>
public sealed record PlanView(Guid Id, bool Mine, string Employee, string? Manager, PlanStatus Status, bool NeedsApproval, DateTimeOffset MadeAt, DateTimeOffset? ActiveSince,
    string? ApprovedBy, DateTimeOffset? ApprovedAt, string? GivenBackWith, DateTimeOffset? EndedAt, Guid? Review, DateOnly Today, IReadOnlyList<GoalView> Goals, IReadOnlyList<ReflectionView>? Reflections, DateTimeOffset? NextReminder)
{
    [JsonIgnore] public IEnumerable<ActionView> Actions => Goals.SelectMany(g => g.Actions);
    public int Counted => Goals.Sum(g => g.Counted);
    public int Done => Goals.Sum(g => g.Done);
    [JsonIgnore] public ActionView? Next => Actions.Where(a => !a.IsClosed).OrderBy(a => a.Due).FirstOrDefault();
}

[Needs(Permission.OwnDevelopment), Discloses(nameof(Plan))]
public sealed record GetPlan(Guid Plan) : IQuery<PlanView>
{
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
            var goals = plan.Goals.Select(g => new GoalView(g.Id, g.CompetencyId, g.Name, g.Wish, g.FromLevel, g.ToLevel, g.Highest, [.. plan.Actions.Where(a => a.GoalId == g.Id)
                .Select(a => new ActionView(a.Id, a.GoalId, a.Text, a.Kind, a.Due, a.OwnerId != plan.EmployeeId, a.Status, a.ClosedAt, a.Note, !a.IsClosed && a.Due < today && plan.Status == PlanStatus.Active))])).ToList();
            return new(plan.Id, mine, found.Employee, found.Manager, plan.Status, plan.NeedsApproval, plan.MadeAt, plan.ActiveSince, found.ApprovedBy, plan.ApprovedAt, plan.GivenBackWith,
                plan.EndedAt, plan.ReviewId, today, goals, mine ? await Reflections(plan.Id, me, cancellationToken) : null, mine ? await NextReminder(plan, me, cancellationToken) : null);
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
