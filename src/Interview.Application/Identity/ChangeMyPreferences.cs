using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Identity;

/// <summary>The language and time zone in which somebody reads pages and mail.</summary>
[Needs(Permission.SignedIn)]
public sealed record ChangeMyPreferences(string Language, string Zone) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db, Caller caller) : IRequestHandler<ChangeMyPreferences, Done>
    {
        public async Task<Done> Handle(ChangeMyPreferences request, CancellationToken cancellationToken)
        {
            (await db.Persons.Need(caller.Id, cancellationToken)).Prefer(request.Language, request.Zone);
            return Done.It;
        }
    }
}
