using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>
/// The chair says what follows: excused for this candidate (the form is no longer asked for, the calendar entry withdrawn), or scoring along all the same, with a
/// reason. About the chair's own ties whoever plans decides; nobody does about their own.
/// </summary>
[Needs(Permission.ReadProcedure)]
public sealed record AnswerConflict(Guid Procedure, Guid Conflict, bool Excuse, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AnswerConflict, Done>
    {
        public async Task<Done> Handle(AnswerConflict request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var conflict = await db.Conflicts.Where(c => c.ProcedureId == procedure.Id).Need(request.Conflict, cancellationToken);
            var seat = procedure.Seats.First(s => s.Id == conflict.SeatId);
            var needed = seat.Kind == SeatKind.Chair ? Permission.PlanProcedure : Permission.Steer;
            Refuse.If(!caller.May(needed, request.Scope) || seat.PersonId == caller.Id, Refusal.NotAllowed);
            procedure.NotOver();
            conflict.Decide(request.Excuse, request.Reason, caller.Id, now);
            if (!request.Excuse || !seat.IsTaken) return Done.It;
            var form = await db.Scorecards.FirstOrDefaultAsync(c => c.SeatId == seat.Id && c.CandidateId == conflict.CandidateId, cancellationToken);
            form?.Excuse(request.Reason, caller.Id, now);
            await db.Withdraw(procedure.Id, seat, now, cancellationToken, conflict.CandidateId);
            await db.SettleCandidate(procedure, conflict.CandidateId, now, cancellationToken);
            return Done.It;
        }
    }
}
