using System.CommandLine;
using Interviewing.Application.Guides;
using Interviewing.Application.Shared;
using Interviewing.Web.Guides;

namespace Interviewing.Web.Cli;

internal static class GuideVerb
{
    public static Command Make(Product product)
    {
        Option<bool> list = new("--list") { Description = "Lists the profiles a guide can be made for." };
        Option<string?> profile = new("--profile") { Description = "Code of the profile." };
        Option<int> minutes = new("--minutes") { Description = "How long the interview may take.", DefaultValueFactory = _ => 60 };
        Option<string> language = new("--language") { Description = "Language of the guide.", DefaultValueFactory = _ => "nl" };
        Option<string?> file = new("--out") { Description = "File to write: .docx, .html or .json." };
        Command guide = new("guide", "Proposes an interview guide for a profile and writes it to a file.") { list, profile, minutes, language, file };
        guide.SetAction((parsed, ct) => parsed.GetValue(list)
            ? product.Use(List, ct)
            : Write(product, parsed.GetValue(profile), parsed.GetValue(minutes), parsed.GetValue(language)!, parsed.GetValue(file), ct));
        return guide;
    }

    private static async Task<int> List(Door door, CancellationToken ct)
    {
        foreach (var row in (await door.Ask(new ListGuidable(), CommandLine.Machine, ct)).Value)
            Console.WriteLine($"{row.Code}\t{row.Name}\t{row.Competencies} competencies\t{row.Questions} questions");
        return 0;
    }

    private static async Task<int> Write(Product product, string? profile, int minutes, string language, string? file, CancellationToken ct)
    {
        // What can be known without a database is said before one is made.
        if (string.IsNullOrWhiteSpace(profile)) throw new CliFault("Say which profile with --profile CODE, or see them with --list.");
        if (string.IsNullOrWhiteSpace(file)) throw new CliFault("Say where to write with --out FILE.docx, FILE.html or FILE.json.");
        if (Path.GetExtension(file).ToLowerInvariant() is not (".docx" or ".html" or ".json")) throw new CliFault($"'{file}' ends in none of .docx, .html and .json.");
        if (!Rewording.LanguageTag().IsMatch(language)) throw new CliFault($"'{language}' is not a language; use nl, en or fr.");
        return await product.With((services, stop) => Propose(services, new ProposeGuide(profile, minutes, language), file, stop), ct);
    }

    private static async Task<int> Propose(IServiceProvider services, ProposeGuide ask, string file, CancellationToken ct)
    {
        var paper = CommandLine.OrFault(await services.GetRequiredService<Door>().Ask(ask, CommandLine.Machine, ct), services);
        var author = GuideEndpoints.Author(services.GetRequiredService<IConfiguration>());
        var bytes = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".docx" => services.GetRequiredService<IGuideDocx>().Write(paper, ask.Language, author),
            ".html" => System.Text.Encoding.UTF8.GetBytes(await GuideHtml.Write(services, paper, ask.Language, author)),
            _ => System.Text.Encoding.UTF8.GetBytes(paper.Json),
        };
        try
        {
            await File.WriteAllBytesAsync(file, bytes, ct);
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            throw new CliFault($"Cannot write '{file}': {cannot.Message}");
        }
        Console.WriteLine($"{paper.Guide.Questions.Count} questions, {paper.Guide.Minutes} of {ask.Minutes} minutes: {file}");
        return 0;
    }
}
