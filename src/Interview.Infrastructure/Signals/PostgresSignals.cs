using System.Threading.Channels;
using Interviewing.Application.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Interviewing.Infrastructure.Signals;

/// <summary>
/// Signals between processes over one connection of this process that listens and notifies. It is never the connection that saves:
/// a notification inside a save's transaction makes every commit wait for the others.
/// </summary>
internal sealed partial class PostgresSignals(IConfiguration configuration, ILogger<PostgresSignals> log) : SignalHub, IHostedService, IDisposable
{
    private const string ChannelName = "interview_signal";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<Signal> outbox = Channel.CreateBounded<Signal>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly CancellationTokenSource stop = new();
    private Task? running;

    public override void Send(Signal signal) => outbox.Writer.TryWrite(signal);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.Run(Run, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        if (running is not null) await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stop.Dispose();

    private async Task Run()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Listen();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException or System.Net.Sockets.SocketException)
            {
                Lost(lost.Message);
                await Task.Delay(Pause, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Listen()
    {
        var target = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Interview")) { Pooling = false, KeepAlive = 15, ApplicationName = "Interview signals" };
        await using NpgsqlConnection connection = new(target.ConnectionString);
        connection.Notification += (_, heard) =>
        {
            if (Read(heard.Payload) is { } signal) Deliver(signal);
        };
        await connection.OpenAsync(stop.Token);
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection)) await listen.ExecuteNonQueryAsync(stop.Token);
        DeliverToAll();
        while (true)
        {
            await WaitForEither(connection);
            while (outbox.Reader.TryRead(out var signal)) await Notify(connection, signal);
        }
    }

    // The connection waits for what others say, until there is something to say ourselves.
    private async Task WaitForEither(NpgsqlConnection connection)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var mine = outbox.Reader.WaitToReadAsync(awake.Token).AsTask();
        var theirs = connection.WaitAsync(awake.Token);
        var first = await Task.WhenAny(mine, theirs);
        await awake.CancelAsync();
        await ((Task)mine).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await theirs.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Token.ThrowIfCancellationRequested();
        // What ended by itself with an error is the connection's end; the other one was only told to stop.
        if (first.IsFaulted) await first;
        if (theirs.IsFaulted && connection.FullState != System.Data.ConnectionState.Open) await theirs;
    }

    private static async Task Notify(NpgsqlConnection connection, Signal signal)
    {
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new() { Value = ChannelName }, new() { Value = $"{signal.Kind} {signal.Procedure:N} {signal.Candidate:N}" } } };
        await command.ExecuteNonQueryAsync();
    }

    private static Signal? Read(string payload) =>
        payload.Split(' ') is [var kind, var procedure, var candidate] && Enum.TryParse<SignalKind>(kind, out var what) && Guid.TryParse(procedure, out var of) && Guid.TryParse(candidate, out var who) ? new(what, of, who) : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signals between processes stopped ({Reason}); trying again.")]
    private partial void Lost(string reason);
}
