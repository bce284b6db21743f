using System.CommandLine;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Cli;

/// <summary>What a verb needs of the product: the services without a web server, and the database made ready.</summary>
public sealed record Product(Func<WebApplication> Build, Func<IServiceProvider, CancellationToken, Task> Prepare)
{
    /// <summary>Runs a verb on a prepared database as the machine itself.</summary>
    public Task<int> Use(Func<Door, CancellationToken, Task<int>> verb, CancellationToken ct) =>
        With((services, stop) => verb(services.GetRequiredService<Door>(), stop), ct);

    /// <summary>The same for a verb that needs more than the door.</summary>
    public async Task<int> With(Func<IServiceProvider, CancellationToken, Task<int>> verb, CancellationToken ct)
    {
        await using var app = Build();
        await Prepare(app.Services, ct);
        return await verb(app.Services, ct);
    }
}

/// <summary>A verb cannot go on; the sentence is for whoever typed it.</summary>
public sealed class CliFault(string sentence) : Exception(sentence);

/// <summary>Each verb is one use case. Errors are one sentence on stderr with exit code 2, never a stack trace.</summary>
public static class CommandLine
{
    public const int Failed = 2;

    private const string Serve = "serve";

    public static readonly Actor Machine = new Actor.System("command-line");

    /// <summary>True when a verb other than <c>serve</c> is meant; options alone belong to the web server.</summary>
    public static bool IsVerb(string[] args) => args.Length > 0 && args[0] != Serve && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?" or "--version");

    /// <summary>The arguments of the web server.</summary>
    public static string[] ForServer(string[] args) => args is [Serve, .. var rest] ? rest : args;

    /// <summary>The answer, or its first reason as a sentence in English.</summary>
    public static T OrFault<T>(Outcome<T> outcome, IServiceProvider services) => outcome.Ok
        ? outcome.Value
        : throw new CliFault(services.GetRequiredService<IWords>().In("en", "refusal." + outcome.Reasons[0].Code, [.. outcome.Reasons[0].Args]));

    public static async Task<int> Run(string[] args, Product product)
    {
        RootCommand root = new("Interview: competency-based interviewing and assessment.");
        foreach (var verb in Verbs(product)) root.Add(verb);
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0) throw new CliFault(string.Join(" ", parsed.Errors.Select(e => string.Join(" ", e.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (CliFault fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
    }

    private static IEnumerable<Command> Verbs(Product product) =>
    [
        new(Serve, "Starts the web server (also without a verb)."),
        MigrateVerb.Make(product), GuideVerb.Make(product), AdminVerb.Make(product), AuditVerb.Make(product), DemoVerb.Make(product), ImportVerb.Make(product), DossierVerb.Make(product),
    ];
}
