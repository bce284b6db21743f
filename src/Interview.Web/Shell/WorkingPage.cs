using Interviewing.Application.Shared;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Interviewing.Web.Shell;

/// <summary>What every working page does: ask once for what it shows, tell use cases, show why not. Answers of the first rendering are kept by the page itself ([PersistentState]).</summary>
public abstract class WorkingPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private string? path;

    [Inject] protected Words T { get; set; } = null!;
    [Inject] protected Ask Ask { get; set; } = null!;
    [Inject] protected Dates Dates { get; set; } = null!;
    [Inject] protected NavigationManager Nav { get; set; } = null!;

    /// <summary>Ends when the page is left.</summary>
    protected CancellationToken Stop => stop.Token;

    /// <summary>Why the last thing told was refused; for <see cref="RefusalSummary"/> and the fields.</summary>
    protected IReadOnlyList<Reason> Reasons { get; set; } = [];

    // A page without parameters is not told when only the part after the question mark changes; a list lives there.
    public override Task SetParametersAsync(ParameterView parameters)
    {
        if (path is null) Nav.LocationChanged += Moved;
        path = PathOf(Nav.Uri);
        return base.SetParametersAsync(parameters);
    }

    /// <summary>What the page is about. Refused means there is no such page for this person: null, and on the way elsewhere.</summary>
    protected async Task<TAnswer?> Subject<TAnswer>(IRequest<TAnswer> ask) where TAnswer : class
    {
        var answer = await Ask.For(ask, Stop);
        if (answer.Ok) return answer.Value;
        Nav.TurnAway(answer.Reasons);
        return null;
    }

    /// <summary>Tells a use case; whether it was done.</summary>
    protected async Task<bool> Tell<TAnswer>(IRequest<TAnswer> ask, Action<TAnswer>? then = null)
    {
        var answer = await Ask.For(ask, Stop);
        Reasons = answer.Reasons;
        if (answer.Is(Refusal.SignInCode)) Nav.TurnAway(answer.Reasons);
        if (answer.Ok) then?.Invoke(answer.Value);
        return answer.Ok;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        Nav.LocationChanged -= Moved;
        stop.Cancel();
        stop.Dispose();
    }

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (PathOf(moved.Location) == path) _ = InvokeAsync(ReadAddress).ContinueWith(wrong => DispatchExceptionAsync(wrong.Exception!.InnerException!), Stop, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task ReadAddress()
    {
        if (stop.IsCancellationRequested) return;
        await OnParametersSetAsync();
        StateHasChanged();
    }

    private static string PathOf(string uri) => new Uri(uri).AbsolutePath;
}
