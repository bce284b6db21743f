using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace Interviewing.Web.Scoring;

/// <summary>
/// A form carries, sealed, for whom and which card it was made. Posted when its session has ended, what was typed is kept for that person alone
/// until the sign-in that follows, instead of being thrown away by the way to the sign-in page.
/// </summary>
public sealed class HeldForms(IDataProtectionProvider protection, Door door)
{
    private const int LongestForm = 1024 * 1024;
    private static readonly TimeSpan AsLongAsASession = Session.Longest;
    private static readonly Actor Keeper = new Actor.System("held-forms");
    private readonly ITimeLimitedDataProtector sealer = protection.CreateProtector("score-form").ToTimeLimitedDataProtector();

    public string Seal(Guid owner, Guid card) => sealer.Protect($"{owner:N}{card:N}", AsLongAsASession);

    /// <summary>Between finding out who asks and asking whether that may: takes the posts that would be turned away.</summary>
    public async Task Invoke(HttpContext http, Func<Task> next)
    {
        if (!IsFormPost(http, out var card) || await HasSession(http) || !await Hold(http, card)) await next();
    }

    private static bool IsFormPost(HttpContext http, out Guid card)
    {
        card = default;
        return HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/score", StringComparison.Ordinal, out var rest)
            && Guid.TryParse(rest.Value?.Trim('/'), out card) && http.Request.HasFormContentType && http.Request.ContentLength is > 0 and <= LongestForm;
    }

    private async Task<bool> HasSession(HttpContext http) => Actors.Of(http.User) switch
    {
        Actor.Person me => (await door.Ask(new IsSessionLive(me.Id, me.Session), Keeper, http.RequestAborted)).Or(false),
        Actor.Guest guest => (await door.Ask(new IsGuestLive(guest.Link), Keeper, http.RequestAborted)).Or(false),
        _ => false,
    };

    private async Task<bool> Hold(HttpContext http, Guid card)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Opened(form["owner"]) is not { } made || made.Card != card) return false;
        var fields = form.Where(f => f.Key == "seen" || f.Key.Contains('.', StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.OfType<string>().ToArray());
        await door.Ask(new HoldPost(made.Owner, card, fields), Keeper, http.RequestAborted);
        http.Response.Redirect($"/account/sign-in?back={Uri.EscapeDataString($"/score/{card}")}");
        return true;
    }

    private (Guid Owner, Guid Card)? Opened(string? seal)
    {
        try
        {
            return seal is { Length: > 0 } && sealer.Unprotect(seal) is { Length: 64 } text && Guid.TryParse(text[..32], out var owner) && Guid.TryParse(text[32..], out var card) ? (owner, card) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
