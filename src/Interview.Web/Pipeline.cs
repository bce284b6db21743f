using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Radzen;

namespace Interviewing.Web;

/// <summary>The web's own services, and the order in which a request meets them.</summary>
public static class Pipeline
{
    public static void AddInterviewWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddSingleton(new Words(strict: builder.Environment.IsDevelopment()));
        services.AddSingleton<IWords>(provider => provider.GetRequiredService<Words>());
        services.AddScoped<Viewers>().AddScoped<Dates>().AddScoped<Ask>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddAntiforgery();
    }

    public static void UseInterview(this WebApplication app)
    {
        app.UseOurHeaders();
        app.UseLanguage();
        app.UseExceptionHandler("/broken", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapShell();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = null);
    }
}
