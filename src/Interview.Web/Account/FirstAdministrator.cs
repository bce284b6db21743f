using Interviewing.Application.Identity;
using Interviewing.Application.Shared;

namespace Interviewing.Web.Account;

/// <summary>On a new installation: prints the one-time link with which the first administrator is made.</summary>
public static class FirstAdministrator
{
    public static async Task Offer(WebApplication app)
    {
        var token = (await app.Services.GetRequiredService<Door>().Ask(new OfferFirstAdministrator(), new Actor.System("start"))).Value;
        if (token is null) return;
        Console.WriteLine($"Nobody administers this installation yet. This link makes the first administrator; it works once, for 24 hours:\n  {LinkTo(app.Configuration, app.Urls.FirstOrDefault(), token)}");
    }

    public static string LinkTo(IConfiguration settings, string? listens, string token) =>
        $"{(settings["Site:Address"] ?? listens ?? "http://localhost:5000").TrimEnd('/')}/account/link/{token}";
}
