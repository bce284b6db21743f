using Interviewing.Application.Identity;
using Interviewing.Application.Reminders;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Interviewing.Web.Reminders;

/// <summary>The desk where a link from a letter is shown: whoever holds it needs no account.</summary>
public sealed class OffDesk(Door door)
{
    private static readonly Actor Visitor = new Actor.System("mail");

    public async Task<OffView?> Read(string token, CancellationToken ct) => (await door.Ask(new ReadOff(token), Visitor, ct)) is { Ok: true, Value: var view } ? view : null;

    public async Task<bool> SwitchOff(string token, CancellationToken ct) => (await door.Ask(new SwitchOff(token), Visitor, ct)).Ok;
}

public static class ReminderEndpoints
{
    private const int Envelope = 64 * 1024;

    public static void MapReminders(this IEndpointRouteBuilder app)
    {
        // A mail program posts this by itself (RFC 8058): it has no cookie and no token of ours, the address is the proof.
        // Before the page of the same address, which answers whoever only looks.
        app.MapPost("/mail/off/{token}", Off).WithOrder(-1).AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(Envelope));
        app.MapPost("/admin/reminders/calendar", Load).TakesFrom(Permission.ManageSystem).WithOrder(-1).WithMetadata(new RequestSizeLimitAttribute(16 * CalendarFile.MostBytes));
    }

    private static async Task<IResult> Off(HttpContext http, string token, OffDesk desk)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        // A program gets its answer as it is.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        return await desk.SwitchOff(token, http.RequestAborted) ? Results.LocalRedirect($"/mail/off/{Uri.EscapeDataString(token)}?done=1", permanent: false) : Results.NotFound();
    }

    private static async Task<IResult> Load(HttpContext http, IAntiforgery antiforgery)
    {
        if (!http.Request.HasFormContentType) return Why("reminders.calendar-empty");
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = CalendarFile.MostBytes + Envelope }, http.RequestAborted);
            await antiforgery.ValidateRequestAsync(http);
            if (form.Files is not [{ FileName.Length: > 0 } file]) return Why("reminders.calendar-empty");
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, http.RequestAborted);
            var loaded = await http.Ask(new LoadFreeDays(form["name"].ToString(), form["everybody"] == "true", Path.GetFileName(file.FileName), bytes.ToArray()));
            return loaded.Ok ? Results.LocalRedirect("/admin/reminders/calendar?loaded=1") : Why(loaded.Reasons[0].Code, loaded.Reasons[0].Args);
        }
        catch (InvalidDataException)
        {
            return Why("reminders.calendar-large", CalendarFile.MostBytes / 1024);
        }
        catch (AntiforgeryValidationException)
        {
            return Why("import.try-again");
        }
    }

    private static IResult Why(string code, params object?[] args) =>
        Results.LocalRedirect($"/admin/reminders/calendar?why={code}&of={Uri.EscapeDataString(string.Join(',', args.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture))))}");
}
