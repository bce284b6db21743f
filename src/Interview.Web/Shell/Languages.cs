using System.Globalization;

namespace Interviewing.Web.Shell;

/// <summary>The languages of the screens. Texts in data may be in any language.</summary>
public static class Languages
{
    public const string Default = "nl";
    public const string Cookie = "interview-language";

    public static readonly IReadOnlyList<(string Tag, string Name)> All = [("nl", "Nederlands"), ("en", "English"), ("fr", "Français")];

    public static string? Known(string? tag) => All.Select(l => l.Tag).FirstOrDefault(known => string.Equals(known, tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>How dates and numbers are written: English here is the European kind, day before month.</summary>
    public static CultureInfo Formats(string language) => CultureInfo.GetCultureInfo(language switch { "en" => "en-GB", "fr" => "fr-BE", "nl" => "nl-NL", _ => language });

    /// <summary>What was chosen here, else what the browser asks for, else Dutch. Signing in sets the cookie to the person's own language.</summary>
    public static string Of(HttpRequest request) =>
        Known(request.Cookies[Cookie]) ?? Accepted(request.Headers.AcceptLanguage.ToString()) ?? Default;

    public static void Remember(HttpContext http, string language, TimeProvider clock) => http.Response.Cookies.Append(Cookie, language, new CookieOptions
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/", Expires = clock.GetUtcNow().AddYears(1),
    });

    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // Set here and not in the circuit: a circuit takes over the culture of the request that opens it.
        var language = Of(http.Request);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentCulture = Formats(language);
        return next(http);
    });

    static string? Accepted(string header) => header.Split(',')
        .Select(part => part.Split(";q="))
        .Select(part => (Tag: part[0].Trim(), Weight: part.Length < 2 ? 1 : double.TryParse(part[1], CultureInfo.InvariantCulture, out var q) ? q : 0))
        .OrderByDescending(wish => wish.Weight)
        .Select(wish => Known(wish.Tag.Split('-')[0]))
        .FirstOrDefault(known => known is not null);
}
