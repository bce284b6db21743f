using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>A colleague about whom the asker was asked.</summary>
public sealed record AskedRow(Guid Feedback, string Employee, LocalText Profile, DateTimeOffset InvitedAt, bool HandedIn);

/// <summary>The colleagues about whom somebody asked the asker and whose talk is not shared yet, longest waiting first.</summary>
[Needs(Permission.SignedIn)]
public sealed record ListAsked : IQuery<IReadOnlyList<AskedRow>>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ListAsked, IReadOnlyList<AskedRow>>
    {
        public async Task<IReadOnlyList<AskedRow>> Handle(ListAsked request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            return await (from i in db.FeedbackInvitations.AsNoTracking()
                          where i.RaterId == me
                          join f in db.ColleagueFeedback on i.FeedbackId equals f.Id
                          where f.PouredAt == null
                          join r in db.Reviews on f.ReviewId equals r.Id
                          join e in db.Persons on r.EmployeeId equals e.Id
                          join p in db.Profiles on r.ProfileId equals p.Id
                          orderby i.InvitedAt, i.Id
                          select new AskedRow(f.Id, e.Name, p.Name, i.InvitedAt, db.FeedbackSheets.Any(s => s.FeedbackId == f.Id && s.RaterId == me && s.HandedIn))).Take(100).ToListAsync(cancellationToken);
        }
    }
}
