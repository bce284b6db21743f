using FluentValidation;
using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

public sealed record PickedTip(Guid Goal, Guid Tip, DateOnly Due);

/// <summary>The employee takes tips over into the plan, each with a day before which it is done.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record PickTips(Guid Plan, IReadOnlyList<PickedTip> Tips) : ICommand<Done>, IMerges
{
    internal sealed class Rules : AbstractValidator<PickTips>
    {
        public Rules() => RuleFor(x => x.Tips).Must(t => t.Count is > 0 and <= 50).WithErrorCode("development.pick-something");
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<PickTips, Done>
    {
        public async Task<Done> Handle(PickTips request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var plan = await db.OwnPlan(request.Plan, me, cancellationToken);
            var today = await db.TodayOf(me, clock, cancellationToken);
            var ids = request.Tips.Select(t => t.Tip).ToList();
            var tips = await db.Tips.AsNoTracking().Where(t => ids.Contains(t.Id) && t.Audience == TipAudience.Employee && t.Status == ItemStatus.Active).ToDictionaryAsync(t => t.Id, cancellationToken);
            foreach (var picked in request.Tips)
            {
                var goal = plan.GoalOf(picked.Goal);
                if (!tips.TryGetValue(picked.Tip, out var tip) || tip.CompetencyId != goal.CompetencyId) throw Refusal.NotFound;
                Refuse.FieldIf(picked.Due < today, $"due-{picked.Tip:N}", "development.due-passed");
                plan.Add(goal.Id, tip.Id, tip.Text, tip.Kind, picked.Due, me, today);
            }
            await db.PlanReminders(plan, clock.GetUtcNow(), cancellationToken);
            return Done.It;
        }
    }
}
