using System.Security.Claims;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.AspNetCore.Components.Authorization;

namespace Interviewing.Web.Shell;

/// <summary>What the cookie says: who, and which session (or which guest link). Nothing else.</summary>
public static class Actors
{
    public const string PersonClaim = "person";
    public const string SessionClaim = "session";
    public const string GuestClaim = "guest";

    /// <summary>Null for a visitor who has not signed in.</summary>
    public static Actor? Of(ClaimsPrincipal user)
    {
        if (Guid.TryParse(user.FindFirstValue(PersonClaim), out var person) && Guid.TryParse(user.FindFirstValue(SessionClaim), out var session))
            return new Actor.Person(person, session);
        return Guid.TryParse(user.FindFirstValue(GuestClaim), out var link) ? new Actor.Guest(link) : null;
    }
}

/// <summary>How a component asks: the door, with the person of this circuit or request.</summary>
public sealed class Ask(Door door, AuthenticationStateProvider authentication)
{
    public async Task<Outcome<T>> For<T>(IRequest<T> ask, CancellationToken ct = default) =>
        Actors.Of((await authentication.GetAuthenticationStateAsync()).User) is { } actor
            ? await door.Ask(ask, actor, ct)
            : Outcome.Refused<T>(Refusal.SignIn);
}

/// <summary>How an endpoint asks, and how it says no.</summary>
public static class EndpointAsk
{
    public static async Task<Outcome<T>> Ask<T>(this HttpContext http, IRequest<T> ask) =>
        Actors.Of(http.User) is { } actor
            ? await http.RequestServices.GetRequiredService<Door>().Ask(ask, actor, http.RequestAborted)
            : Outcome.Refused<T>(Refusal.SignIn);

    /// <summary>
    /// Whoever may not send this is told before a byte of it is read. Not instead of the permission on the request, which is asked as always.
    /// </summary>
    public static RouteHandlerBuilder TakesFrom(this RouteHandlerBuilder endpoint, Permission needed = Permission.SignedIn) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var me = await context.HttpContext.Ask(new WhoAmI());
        if (!me.Ok && me.Reasons[0].Code == Refusal.SignInCode) return Results.LocalRedirect("/account/sign-in");
        if (!me.Ok || (needed != Permission.SignedIn && !me.Value.May.Contains(needed))) return context.HttpContext.Problem(me.Ok ? Refusal.NotAllowed.Reasons : me.Reasons);
        return await next(context);
    });

    public static int StatusOf(IReadOnlyList<Reason> reasons) => reasons[0].Code switch
    {
        Refusal.SignInCode => StatusCodes.Status401Unauthorized,
        Refusal.NotFoundCode => StatusCodes.Status404NotFound,
        Refusal.NotAllowedCode or Refusal.DeclareFirstCode => StatusCodes.Status403Forbidden,
        Refusal.ChangedCode => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>RFC 9457, with the sentence of each reason in the reader's language and its field as pointer.</summary>
    public static IResult Problem(this HttpContext http, IReadOnlyList<Reason> reasons)
    {
        var words = http.RequestServices.GetRequiredService<IWords>();
        var language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        string Say(Reason reason) => words.In(language, "refusal." + reason.Code, [.. reason.Args]);
        return Results.Problem(title: Say(reasons[0]), statusCode: StatusOf(reasons), type: "about:blank", extensions: new Dictionary<string, object?>
        {
            ["errors"] = reasons.Select(r => new { pointer = r.Field, code = r.Code, text = Say(r), args = r.Args }).ToArray(),
        });
    }
}
