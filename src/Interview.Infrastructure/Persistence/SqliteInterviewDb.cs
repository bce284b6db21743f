using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Infrastructure.Persistence;

public sealed class SqliteInterviewDb(DbContextOptions<SqliteInterviewDb> options) : InterviewDb(options)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    protected override bool IsDuplicate(DbUpdateException clash) =>
        clash.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    // One writer at a time has nobody to wait for.
    protected override bool IsDeadlock(Exception lost) => false;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }
}
