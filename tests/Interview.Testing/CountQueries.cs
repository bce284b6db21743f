using System.Data.Common;
using Interviewing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Testing;

/// <summary>Counts the commands that go to the database.</summary>
public sealed class CountQueries : DbCommandInterceptor
{
    private int count;
    private int reads;

    public int Count => count;

    /// <summary>Those of them that ask something; what is written is left out.</summary>
    public int Reads => reads;

    public void Reset()
    {
        Interlocked.Exchange(ref count, 0);
        Interlocked.Exchange(ref reads, 0);
    }

    public void Register(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteInterviewDb>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresInterviewDb>(options => options.AddInterceptors(this));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) Interlocked.Increment(ref reads);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
