using Microsoft.AspNetCore.Components.Routing;

namespace Interviewing.Web.Shell;

public sealed record MenuEntry(string Name, string Href, string Icon)
{
    public string Words => $"shell.menu.{Name}";
    public NavLinkMatch Match => Href == "/" ? NavLinkMatch.All : NavLinkMatch.Prefix;
}

/// <summary>The nouns somebody can enter, at most seven.</summary>
public static class Menu
{
    static readonly MenuEntry Today = new("today", "/", "today");

    // A guest has one room.
    static readonly MenuEntry Desk = new("desk", "/guest", "talk");

    static readonly MenuEntry[] Rooms =
    [
        new("library", "/library", "library"), new("profiles", "/profiles", "document"), new("procedures", "/procedures", "people"),
        new("reviews", "/reviews", "talk"), new("development", "/development", "growth"), new("admin", "/admin", "admin"),
    ];

    public static IReadOnlyList<MenuEntry> For(Viewer viewer) => viewer.IsPerson ? [Today, .. Rooms.Where(room => viewer.Enters(room.Name))] : [Desk];
}
