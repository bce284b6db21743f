using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Somebody of the panel knows a candidate after all; for oneself.</summary>
[Needs(Permission.Declare)]
public sealed record ReportMyConflict(Guid Procedure, Guid Candidate, string Nature) : ICommand<Guid>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReportMyConflict, Guid>
    {
        public async Task<Guid> Handle(ReportMyConflict request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var seat = procedure.SeatOf(caller) ?? throw Refusal.NotFound;
            return (await db.Report(procedure, seat, request.Candidate, request.Nature, caller, clock.GetUtcNow(), cancellationToken)).Id;
        }
    }
}

/// <summary>The same by whoever plans or chairs, who may know it first: in a blind procedure the members read no names.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record RecordConflict(Guid Procedure, Guid Seat, Guid Candidate, string Nature) : ICommand<Guid>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RecordConflict, Guid>
    {
        public async Task<Guid> Handle(RecordConflict request, CancellationToken cancellationToken)
        {
            Refuse.If(!caller.May(Permission.PlanProcedure, request.Scope) && !caller.May(Permission.Steer, request.Scope), Refusal.NotAllowed);
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var seat = procedure.Seats.FirstOrDefault(s => s.Id == request.Seat && s.IsTaken) ?? throw Refusal.At("seat", "procedures.seat-unknown");
            return (await db.Report(procedure, seat, request.Candidate, request.Nature, caller, clock.GetUtcNow(), cancellationToken)).Id;
        }
    }
}

internal static class Reporting
{
    public static async Task<Conflict> Report(this IInterviewDb db, Procedure procedure, PanelSeat seat, Guid candidate, string nature, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        procedure.NotOver();
        Refuse.FieldIf(!await db.Candidates.AnyAsync(c => c.Id == candidate && c.ProcedureId == procedure.Id, ct), "candidate", "procedures.candidate-unknown");
        Refuse.FieldIf(await db.Conflicts.AnyAsync(c => c.SeatId == seat.Id && c.CandidateId == candidate, ct), "candidate", "procedures.conflict-there");
        return db.Add(new Conflict(procedure.Id, seat.Id, candidate, nature, caller.IdOrNull ?? caller.Link, now));
    }
}
