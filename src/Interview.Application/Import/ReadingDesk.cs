using Interviewing.Application.Shared;
using Microsoft.Extensions.Logging;

namespace Interviewing.Application.Import;

/// <summary>
/// Reads the long documents that wait: claim, read outside every transaction, record. Any number of processes may do so at once; each reads at most
/// <see cref="AtOnce"/> documents side by side.
/// </summary>
public sealed class ReadingDesk(Door door, IFileText files, TimeProvider clock, ILogger<ReadingDesk> log) : IDisposable
{
    public const int AtOnce = 2;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);
    private static readonly Actor Self = new Actor.System("import");
    private readonly SemaphoreSlim bell = new(0);

    /// <summary>Something was uploaded: the readers of this process need not wait for their next look.</summary>
    public void Ring()
    {
        if (bell.CurrentCount < AtOnce) bell.Release();
    }

    /// <summary>Waits until the bell rings, or a while.</summary>
    public Task Wait(TimeSpan most, CancellationToken ct) => bell.WaitAsync(most, ct);

    /// <summary>Reads one document, if one waits.</summary>
    public async Task<bool> ReadNext(CancellationToken ct = default)
    {
        var token = Guid.NewGuid();
        var claimed = (await door.Ask(new ClaimReading(token), Self, ct)).Value;
        if (claimed.Bytes is not { } bytes) return false;
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var percent = 0;
        var read = Task.Run(() => DocumentReader.Read(files.Read(claimed.FileName, bytes, unwanted.Token), files.Limits, claimed.Columns, claimed.Own, new ReadingWatch(p => Volatile.Write(ref percent, p), unwanted.Token)), unwanted.Token);
        while (await Task.WhenAny(read, Task.Delay(Between, clock, ct)) != read && !ct.IsCancellationRequested)
        {
            var report = await door.Ask(new ReportReading(claimed.Draft, token, Volatile.Read(ref percent)), Self, ct);
            if (report is { Ok: true, Value.Wanted: false }) await unwanted.CancelAsync();
        }
        try
        {
            await door.Ask(new FinishReading(claimed.Draft, token, await read, null), Self, ct);
        }
        catch (OperationCanceledException)
        {
            // Nobody wants it any longer, or this process stops: then the lease runs out and it is read again.
        }
        catch (Refusal no)
        {
            await door.Ask(new FinishReading(claimed.Draft, token, null, no.Reasons[0].Code), Self, ct);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            log.LogError(bug, "Draft {Draft} could not be read", claimed.Draft);
            await door.Ask(new FinishReading(claimed.Draft, token, null, "import.reading-failed"), Self, ct);
        }
        return true;
    }

    public void Dispose() => bell.Dispose();
}
