using Interviewing.Application.Competencies;
using Interviewing.Application.Shared;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Interviewing.Infrastructure.Persistence;

/// <summary>The database cannot be opened; the sentence says which and why, without secrets.</summary>
public sealed class DatabaseUnavailable(string message, Exception inner) : Exception(message, inner);

/// <summary>
/// Brings the database up to date under one lock that dies with its process, so that any number of processes may start at once and one that was
/// killed in the middle never hangs the next: left-over migration lock, migrations, search tables, first key, default scale; then what the caller adds.
/// </summary>
public sealed class StartUp(IServiceScopeFactory scopes)
{
    private const long AdvisoryLock = 0x1A7E_12_1E_31;

    public async Task Prepare(Func<IServiceProvider, CancellationToken, Task>? andThen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterviewDb>();
        await using var held = await Lock(db, ct);
        await ForgetMigrationLock(db, ct);
        await db.Database.MigrateAsync(ct);
        if (db is SqliteInterviewDb) await SqliteSearchIndex.Ensure(db, ct);
        // Creates the first key when there is none, while nobody else is starting.
        _ = scope.ServiceProvider.GetRequiredService<IKeyManager>().GetAllKeys().Count > 0 ? null : scope.ServiceProvider.GetRequiredService<IKeyManager>()
            .CreateNewKey(DateTimeOffset.UnixEpoch.AddYears(50), scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().AddYears(10));
        if (!await db.Set<Scale>().AnyAsync(ct))
        {
            db.Add(Scale.Default());
            await db.SaveChangesAsync(ct);
        }
        if (andThen is not null) await andThen(scope.ServiceProvider, ct);
    }

    private static async Task<IAsyncDisposable> Lock(InterviewDb db, CancellationToken ct)
    {
        try
        {
            return db is SqliteInterviewDb ? await LockFile(db, ct) : await LockServer(db, ct);
        }
        catch (Exception wrong) when (wrong is NpgsqlException or ArgumentException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException or System.Net.Sockets.SocketException)
        {
            throw new DatabaseUnavailable($"The database cannot be opened: {wrong.Message.Split('\n')[0].TrimEnd('.')}. Check ConnectionStrings__Interview.", wrong);
        }
    }

    private static async Task<IAsyncDisposable> LockFile(InterviewDb db, CancellationToken ct)
    {
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(file + ".starting", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < 600)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    private static async Task<IAsyncDisposable> LockServer(InterviewDb db, CancellationToken ct)
    {
        // The lock belongs to this connection; the server frees it when the process dies. The database itself may not exist yet.
        var target = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        NpgsqlConnection connection = new(target.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({AdvisoryLock})", connection) { CommandTimeout = 120 };
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task ForgetMigrationLock(InterviewDb db, CancellationToken ct)
    {
        if (db is SqliteInterviewDb)
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)", ct);
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", ct);
        }
    }
}
