using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Interviewing.Infrastructure.Reminders;

internal enum SmtpStage { Opening, Sender, Recipient, Letter }

/// <summary>The server answered, and the answer was no; or (code 0) it does not offer what the settings ask for.</summary>
internal sealed class SmtpSaidNo(SmtpStage stage, int code, string message) : Exception(message)
{
    public SmtpStage Stage => stage;
    public int Code => code;
}

/// <summary>One conversation with a mail server: encrypted before anything is said when the settings want it, signed in when they have a user.</summary>
internal sealed class SmtpLine(MailSettings settings) : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly TcpClient client = new();
    private readonly byte[] one = new byte[1];
    private Stream? stream;

    /// <summary>Connected at all.</summary>
    public bool IsOpen => stream is not null;

    /// <summary>The end of the letter has been said (or was about to be): from here on it may have arrived.</summary>
    public bool HasTheLetter { get; private set; }

    public async Task Open(CancellationToken ct)
    {
        await client.ConnectAsync(settings.Host, settings.Port, ct);
        stream = client.GetStream();
        await Hear(SmtpStage.Opening, ct);
        var offers = await Greet(ct);
        if (settings.StartTls)
        {
            if (!offers.Contains("STARTTLS")) throw new SmtpSaidNo(SmtpStage.Opening, 0, "reminders.server-unencrypted");
            await Say("STARTTLS", SmtpStage.Opening, ct);
            await Encrypt(ct);
            // What was offered in the clear may have been anybody's.
            offers = await Greet(ct);
        }
        if (settings.User is { Length: > 0 } user) await SignIn(user, settings.Password ?? "", offers, ct);
    }

    public async Task<IReadOnlyList<string>> Say(string command, SmtpStage stage, CancellationToken ct)
    {
        await stream!.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), ct);
        return await Hear(stage, ct);
    }

    public async Task Send(string message, CancellationToken ct)
    {
        await Say("DATA", SmtpStage.Letter, ct);
        var stuffed = message.StartsWith('.') ? "." + message : message;
        await stream!.WriteAsync(Encoding.UTF8.GetBytes(stuffed.Replace("\r\n.", "\r\n..", StringComparison.Ordinal).TrimEnd('\r', '\n') + "\r\n"), ct);
        HasTheLetter = true;
        await Say(".", SmtpStage.Letter, ct);
        // Polite, and of no consequence: the server has taken the letter.
        await stream!.WriteAsync("QUIT\r\n"u8.ToArray(), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (stream is not null) await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<HashSet<string>> Greet(CancellationToken ct)
    {
        var lines = await Say($"EHLO {settings.From.Host}", SmtpStage.Opening, ct);
        return [.. lines.Select(l => l.Trim().ToUpperInvariant())];
    }

    private async Task Encrypt(CancellationToken ct)
    {
        SslStream secure = new(stream!);
        stream = secure;
        SslClientAuthenticationOptions options = new() { TargetHost = settings.Host };
        if (settings.Authority is { Length: > 0 } file)
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(file) }, RevocationMode = X509RevocationMode.NoCheck };
        await secure.AuthenticateAsClientAsync(options, ct);
    }

    private async Task SignIn(string user, string password, HashSet<string> offers, CancellationToken ct)
    {
        var ways = offers.Where(o => o.StartsWith("AUTH ", StringComparison.Ordinal)).SelectMany(o => o.Split(' ').Skip(1)).ToHashSet();
        static string Coded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        if (ways.Contains("PLAIN")) await Say($"AUTH PLAIN {Coded($"\0{user}\0{password}")}", SmtpStage.Opening, ct);
        else if (ways.Contains("LOGIN"))
        {
            await Say("AUTH LOGIN", SmtpStage.Opening, ct);
            await Say(Coded(user), SmtpStage.Opening, ct);
            await Say(Coded(password), SmtpStage.Opening, ct);
        }
        else throw new SmtpSaidNo(SmtpStage.Opening, 0, "reminders.server-no-sign-in");
    }

    /// <summary>All lines of one answer, without their code; anything but a yes (2xx, 3xx) is thrown.</summary>
    private async Task<IReadOnlyList<string>> Hear(SmtpStage stage, CancellationToken ct)
    {
        List<string> lines = [];
        while (lines.Count < MostLines)
        {
            var line = await ReadLine(ct);
            if (line.Length < 3 || !int.TryParse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new IOException("not an answer of a mail server");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-') continue;
            return code is >= 200 and < 400 ? lines : throw new SmtpSaidNo(stage, code, string.Join(' ', lines));
        }
        throw new IOException("the answer does not end");
    }

    // Byte by byte, so that nothing of what comes after STARTTLS is read before the line is encrypted.
    private async Task<string> ReadLine(CancellationToken ct)
    {
        StringBuilder line = new();
        while (line.Length < LongestLine)
        {
            if (await stream!.ReadAsync(one, ct) == 0) throw new IOException("the server hung up");
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }
        throw new IOException("the line does not end");
    }
}
