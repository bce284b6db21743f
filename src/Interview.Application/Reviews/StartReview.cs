using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Starts the talk of an employee: by the manager for the own team, by HR for anybody. Employment says who the manager is and by which profile is measured.</summary>
[Needs(Permission.SignedIn)]
public sealed record StartReview(Guid Employee, Guid? Cycle = null) : ICommand<Guid>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<StartReview, Guid>
    {
        public async Task<Guid> Handle(StartReview request, CancellationToken cancellationToken)
        {
            var employment = await Employment(request.Employee, cancellationToken);
            Refuse.If(employment.ManagerId is null, "reviews.no-manager");
            Refuse.If(employment.ProfileId is null, "reviews.no-profile");
            if (request.Cycle is { } id) Refuse.FieldIf((await db.Cycles.Need(id, cancellationToken)).Status != CycleStatus.Open, "cycle", "reviews.cycle-not-open");
            Refuse.If(await db.Reviews.AnyAsync(r => r.EmployeeId == request.Employee && (request.Cycle == null ? r.SharedAt == null && r.StageId == null : r.CycleId == request.Cycle && r.StageId == null), cancellationToken), "reviews.under-way");

            var yards = await db.Yards([employment.ProfileId!.Value], cancellationToken);
            var review = db.Add(new Review(request.Employee, employment.ManagerId!.Value, request.Cycle, yards.Of(employment.ProfileId.Value), clock.GetUtcNow()));
            yards.Use(review.Yardstick, clock.GetUtcNow());
            foreach (var person in new[] { review.EmployeeId, review.ManagerId })
                db.Add(new Reminder(ReminderKind.ReviewWaiting, review.Id, ReceiverKind.Person, person, "started", clock.GetUtcNow()));
            return review.Id;
        }

        private async Task<Employment> Employment(Guid employee, CancellationToken ct)
        {
            var today = clock.Today(Person.DefaultZone);
            var current = db.Employments.AsNoTracking().Where(e => e.PersonId == employee && e.From <= today && (e.To == null || e.To >= today));
            if (caller.May(Permission.ManageCycles, Scope.Organisation))
            {
                var open = await current.OrderByDescending(e => e.From).FirstOrDefaultAsync(ct);
                Refuse.FieldIf(open is null, "employee", "reviews.no-employment");
                return open!;
            }
            if (!caller.MaySomewhere(Permission.LeadTeam)) throw Refusal.NotAllowed;
            // Somebody else's employee does not exist for a manager.
            return await current.Where(e => e.ManagerId == caller.Id).OrderByDescending(e => e.From).FirstOrDefaultAsync(ct) ?? throw Refusal.NotFound;
        }
    }
}
