using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Ties a frozen guide to the procedure; from then on there is a form for every scoring seat and candidate.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record ChooseGuide(Guid Procedure, Guid Frozen) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ChooseGuide, Done>
    {
        public async Task<Done> Handle(ChooseGuide request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var frozen = await db.FrozenDocuments.FirstOrDefaultAsync(d => d.Id == request.Frozen, cancellationToken) ?? throw Refusal.At("frozen", "procedures.guide-unknown");
            var touched = await db.Scorecards.AnyAsync(c => c.ProcedureId == procedure.Id && (c.Status != ScorecardStatus.Empty || c.ExcusedAt != null), cancellationToken);
            procedure.Use(frozen, frozen.Read().ProfileId, touched);
            await db.MakeForms(procedure, cancellationToken);
            return Done.It;
        }
    }
}
