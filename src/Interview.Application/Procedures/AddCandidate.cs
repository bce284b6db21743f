using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

[Needs(Permission.PlanProcedure)]
public sealed record AddCandidate(Guid Procedure, string Name, string Email, string? Phone = null, string Language = "nl") : ICommand<Guid>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<AddCandidate, Guid>
    {
        public async Task<Guid> Handle(AddCandidate request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var candidate = new Candidate(procedure.Id, procedure.NextNumber(), clock.GetUtcNow());
            db.Add(new CandidateIdentity(candidate.Id, request.Name, request.Email, request.Phone, request.Language));
            db.Add(candidate);
            procedure.Resume();
            await db.MakeForms(procedure, cancellationToken, candidate);
            return candidate.Id;
        }
    }
}
