using Interviewing.Application.Identity;

namespace Interviewing.Web.Shell;

/// <summary>Who looks at the page: what the bar, the dates and the home page need to know, never more. Rooms are entries of the menu.</summary>
public sealed record Viewer(Guid Id, string Name, string Zone, IReadOnlyList<string> Rooms, IReadOnlyList<Permission> May, bool IsPerson)
{
    public string GivenName => Name.Split(' ')[0];

    public string Initials
    {
        get
        {
            var parts = Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return parts.Length == 0 ? "?" : string.Concat(parts[0][..1], parts.Length > 1 ? parts[^1][..1] : "").ToUpperInvariant();
        }
    }

    public bool Enters(string room) => Rooms.Contains(room);
}
