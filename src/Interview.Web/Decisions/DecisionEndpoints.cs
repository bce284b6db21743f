using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Interviewing.Application.Decisions;
using Interviewing.Application.Shared;
using Interviewing.Web.Guides;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Decisions;

/// <summary>The dossier and the letters as files, and the place where a file is held up to be checked.</summary>
public static class DecisionEndpoints
{
    private const int Envelope = 64 * 1024;

    public static void MapDecisions(this IEndpointRouteBuilder app)
    {
        app.MapGet("/procedures/{id:guid}/dossier/{format:regex(^(docx|html)$)}", Dossier);
        app.MapGet("/procedures/{id:guid}/feedback/{candidate:guid}/docx", Letter);
        // Before the page of the same address, which answers whoever only looks.
        app.MapPost("/dossier/verify", Verify).WithOrder(-1).TakesFrom().WithMetadata(new RequestSizeLimitAttribute(DossierFile.Longest + Envelope));
    }

    /// <summary>Ours, in the order of the guide's; what the guide does not have falls back visibly to what it has.</summary>
    public static IReadOnlyList<string> Languages(DossierView view) => [.. view.Languages.Where(l => l is "nl" or "en" or "fr").Union(["nl", "en", "fr"])];

    public static string LanguageOf(DossierView view, string? asked) =>
        Languages(view).FirstOrDefault(l => l == asked) ?? Languages(view).FirstOrDefault(l => l == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? "nl";

    private static async Task<IResult> Dossier(HttpContext http, IOutlineDocx docx, IWords words, Dates dates, IConfiguration settings, Guid id, string format, string? language)
    {
        var issued = await http.Ask(new IssueDossier(id));
        if (!issued.Ok) return http.Problem(issued.Reasons);
        var chosen = LanguageOf(issued.Value, language);
        var outline = DossierOutline.Of(issued.Value, words, chosen, dates.Zone);
        var bytes = format == "docx" ? docx.Write(outline, GuideEndpoints.Author(settings)) : Encoding.UTF8.GetBytes(await OutlineHtml.Write(http.RequestServices, outline, GuideEndpoints.Author(settings)));
        // What leaves is known by its fingerprint before it leaves.
        var known = await http.Ask(new RecordDossierCopy(id, chosen, format, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        return known.Ok ? Results.File(bytes, format == "docx" ? GuideEndpoints.Word : "text/html; charset=utf-8", $"dossier.{chosen}.{format}") : http.Problem(known.Reasons);
    }

    private static async Task<IResult> Letter(HttpContext http, IOutlineDocx docx, IWords words, IConfiguration settings, Guid id, Guid candidate)
    {
        var answer = await http.Ask(new GetFeedback(id, candidate));
        if (!answer.Ok) return http.Problem(answer.Reasons);
        if (answer.Value.ApprovedAt is null) return http.Problem([new("decisions.feedback-not-approved")]);
        return Results.File(docx.Write(FeedbackLetter.Of(answer.Value, words, GuideEndpoints.Author(settings)), GuideEndpoints.Author(settings)), GuideEndpoints.Word, $"feedback.{answer.Value.Code}.docx");
    }

    private static async Task<IResult> Verify(HttpContext http, IAntiforgery antiforgery)
    {
        const string wrong = "/dossier/verify?wrong=file";
        if (http.Request.ContentLength > DossierFile.Longest + Envelope || !http.Request.HasFormContentType) return Results.LocalRedirect(wrong);
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = DossierFile.Longest + Envelope }, http.RequestAborted);
            await antiforgery.ValidateRequestAsync(http);
            if (form.Files is not [{ Length: > 0 } file]) return Results.LocalRedirect(wrong);
            using MemoryStream bytes = new((int)file.Length);
            await file.CopyToAsync(bytes, http.RequestAborted);
            // The file itself is not kept: two numbers say everything that is asked.
            var question = DossierFile.Question(bytes.ToArray());
            return Results.LocalRedirect($"/dossier/verify?sha256={question.Sha256}{(question.Printed is { } printed ? $"&printed={printed}" : "")}");
        }
        catch (InvalidDataException)
        {
            return Results.LocalRedirect(wrong);
        }
        catch (AntiforgeryValidationException)
        {
            return Results.LocalRedirect(wrong);
        }
    }
}
