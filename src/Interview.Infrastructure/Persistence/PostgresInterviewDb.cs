using Interviewing.Application.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Interviewing.Infrastructure.Persistence;

public sealed class PostgresInterviewDb(DbContextOptions<PostgresInterviewDb> options) : InterviewDb(options)
{
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
        });
    }
}
