using System.Text.Json;
using Interviewing.Application.Identity;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Scoring;

/// <summary>How the scoring form saves while one types: always JSON, never a redirect. Whoever is not signed in hears 401 before anything else is looked at.</summary>
public static class ScoringEndpoints
{
    private const long LongestMessage = 512 * 1024;

    public static void MapScoring(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/score/token", Token);
        app.MapPost("/api/score/{card:guid}/seal", Seal);
        app.MapPost("/api/score/{card:guid}", Save).WithMetadata(new RequestSizeLimitAttribute(LongestMessage));
    }

    private sealed record Message(string Device, long Sequence, IReadOnlyList<Change> Changes);

    // A token is for somebody who may score; asking for one also keeps the session awake.
    private static async Task<IResult> Token(HttpContext http, IAntiforgery antiforgery) =>
        await http.Ask(new StayForPanel()) is { Ok: false } no ? http.Problem(no.Reasons) : Results.Json(new { token = antiforgery.GetAndStoreTokens(http).RequestToken });

    private static async Task<IResult> Save(HttpContext http, IAntiforgery antiforgery, Guid card)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return TokenOld(http);
        if (await Read(http) is not { } message) return http.Problem([new("scoring.changes-wrong")]);
        var save = new SaveScores(card, message.Device ?? "", message.Sequence, message.Changes ?? []);
        var saved = await http.Ask(save);
        // Two messages of one device at the same moment: the second finds what the first left.
        if (saved.Is("shared.duplicate")) saved = await http.Ask(save);
        return saved.Ok ? Results.Json(new { version = saved.Value.Version }) : http.Problem(saved.Reasons);
    }

    private static async Task<IResult> Seal(HttpContext http, IAntiforgery antiforgery, Guid card)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return TokenOld(http);
        var done = await http.Ask(new SealCard(card));
        return done.Ok ? Results.Json(new { version = done.Value.Version }) : http.Problem(done.Reasons);
    }

    private static IResult TokenOld(HttpContext http) =>
        Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: Say(http, "refusal.scoring.token-old"), extensions: new Dictionary<string, object?> { ["errors"] = new[] { new { code = "scoring.token-old" } } });

    private static async Task<Message?> Read(HttpContext http)
    {
        try
        {
            return http.Request.HasJsonContentType() ? await http.Request.ReadFromJsonAsync<Message>(JsonText.Options, http.RequestAborted) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Say(HttpContext http, string key) =>
        http.RequestServices.GetRequiredService<IWords>().In(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, key);
}
