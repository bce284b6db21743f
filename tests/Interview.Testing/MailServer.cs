using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Interviewing.Testing;

/// <summary>A message as it arrived: the envelope and the raw text.</summary>
public sealed record Mailed(string From, IReadOnlyList<string> To, string Raw)
{
    public IEnumerable<string> Headers(string name) => Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n")
        .Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(l => l[(name.Length + 1)..].Trim());
}

/// <summary>A small real mail server on loopback that keeps what it receives and can be told to misbehave.</summary>
public sealed class MailServer : IAsyncDisposable
{
    public enum Mood { Friendly, NoSuchMailbox, TryLater, HangsUpAfterData, Silent }

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public MailServer()
    {
        listener.Start();
        accepting = Accept();
    }

    public Mood Now { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<Mailed> Messages { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the test is done
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await Talk(client);
            }
            catch (Exception over) when (over is IOException or OperationCanceledException)
            {
                // the other side hung up, or the test is done
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using StreamReader reader = new(client.GetStream(), Encoding.Latin1);
        await using StreamWriter writer = new(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 interview.test ready");
        var (from, to) = ("", new List<string>());
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO": await writer.WriteLineAsync("250 interview.test"); break;
                case "MAIL": (from, to) = (line, []); await writer.WriteLineAsync("250 ok"); break;
                case "RCPT" when Now == Mood.NoSuchMailbox: await writer.WriteLineAsync("550 no such mailbox"); break;
                case "RCPT" when Now == Mood.TryLater: await writer.WriteLineAsync("450 mailbox busy"); break;
                case "RCPT": to.Add(line); await writer.WriteLineAsync("250 ok"); break;
                case "DATA":
                    await writer.WriteLineAsync("354 go ahead");
                    var raw = await Data(reader);
                    if (Now == Mood.HangsUpAfterData) return;
                    if (Now == Mood.Silent) await Task.Delay(Timeout.Infinite, stop.Token);
                    Messages.Enqueue(new Mailed(from, to, raw));
                    await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"250 kept as {Messages.Count}"));
                    break;
                case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                default: await writer.WriteLineAsync("250 ok"); break;
            }
        }
    }

    private async Task<string> Data(StreamReader reader)
    {
        StringBuilder raw = new();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".") raw.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return raw.ToString();
    }
}
