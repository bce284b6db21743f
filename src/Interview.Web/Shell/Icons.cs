namespace Interviewing.Web.Shell;

/// <summary>The drawings behind <see cref="Icon"/>: 24 by 24, strokes in the colour of the text.</summary>
public static class Icons
{
    public static string Drawing(string name) => Drawings.TryGetValue(name, out var drawing) ? drawing : throw new ArgumentException($"No icon is called '{name}'.", nameof(name));

    public static IReadOnlyCollection<string> Names => Drawings.Keys;

    static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        // Places
        ["today"] = """<path d="M4 11.5 12 4.5l8 7M6.5 9.8V19.5h11V9.8"/>""",
        ["library"] = """<path d="M4.5 5.5c3-1 5.5-.6 7.5 1 2-1.6 4.5-2 7.5-1v13c-3-1-5.5-.6-7.5 1-2-1.6-4.5-2-7.5-1zM12 6.5v13"/>""",
        ["document"] = """<path d="M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6"/>""",
        ["people"] = """<circle cx="9" cy="8.5" r="3.3"/><path d="M2.8 19c.6-3.2 3-4.8 6.2-4.8s5.6 1.6 6.2 4.8M15.5 5.5a3.2 3.2 0 0 1 0 6M17.5 14.5c2 .5 3.3 2 3.7 4.3"/>""",
        ["talk"] = """<path d="M4.5 5.5h15v10.5h-8.5l-4.5 4v-4h-2z"/>""",
        ["growth"] = """<path d="M4 18.5c4 0 4-5 8-5s4-6 8-6M16 4.5l4 3-3 4"/>""",
        ["admin"] = """<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="12" r="2"/><circle cx="13" cy="17" r="2"/>""",
        ["person"] = """<circle cx="12" cy="8.5" r="3.8"/><path d="M4.8 20c.8-3.8 3.6-5.6 7.2-5.6s6.4 1.8 7.2 5.6"/>""",
        ["calendar"] = """<rect x="4" y="5.5" width="16" height="15" rx="2"/><path d="M4 10h16M8.5 3v4M15.5 3v4"/>""",
        ["mail"] = """<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7 8 6.5L20 7"/>""",
        ["bell"] = """<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>""",

        // What stands where
        ["ring"] = """<circle cx="12" cy="12" r="7"/>""",
        ["half"] = """<circle cx="12" cy="12" r="7"/><path d="M12 5a7 7 0 0 1 0 14z" fill="currentColor"/>""",
        ["dot"] = """<circle cx="12" cy="12" r="4" fill="currentColor"/>""",
        ["check"] = """<path d="m5 12.5 4.5 4.5L19 7.5"/>""",
        ["done"] = """<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8 5.2-5.6"/>""",
        ["lock"] = """<rect x="5.5" y="11" width="13" height="9" rx="2"/><path d="M8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>""",
        ["play"] = """<path d="M8 5.5v13l10.5-6.5z"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="9"/><path d="M12 7v5.3l3.4 2"/>""",
        ["warning"] = """<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2"/>""",
        ["alert"] = """<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.3v.2"/>""",
        ["info"] = """<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.2"/>""",
        ["question"] = """<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.9M12 16.8v.1"/>""",
        ["flag"] = """<path d="M6 21V4.5M6 5h11l-2.5 4 2.5 4H6"/>""",
        ["shield"] = """<path d="M12 3.5 5 6v6c0 4.5 3 7 7 8.5 4-1.5 7-4 7-8.5V6zM9 12l2.2 2.2L15.2 10"/>""",
        ["cloud"] = """<path d="M7 18.5a4.5 4.5 0 0 1-.4-9 6 6 0 0 1 11.5 1.3 3.9 3.9 0 0 1-.6 7.7zM9 13.5l2.3 2.3 4-4.3"/>""",
        ["device"] = """<rect x="7" y="3" width="10" height="18" rx="2"/><path d="M11 18h2"/>""",
        ["offline"] = """<path d="M4 4l16 16M12 19v.1M8.5 15a5 5 0 0 1 6 0M5 11.5A10 10 0 0 1 9 9M13.5 8.5A10 10 0 0 1 19 11.5"/>""",
        ["target"] = """<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="4.5"/><path d="M12 12v.1" stroke-width="2.5"/>""",
        ["tip"] = """<path d="M9 17.5h6M10 20.5h4M8.5 14.5a5.8 5.8 0 1 1 7 0c-.6.5-.8 1.2-.8 1.5H9.3c0-.3-.2-1-.8-1.5z"/>""",
        ["key"] = """<circle cx="8" cy="15.5" r="4"/><path d="m11 12.5 8-8M16 7.5l2.5 2.5"/>""",

        // What one can do
        ["search"] = """<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>""",
        ["globe"] = """<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.8 6 3.8 9s-.8 6-3.8 9c-3-3-3.8-6-3.8-9S9 6 12 3z"/>""",
        ["sun"] = """<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>""",
        ["moon"] = """<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>""",
        ["plus"] = """<path d="M12 5v14M5 12h14"/>""",
        ["minus"] = """<path d="M5 12h14"/>""",
        ["close"] = """<path d="M6 6l12 12M18 6 6 18"/>""",
        ["edit"] = """<path d="M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5z"/>""",
        ["trash"] = """<path d="M5 7h14M9.5 7V4.5h5V7M7 7l1 12.5h8L17 7M10.5 10.5v5.5M13.5 10.5v5.5"/>""",
        ["copy"] = """<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 8.5V6a1.5 1.5 0 0 0-1.5-1.5H6A1.5 1.5 0 0 0 4.5 6v8A1.5 1.5 0 0 0 6 15.5h2.5"/>""",
        ["filter"] = """<path d="M4 6h16M7 12h10M10 18h4"/>""",
        ["upload"] = """<path d="M12 16V4.5M7.5 9 12 4.5 16.5 9M5 16.5v3h14v-3"/>""",
        ["download"] = """<path d="M12 4.5V16M7.5 11.5 12 16l4.5-4.5M5 16.5v3h14v-3"/>""",
        ["print"] = """<path d="M7 8.5V4h10v4.5M7 16.5H4.5v-6.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5v6.5H17M7 14h10v6H7z"/>""",
        ["sort"] = """<path d="M8 5v14M4.5 15.5 8 19l3.5-3.5M16 19V5M12.5 8.5 16 5l3.5 3.5"/>""",
        ["swap"] = """<path d="M4 8.5h14M14.5 5 18 8.5 14.5 12M20 15.5H6M9.5 12 6 15.5 9.5 19"/>""",
        ["undo"] = """<path d="M8.5 5 4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10H9"/>""",
        ["split"] = """<path d="M12 21v-7L5.5 7.5V4M12 14l6.5-6.5V4"/>""",
        ["merge"] = """<path d="M12 3v7l-6.5 6.5V20M12 10l6.5 6.5V20"/>""",
        ["link"] = """<path d="M9.5 14.5l5-5M11 7l1.5-1.5a4 4 0 0 1 5.7 5.7L16.5 13M13 17l-1.5 1.5a4 4 0 0 1-5.7-5.7L7.5 11"/>""",
        ["eye"] = """<path d="M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>""",
        ["eye-off"] = """<path d="M4 4l16 16M9.5 6a9 9 0 0 1 2.5-.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.4M6.5 7.7A15 15 0 0 0 2.5 12S6 18.5 12 18.5c1.6 0 3-.4 4.2-1.1"/>""",
        ["sign-out"] = """<path d="M10 4.5H5.5v15H10M14.5 8l4 4-4 4M9.5 12h9"/>""",

        // Directions and handles
        ["left"] = """<path d="m15 5-7 7 7 7"/>""",
        ["right"] = """<path d="m9 5 7 7-7 7"/>""",
        ["up"] = """<path d="m5 15 7-7 7 7"/>""",
        ["down"] = """<path d="m5 9 7 7 7-7"/>""",
        ["forward"] = """<path d="M4 12h15M13 6l6 6-6 6"/>""",
        ["grip"] = """<path d="M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1" stroke-width="2.6"/>""",
        ["more"] = """<path d="M5.5 12v.1M12 12v.1M18.5 12v.1" stroke-width="2.8"/>""",
        ["menu"] = """<path d="M4 7h16M4 12h16M4 17h16"/>""",
    };
}
