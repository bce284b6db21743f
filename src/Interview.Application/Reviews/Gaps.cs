using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>What a shared talk shows: every competency with its gap, and those still to go, largest first.</summary>
public sealed record GapList(IReadOnlyList<Gap> All, IReadOnlyList<Gap> Largest);

/// <summary>Refused until both sides are ready.</summary>
[Needs(Permission.SignedIn)]
public sealed record Gaps(Guid Review) : IQuery<GapList>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<Gaps, GapList>
    {
        public async Task<GapList> Handle(Gaps request, CancellationToken cancellationToken)
        {
            var head = await db.Reviews.AsNoTracking().ReadableBy(caller).Need(request.Review, cancellationToken);
            Refuse.If(!head.IsShared, "reviews.not-shared");
            var review = await db.Reviews.AsNoTracking().Include(r => r.Sides).ThenInclude(s => s.Answers).FirstAsync(r => r.Id == request.Review && r.SharedAt != null, cancellationToken);
            var gaps = review.Gaps();
            return new(gaps, Gap.Largest(gaps, review.Yardstick));
        }
    }
}
