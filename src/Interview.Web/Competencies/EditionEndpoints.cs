using System.Globalization;
using System.Text;
using Interviewing.Application.Competencies.Exchange;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Competencies;

/// <summary>An edition as a file, and back.</summary>
public static class EditionEndpoints
{
    // The largest library we know is a tenth of this.
    private const int Largest = 20 * 1024 * 1024;

    public static void MapEditions(this IEndpointRouteBuilder app)
    {
        app.MapGet("/library/editions/{id:guid}/json", (HttpContext http, Guid id) => Export(http, id, "json", "application/json", d => d.ToJson()));
        app.MapGet("/library/editions/{id:guid}/markdown", (HttpContext http, Guid id) => Export(http, id, "md", "text/markdown; charset=utf-8", EditionMarkdown.Write));
        app.MapPost("/library/editions/import", Import).TakesFrom(Permission.EditLibrary).WithMetadata(new RequestSizeLimitAttribute(Largest + (64 * 1024)));
    }

    private static async Task<IResult> Export(HttpContext http, Guid id, string ending, string type, Func<EditionDocument, string> write)
    {
        var answer = await http.Ask(new ExportEdition(id));
        if (!answer.Ok) return http.Problem(answer.Reasons);
        var name = new string([.. $"{answer.Value.Framework.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Text}-{answer.Value.Edition}".Select(c => char.IsLetterOrDigit(c) ? c : '-')]);
        return Results.File(Encoding.UTF8.GetBytes(write(answer.Value)), type, $"{name[..Math.Min(name.Length, 80)]}.{ending}");
    }

    private static async Task<IResult> Import(HttpContext http, IAntiforgery antiforgery)
    {
        if (!http.Request.HasFormContentType) return Why(new Reason("competencies.document-empty"));
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = Largest }, http.RequestAborted);
            await antiforgery.ValidateRequestAsync(http);
            if (form.Files is not [{ Length: > 0 } file]) return Why(new Reason("competencies.document-empty"));
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            var answer = await http.Ask(new ImportEdition(await reader.ReadToEndAsync(http.RequestAborted), form["label"]));
            return answer.Ok ? Results.LocalRedirect($"/library/editions/{answer.Value.Edition}?in={(answer.Value.Same ? "same" : "done")}") : Why(answer.Reasons[0]);
        }
        catch (DecoderFallbackException)
        {
            return Why(new Reason("competencies.document-encoding"));
        }
        catch (InvalidDataException)
        {
            return Why(new Reason("competencies.document-too-large", null, Largest / (1024 * 1024)));
        }
        catch (AntiforgeryValidationException)
        {
            return Why(new Reason("import.try-again"));
        }
    }

    private static IResult Why(Reason reason) => Results.LocalRedirect("/library/frameworks?why=" + reason.Code + (reason.Field is { } field ? "&at=" + Uri.EscapeDataString(field) : "")
        + string.Concat(reason.Args.Select(arg => "&of=" + Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{arg}")))));
}
