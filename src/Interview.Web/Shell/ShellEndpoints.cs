using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Shell;

/// <summary>The two choices that belong to a browser and not to a person.</summary>
public static class ShellEndpoints
{
    public static void MapShell(this IEndpointRouteBuilder app)
    {
        app.MapPost("/language", (HttpContext http, TimeProvider clock, [FromForm] string? language, [FromForm] string? back) =>
        {
            if (Languages.Known(language) is { } known) Languages.Remember(http, known, clock);
            return Results.LocalRedirect(LocalUrl.Or(back, "/"));
        }).AllowAnonymous();

        app.MapPost("/theme", (HttpContext http, TimeProvider clock, [FromForm] string? theme, [FromForm] string? back) =>
        {
            if (theme is "light" or "dark") Theme.Remember(http, theme, clock);
            return Results.LocalRedirect(LocalUrl.Or(back, "/"));
        }).AllowAnonymous();
    }
}
