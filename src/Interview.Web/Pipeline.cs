using Interviewing.Application.Shared;
using Interviewing.Web.Account;
using Interviewing.Web.Import;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Authorization;
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
        services.AddSignInCookie();
        services.AddScoped<Entrance>();
        // Whatever does not say otherwise is for people who are signed in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(form => (form.Cookie.Name, form.Cookie.SecurePolicy) = ("interview-form", CookieSecurePolicy.SameAsRequest));
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseInterview(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseOurHeaders();
        app.UseLanguage();
        app.UseExceptionHandler("/broken", createScopeForErrors: true);
        // Programs get their answer as it is; a person gets a page.
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapShell();
        app.MapAccount();
        app.MapImport();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = null);
    }
}
