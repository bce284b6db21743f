using Interviewing.Application.Shared;
using Interviewing.Web.Account;
using Interviewing.Web.Competencies;
using Interviewing.Web.Decisions;
using Interviewing.Web.Development;
using Interviewing.Web.Import;
using Interviewing.Web.Guides;
using Interviewing.Web.Reminders;
using Interviewing.Web.Scoring;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
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
        // A page hands its first answer over to its circuit in one message; a full list is more than the 32 kB that is the default.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = 1024 * 1024);
        services.AddRadzenComponents();
        services.AddCascadingAuthenticationState();
        services.AddSignInCookie();
        services.AddScoped<Entrance>();
        services.AddSingleton<HeldForms>();
        services.AddSingleton<OffDesk>();
        // Whatever does not say otherwise is for people who are signed in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(form => (form.Cookie.Name, form.Cookie.SecurePolicy) = ("interview-form", CookieSecurePolicy.SameAsRequest));
        // The form is opened in rooms with a poor network. It reflects nothing from outside, and its token is another one each time, so its length tells nothing.
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseInterview(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseOurHeaders();
        app.UseLanguage();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/score", StringComparison.Ordinal), form => form.UseResponseCompression());
        app.UseExceptionHandler("/broken", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            // Programs get their answer as it is; a person gets a page.
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(http);
        });
        app.UseAuthentication();
        app.Use((http, next) => http.RequestServices.GetRequiredService<HeldForms>().Invoke(http, () => next(http)));
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health", new() { ResponseWriter = Health.Write }).AllowAnonymous();
        app.MapShell();
        app.MapAccount();
        app.MapImport();
        app.MapGuides();
        app.MapEditions();
        app.MapScoring();
        app.MapLive();
        app.MapReminders();
        app.MapScoreExports();
        app.MapDecisions();
        app.MapDevelopment();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = null);
    }
}
