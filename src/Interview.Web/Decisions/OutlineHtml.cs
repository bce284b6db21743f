using System.Text.Encodings.Web;
using Interviewing.Application.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Interviewing.Web.Decisions;

/// <summary>An outline as one file that needs nothing else: the sheet with our stylesheet inside.</summary>
public static class OutlineHtml
{
    public static async Task<string> Write(IServiceProvider services, Outline outline, string organisation)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var sheet = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<OutlinePaper>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(OutlinePaper.Outline)] = outline, [nameof(OutlinePaper.Organisation)] = organisation,
        }))).ToHtmlString());
        return $"""
            <!DOCTYPE html>
            <html lang="{HtmlEncoder.Default.Encode(outline.Language)}" data-theme="light">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{HtmlEncoder.Default.Encode(outline.Title)}</title>
            <style>
            {await Guides.GuideHtml.Style()}
            </style></head>
            <body><main class="desk">{sheet}</main></body>
            </html>
            """;
    }
}
