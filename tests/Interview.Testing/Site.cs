using System.Collections.Concurrent;
using System.Security.Claims;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Web.Account;
using Interviewing.Web.Shell;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Interviewing.Testing;

/// <summary>
/// The whole product on a real port of loopback and a database of its own, with the demo organisation (password <see cref="Password"/>) and ticks switched off.
/// </summary>
public sealed class Site : WebApplicationFactory<Program>
{
    public const string Password = "waterveen wordt morgen groener";

    private static readonly ConcurrentDictionary<(Database, DateOnly), Lazy<Task<(string Folder, string? Server)>>> FirstStarts = new();

    private readonly string folder = Directory.CreateTempSubdirectory("interview-site-").FullName;
    private readonly string? server;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly bool ownsData;
    private readonly bool keep;
    private readonly Action<IServiceCollection>? also;

    private Site(string? server, TestClock clock, IReadOnlyDictionary<string, string> settings, Site? beside = null, Action<IServiceCollection>? also = null, bool keep = false)
    {
        this.also = also;
        this.keep = keep;
        (this.server, Clock, this.settings) = (server, clock, settings);
        ownsData = beside is null;
        if (beside is not null) folder = beside.folder;
    }

    public TestClock Clock { get; }

    /// <summary>Counts what this process asks its database.</summary>
    public CountQueries Queries { get; } = new();

    public string Folder => folder;

    /// <summary>Where mail lands without a mail server.</summary>
    public string MailFolder => Path.Combine(folder, "mail");

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>A running site with the demo organisation, started this morning by the clock: a copy of one that went through its first start.</summary>
    public static async Task<Site> Start(Database database, TestClock? clock = null, params (string Key, string Value)[] settings)
    {
        clock ??= new TestClock();
        var first = await FirstStarts.GetOrAdd((database, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), key => new(() => FirstStart(key.Item1, key.Item2))).Value;
        var server = database == Database.Postgres ? await PostgresCluster.NewDatabase(new NpgsqlConnectionStringBuilder(first.Server!).Database) : null;
        var site = new Site(server, clock, settings.ToDictionary(s => s.Key, s => s.Value));
        foreach (var file in Directory.EnumerateFiles(first.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(site.folder, Path.GetRelativePath(first.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        site.Open();
        return site;
    }

    /// <summary>What a first start leaves behind: its folder, and its database when that is not in the folder.</summary>
    public static async Task<(string Folder, string? Server)> FirstStart(Database database, DateOnly day)
    {
        var server = database == Database.Postgres ? await PostgresCluster.NewDatabase() : null;
        await using Site site = new(server, new TestClock(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)), new Dictionary<string, string>(), keep: true);
        site.Open();
        return (site.folder, server);
    }

    /// <summary>The same with services of a test's own.</summary>
    public static async Task<Site> With(Database database, Action<IServiceCollection> also)
    {
        var server = database == Database.Postgres ? new NpgsqlConnectionStringBuilder(await PostgresCluster.NewDatabase()) { MaxPoolSize = 100 }.ConnectionString : null;
        var site = new Site(server, new TestClock(), new Dictionary<string, string>(), also: also);
        site.Open();
        return site;
    }

    /// <summary>A second process's worth of the product on the same database.</summary>
    public Site Beside()
    {
        var twin = new Site(server, Clock, settings, this);
        twin.Open();
        return twin;
    }

    /// <summary>The product on the same data in a process of its own. It goes by the real clock, so start this site with one that does too.</summary>
    public Task<ServerProcess> InAProcess() => ServerProcess.Start(folder, server);

    /// <summary>Signed in without the way through the sign-in page: what the cookie is called and says.</summary>
    public async Task<(string Name, string Value)> CookieOf(Guid person)
    {
        var opened = await Asked(new OpenSession(person, "test"));
        var cookie = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInCookie.Scheme);
        var somebody = new ClaimsIdentity([new(Actors.PersonClaim, opened.Person.ToString()), new(Actors.SessionClaim, opened.Session.ToString())], SignInCookie.Scheme);
        return ("interview", cookie.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(somebody), new AuthenticationProperties { ExpiresUtc = opened.Until }, SignInCookie.Scheme)));
    }

    public async Task<T> Asked<T>(IRequest<T> ask, Actor? actor = null) =>
        (await Services.GetRequiredService<Door>().Ask(ask, actor ?? new Actor.System("test"))).Value;

    public async Task<T> Look<T>(Func<InterviewDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<InterviewDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", folder);
        builder.UseSetting("Demo:Password", Password);
        builder.UseSetting("Reminders:Tick", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        if (server is not null) builder.UseSetting("ConnectionStrings:Interview", server);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            Queries.Register(services);
            also?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!ownsData) return;
        if (server is null) Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        else if (keep) PostgresCluster.LetGo(server);
        else await PostgresCluster.Drop(server);
        if (!keep) Directory.Delete(folder, recursive: true);
    }

    private void Open()
    {
        UseKestrel(0);
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal));
    }
}
