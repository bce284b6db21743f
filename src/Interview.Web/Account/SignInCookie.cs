using System.Security.Claims;
using Interviewing.Application.Identity;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;

namespace Interviewing.Web.Account;

/// <summary>The one cookie that says who and which session, for persons and guests alike. Everything else is read from the database on each Ask.</summary>
public static class SignInCookie
{
    public const string Scheme = "interview";

    public static IServiceCollection AddSignInCookie(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookie.CookieManager = new NamedBySafety();
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = Session.Longest;
            // The session's own row says when it idles out.
            cookie.SlidingExpiration = false;
            cookie.LoginPath = "/account/sign-in";
            cookie.ReturnUrlParameter = "back";
            cookie.Events.OnRedirectToLogin = ToSignIn;
            cookie.Events.OnRedirectToAccessDenied = NotThere;
        });
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        return services;
    }

    public static Task Give(HttpContext http, OpenedSession opened) =>
        http.SignInAsync(Scheme, Somebody(new(Actors.PersonClaim, opened.Person.ToString()), new(Actors.SessionClaim, opened.Session.ToString())), new AuthenticationProperties { ExpiresUtc = opened.Until });

    public static Task GiveGuest(HttpContext http, Guid link, DateTimeOffset until) =>
        http.SignInAsync(Scheme, Somebody(new Claim(Actors.GuestClaim, link.ToString())), new AuthenticationProperties { ExpiresUtc = until });

    public static Task Take(HttpContext http) => http.SignOutAsync(Scheme);

    private static ClaimsPrincipal Somebody(params Claim[] claims) => new(new ClaimsIdentity(claims, Scheme));

    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A program that follows a redirect would take the sign-in page for an answer.
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return context.HttpContext.Problem([new(Application.Shared.Refusal.SignInCode)]).ExecuteAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task NotThere(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Over https the name itself (__Host-) makes browsers refuse a cookie that is not secure or not for this host alone; plain http on one's own machine cannot have it.</summary>
    private sealed class NamedBySafety : ICookieManager
    {
        private readonly ChunkingCookieManager chunks = new();

        public string? GetRequestCookie(HttpContext context, string key) => chunks.GetRequestCookie(context, Name(context));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => chunks.AppendResponseCookie(context, Name(context), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => chunks.DeleteCookie(context, Name(context), options);

        private static string Name(HttpContext context) => context.Request.IsHttps ? "__Host-interview" : "interview";
    }
}
