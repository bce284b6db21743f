using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Interviewing.Bench;

/// <summary>What a load brought: answers per second, share of answers that were not 200, and the middle and slow (95 %) answer in milliseconds.</summary>
internal sealed record Throughput(double PerSecond, int Wrong, double MedianMs, double SlowMs);

/// <summary>
/// Keeps N connections busy for a while, one request at a time on each. A bare HTTP/1.1 client over sockets, so that on a small machine the client
/// costs as little as it can; it reads the whole body, by length or by chunks.
/// </summary>
internal static class Load
{
    public static Task<Throughput> Run(Uri site, int connections, TimeSpan duration, Func<int, long, byte[]> request) => Run(site, connections, duration, request, null);

    /// <summary>Asks at fixed moments, spread over the connections, however long the answers take; waiting for a connection that is busy counts as well.</summary>
    public static Task<Throughput> Offer(Uri site, int connections, int perSecond, TimeSpan duration, Func<int, long, byte[]> request) =>
        Run(site, connections, duration, request, (c, n) => TimeSpan.FromSeconds((n * connections + c) / (double)perSecond));

    private static async Task<Throughput> Run(Uri site, int connections, TimeSpan duration, Func<int, long, byte[]> request, Func<int, long, TimeSpan>? due)
    {
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, connections).Select(c => Task.Run(() => Connection(site, c, duration, watch, request, due))));
        var seconds = watch.Elapsed.TotalSeconds;
        var times = results.SelectMany(r => r.Times).Order().ToArray();
        if (times.Length == 0) return new(0, results.Sum(r => r.Wrong), 0, 0);
        return new(times.Length / seconds, results.Sum(r => r.Wrong), times[times.Length / 2], times[(int)(times.Length * 0.95)]);
    }

    public static byte[] Get(string path, string cookie) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nAccept: text/html\r\n\r\n");

    public static byte[] Post(string path, string cookie, string headers, string json) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(json).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{json}");

    private static async Task<(List<double> Times, int Wrong)> Connection(Uri site, int connection, TimeSpan duration, Stopwatch watch, Func<int, long, byte[]> request, Func<int, long, TimeSpan>? due)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(site.Host, site.Port);
        var reader = new AnswerReader(socket);
        List<double> times = [];
        var wrong = 0;
        for (long n = 0; watch.Elapsed < duration; n++)
        {
            var bytes = request(connection, n);
            var started = due?.Invoke(connection, n) ?? watch.Elapsed;
            if (started >= duration) break;
            if (started > watch.Elapsed) await Task.Delay(started - watch.Elapsed);
            await socket.SendAsync(bytes);
            if (await reader.Status() != 200) wrong++;
            times.Add((watch.Elapsed - started).TotalMilliseconds);
        }
        return (times, wrong);
    }

    private sealed class AnswerReader(Socket socket)
    {
        private readonly byte[] buffer = new byte[1 << 17];
        private int start;
        private int end;

        public async Task<int> Status()
        {
            int head;
            while ((head = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0) await More();
            var text = Encoding.ASCII.GetString(buffer, start, head);
            start += head + 4;
            var status = int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture);
            if (Header(text, "Content-Length") is { } length) await Skip(int.Parse(length, CultureInfo.InvariantCulture));
            else if (Header(text, "Transfer-Encoding") is not null)
            {
                int size;
                do
                {
                    size = int.Parse(await Line(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                    await Skip(size + 2);
                }
                while (size > 0);
            }
            return status;
        }

        private static string? Header(string head, string name)
        {
            var at = head.IndexOf("\r\n" + name + ": ", StringComparison.OrdinalIgnoreCase);
            if (at < 0) return null;
            at += name.Length + 4;
            var stop = head.IndexOf("\r\n", at, StringComparison.Ordinal);
            return stop < 0 ? head[at..] : head[at..stop];
        }

        private async Task<string> Line()
        {
            int at;
            while ((at = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0) await More();
            var line = Encoding.ASCII.GetString(buffer, start, at);
            start += at + 2;
            return line;
        }

        private async Task Skip(int count)
        {
            while (count > 0)
            {
                if (start == end) await More();
                var now = Math.Min(count, end - start);
                start += now;
                count -= now;
            }
        }

        private async Task More()
        {
            if (start == end) start = end = 0;
            else if (end == buffer.Length)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            var got = await socket.ReceiveAsync(buffer.AsMemory(end));
            if (got == 0) throw new IOException("the server closed the connection");
            end += got;
        }
    }
}
