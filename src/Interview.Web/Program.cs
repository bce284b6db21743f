using Interviewing.Application;
using Interviewing.Infrastructure;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Web.Cli;

try
{
    if (CommandLine.IsVerb(args)) return await CommandLine.Run(args, new Product(() => Services([]).Build(), Prepare));
    await using var app = Services(args).Build();
    await Prepare(app.Services, CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (DatabaseUnavailable unavailable)
{
    await Console.Error.WriteLineAsync(unavailable.Message);
    return CommandLine.Failed;
}

static WebApplicationBuilder Services(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Services.AddInterviewApplication();
    builder.Services.AddInterviewInfrastructure(builder.Configuration);
    return builder;
}

static Task Prepare(IServiceProvider services, CancellationToken ct) => services.GetRequiredService<StartUp>().Prepare(null, ct);

/// <summary>Named so that tests can start the whole product.</summary>
public partial class Program;
