using Interviewing.Application.Reviews;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Reviews;

/// <summary>Files that show a level: a native file input posts them here, and they leave again as a download only.</summary>
public static class ReviewEndpoints
{
    // A little more than may be kept is still received, so that the browser gets a page for an answer.
    private const int Received = 4 * Evidence.MostBytes;

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        app.MapPost("/reviews/{review:guid}/evidence/{competency:guid}", Attach).WithMetadata(new RequestSizeLimitAttribute(Received));
        app.MapGet("/reviews/{review:guid}/evidence/{evidence:guid}", Take);
    }

    private static async Task<IResult> Attach(HttpContext http, IAntiforgery antiforgery, Guid review, Guid competency)
    {
        string Back(string? why = null) => $"/reviews/{review}{(why is null ? "" : $"?why={why}")}#evidence-{competency:N}";
        if (!http.Request.HasFormContentType) return Results.LocalRedirect(Back("reviews.evidence-empty"));
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = Received }, http.RequestAborted);
            await antiforgery.ValidateRequestAsync(http);
            if (form.Files is not [{ FileName.Length: > 0 } file]) return Results.LocalRedirect(Back("reviews.evidence-empty"));
            if (file.Length > Evidence.MostBytes) return Results.LocalRedirect(Back("reviews.evidence-large"));
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, http.RequestAborted);
            var attached = await http.Ask(new AttachFile(review, competency, file.FileName, bytes.ToArray()));
            if (attached.Ok) return Results.LocalRedirect(Back());
            return attached.Is(Refusal.NotFoundCode) ? Results.NotFound() : Results.LocalRedirect(Back(attached.Reasons[0].Code));
        }
        catch (InvalidDataException)
        {
            return Results.LocalRedirect(Back("reviews.evidence-large"));
        }
        catch (AntiforgeryValidationException)
        {
            return Results.LocalRedirect(Back("import.try-again"));
        }
    }

    private static async Task<IResult> Take(HttpContext http, Guid review, Guid evidence)
    {
        var file = await http.Ask(new ReadReviewEvidence(review, evidence));
        if (!file.Ok) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(file.Value.Bytes, file.Value.MediaType, file.Value.Name);
    }
}
