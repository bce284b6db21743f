using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Interviewing.Testing;

/// <summary>The product as a process of its own, which can die as processes do.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Started on a database that is there already; answers when it is ready.</summary>
    public static async Task<ServerProcess> Start(string folder, string? server)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Interview.Web.dll")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{address.Port}", ["Data__Folder"] = folder, ["ConnectionStrings__Interview"] = server ?? "",
            ["Demo__Password"] = Site.Password, ["Reminders__Tick"] = "false", ["Import__Read"] = "false", ["Logging__LogLevel__Default"] = "Warning",
        }) start.Environment[name] = value;
        var running = new ServerProcess(Process.Start(start)!, address);
        running.process.OutputDataReceived += (_, line) => running.Hear(line.Data);
        running.process.ErrorDataReceived += (_, line) => running.Hear(line.Data);
        running.process.BeginOutputReadLine();
        running.process.BeginErrorReadLine();
        using HttpClient http = new() { BaseAddress = address };
        for (var tries = 0; tries < 1800; tries++)
        {
            if (running.process.HasExited) throw new InvalidOperationException($"The server ended by itself: {string.Join('\n', running.said)}");
            try
            {
                if ((await http.GetAsync("/health")).StatusCode == HttpStatusCode.OK) return running;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(100);
        }
        throw new TimeoutException($"The server did not start: {string.Join('\n', running.said)}");
    }

    /// <summary>Signal 9: nothing is finished, nothing is said.</summary>
    public async Task Die()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Die();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null) lock (said) said.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
