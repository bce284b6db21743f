using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Interviewing.Bench;

/// <summary>The limit of this process: a page of 10 kB that asks for nothing.</summary>
internal sealed class FixedPage : IStartupFilter
{
    public const string Path = "/bench/fixed";
    private static readonly byte[] Body = new byte[10 * 1024];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        Array.Fill(Body, (byte)'x');
        app.Use(async (http, onward) =>
        {
            if (http.Request.Path == Path)
            {
                http.Response.ContentType = "text/html";
                http.Response.ContentLength = Body.Length;
                await http.Response.Body.WriteAsync(Body);
            }
            else await onward(http);
        });
        next(app);
    };
}
