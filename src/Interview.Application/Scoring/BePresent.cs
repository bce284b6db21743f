using Interviewing.Application.Identity;
using Interviewing.Application.Procedures;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Scoring;

/// <summary>A screen of one's own is connected. Who was away a minute is announced; who has no seat leaves no mark.</summary>
[Needs(Permission.ReadProcedure)]
public sealed record BePresent(Guid Procedure, Guid Candidate) : ICommand<Done>, IScoped, IMerges, IUnattended
{
    public Scope Scope => Scope.Procedure(Procedure);

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock, Raised raised) : IRequestHandler<BePresent, Done>
    {
        public async Task<Done> Handle(BePresent request, CancellationToken cancellationToken)
        {
            var (now, person, link) = (clock.GetUtcNow(), caller.IdOrNull, caller.Link);
            var seat = await db.PanelSeats.Where(s => s.ProcedureId == request.Procedure && s.RemovedAt == null && db.Candidates.Any(c => c.Id == request.Candidate && c.ProcedureId == request.Procedure)
                && ((person != null && s.PersonId == person) || (link != null && s.GuestLinkId == link))).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
            if (seat is not { } mine) return Done.It;
            var known = await db.Presences.FirstOrDefaultAsync(p => p.CandidateId == request.Candidate && p.SeatId == mine, cancellationToken);
            if (known is null || now - known.SeenAt > Presence.Here) raised.Raise(SignalKind.Presence, request.Procedure, request.Candidate);
            if (known is null) db.Add(new Presence(request.Candidate, mine, now));
            else known.Seen(now);
            return Done.It;
        }
    }
}
