using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Search;
using Interviewing.Application.Shared;
using Interviewing.Infrastructure.Audit;
using Interviewing.Infrastructure.Identity;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Infrastructure.Reminders;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Interviewing.Infrastructure;

public static class InfrastructureServices
{
    /// <summary>The adapters: database (SQLite in <c>Data:Folder</c>, or PostgreSQL by <c>ConnectionStrings:Interview</c>), sign-in store, keys, documents, reminders.</summary>
    public static IServiceCollection AddInterviewInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase(configuration);
        services.AddSingleton<AuditInterceptor>();
        services.AddSingleton<MarkInterceptor>();
        services.AddSingleton<StartUp>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddSingleton<Application.Guides.IGuideDocx, Documents.GuideDocx>();
        services.AddSingleton<IOutlineDocx, Documents.OutlineDocx>();
        services.AddSingleton<ISheetXlsx, Documents.SheetXlsx>();
        services.AddSingleton(ImportLimitsIn(configuration));
        services.AddSingleton<IFileText, Documents.Reading.FileText>();
        services.AddIdentityCore<IdentityUser<Guid>>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                // Length only: composition rules make passwords worse.
                (options.Password.RequiredLength, options.Password.RequiredUniqueChars) = (12, 4);
                (options.Password.RequireDigit, options.Password.RequireLowercase, options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric) = (false, false, false, false);
                options.Lockout.MaxFailedAccessAttempts = int.MaxValue;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<InterviewDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddHttpContextAccessor();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Without a domain in the settings it is the one the browser came to; a passkey is bound to it.
            options.ServerDomain = configuration["Passkeys:Domain"] is { Length: > 0 } domain ? domain : null;
            (options.ResidentKeyRequirement, options.UserVerificationRequirement) = ("required", "required");
        });
        services.AddHealthChecks().AddDbContextCheck<InterviewDb>("database");
        services.AddDataProtection().SetApplicationName("Interview");
        services.AddSingleton<IXmlRepository, DataProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
        services.AddSingleton<IPrivateText, PrivateText>();
        services.AddReminders(configuration);
        // On unless switched off: Import:Read false leaves long documents to another process.
        if (configuration.GetValue("Import:Read", true)) services.AddHostedService<Documents.ReadingRoom>();
        return services;
    }

    private static ImportLimits ImportLimitsIn(IConfiguration configuration)
    {
        ImportLimits limits;
        try
        {
            limits = configuration.GetSection(ImportLimits.Section).Get<ImportLimits>() ?? ImportLimits.Default;
        }
        catch (InvalidOperationException wrong)
        {
            throw new InvalidSetting(wrong.Message);
        }
        return limits.Wrong() is { } name ? throw new InvalidSetting($"The setting {ImportLimits.Section}:{name} must be 1 or more.") : limits;
    }

    private static void AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Interview") is { Length: > 0 } server)
        {
            services.AddLent<PostgresInterviewDb>(options => options.UseNpgsql(PostgresInterviewDb.Address(server), o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
            services.AddSingleton<IWriteGate, OpenWriteGate>();
            services.AddSingleton<ISearchIndex, PostgresSearchIndex>();
            services.AddSingleton<Signals.PostgresSignals>();
            services.AddSingleton<ISignals>(provider => provider.GetRequiredService<Signals.PostgresSignals>());
            services.AddHostedService(provider => provider.GetRequiredService<Signals.PostgresSignals>());
        }
        else
        {
            var folder = configuration["Data:Folder"] is { Length: > 0 } given ? given : "data";
            var file = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(Path.Combine(folder, "interview.db")), DefaultTimeout = 5 };
            services.AddLent<SqliteInterviewDb>(options => options.UseSqlite(file.ConnectionString, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
            services.AddSingleton<IWriteGate, SqliteWriteGate>();
            services.AddSingleton<ISearchIndex, SqliteSearchIndex>();
            services.AddSingleton<ISignals, Signals.SignalHub>();
        }
        services.AddScoped<IInterviewDb>(provider => provider.GetRequiredService<InterviewDb>());
    }

    // To set up a context costs more than most questions it is asked, so those of ended scopes are kept and lent again, each time to the caller of the new one.
    private static void AddLent<T>(this IServiceCollection services, Action<DbContextOptionsBuilder> database) where T : InterviewDb
    {
        services.AddPooledDbContextFactory<T>((provider, options) =>
        {
            database(options);
            // What fails is thrown and said where it matters; the very first start asks for a table that is not there yet, and that is no fault.
            options.ConfigureWarnings(w => w.Log((RelationalEventId.CommandError, LogLevel.Debug)));
            options.AddInterceptors(provider.GetRequiredService<AuditInterceptor>(), provider.GetRequiredService<MarkInterceptor>());
        });
        services.AddScoped<InterviewDb>(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<T>>().CreateDbContext();
            (db.Caller, db.Counts) = (provider.GetRequiredService<Caller>(), provider.GetRequiredService<Application.Competencies.LibraryCounts>());
            return db;
        });
    }
}

/// <summary>A setting that cannot be used; the sentence is for whoever made it.</summary>
public sealed class InvalidSetting(string sentence) : InvalidOperationException(sentence);
