using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;

namespace Interviewing.Web.Account;

/// <summary>The ways in. Several use cases one after the other, because the slow proof of a password may not stand in anybody's transaction.</summary>
public sealed class Entrance(Door door, TimeProvider clock)
{
    private static readonly Actor Visitor = new Actor.System("account");
    private static readonly TimeSpan GuestStays = TimeSpan.FromDays(7);

    /// <summary>Gives the cookie, or says why not; unknown, inactive and wrong are one and the same.</summary>
    public async Task<IReadOnlyList<Reason>> WithPassword(HttpContext http, string email, string password)
    {
        var knocked = await door.Ask(new Knock(email), Visitor, http.RequestAborted);
        if (!knocked.Ok) return knocked.Reasons;
        if (knocked.Value.Wait is { } wait) return [new("identity.wait", null, (int)Math.Ceiling(wait.TotalSeconds))];
        var proven = await door.Ask(new ProvePassword(knocked.Value.Person, password), Visitor, http.RequestAborted);
        return proven.Or(false) ? await Open(http, knocked.Value.Person!.Value) : [new("identity.sign-in-wrong")];
    }

    public async Task<IReadOnlyList<Reason>> WithPasskey(HttpContext http, string answer, string memory)
    {
        var proven = await door.Ask(new ProvePasskey(answer, memory), Visitor, http.RequestAborted);
        return proven.Ok ? await Open(http, proven.Value) : proven.Reasons;
    }

    public Task<Outcome<PasskeyQuestion>> AskForPasskey(CancellationToken ct) => door.Ask(new AskForPasskey(), Visitor, ct);

    public Task<Outcome<LinkView>> Read(string token, CancellationToken ct) => door.Ask(new ReadLink(token), Visitor, ct);

    /// <summary>Uses the link and signs in at once.</summary>
    public async Task<IReadOnlyList<Reason>> WithLink(HttpContext http, AcceptLink accept)
    {
        var accepted = await door.Ask(accept, Visitor, http.RequestAborted);
        return accepted.Ok ? await Open(http, accepted.Value) : accepted.Reasons;
    }

    public async Task<bool> OpensForGuests(string token, CancellationToken ct) => (await door.Ask(new DoesGuestLinkWork(token), Visitor, ct)).Or(false);

    public async Task<IReadOnlyList<Reason>> AsGuest(HttpContext http, string token, string code)
    {
        var entered = await door.Ask(new EnterAsGuest(token, code), Visitor, http.RequestAborted);
        if (!entered.Ok) return entered.Reasons;
        if (entered.Value.Wait is { } wait) return [new("identity.wait", "code", (int)Math.Ceiling(wait.TotalSeconds))];
        if (entered.Value.Link is not { } link) return [new("identity.guest-code-wrong", "code")];
        // The code is used up, so the device remembers the guest longer than a session; whether the link still holds is looked up on each request.
        var longest = clock.GetUtcNow() + GuestStays;
        await SignInCookie.GiveGuest(http, link, entered.Value.Until < longest ? entered.Value.Until : longest);
        Speak(http, entered.Value.Language);
        return [];
    }

    private async Task<IReadOnlyList<Reason>> Open(HttpContext http, Guid person)
    {
        var opened = await door.Ask(new OpenSession(person, http.Request.Headers.UserAgent.ToString()), Visitor, http.RequestAborted);
        if (!opened.Ok) return opened.Reasons;
        await SignInCookie.Give(http, opened.Value);
        Speak(http, opened.Value.Language);
        return [];
    }

    // What was chosen on this device goes before what the person prefers elsewhere.
    private void Speak(HttpContext http, string language)
    {
        if (Languages.Known(http.Request.Cookies[Languages.Cookie]) is null) Languages.Remember(http, language, clock);
    }
}
