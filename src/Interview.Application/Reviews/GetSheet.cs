using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>The sheet of a colleague who was asked: the own words and nobody else's.</summary>
public sealed record SheetView(Guid Feedback, string Employee, string EmployeeGiven, LocalText Profile, IReadOnlyList<YardCompetency> Competencies, int Least, bool IsOver,
    IReadOnlyList<ColleagueRating> Ratings, string Strong, string Wish, bool HandedIn, int Version);

[Needs(Permission.SignedIn)]
public sealed record GetSheet(Guid Feedback) : IQuery<SheetView>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<GetSheet, SheetView>
    {
        public async Task<SheetView> Handle(GetSheet request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            var found = await (from f in db.ColleagueFeedback.AsNoTracking()
                               where f.Id == request.Feedback && f.Invitations.Any(i => i.RaterId == me)
                               join r in db.Reviews on f.ReviewId equals r.Id
                               join e in db.Persons on r.EmployeeId equals e.Id
                               from s in db.FeedbackSheets.Where(s => s.FeedbackId == f.Id && s.RaterId == me).DefaultIfEmpty()
                               select new { Feedback = f, Review = r, Employee = e.Name, Sheet = s }).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
            var (yardstick, sheet) = (found.Review.Yardstick, found.Sheet);
            return new(found.Feedback.Id, found.Employee, found.Employee.Split(' ')[0], yardstick.ProfileName, yardstick.Competencies, found.Feedback.Least, found.Feedback.PouredAt is not null,
                sheet?.Ratings ?? [], sheet?.Strong ?? "", sheet?.Wish ?? "", sheet?.HandedIn ?? false, sheet?.Version ?? 0);
        }
    }
}
