using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Asks colleagues how they see the employee, by either of the two; possible until the talk is shared.</summary>
[Needs(Permission.SignedIn)]
public sealed record InviteColleagues(Guid Review, IReadOnlyList<Guid> Colleagues) : ICommand<Done>, IMerges
{
    internal sealed class Rules : AbstractValidator<InviteColleagues>
    {
        public Rules() => RuleFor(x => x.Colleagues).Must(c => c.Count is > 0 and <= ColleagueFeedback.Most).WithErrorCode("reviews.pick-colleagues");
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<InviteColleagues, Done>
    {
        public async Task<Done> Handle(InviteColleagues request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var review = await db.Reviews.AsNoTracking().Where(r => r.EmployeeId == me || r.ManagerId == me).Need(request.Review, cancellationToken);
            Refuse.If(review.IsShared, "reviews.feedback-over");
            var feedback = await db.ColleagueFeedback.Include(f => f.Invitations).FirstOrDefaultAsync(f => f.ReviewId == review.Id, cancellationToken) ?? db.Add(new ColleagueFeedback(review));
            var wanted = request.Colleagues.Distinct().ToList();
            Refuse.If(await db.Persons.CountAsync(p => wanted.Contains(p.Id) && p.Active, cancellationToken) != wanted.Count, Refusal.NotFound);
            foreach (var colleague in wanted)
                if (feedback.Invite(colleague, review, me, clock.GetUtcNow()) is not null)
                    db.Add(new Reminder(ReminderKind.ReviewWaiting, feedback.Id, ReceiverKind.Person, colleague, "feedback", clock.GetUtcNow()));
            return Done.It;
        }
    }
}
