using System.Text.Encodings.Web;
using Interviewing.Application.Guides;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Interviewing.Web.Guides;

/// <summary>The printed page as one file that needs nothing else: the sheet with our stylesheet inside.</summary>
public static class GuideHtml
{
    public static async Task<string> Write(IServiceProvider services, GuidePaper paper, string language, string organisation)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var sheet = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<PaperSheet>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(PaperSheet.Paper)] = paper, [nameof(PaperSheet.Language)] = language, [nameof(PaperSheet.Organisation)] = organisation,
        }))).ToHtmlString());
        return $"""
            <!DOCTYPE html>
            <html lang="{HtmlEncoder.Default.Encode(language)}" data-theme="light">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{HtmlEncoder.Default.Encode(paper.Guide.Title.In(language).Text)}</title>
            <style>
            {await Style()}
            </style></head>
            <body><main class="desk">{sheet}</main></body>
            </html>
            """;
    }

    internal static async Task<string> Style()
    {
        await using var stream = typeof(GuideHtml).Assembly.GetManifestResourceStream("interview.css")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
