using Interviewing.Application.Audit;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Identity;

/// <summary>Signs out here or on another device of one's own.</summary>
[Needs(Permission.SignedIn)]
public sealed record EndSession(Guid Session) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<EndSession, Done>
    {
        public async Task<Done> Handle(EndSession request, CancellationToken cancellationToken)
        {
            var (now, me) = (clock.GetUtcNow(), caller.Id);
            var session = await db.Sessions.Where(s => s.PersonId == me).Need(request.Session, cancellationToken);
            session.End(now);
            db.Note(caller, now, "signed-out", me, session.Id);
            return Done.It;
        }
    }
}
