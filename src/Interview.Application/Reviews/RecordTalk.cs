using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>The manager records that the talk was held, and on which day. The employee is asked to sign.</summary>
[Needs(Permission.SignedIn)]
public sealed record RecordTalk(Guid Review, DateOnly Day) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RecordTalk, Done>
    {
        public async Task<Done> Handle(RecordTalk request, CancellationToken cancellationToken)
        {
            var review = await db.Reviews.Where(r => r.ManagerId == caller.Id).Need(request.Review, cancellationToken);
            review.Discuss(caller.Id, request.Day, clock.Today(Person.DefaultZone), clock.GetUtcNow());
            db.TellOf(review, "discussed", review.EmployeeId, clock.GetUtcNow());
            return Done.It;
        }
    }
}

internal static class ReviewNews
{
    /// <summary>One letter about something that may happen more than once to a talk.</summary>
    public static void TellOf(this IInterviewDb db, Review review, string what, Guid receiver, DateTimeOffset now) =>
        db.Add(new Reminder(ReminderKind.ReviewWaiting, review.Id, ReceiverKind.Person, receiver, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what}#{now.UtcDateTime:yyyyMMddHHmmssfff}"), now));
}
