using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

public sealed record OwnAction(LocalText Text, string Kind, DateOnly Due, bool ByManager, string Status, DateTimeOffset? ClosedAt, int? Effort, string? Help, string? Note, IReadOnlyList<string> Evidence);

public sealed record OwnGoal(LocalText Competency, string? Wish, int? From, int To, IReadOnlyList<OwnAction> Actions);

public sealed record OwnStep(DateTimeOffset At, string? Action, string? Was, string? Became, string? Plan, string? Note);

/// <summary>Null text: the key with which it was locked is gone.</summary>
public sealed record OwnReflection(DateTimeOffset At, string? Text);

public sealed record OwnPlanFile(DateTimeOffset MadeAt, string Status, IReadOnlyList<OwnGoal> Goals, IReadOnlyList<OwnStep> Progress, IReadOnlyList<OwnReflection> Reflections);

/// <summary>Everything the asker has in development plans, the private reflections with it: the one road on which they leave, and only to their writer.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record TakeMyDevelopment : IQuery<IReadOnlyList<OwnPlanFile>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, IPrivateText privately) : IRequestHandler<TakeMyDevelopment, IReadOnlyList<OwnPlanFile>>
    {
        public async Task<IReadOnlyList<OwnPlanFile>> Handle(TakeMyDevelopment request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var plans = await db.Plans.AsNoTracking().Include(p => p.Goals.OrderBy(g => g.Order)).Include(p => p.Actions.OrderBy(a => a.Order))
                .Where(p => p.EmployeeId == me).OrderBy(p => p.MadeAt).ToListAsync(cancellationToken);
            var ids = plans.Select(p => p.Id).ToList();
            var steps = (await db.ProgressEntries.AsNoTracking().Where(e => ids.Contains(e.PlanId)).OrderBy(e => e.At).ToListAsync(cancellationToken)).ToLookup(e => e.PlanId);
            var shown = (await db.ActionEvidence.AsNoTracking().Where(e => ids.Contains(e.PlanId)).OrderBy(e => e.At).ToListAsync(cancellationToken)).ToLookup(e => e.ActionId, e => e.Text);
            var notes = (await db.Reflections.AsNoTracking().Where(r => r.WriterId == me).OrderBy(r => r.At).ToListAsync(cancellationToken)).ToLookup(r => r.PlanId);
            return [.. plans.Select(p => new OwnPlanFile(p.MadeAt, p.Status.ToString(), [.. p.Goals.Select(g => Of(p, g, shown))], [.. steps[p.Id].Select(e => Of(p, e))],
                [.. notes[p.Id].Select(r => new OwnReflection(r.At, privately.Unlock(r.Sealed, me)))]))];
        }

        private static OwnGoal Of(Plan plan, Goal goal, ILookup<Guid, string> evidence) => new(goal.Name, goal.Wish, goal.FromLevel, goal.ToLevel, [.. plan.Actions.Where(a => a.GoalId == goal.Id)
            .Select(a => new OwnAction(a.Text, a.Kind.ToString(), a.Due, a.OwnerId != plan.EmployeeId, a.Status.ToString(), a.ClosedAt, a.Effort, a.Help, a.Note, [.. evidence[a.Id]]))]);

        private static OwnStep Of(Plan plan, ProgressEntry entry) => new(entry.At, plan.Actions.FirstOrDefault(a => a.Id == entry.ActionId)?.Text.ToString(),
            entry.Was?.ToString(), entry.Became?.ToString(), entry.PlanBecame?.ToString(), entry.Note);
    }
}
