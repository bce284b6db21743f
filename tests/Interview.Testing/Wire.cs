using System.Net;
using System.Net.Sockets;

namespace Interviewing.Testing;

/// <summary>The network between one visitor and the product: it can be cut, mended and led to another process, and counts what goes through.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<Socket> open = [];
    private readonly Task accepting;
    private Uri target;
    private bool cut;
    private long bytes;

    public Wire(Uri target)
    {
        this.target = target;
        listener.Start();
        Address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = Task.Run(Accept);
    }

    public Uri Address { get; }

    /// <summary>In both directions, since the start.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>From now on every connection breaks.</summary>
    public void Cut()
    {
        cut = true;
        lock (open)
        {
            foreach (var socket in open) Break(socket);
            open.Clear();
        }
    }

    public void Mend() => cut = false;

    /// <summary>As a load balancer does when a process has died: what stands breaks, what comes goes to the other one.</summary>
    public void LeadTo(Uri other)
    {
        target = other;
        Cut();
        Mend();
    }

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            Socket here;
            try
            {
                here = await listener.AcceptSocketAsync(stop.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            if (cut) Break(here);
            else _ = Task.Run(() => Carry(here));
        }
    }

    private async Task Carry(Socket here)
    {
        Socket there = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        here.NoDelay = true;
        lock (open) open.AddRange([here, there]);
        try
        {
            await there.ConnectAsync(new DnsEndPoint(target.Host, target.Port), stop.Token);
            await Task.WhenAny(Pump(here, there), Pump(there, here));
        }
        catch (Exception ended) when (ended is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut, or the other side is gone: both ends close below.
        }
        lock (open)
        {
            open.Remove(here);
            open.Remove(there);
        }
        here.Dispose();
        there.Dispose();
    }

    private async Task Pump(Socket from, Socket to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReceiveAsync(buffer, stop.Token) is > 0 and var count)
            {
                Interlocked.Add(ref bytes, count);
                for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), stop.Token);
            }
        }
        catch (Exception ended) when (ended is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection broke; that is what a wire is for.
        }
    }

    private static void Break(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It closed by itself in this moment.
        }
        socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        stop.Dispose();
    }
}
