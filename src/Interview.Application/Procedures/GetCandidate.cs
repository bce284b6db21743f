using Interviewing.Application.Audit;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

public sealed record CandidateCard(Guid Id, string Code, string Name, string Email, string? Phone, string Language);

/// <summary>Who a candidate is, for whoever plans.</summary>
[Needs(Permission.PlanProcedure), Discloses(nameof(Candidate))]
public sealed record GetCandidate(Guid Procedure, Guid Candidate) : IQuery<CandidateCard>, IScoped
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<GetCandidate, CandidateCard>
    {
        public async Task<CandidateCard> Handle(GetCandidate request, CancellationToken cancellationToken) =>
            await (from candidate in db.Candidates.AsNoTracking()
                   join identity in db.CandidateIdentities on candidate.Id equals identity.Id
                   where candidate.ProcedureId == request.Procedure && candidate.Id == request.Candidate
                   select new CandidateCard(candidate.Id, candidate.Code, identity.Name, identity.Email, identity.Phone, identity.Language))
                .FirstOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound;
    }
}
