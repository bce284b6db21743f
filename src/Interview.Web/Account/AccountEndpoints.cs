using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Account;

/// <summary>Signing out, and the questions and answers of passkeys. Everything is posted as a form, so that its token is checked.</summary>
public static class AccountEndpoints
{
    private const string MemoryCookie = "interview-passkey";
    private static readonly TimeSpan Answering = TimeSpan.FromMinutes(5);

    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/sign-out", SignOut).AllowAnonymous();
        app.MapPost("/account/passkey/ask", AskForPasskey).AllowAnonymous();
        app.MapPost("/account/passkey/sign-in", SignInWithPasskey).AllowAnonymous();
        app.MapPost("/account/passkey/new", NewPasskey);
        app.MapPost("/account/passkey/add", AddPasskey);
    }

    private static async Task<IResult> SignOut(HttpContext http, [FromForm] string? back)
    {
        if (Actors.Of(http.User) is Actor.Person me) await http.Ask(new EndSession(me.Session));
        await SignInCookie.Take(http);
        return Results.LocalRedirect(LocalUrl.Or(back, "/account/sign-in"));
    }

    private static async Task<IResult> AskForPasskey(HttpContext http, Entrance entrance, IDataProtectionProvider protection, [FromForm] string? back) =>
        Question(http, protection, await entrance.AskForPasskey(http.RequestAborted));

    private static async Task<IResult> SignInWithPasskey(HttpContext http, Entrance entrance, IDataProtectionProvider protection, [FromForm] string answer, [FromForm] string? back)
    {
        var reasons = Memory(http, protection) is { } memory ? await entrance.WithPasskey(http, answer, memory) : [new("identity.passkey-failed")];
        return reasons.Count == 0 ? Results.Json(new { go = LocalUrl.Or(back, "/") }) : http.Problem(reasons);
    }

    private static async Task<IResult> NewPasskey(HttpContext http, IDataProtectionProvider protection, [FromForm] string? back) => Question(http, protection, await http.Ask(new PreparePasskey()));

    private static async Task<IResult> AddPasskey(HttpContext http, IDataProtectionProvider protection, [FromForm] string answer)
    {
        var added = Memory(http, protection) is { } memory
            ? await http.Ask(new AddPasskey(answer, memory, Devices.Name(http.Request.Headers.UserAgent.ToString())))
            : Outcome.Refused<Done>(new Refusal("identity.passkey-failed"));
        return added.Ok ? Results.Json(new { go = "/account?done=passkey" }) : http.Problem(added.Reasons);
    }

    // What we must remember between question and answer travels in a sealed cookie that lasts five minutes and is taken back with the answer.
    private static IResult Question(HttpContext http, IDataProtectionProvider protection, Outcome<PasskeyQuestion> asked)
    {
        if (!asked.Ok) return http.Problem(asked.Reasons);
        http.Response.Cookies.Append(MemoryCookie, Sealer(protection).Protect(asked.Value.Memory, Answering), new CookieOptions
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/account/passkey", MaxAge = Answering, IsEssential = true,
        });
        return Results.Text(asked.Value.Options, "application/json");
    }

    private static string? Memory(HttpContext http, IDataProtectionProvider protection)
    {
        http.Response.Cookies.Delete(MemoryCookie, new CookieOptions { Path = "/account/passkey" });
        try
        {
            return http.Request.Cookies[MemoryCookie] is { } sealedMemory ? Sealer(protection).Unprotect(sealedMemory) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Sealer(IDataProtectionProvider protection) => protection.CreateProtector("passkey").ToTimeLimitedDataProtector();
}
