using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Keeps what changed on the asker's own side, competency by competency.</summary>
[Needs(Permission.SignedIn)]
public sealed record SaveSide(Guid Review, IReadOnlyList<SideChange> Changes, OverallChange? Overall = null) : ICommand<SideStamps>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<SaveSide, SideStamps>
    {
        public async Task<SideStamps> Handle(SaveSide request, CancellationToken cancellationToken)
        {
            var review = await db.OwnReview(request.Review, caller.Id, cancellationToken);
            review.Say(caller.Id, request.Changes, request.Overall);
            var side = review.Sides.Single(s => s.Of == review.SideFor(caller.Id));
            return new(side.Answers.ToDictionary(a => a.CompetencyId, a => a.Stamp), side.OverallStamp);
        }
    }
}

/// <summary>The stamps after the save, for the next one.</summary>
public sealed record SideStamps(IReadOnlyDictionary<Guid, int> Answers, int Overall);

internal static class OwnReviews
{
    /// <summary>The review with its sides, if the person is one of its two.</summary>
    public static Task<Review> OwnReview(this IInterviewDb db, Guid review, Guid person, CancellationToken ct) =>
        db.Reviews.Include(r => r.Sides).ThenInclude(s => s.Answers.OrderBy(a => a.Order)).Where(r => r.EmployeeId == person || r.ManagerId == person).Need(review, ct);
}
