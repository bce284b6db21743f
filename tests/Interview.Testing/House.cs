using Interviewing.Application;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Web.Shell;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shouldly;

namespace Interviewing.Testing;

public enum Database { Sqlite, Postgres }

/// <summary>The application on a real database of its own, without the web: use cases are asked through the door, as everywhere.</summary>
public sealed class House : IAsyncDisposable
{
    private static readonly SemaphoreSlim One = new(1, 1);
    private static string? sqliteTemplate;
    private static string? postgresTemplate;

    private readonly ServiceProvider services;
    private readonly string connection;
    private readonly Database database;

    private House(Database database, string connection, TestClock clock, Action<IServiceCollection>? also)
    {
        (this.database, this.connection, Clock) = (database, connection, clock);
        services = Services(database, connection, clock, also);
    }

    public TestClock Clock { get; }

    public IServiceProvider Provider => services;

    public Door Door => services.GetRequiredService<Door>();

    /// <summary>The machine itself: start-up, jobs.</summary>
    public static Actor Machine { get; } = new Actor.System("test");

    public static async Task<House> On(Database database, Action<IServiceCollection>? also = null, DateTimeOffset? now = null)
    {
        var clock = new TestClock(now ?? new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        await One.WaitAsync();
        try
        {
            if (database == Database.Sqlite) sqliteTemplate ??= await Template(database, Path.Combine(Directory.CreateTempSubdirectory("interview-template-").FullName, "interview.db"));
            else postgresTemplate ??= await Template(database, await PostgresCluster.NewDatabase());
        }
        finally
        {
            One.Release();
        }
        if (database == Database.Postgres)
            return new House(database, await PostgresCluster.NewDatabase(new NpgsqlConnectionStringBuilder(postgresTemplate!).Database), clock, also);
        var file = Path.Combine(Directory.CreateTempSubdirectory("interview-").FullName, "interview.db");
        File.Copy(sqliteTemplate!, file);
        return new House(database, file, clock, also);
    }

    /// <summary>A second process on the same database: own services, same rows and clock.</summary>
    public House Twin(Action<IServiceCollection>? also = null) => new(database, connection, Clock, also);

    /// <summary>Asks and expects a yes.</summary>
    public async Task<T> Asked<T>(IRequest<T> ask, Actor? actor = null)
    {
        var answer = await Door.Ask(ask, actor ?? Machine);
        answer.Ok.ShouldBeTrue($"{ask.GetType().Name} was refused: {string.Join(", ", answer.Reasons.Select(r => r.Field + " " + r.Code))}");
        return answer.Value;
    }

    /// <summary>Asks and expects a no; answers the first code.</summary>
    public async Task<string> Refused<T>(IRequest<T> ask, Actor? actor = null)
    {
        var answer = await Door.Ask(ask, actor ?? Machine);
        answer.Ok.ShouldBeFalse($"{ask.GetType().Name} was not refused");
        return answer.Reasons[0].Code;
    }

    /// <summary>Somebody with an open session and these parts.</summary>
    public async Task<Actor.Person> Someone(params (Role Role, Scope Scope)[] parts)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterviewDb>();
        var person = new Person($"Somebody {Guid.NewGuid():N}"[..20], $"{Guid.NewGuid():N}@waterveen.example");
        var session = new Session(person.Id, Clock.GetUtcNow(), "test");
        db.Add(person);
        db.Add(session);
        foreach (var (role, where) in parts) db.Add(new RoleAssignment(person.Id, role, where));
        await db.SaveChangesAsync();
        return new Actor.Person(person.Id, session.Id);
    }

    public Task<Actor.Person> Someone(Role role) => Someone((role, Scope.Organisation));

    /// <summary>A look into the database, past every rule.</summary>
    public async Task<T> Look<T>(Func<InterviewDb, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<InterviewDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (database == Database.Postgres) await PostgresCluster.Drop(connection);
        else SqliteConnection.ClearAllPools();
    }

    private static ServiceProvider Services(Database database, string connection, TestClock clock, Action<IServiceCollection>? also)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database == Database.Postgres
            ? new Dictionary<string, string?> { ["ConnectionStrings:Interview"] = connection, ["Data:Folder"] = Path.Combine(Path.GetTempPath(), $"interview-data-{Guid.NewGuid():N}") }
            : new Dictionary<string, string?> { ["Data:Folder"] = Path.GetDirectoryName(connection) }).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        collection.AddInterviewApplication();
        collection.AddInterviewInfrastructure(configuration);
        collection.AddSingleton<IWords>(new Words(strict: true));
        also?.Invoke(collection);
        return collection.BuildServiceProvider();
    }

    private static async Task<string> Template(Database database, string connection)
    {
        // Long before any test: what a start writes is never of a test's own day.
        await using var provider = Services(database, connection, new TestClock(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero)), null);
        await provider.GetRequiredService<StartUp>().Prepare(null, CancellationToken.None);
        if (database == Database.Sqlite)
        {
            // Everything into the one file that is copied.
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<InterviewDb>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            SqliteConnection.ClearAllPools();
        }
        else PostgresCluster.LetGo(connection);
        return connection;
    }
}
