using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>Adds an https link to a competency on the asker's own side.</summary>
[Needs(Permission.SignedIn)]
public sealed record AttachLink(Guid Review, Guid Competency, string Name, string Link) : ICommand<Guid>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AttachLink, Guid>
    {
        public async Task<Guid> Handle(AttachLink request, CancellationToken cancellationToken)
        {
            var review = await db.WithEvidence(request.Review, caller.Id, cancellationToken);
            var link = Evidence.CheckedLink(request.Link);
            var name = string.IsNullOrWhiteSpace(request.Name) ? new Uri(link).Host : request.Name;
            return review.Attach(caller.Id, request.Competency, Evidence.CheckedName(name, "name"), link, null, clock.GetUtcNow()).Id;
        }
    }
}

internal static class EvidenceOf
{
    public static Task<Review> WithEvidence(this IInterviewDb db, Guid review, Guid person, CancellationToken ct) =>
        db.Reviews.Include(r => r.Sides).ThenInclude(s => s.Evidence).Where(r => r.EmployeeId == person || r.ManagerId == person).Need(review, ct);
}
