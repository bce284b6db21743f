using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Procedures;

/// <summary>A code works once; a guest who has to come in again gets another one. Shown this one time.</summary>
[Needs(Permission.PlanProcedure)]
public sealed record RenewGuestCode(Guid Procedure, Guid Seat) : ICommand<string>, IScoped, IMerges
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, TimeProvider clock) : IRequestHandler<RenewGuestCode, string>
    {
        public async Task<string> Handle(RenewGuestCode request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var procedure = await db.Procedures.Include(p => p.Seats).Need(request.Procedure, cancellationToken);
            procedure.NotOver();
            var seat = procedure.Seats.FirstOrDefault(s => s.Id == request.Seat && s.IsTaken && s.GuestLinkId != null) ?? throw Refusal.NotFound;
            var link = await db.GuestLinks.FirstAsync(l => l.Id == seat.GuestLinkId, cancellationToken);
            Refuse.If(link.ClosedAt is not null || link.Until <= now, "procedures.guest-over");
            return link.NewCode();
        }
    }
}
