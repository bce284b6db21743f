using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Reviews;

/// <summary>The hired person agrees that the result of the own selection is kept as the beginning of a plan, or does not, or no longer.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record AnswerStart(Guid Start, bool Consents) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AnswerStart, Done>
    {
        public async Task<Done> Handle(AnswerStart request, CancellationToken cancellationToken)
        {
            var start = await db.SelectionStarts.Where(s => s.PersonId == caller.Id).Need(request.Start, cancellationToken);
            if (request.Consents) start.Consent(await Outcome(start, cancellationToken), clock.GetUtcNow());
            else start.Decline(clock.GetUtcNow());
            return Done.It;
        }

        private async Task<SelectionOutcome> Outcome(SelectionStart start, CancellationToken ct)
        {
            var procedure = await db.Procedures.AsNoTracking().Need(start.ProcedureId, ct);
            var matrix = await db.MatrixOf(procedure, await db.RulesOf(procedure.Id, ct), showNames: false, [], ct);
            var own = matrix.Rows.FirstOrDefault(r => r.Candidate == start.CandidateId);
            Refuse.If(own is null or { Cells.Count: 0 }, "reviews.start-gone");
            return SelectionOutcome.Of(matrix, own!);
        }
    }
}
