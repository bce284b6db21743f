using System.Globalization;
using System.Text;
using Interviewing.Application.Guides;
using Interviewing.Web.Shell;

namespace Interviewing.Web.Guides;

/// <summary>The guide as a file: Word in one of its languages, or the document itself as JSON.</summary>
public static class GuideEndpoints
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapGuides(this IEndpointRouteBuilder app)
    {
        app.MapGet("/guides/{id:guid}/docx", async (HttpContext http, IGuideDocx docx, IConfiguration settings, Guid id, string? language, string? notes, string? member, string? form) =>
        {
            var answer = await http.Ask(new PrintGuide(id));
            if (!answer.Ok) return http.Problem(answer.Reasons);
            var chosen = LanguageOf(answer.Value.Guide, language);
            return Results.File(docx.Write(answer.Value, chosen, Author(settings), new PaperWish(form == "yes", notes != "no", answer.Value.Copies(member))), Word, FileName(answer.Value.Guide, chosen, "docx"));
        });

        app.MapGet("/guides/{id:guid}/json", async (HttpContext http, Guid id) =>
        {
            var answer = await http.Ask(new PrintGuide(id));
            return answer.Ok ? Results.File(Encoding.UTF8.GetBytes(answer.Value.Json), "application/json", FileName(answer.Value.Guide, answer.Value.Guide.Languages[0], "json")) : http.Problem(answer.Reasons);
        });
    }

    /// <summary>The language asked for if the guide has it, else that of the screen if it has that, else its first.</summary>
    public static string LanguageOf(FrozenGuide guide, string? asked) =>
        guide.Languages.FirstOrDefault(l => l == asked) ?? guide.Languages.FirstOrDefault(l => l == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? guide.Languages[0];

    /// <summary>What stands in the file as its author: the organisation, never a machine or an account.</summary>
    public static string Author(IConfiguration settings) => settings["Organisation:Name"] is { Length: > 0 } name ? name : "Interview";

    private static string FileName(FrozenGuide guide, string language, string ending)
    {
        var name = new string([.. guide.Title.In(language).Text.Select(c => char.IsLetterOrDigit(c) ? c : '-')]).Trim('-');
        return $"{(name.Length == 0 ? "guide" : name[..Math.Min(name.Length, 80)])}.{language}.{ending}";
    }
}
