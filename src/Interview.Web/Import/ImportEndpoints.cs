using Interviewing.Application.Identity;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Import;

/// <summary>A native file input posts here. Whatever is wrong with the file, the answer is the page that says so; nothing is kept then.</summary>
public static class ImportEndpoints
{
    // More than may be imported is still received, up to here, so that the browser gets a page for an answer instead of a broken connection.
    private const int Received = 64 * 1024 * 1024;
    private const int Envelope = 64 * 1024;

    public static void MapImport(this IEndpointRouteBuilder app)
    {
        app.MapPost("/import/upload", Upload).TakesFrom(Permission.ImportDocuments).WithMetadata(new RequestSizeLimitAttribute(Received));
        app.MapGet("/import/source/{file:guid}", Source);
    }

    // A library item knows its file; the page of that file shows the line.
    private static async Task<IResult> Source(HttpContext http, Guid file, int? line)
    {
        var found = await http.Ask(new FindSource(file));
        return found.Ok ? Results.LocalRedirect($"/import/{found.Value.Draft}?line={line ?? 1}#r{line ?? 1}") : Results.LocalRedirect("/import");
    }

    private static async Task<IResult> Upload(HttpContext http, IAntiforgery antiforgery, ImportLimits limits)
    {
        var limit = limits.MaxBytes;
        if (http.Request.ContentLength > limit + Envelope)
        {
            await Swallow(http);
            return Why("import.too-large");
        }
        if (!http.Request.HasFormContentType) return Why("import.no-file");
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = limit + Envelope }, http.RequestAborted);
            await antiforgery.ValidateRequestAsync(http);
            if (form.Files is not [{ FileName.Length: > 0 } file]) return Why("import.no-file");
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, http.RequestAborted);
            var draft = await http.Ask(new UploadDocument(Path.GetFileName(file.FileName), bytes.ToArray()));
            if (draft.Ok) http.RequestServices.GetRequiredService<ReadingDesk>().Ring();
            return draft.Ok ? Results.LocalRedirect(await Next(http, draft.Value)) : Why(draft.Reasons[0].Code, draft.Reasons[0].Args);
        }
        catch (InvalidDataException)
        {
            return Why("import.too-large");
        }
        catch (AntiforgeryValidationException)
        {
            return Why("import.try-again");
        }
    }

    private static async Task Swallow(HttpContext http)
    {
        if (http.Request.ContentLength > Received) return;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }

    // A sheet with columns that nobody has explained goes by the page that asks about them.
    private static async Task<string> Next(HttpContext http, Guid draft)
    {
        var columns = await http.Ask(new GetColumns(draft));
        return columns is { Ok: true, Value.IsOpen: true } ? $"/import/{draft}/columns" : $"/import/{draft}";
    }

    private static IResult Why(string code, params object?[] args) =>
        Results.LocalRedirect($"/import?why={code}" + string.Concat(args.Select(arg => "&of=" + Uri.EscapeDataString(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{arg}")))));
}
