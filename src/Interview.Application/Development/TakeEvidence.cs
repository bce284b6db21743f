using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Development;

public sealed record EvidenceBytes(string Name, string MediaType, byte[] Bytes);

/// <summary>The file behind a piece of evidence, for the employee and the manager of its plan.</summary>
[Needs(Permission.OwnDevelopment), Discloses(nameof(Evidence))]
public sealed record TakeEvidence(Guid Evidence) : IQuery<EvidenceBytes>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<TakeEvidence, EvidenceBytes>
    {
        public async Task<EvidenceBytes> Handle(TakeEvidence request, CancellationToken cancellationToken)
        {
            var me = caller.Id;
            return await (from e in db.ActionEvidence.AsNoTracking()
                          where e.Id == request.Evidence && db.Plans.Any(p => p.Id == e.PlanId && (p.EmployeeId == me || p.ManagerId == me))
                          join f in db.StoredFiles on e.FileId equals f.Id
                          orderby e.Id
                          select new EvidenceBytes(f.Name, f.MediaType, f.Bytes)).FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
        }
    }
}
