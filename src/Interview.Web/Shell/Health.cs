using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Interviewing.Web.Shell;

/// <summary>One word for whoever watches, and a line for each part that is not well.</summary>
public static class Health
{
    public static Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(string.Join('\n', [$"{report.Status}", .. report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).Select(e => $"{e.Key}: {e.Value.Status}. {e.Value.Description}".TrimEnd())]));
    }
}
