using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

/// <summary>
/// After completion employee and manager rate the goals' competencies again, in a talk like any other: apart, and shared when both are ready. It measures with
/// the very steps of the first talk, so that the two can be compared.
/// </summary>
[Needs(Permission.OwnDevelopment)]
public sealed record MeasureAgain(Guid Plan) : ICommand<Guid>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<MeasureAgain, Guid>
    {
        public async Task<Guid> Handle(MeasureAgain request, CancellationToken cancellationToken)
        {
            var (plan, now) = (await db.SharedPlan(request.Plan, caller.Id, cancellationToken), clock.GetUtcNow());
            Refuse.If(plan.ReviewId is null || plan.ManagerId is null, "development.nothing-measured");
            var yardstick = (await db.Reviews.AsNoTracking().Need(plan.ReviewId!.Value, cancellationToken)).Yardstick;
            var wanted = plan.Goals.Select(g => g.CompetencyId).ToHashSet();
            var again = yardstick with { Competencies = [.. yardstick.Competencies.Where(c => wanted.Contains(c.Id))] };
            Refuse.If(again.Competencies.Count == 0, "development.nothing-measured");
            var review = new Review(plan.EmployeeId, plan.ManagerId!.Value, null, again, now);
            plan.MeasureBy(review.Id);
            db.Add(review);
            foreach (var person in new[] { review.EmployeeId, review.ManagerId })
                db.Add(new Reminder(ReminderKind.ReviewWaiting, review.Id, ReceiverKind.Person, person, "started", now));
            return review.Id;
        }
    }
}
