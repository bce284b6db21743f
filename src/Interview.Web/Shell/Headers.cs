using System.Security.Cryptography;

namespace Interviewing.Web.Shell;

/// <summary>What every answer says about what a browser may do with it.</summary>
public static class Headers
{
    const string NonceKey = "interview.nonce";

    public static string Nonce(this HttpContext http) =>
        http.Items[NonceKey] as string ?? (string)(http.Items[NonceKey] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)))!;

    public static IApplicationBuilder UseOurHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() => { Write(http); return Task.CompletedTask; });
        return next(http);
    });

    static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(http);
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = http.HasSecretAddress() || http.Request.Path.StartsWithSegments("/g", StringComparison.Ordinal) ? "no-referrer" : "same-origin";
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }
        // Public files say themselves how long they keep; everything else is somebody's page.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
    }

    static string Policy(HttpContext http)
    {
        // What a program asked for is no page: nothing of it is ever run or shown.
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return "default-src 'none'; frame-ancestors 'none'";
        var (nonce, host) = (http.Nonce(), http.Request.Host.ToUriComponent());
        // Radzen sets style attributes; pages without it need none.
        var styleAttributes = http.IsPlain() ? "'none'" : "'unsafe-inline'";
        return $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; style-src-attr {styleAttributes}; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self' ws://{host} wss://{host}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
