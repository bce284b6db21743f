namespace Interviewing.Web.Shell;

/// <summary>An address inside this site; anything else becomes the home page, so that a link cannot send somebody elsewhere after signing in.</summary>
public static class LocalUrl
{
    public static string Or(string? url, string fallback) => IsLocal(url) ? url! : fallback;

    static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl);
}
