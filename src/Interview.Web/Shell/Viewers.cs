using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Microsoft.AspNetCore.Components.Authorization;

namespace Interviewing.Web.Shell;

/// <summary>Finds out once per request or circuit who looks.</summary>
public sealed class Viewers(Ask ask, AuthenticationStateProvider authentication, Dates dates)
{
    private Viewer? viewer;

    /// <summary>Null when nobody is signed in, or no longer.</summary>
    public async Task<Viewer?> Current()
    {
        if (viewer is null) Is(Actors.Of((await authentication.GetAuthenticationStateAsync()).User) switch
        {
            Actor.Person => (await ask.For(new WhoAmI())) is { Ok: true, Value: var me } ? new Viewer(me.Id, me.Name, me.Zone, Rooms(me.May), me.May, IsPerson: true) : null,
            Actor.Guest => (await ask.For(new WhoIsGuest())) is { Ok: true, Value: var guest } ? new Viewer(guest.Link, guest.Name, Person.DefaultZone, [], [], IsPerson: false) : null,
            _ => null,
        });
        return viewer;
    }

    /// <summary>The circuit takes over what the first rendering found.</summary>
    public void Is(Viewer? known)
    {
        viewer = known;
        if (known is not null) dates.Zone = TimeZoneInfo.FindSystemTimeZoneById(known.Zone);
    }

    private static List<string> Rooms(IReadOnlyList<Permission> may)
    {
        List<string> rooms = [];
        void Add(string room, params Permission[] any)
        {
            if (any.Any(may.Contains)) rooms.Add(room);
        }
        Add("library", Permission.ReadLibrary);
        Add("profiles", Permission.ReadLibrary);
        Add("procedures", Permission.ReadProcedure);
        Add("reviews", Permission.OwnDevelopment, Permission.LeadTeam, Permission.ManageCycles);
        Add("development", Permission.OwnDevelopment, Permission.LeadTeam);
        Add("admin", Permission.ManagePeople, Permission.ManageSystem, Permission.ReadAudit, Permission.GuardPrivacy);
        return rooms;
    }
}
