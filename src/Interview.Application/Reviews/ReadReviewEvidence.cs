using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

public sealed record EvidenceFile(string Name, string MediaType, byte[] Bytes);

/// <summary>The bytes of attached evidence: for its own writer always, for the others who read this talk once it is shared.</summary>
[Needs(Permission.SignedIn), Discloses(nameof(Review))]
public sealed record ReadReviewEvidence(Guid Review, Guid Evidence) : IQuery<EvidenceFile>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ReadReviewEvidence, EvidenceFile>
    {
        public async Task<EvidenceFile> Handle(ReadReviewEvidence request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            return await (from r in db.Reviews.AsNoTracking().ReadableBy(caller)
                          where r.Id == request.Review
                          from s in r.Sides
                          where r.SharedAt != null || (s.Of == SideOf.Self && r.EmployeeId == me) || (s.Of == SideOf.Manager && r.ManagerId == me)
                          from e in s.Evidence
                          where e.Id == request.Evidence
                          join f in db.StoredFiles on e.FileId equals f.Id
                          select new EvidenceFile(e.Name, f.MediaType, f.Bytes)).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
        }
    }
}
