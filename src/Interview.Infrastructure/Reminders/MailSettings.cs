using System.Globalization;
using System.Net.Mail;
using Interviewing.Application.Reminders;
using Microsoft.Extensions.Configuration;

namespace Interviewing.Infrastructure.Reminders;

/// <summary>How mail leaves this installation.</summary>
internal sealed class MailSettings(IConfiguration configuration)
{
    public string Host { get; } = configuration["Mail:Smtp:Host"] ?? "";
    public int Port { get; } = configuration.GetValue("Mail:Smtp:Port", 587);
    public string? User { get; } = configuration["Mail:Smtp:User"];
    public string? Password { get; } = configuration["Mail:Smtp:Password"];
    public bool StartTls { get; } = configuration.GetValue("Mail:Smtp:StartTls", true);
    /// <summary>The certificate (PEM or DER) of an authority of one's own that the server's certificate must come from; without it those of the system.</summary>
    public string? Authority { get; } = configuration["Mail:Smtp:Authority"];
    /// <summary>Shorter than a reminder's lease.</summary>
    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(configuration.GetValue("Mail:Smtp:TimeoutSeconds", 60));
    public MailAddress From { get; } = Sender(configuration["Mail:Smtp:From"]);
    public string Folder { get; } = Path.GetFullPath(configuration["Mail:PickupFolder"] is { Length: > 0 } given ? given
        : Path.Combine(configuration["Data:Folder"] is { Length: > 0 } data ? data : "data", "mail"));

    private static MailAddress Sender(string? from) => MailAddress.TryCreate(string.IsNullOrWhiteSpace(from) ? "Interview <interview@localhost>" : from, out var address)
        ? address
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Mail:Smtp:From is not a mail address: '{from}'."));
}

internal sealed class HomeAddress(IConfiguration configuration) : IHomeAddress
{
    private readonly string root = (configuration["Site:Address"] is { Length: > 0 } given ? given : "http://localhost:5000").TrimEnd('/');

    public string Of(string path) => root + path;
}
