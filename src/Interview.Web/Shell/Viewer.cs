namespace Interviewing.Web.Shell;

/// <summary>Who looks at the page: what the bar and the dates need to know, never more.</summary>
public sealed record Viewer(Guid? Id, string Name, string Initials, string Zone, IReadOnlySet<string> Rooms, bool IsPerson = true)
{
    public bool Enters(string room) => Rooms.Contains(room);
}
