using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Identity;

/// <summary>Whoever opens a scoring form stays signed in through an afternoon of interviews.</summary>
[Needs(Permission.Score)]
public sealed record StayForPanel : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<StayForPanel, Done>
    {
        public async Task<Done> Handle(StayForPanel request, CancellationToken cancellationToken)
        {
            // A guest has no session: the link itself says until when.
            if (caller.Actor is Actor.Person me) (await db.Sessions.Need(me.Session, cancellationToken)).StayForPanel();
            return Done.It;
        }
    }
}
