using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Keeps what changed on the asker's own side, competency by competency.</summary>
[Needs(Permission.SignedIn)]
public sealed record SaveSide(Guid Review, IReadOnlyList<SideChange> Changes, OverallChange? Overall = null, IReadOnlyList<RemarkChange>? Remarks = null) : ICommand<SideStamps>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<SaveSide, SideStamps>
    {
        public async Task<SideStamps> Handle(SaveSide request, CancellationToken cancellationToken)
        {
            var review = await db.OwnReview(request.Review, caller.Id, cancellationToken);
            review.Say(caller.Id, request.Changes, request.Overall, request.Remarks);
            var side = review.Sides.Single(s => s.Of == review.SideFor(caller.Id));
            return new(side.Answers.ToDictionary(a => a.CompetencyId, a => a.Stamp), side.OverallStamp, side.Remarks.ToDictionary(r => r.ItemId, r => r.Stamp));
        }
    }
}

/// <summary>The stamps after the save, for the next one.</summary>
public sealed record SideStamps(IReadOnlyDictionary<Guid, int> Answers, int Overall, IReadOnlyDictionary<Guid, int> Remarks);

internal static class OwnReviews
{
    /// <summary>The review with its sides, if the person is one of its two.</summary>
    public static async Task<Review> OwnReview(this IInterviewDb db, Guid review, Guid person, CancellationToken ct)
    {
        var found = await db.Reviews.Include(r => r.Sides).ThenInclude(s => s.Answers.OrderBy(a => a.Order)).Where(r => r.EmployeeId == person || r.ManagerId == person).Need(review, ct);
        // Asked apart: together they would come back once for every pair.
        if (found.Form.Items.Any()) await db.ReviewRemarks.Where(r => db.ReviewSides.Any(s => s.Id == r.SideId && s.ReviewId == review)).LoadAsync(ct);
        return found;
    }
}
