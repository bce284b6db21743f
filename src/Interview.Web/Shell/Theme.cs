namespace Interviewing.Web.Shell;

/// <summary>Light or dark, kept in a cookie so that the first byte is right; nothing chosen follows the device.</summary>
public static class Theme
{
    // Read by shell.js too, which changes the page without a visit to the server.
    public const string Cookie = "interview-theme";

    public static string? Of(HttpRequest request) => request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie] : null;

    public static void Remember(HttpContext http, string theme, TimeProvider clock) => http.Response.Cookies.Append(Cookie, theme, new CookieOptions
    {
        Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/", Expires = clock.GetUtcNow().AddYears(1),
    });
}
