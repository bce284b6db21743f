using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Infrastructure.Persistence;

/// <summary>Only for adding migrations: no server is asked. The passkey table exists only when the options carry Identity's schema version.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteInterviewDb>
{
    public SqliteInterviewDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteInterviewDb>().UseSqlite("Data Source=:memory:").UseApplicationServiceProvider(Design.Services).Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresInterviewDb>
{
    public PostgresInterviewDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresInterviewDb>().UseNpgsql("Host=nowhere").UseApplicationServiceProvider(Design.Services).Options);
}

internal static class Design
{
    public static IServiceProvider Services { get; } =
        new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();
}
