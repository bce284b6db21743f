using Interviewing.Application.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Interviewing.Infrastructure.Persistence;

public sealed class PostgresInterviewDb(DbContextOptions<PostgresInterviewDb> options) : InterviewDb(options)
{
    /// <summary>
    /// A connection string with our defaults in front, so that what it says itself wins: the server keeps the plans of what comes back, and a connection that
    /// returns to the pool is not wiped, since nothing of ours leaves anything behind on one.
    /// </summary>
    public static string Address(string server) => $"Max Auto Prepare=300;Auto Prepare Min Usages=2;No Reset On Close=true;{server}";

    protected override bool IsDuplicate(DbUpdateException clash) =>
        clash.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override bool IsDeadlock(Exception lost) =>
        lost is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } || (lost.InnerException is { } inner && IsDeadlock(inner));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<SearchEntry>(e =>
        {
            e.Property<NpgsqlTypes.NpgsqlTsVector>("Vector").HasComputedColumnSql("to_tsvector('simple', \"Words\")", stored: true);
            e.HasIndex("Vector").HasMethod("GIN");
            // The order of the bytes, as on SQLite, whatever language the server was set up in.
            e.Property(s => s.Sort).UseCollation("C");
        });
    }
}
