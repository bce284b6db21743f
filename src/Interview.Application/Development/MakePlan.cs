using Interviewing.Application.Identity;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>
/// Makes the employee's plan from a shared talk, by either of its two people: a goal for each chosen competency, or for every gap, the largest first,
/// when none is chosen. Above or at the required level, a goal is one step further.
/// </summary>
[Needs(Permission.SignedIn)]
public sealed record MakePlan(Guid Review, IReadOnlyList<Guid>? Competencies = null) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MakePlan, Guid>
    {
        public async Task<Guid> Handle(MakePlan request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var review = await db.Reviews.AsNoTracking().Include(r => r.Sides).ThenInclude(s => s.Answers)
                .Where(r => r.EmployeeId == me || r.ManagerId == me).Need(request.Review, cancellationToken);
            var gaps = review.Gaps().ToDictionary(g => g.Competency);
            Refuse.If(await db.Plans.AnyAsync(p => p.ReviewId == review.Id && p.Status != PlanStatus.Stopped, cancellationToken), "development.plan-there");
            var yardstick = review.Yardstick;
            var chosen = request.Competencies is { Count: > 0 } some
                ? [.. some.Distinct().Where(gaps.ContainsKey)]
                : Gap.Largest(gaps.Values, yardstick).Select(g => g.Competency).ToList();
            Refuse.If(chosen.Count == 0, "development.no-gaps");

            var approval = review.CycleId is { } cycle && await db.Cycles.AnyAsync(c => c.Id == cycle && c.ManagerApprovesPlans, cancellationToken);
            var plan = db.Add(new Plan(review.EmployeeId, review.ManagerId, review.Id, approval, clock.GetUtcNow()));
            foreach (var gap in chosen.Select(c => gaps[c]))
            {
                var competency = yardstick.Competencies.First(c => c.Id == gap.Competency);
                var target = gap.Steps is > 0 or null && gap.Required is { } required ? required : Math.Min(competency.Highest, (gap.Achieved ?? 0) + 1);
                plan.AddGoal(competency.Id, competency.Name, gap.Achieved, target, competency.Highest);
            }
            return plan.Id;
        }
    }
}
