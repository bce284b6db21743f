using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;

namespace Interviewing.Web.Scoring;

/// <summary>
/// A talk as it happens: a stream that says that something changed (ids only), and the state for whoever asks. Permission is asked again before each event.
/// Where a proxy holds streams back, asking for the state now and then is enough.
/// </summary>
public static class LiveEndpoints
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/live/{procedure:guid}/{candidate:guid}", Stream);
        app.MapGet("/api/live/{procedure:guid}/{candidate:guid}/state", State);
    }

    private static async Task<IResult> State(HttpContext http, Guid procedure, Guid candidate)
    {
        var state = await http.Ask(new WatchTalk(procedure, candidate));
        if (!state.Ok) return http.Problem(state.Reasons);
        await http.Ask(new BePresent(procedure, candidate));
        return Results.Json(state.Value, JsonText.Options);
    }

    private static async Task<IResult> Stream(HttpContext http, Guid procedure, Guid candidate, ISignals signals, IHostApplicationLifetime life)
    {
        if (await http.Ask(new FollowTalk(procedure, candidate)) is { Ok: false } no) return http.Problem(no.Reasons);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        // Proxies that know this header pass events on at once.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await Tell(http, procedure, candidate, signals, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left, or this process stops; the page finds another one.
        }
        return Results.Empty;
    }

    private static async Task Tell(HttpContext http, Guid procedure, Guid candidate, ISignals signals, CancellationToken ct)
    {
        await using var heard = signals.Listen(candidate, ct).GetAsyncEnumerator(ct);
        // Listening begins with the first question, so it stands before the first word: nothing falls in between.
        var next = heard.MoveNextAsync().AsTask();
        await http.Response.WriteAsync("retry: 1000\n", ct);
        await Write(http, "signal", SignalKind.Again, ct);
        while (true)
        {
            await http.Ask(new BePresent(procedure, candidate));
            while (await Task.WhenAny(next, Task.Delay(Beat, ct)) == next && await next)
            {
                if (await http.Ask(new FollowTalk(procedure, candidate)) is { Ok: false }) return;
                await Write(http, "signal", heard.Current.Kind, ct);
                next = heard.MoveNextAsync().AsTask();
            }
            ct.ThrowIfCancellationRequested();
            if (await http.Ask(new FollowTalk(procedure, candidate)) is { Ok: false }) return;
            await Write(http, "beat", SignalKind.Presence, ct);
        }
    }

    private static async Task Write(HttpContext http, string name, SignalKind kind, CancellationToken ct)
    {
        await http.Response.WriteAsync($"event: {name}\ndata: {kind}\n\n", ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
