using System.Globalization;
using System.Text;
using Interviewing.Application.Development;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Web.Guides;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Development;

/// <summary>A plan as a Word document, somebody's own development as a file, and evidence in and out.</summary>
public static class DevelopmentEndpoints
{
    // More than may be kept is still received, up to here, so that the browser gets a page for an answer instead of a broken connection.
    private const int Received = 4 * EvidenceFile.Longest;
    private const int Envelope = 64 * 1024;

    public static void MapDevelopment(this IEndpointRouteBuilder app)
    {
        app.MapGet("/development/{id:guid}/docx", Word);
        app.MapGet("/development/mine.json", (Delegate)Mine);
        app.MapGet("/development/evidence/{id:guid}", Evidence);
        app.MapPost("/development/{id:guid}/actions/{action:guid}/evidence", Attach).TakesFrom(Permission.OwnDevelopment).WithMetadata(new RequestSizeLimitAttribute(Received));
    }

    private static async Task<IResult> Word(HttpContext http, IOutlineDocx docx, IWords words, Dates dates, Viewers viewers, TimeProvider clock, IConfiguration settings, Guid id)
    {
        // Whose dates these are.
        await viewers.Current();
        var answer = await http.Ask(new GetPlan(id));
        if (!answer.Ok) return http.Problem(answer.Reasons);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var outline = PlanOutline.Of(answer.Value, words, language, dates.Zone, clock.GetUtcNow());
        return Results.File(docx.Write(outline, GuideEndpoints.Author(settings)), GuideEndpoints.Word, $"plan.{language}.docx");
    }

    private static async Task<IResult> Mine(HttpContext http)
    {
        var answer = await http.Ask(new TakeMyDevelopment());
        return answer.Ok ? Results.File(Encoding.UTF8.GetBytes(JsonText.Write(answer.Value)), "application/json", "development.json") : http.Problem(answer.Reasons);
    }

    // Always a file to keep, never something that opens here: it comes from somebody else.
    private static async Task<IResult> Evidence(HttpContext http, Guid id)
    {
        var answer = await http.Ask(new TakeEvidence(id));
        return answer.Ok ? Results.File(answer.Value.Bytes, answer.Value.MediaType, answer.Value.Name) : http.Problem(answer.Reasons);
    }

    private static async Task<IResult> Attach(HttpContext http, IAntiforgery antiforgery, Guid id, Guid action)
    {
        IResult Why(string code) => Results.LocalRedirect($"/development/{id}?why={code}&at={action:N}#proof-{action:N}");
        if (http.Request.ContentLength > EvidenceFile.Longest + Envelope)
        {
            if (http.Request.ContentLength <= Received) await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            return Why("development.file-size");
        }
        if (!http.Request.HasFormContentType) return Why("development.file-missing");
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = EvidenceFile.Longest + Envelope }, http.RequestAborted);
            await antiforgery.ValidateRequestAsync(http);
            if (form.Files is not [{ FileName.Length: > 0 } file]) return Why("development.file-missing");
            using MemoryStream bytes = new((int)file.Length);
            await file.CopyToAsync(bytes, http.RequestAborted);
            var kept = await http.Ask(new AttachEvidence(id, action, Path.GetFileName(file.FileName), bytes.ToArray()));
            if (kept.Ok) return Results.LocalRedirect($"/development/{id}#act-{action:N}");
            return kept.Is(Refusal.NotFoundCode) || kept.Is(Refusal.NotAllowedCode) || kept.Is(Refusal.SignInCode) ? http.Problem(kept.Reasons) : Why(kept.Reasons[0].Code);
        }
        catch (InvalidDataException)
        {
            return Why("development.file-size");
        }
        catch (AntiforgeryValidationException)
        {
            return Why("import.try-again");
        }
    }
}
