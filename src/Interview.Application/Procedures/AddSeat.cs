using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>A colleague takes a seat; the part that goes with it holds in this procedure only, from the next request on.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record AddSeat(Guid Procedure, Guid Person, SeatKind Kind, bool Scores) : ICommand<Guid>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Rules : AbstractValidator<AddSeat>
    {
        public Rules() => RuleFor(x => x.Person).NotEmpty().WithErrorCode("procedures.person-missing");
    }

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<AddSeat, Guid>
    {
        public async Task<Guid> Handle(AddSeat request, CancellationToken cancellationToken)
        {
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            var person = await db.Persons.FirstOrDefaultAsync(p => p.Id == request.Person && p.Active, cancellationToken) ?? throw Refusal.At("person", "procedures.person-missing");
            // Whoever plans knows the names: in a blind procedure that is not somebody who scores.
            Refuse.FieldIf(request.Scores && procedure.Blind && await Plans(person.Id, procedure.Id, cancellationToken), "scores", "procedures.planner-scores-blind");
            var seat = procedure.SeatPerson(person.Id, request.Kind, request.Scores, clock.GetUtcNow());
            var (role, scope) = (RoleOf(seat.Kind), Scope.Procedure(procedure.Id));
            if (!await db.RoleAssignments.AnyAsync(r => r.PersonId == person.Id && r.Role == role && r.ScopeKind == scope.Kind && r.ScopeId == scope.Id, cancellationToken))
                db.Add(new RoleAssignment(person.Id, role, scope));
            await db.MakeForms(procedure, cancellationToken);
            await db.Invite(procedure.Id, seat, clock.GetUtcNow(), cancellationToken);
            return seat.Id;
        }

        private Task<bool> Plans(Guid person, Guid procedure, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            return db.RoleAssignments.AnyAsync(r => r.PersonId == person && r.Role == Role.Recruiter && (r.ScopeId == null || r.ScopeId == procedure) && (r.Until == null || r.Until > now), ct);
        }
    }

    internal static Role RoleOf(SeatKind kind) => kind switch
    {
        SeatKind.Chair => Role.Chair,
        SeatKind.Member => Role.Panelist,
        SeatKind.Observer => Role.Observer,
        SeatKind.Guest => Role.Guest,
    };
}
