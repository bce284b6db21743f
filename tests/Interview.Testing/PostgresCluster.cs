using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Interviewing.Infrastructure.Persistence;
using Npgsql;

namespace Interviewing.Testing;

/// <summary>A private PostgreSQL server for this test run, in a temporary folder; or the one that INTERVIEW_TEST_POSTGRES names.</summary>
public static class PostgresCluster
{
    private static readonly Lazy<Task<string>> Started = new(Start);
    private static readonly SemaphoreSlim One = new(1, 1);
    private static int databases;

    /// <summary>Connection string of the maintenance database.</summary>
    public static Task<string> Server() => Started.Value;

    /// <summary>A new, empty database, or a copy of <paramref name="template"/>.</summary>
    public static async Task<string> NewDatabase(string? template = null)
    {
        var server = await Server();
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        await One.WaitAsync();
        try
        {
            await Execute(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await Execute(server, template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            One.Release();
        }
        return new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = true, MaxPoolSize = 40, IncludeErrorDetail = true }.ConnectionString;
    }

    public static async Task Drop(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        LetGo(connectionString);
        await Execute(await Server(), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Closes the idle connections to one database, so that it can be copied or dropped.</summary>
    public static void LetGo(string connectionString)
    {
        using var connection = new NpgsqlConnection(PostgresInterviewDb.Address(connectionString));
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> Start()
    {
        if (Environment.GetEnvironmentVariable("INTERVIEW_TEST_POSTGRES") is { Length: > 0 } given) return given;
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order().LastOrDefault()
            : null;
        if (bin is null) throw new InvalidOperationException("PostgreSQL is not installed: install the package 'postgresql', or set INTERVIEW_TEST_POSTGRES to a connection string.");
        var folder = Directory.CreateTempSubdirectory("interview-pg-").FullName;
        var asRoot = Environment.UserName == "root";
        if (asRoot) Run("chown", "postgres", folder);
        As(asRoot, Path.Combine(bin, "initdb"), "-D", Path.Combine(folder, "data"), "-A", "trust", "-U", "interview", "-E", "UTF8", "--locale=C.UTF-8");
        var port = FreePort();
        // Durable on purpose: a save that is acknowledged must be one that survives.
        As(asRoot, Path.Combine(bin, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-w", "-l", Path.Combine(folder, "log"),
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=300 -c fsync=on", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            As(asRoot, Path.Combine(bin, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "interview", Database = "postgres", Pooling = false }.ConnectionString;
    }

    private static void As(bool root, string program, params string[] arguments)
    {
        if (root) Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Not redirected: the server inherits the handles and a reader would wait for it for ever.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
