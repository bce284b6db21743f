using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Interviewing.Web.Account;

/// <summary>A circuit ends with its session: each minute it is looked up, without counting as activity.</summary>
internal sealed class SessionWatch(ILoggerFactory logs, Door door) : RevalidatingServerAuthenticationStateProvider(logs)
{
    private static readonly Actor Watch = new Actor.System("session-watch");

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return Actors.Of(authenticationState.User) switch
            {
                Actor.Person me => (await door.Ask(new IsSessionLive(me.Id, me.Session), Watch, cancellationToken)).Or(false),
                Actor.Guest guest => (await door.Ask(new IsGuestLive(guest.Link), Watch, cancellationToken)).Or(false),
                _ => false,
            };
        }
        catch (ObjectDisposedException)
        {
            // The process is stopping; its circuits stop with it.
            return false;
        }
    }
}
