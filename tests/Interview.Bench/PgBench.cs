using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Interviewing.Bench;

/// <summary>The limit of the same machine: pgbench upserting single rows by a key of three columns over 40,000 rows, prepared, durable.</summary>
internal sealed partial class PgBench(string connectionString)
{
    private const string Script = """
        \set a random(1, 40)
        \set b random(1, 100)
        \set c random(1, 10)
        \set v random(1, 5)
        INSERT INTO bench_rating (card, item, member, point) VALUES (:a, :b, :c, :v)
          ON CONFLICT (card, item, member) DO UPDATE SET point = excluded.point;
        """;

    public async Task Prepare()
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            DROP TABLE IF EXISTS bench_rating;
            CREATE TABLE bench_rating (card int, item int, member int, point int NOT NULL, PRIMARY KEY (card, item, member));
            INSERT INTO bench_rating SELECT a, b, c, 1 FROM generate_series(1, 40) a, generate_series(1, 100) b, generate_series(1, 10) c;
            """, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<double> Run(int clients, int seconds)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program(), ["-n", "-M", "prepared", "-c", Text(clients), "-j", Text(Math.Min(2, clients)), "-T", Text(seconds),
                "-h", server.Host!, "-p", Text(server.Port), "-U", server.Username!, "-f", script, server.Database!]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            var complaint = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            var match = Tps().Match(output);
            if (!match.Success) throw new InvalidOperationException($"pgbench: {complaint}");
            return double.Parse(match.Groups["tps"].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Program() => Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin", "pgbench")).Where(File.Exists).Order().LastOrDefault()
        ?? throw new InvalidOperationException("pgbench is not installed: install the package 'postgresql'.");

    [GeneratedRegex(@"tps = (?<tps>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tps();
}
