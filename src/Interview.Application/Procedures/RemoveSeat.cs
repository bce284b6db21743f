using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>Frees a seat: the right ends with the next request, open forms are excused with the reason, sealed ones stay.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record RemoveSeat(Guid Procedure, Guid Seat, string Reason) : ICommand<Done>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<RemoveSeat, Done>
    {
        public async Task<Done> Handle(RemoveSeat request, CancellationToken cancellationToken)
        {
            Refuse.FieldIf(string.IsNullOrWhiteSpace(request.Reason), "reason", "procedures.reason-missing");
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var seat = procedure.Unseat(request.Seat, request.Reason, now);
            await EndRight(procedure, seat, now, cancellationToken);
            await db.Withdraw(procedure.Id, seat, now, cancellationToken);
            var forms = await db.Scorecards.Include(c => c.Memos).Where(c => c.ProcedureId == procedure.Id).ToListAsync(cancellationToken);
            var open = forms.Where(f => f.SeatId == seat.Id && !f.IsSettled).ToList();
            foreach (var form in open) form.Excuse(request.Reason, caller.IdOrNull, now);
            var candidates = await db.Candidates.Where(c => c.ProcedureId == procedure.Id).ToListAsync(cancellationToken);
            foreach (var candidate in candidates.Where(c => open.Any(f => f.CandidateId == c.Id)))
                candidate.Settle([.. forms.Where(f => f.CandidateId == candidate.Id)], now);
            if (candidates.Exists(c => c.IsRevealed) && candidates.TrueForAll(c => c.IsRevealed || c.IsOut)) procedure.Deliberate();
            return Done.It;
        }

        private async Task EndRight(Procedure procedure, PanelSeat seat, DateTimeOffset now, CancellationToken ct)
        {
            if (seat.GuestLinkId is { } link) (await db.GuestLinks.FirstAsync(l => l.Id == link, ct)).Close(now);
            var role = AddSeat.RoleOf(seat.Kind);
            db.Set<RoleAssignment>().RemoveRange(await db.RoleAssignments
                .Where(r => r.PersonId == seat.PersonId && r.Role == role && r.ScopeKind == ScopeKind.Procedure && r.ScopeId == procedure.Id).ToListAsync(ct));
        }
    }
}
