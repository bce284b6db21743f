using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Identity;

/// <summary>Whether the password is this person's. Takes as long for nobody as for somebody.</summary>
[Needs(Permission.Machine)]
public sealed record ProvePassword(Guid? Person, string Password) : IQuery<bool>
{
    internal sealed class Handler(IAccounts accounts) : IRequestHandler<ProvePassword, bool>
    {
        public Task<bool> Handle(ProvePassword request, CancellationToken cancellationToken) => accounts.Proves(request.Person, request.Password, cancellationToken);
    }
}
