using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>The candidate did not come. That ends this talk and not the candidacy: another may be planned, or the candidate withdrawn, each by a person with a reason.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record RecordNoShow(Guid Procedure, Guid Interview, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RecordNoShow, Done>
    {
        public async Task<Done> Handle(RecordNoShow request, CancellationToken cancellationToken)
        {
            Refuse.If(!caller.May(Permission.PlanProcedure, request.Scope) && !caller.May(Permission.Steer, request.Scope), Refusal.NotAllowed);
            var procedure = await db.Procedures.Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var interview = await db.Interviews.Where(i => i.ProcedureId == procedure.Id).Need(request.Interview, cancellationToken);
            var formsIn = await db.Scorecards.AnyAsync(c => c.CandidateId == interview.CandidateId && c.SealedAt != null, cancellationToken);
            interview.Miss(request.Reason, formsIn, clock.GetUtcNow());
            return Done.It;
        }
    }
}
