using Interviewing.Application;
using Interviewing.Infrastructure;
using Interviewing.Infrastructure.Persistence;
using Interviewing.Web;
using Interviewing.Web.Account;
using Interviewing.Web.Cli;
using Interviewing.Web.FirstStart;

try
{
    if (CommandLine.IsVerb(args)) return await CommandLine.Run(args, new Product(() => Services([]).Build(), (services, ct) => Prepare(services, demo: false, ct)));
    await using var app = Services(CommandLine.ForServer(args)).Build();
    await Prepare(app.Services, app.Environment.IsDevelopment(), CancellationToken.None);
    app.UseInterview();
    await app.StartAsync();
    if (!app.Environment.IsDevelopment()) await FirstAdministrator.Offer(app);
    FirstContent.Welcome(app.Configuration, app.Urls);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception sentence) when (sentence is DatabaseUnavailable or InvalidSetting)
{
    await Console.Error.WriteLineAsync(sentence.Message);
    return CommandLine.Failed;
}

static WebApplicationBuilder Services(string[] args)
{
    // The program's own files lie beside it, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Services.AddInterviewApplication();
    builder.Services.AddInterviewInfrastructure(builder.Configuration);
    builder.AddInterviewWeb();
    return builder;
}

static Task Prepare(IServiceProvider services, bool demo, CancellationToken ct) =>
    services.GetRequiredService<StartUp>().Prepare((all, stop) => FirstContent.Load(all, demo, stop), ct);

/// <summary>Named so that tests can start the whole product.</summary>
public partial class Program;
