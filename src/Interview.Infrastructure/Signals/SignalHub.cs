using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Signals;

/// <summary>The listeners of this process, by candidate. Alone it is the whole of it: with one process (SQLite) every listener is here.</summary>
internal class SignalHub : ISignals
{
    private const int Waiting = 16;

    private readonly ConcurrentDictionary<(Guid Candidate, Guid Listener), ChannelWriter<Signal>> listeners = new();

    public virtual void Send(Signal signal) => Deliver(signal);

    public async IAsyncEnumerable<Signal> Listen(Guid candidate, [EnumeratorCancellation] CancellationToken ct)
    {
        // A slow listener misses the oldest: it looks at the state and not at the signals.
        var channel = Channel.CreateBounded<Signal>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var key = (candidate, Guid.NewGuid());
        listeners[key] = channel.Writer;
        try
        {
            await foreach (var signal in channel.Reader.ReadAllAsync(ct)) yield return signal;
        }
        finally
        {
            listeners.TryRemove(key, out _);
        }
    }

    protected void Deliver(Signal signal)
    {
        foreach (var (key, writer) in listeners)
            if (key.Candidate == signal.Candidate) writer.TryWrite(signal);
    }

    /// <summary>Something may have been missed: everybody looks again.</summary>
    protected void DeliverToAll()
    {
        foreach (var (key, writer) in listeners) writer.TryWrite(new Signal(SignalKind.Again, Guid.Empty, key.Candidate));
    }
}
