using Interviewing.Application.Competencies;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;

namespace Interviewing.Web.FirstStart;

/// <summary>What a new installation starts with: the starter library everywhere, the demo organisation where it is wanted. A second start finds it and changes nothing.</summary>
public static class FirstContent
{
    private static readonly Actor Machine = new Actor.System("start");

    /// <summary>Where data other than the database lies: sign-ins of the demo, mail without a server.</summary>
    public static string Folder(IConfiguration settings) => Path.GetFullPath(settings["Data:Folder"] is { Length: > 0 } given ? given : "data");

    public static async Task Load(IServiceProvider services, bool demo, CancellationToken ct)
    {
        var door = services.GetRequiredService<Door>();
        var settings = services.GetRequiredService<IConfiguration>();
        if ((await door.Ask(new IsLibraryEmpty(), Machine, ct)).Value) await StarterLibrary.Load(door, Seeds, ct);
        if (demo && (await door.Ask(new IsOrganisationEmpty(), Machine, ct)).Value)
            await new DemoOrganisation(door, Folder(settings), settings["Demo:Password"], services.GetRequiredService<TimeProvider>()).Load(await File.ReadAllTextAsync(Path.Combine(Seeds, "demo", "organisation.md"), ct), ct);
    }

    /// <summary>Says where to look and how to sign in.</summary>
    public static void Welcome(IConfiguration settings, ICollection<string> addresses)
    {
        Console.WriteLine();
        Console.WriteLine($"Interview listens on {string.Join(" and ", addresses)}");
        var signIns = Path.Combine(Folder(settings), DemoOrganisation.FileName);
        if (!File.Exists(signIns)) return;
        Console.WriteLine($"Sign-ins of the demo organisation (kept in {signIns}):");
        Console.WriteLine();
        foreach (var line in File.ReadLines(signIns)) Console.WriteLine("  " + line.Replace(" /g/", $" {addresses.First()}/g/", StringComparison.Ordinal));
        Console.WriteLine();
    }

    private static string Seeds => Path.Combine(AppContext.BaseDirectory, "seeds");
}
