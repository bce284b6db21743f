using Interviewing.Application.Import;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interviewing.Infrastructure.Documents;

/// <summary>Keeps the readers of long documents going: when the bell rings, and now and then for what a process that died left behind.</summary>
internal sealed class ReadingRoom(ReadingDesk desk, ILogger<ReadingRoom> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, ReadingDesk.AtOnce).Select(_ => Read(stoppingToken)));

    private async Task Read(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!await desk.ReadNext(stop)) await desk.Wait(Look, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                // The database may be away for a moment; the documents wait in it.
                log.LogWarning(wrong, "Reading waits");
                await Task.Delay(Look, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
